/** Sends one request through n8n and says what came back, or why nothing did. */
import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { LocalCode } from '../words/localCodes';
import type { CredentialChoice, VendorAnswer, VendorRequest } from '../words/operation';

/** Why there is no answer. */
export interface NoAnswer {
	readonly code: LocalCode;
	/** What happened, where it is known better than the code alone says. */
	readonly happened?: string;
}

/** An answer, whatever it says, or the reason why there is none. */
export type Sent = { readonly answer: VendorAnswer } | { readonly none: NoAnswer };

/** Ends of a connection that came before any byte of the request was written. */
const neverConnected = new Set([
	'EAI_AGAIN',
	'EADDRNOTAVAIL',
	'ECONNREFUSED',
	'EHOSTDOWN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENOTFOUND',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'CERT_NOT_YET_VALID',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'ERR_TLS_CERT_ALTNAME_INVALID',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_GET_ISSUER_CERT',
	'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);
const timedOut = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** Everything in a chain of causes that names a reason. */
interface Trace {
	readonly codes: string[];
	readonly names: string[];
	readonly messages: string[];
	connecting: boolean;
	/** The credential's own word, when it would not sign. */
	refusal?: NoAnswer;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const textIn = (object: object, key: string): string[] => {
	const value: unknown = Reflect.get(object, key);
	return typeof value === 'string' ? [value] : [];
};

/** What a credential throws that would not sign, known by its name: credentials and nodes share no code at run time. */
function refusalIn(error: object): NoAnswer | undefined {
	if (!textIn(error, 'name').includes('SigningRefusal')) return undefined;
	const happened = textIn(error, 'message').join('').replace(/\.$/, '');
	return { code: Reflect.get(error, 'passing') === true ? 'Local.NotSignedYet' : 'Local.CredentialRefused', happened };
}

/** Follows `cause`; n8n wraps what its HTTP client throws. */
function trace(thrown: unknown): Trace {
	const found: Trace = { codes: [], names: [], messages: [], connecting: false };
	let current = thrown;
	for (let depth = 0; depth < 6 && isObject(current); depth += 1) {
		found.codes.push(...textIn(current, 'code'), ...textIn(current, 'httpCode'));
		found.names.push(...textIn(current, 'name'));
		found.messages.push(...textIn(current, 'message'));
		found.connecting ||= textIn(current, 'syscall').includes('connect');
		const refusal = refusalIn(current);
		if (refusal !== undefined) found.refusal = refusal;
		current = Reflect.get(current, 'cause');
	}
	return found;
}

function reasonFor(thrown: unknown): NoAnswer {
	const { codes, names, messages, connecting, refusal } = trace(thrown);
	if (refusal !== undefined) return refusal;
	if (codes.includes('ERR_CANCELED') || names.includes('AbortError') || names.includes('CanceledError')) {
		return { code: 'Local.Cancelled' };
	}
	const beforeTls = messages.some((message) => /before secure TLS connection|wrong version number/i.test(message));
	if (connecting || beforeTls || codes.some((code) => neverConnected.has(code))) return { code: 'Local.NoConnection' };
	if (codes.some((code) => timedOut.has(code))) return { code: 'Local.Timeout' };
	return { code: 'Local.ConnectionLost' };
}

function asText(body: unknown): string {
	if (typeof body === 'string') return body;
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	if (body instanceof ArrayBuffer) return Buffer.from(body).toString('utf8');
	return body === undefined || body === null ? '' : JSON.stringify(body);
}

function asJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function answerOf(status: number, headers: unknown, body: unknown): VendorAnswer {
	const text = asText(body);
	const named = Object.entries(isObject(headers) ? headers : {}).map(
		([name, value]) => [name.toLowerCase(), String(value)] as const,
	);
	return { status, headers: Object.fromEntries(named), text, json: asJson(text) };
}

/** The answer inside what n8n throws for an HTTP status: the second 401 of a credential that renews its token. */
function refusedAnswer(thrown: unknown): VendorAnswer | undefined {
	let current = thrown;
	for (let depth = 0; depth < 6 && isObject(current); depth += 1) {
		const response: unknown = Reflect.get(current, 'response');
		const status: unknown = isObject(response) ? Reflect.get(response, 'status') : undefined;
		if (isObject(response) && typeof status === 'number') {
			return answerOf(status, Reflect.get(response, 'headers'), Reflect.get(response, 'data'));
		}
		current = Reflect.get(current, 'cause');
	}
	return undefined;
}

/**
 * Sends a request once. n8n signs it with the credential and hands on the bytes as they are: an absolute
 * address, a string body with its content type, nothing to serialise, no redirect, our own time-out.
 *
 * Every HTTP status comes back as an answer, because n8n signs and sends again after a 401 that it sees as a
 * failure. Only a credential that renews its token wants that one repetition: a 401 means that nothing was done.
 *
 * @param timeout - in ms.
 */
export async function sendOnce(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	credential: CredentialChoice,
	request: VendorRequest,
	timeout: number,
): Promise<Sent> {
	const options: IHttpRequestOptions = {
		method: request.method,
		url: request.url,
		headers: { ...request.headers },
		...(request.body === undefined ? {} : { body: request.body }),
		encoding: 'arraybuffer',
		returnFullResponse: true,
		ignoreHttpStatusErrors: credential.renewsToken === true ? { ignore: true, except: [401] } : true,
		disableFollowRedirect: true,
		timeout,
	};
	try {
		const response: unknown = await context.helpers.httpRequestWithAuthentication.call(context, credential.type, options);
		const status: unknown = isObject(response) ? Reflect.get(response, 'statusCode') : undefined;
		if (isObject(response) && typeof status === 'number') {
			return { answer: answerOf(status, Reflect.get(response, 'headers'), Reflect.get(response, 'body')) };
		}
		return { none: { code: 'Local.Unexpected', happened: 'n8n handed over an answer of an unknown form' } };
	} catch (thrown) {
		const refused = refusedAnswer(thrown);
		return refused ? { answer: refused } : { none: reasonFor(thrown) };
	}
}

