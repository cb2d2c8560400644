/** One request to IAM: within one deadline, with an answer of a bounded size, and never repeated. */
import type { IHttpRequestOptions } from 'n8n-workflow';
import { headersOut, readOutgoing, sealed } from '../signing/outgoing';
import { SigningRefusal } from '../signing/refusal';
import type { Identity } from './identity';

/** n8n's request helper. */
export type Http = (options: IHttpRequestOptions) => Promise<unknown>;

/** What IAM, or whatever stands in its place, answered. */
export interface IamReply {
	/** HTTP status. */
	readonly status: number;
	/** Header values by lower-case name, as n8n hands them over. */
	readonly headers: unknown;
	/** The body as JSON; undefined when it is not JSON. */
	readonly json: unknown;
}

/** IAM could not be asked, or what answered was not IAM. Whether the password is right is as open as before. */
export interface IamFault {
	readonly kind: 'fault';
	/** What IAM's host did, after its name: `did not answer`. */
	readonly happened: string;
}

/** How long a request may take from its beginning to the last byte of the answer, in ms. */
const deadline = 15_000;

/** The longest answer that is read, in bytes. A token's answer without the catalog has a few thousand. */
const largestAnswer = 1_000_000;

/** A member of anything; undefined where there is none. */
export const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const fault = (happened: string): IamFault => ({ kind: 'fault', happened });

/**
 * What the network did, by the code that Node.js gives it. In words, because n8n replaces every message that names
 * such a code by one of its own.
 */
const networkFaults: ReadonlyArray<readonly [codes: RegExp, happened: string]> = [
	[/^(ENOTFOUND|EAI_AGAIN)$/, 'could not be found by its name'],
	[/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'could not be reached'],
	[/^(ECONNRESET|EPIPE)$/, 'ended the connection'],
	[/CERT|SIGNATURE|^EPROTO$|^ERR_(SSL|TLS)/, 'could not be reached over a safe connection'],
];

function networkFault(thrown: unknown): IamFault {
	const code = String(property(thrown, 'code'));
	return fault(networkFaults.find(([codes]) => codes.test(code))?.[1] ?? 'did not answer');
}

/**
 * Whether n8n itself would not send, such as to a domain that the credential must not reach. Its HTTP client marks
 * what comes from the network, or gives it a code.
 */
const refusedByN8n = (thrown: unknown): boolean =>
	property(thrown, 'isAxiosError') !== true && typeof property(thrown, 'code') !== 'string';

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> =>
	typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Reads the body to its end; undefined when it is too long. Leaving the loop closes the connection. */
async function bytesOf(body: AsyncIterable<Uint8Array>): Promise<Buffer | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > largestAnswer) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function jsonOf(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8'));
	} catch {
		return undefined;
	}
}

async function replyOf(response: unknown): Promise<IamReply | IamFault> {
	const [status, body] = [property(response, 'statusCode'), property(response, 'body')];
	if (typeof status !== 'number' || !isStream(body)) return fault('gave an answer that cannot be read');
	const bytes = await bytesOf(body).catch(networkFault);
	if (bytes === undefined) return fault('gave an answer without an end');
	if ('kind' in bytes) return bytes;
	return { status, headers: property(response, 'headers'), json: jsonOf(bytes) };
}

/** A promise that gives the fault once the time is over. */
const silence = async (over: AbortSignal): Promise<IamFault> =>
	await new Promise((resolve) => {
		const give = () => {
			resolve(fault(`did not answer within ${String(deadline / 1000)} seconds`));
		};
		over.addEventListener('abort', give, { once: true });
	});

/**
 * Sends once to the site's IAM host, or to the IAM Endpoint in its place.
 *
 * n8n's own time-out counts idle time only, so that an answer of one byte a second would never end: a signal ends the
 * whole, and is waited for as well, because n8n looks names up before it heeds the signal.
 *
 * @param path - with its query.
 * @throws SigningRefusal when n8n itself would not send.
 */
export async function askIam(
	identity: Identity,
	http: Http,
	request: Partial<IHttpRequestOptions>,
	path: string,
): Promise<IamReply | IamFault> {
	const over = AbortSignal.timeout(deadline);
	const options: IHttpRequestOptions = {
		...request,
		url: `https://${identity.iamHost}${path}`,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		timeout: deadline,
		abortSignal: over,
	};
	const late = silence(over);
	const outgoing = readOutgoing(options, identity.rule);
	const answered = http(sealed(options, outgoing, headersOut(outgoing, {}))).then(replyOf, (thrown: unknown) => {
		if (!refusedByN8n(thrown)) return networkFault(thrown);
		const why = property(thrown, 'message');
		const said = typeof why === 'string' ? ` ${why}` : '';
		throw new SigningRefusal(`n8n did not send the request for a token to ${identity.iamHost}.${said}`);
	});
	const first = await Promise.race([answered, late]);
	return over.aborted && 'kind' in first ? await late : first;
}
