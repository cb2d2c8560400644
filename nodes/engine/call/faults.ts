/** Why no usable answer came, read from what n8n and its HTTP client throw. */
import type { LocalCode } from '../words/localCodes';
import { textOf } from '../words/records';

/** Why there is no usable answer. */
export interface NoAnswer {
	readonly code: LocalCode;
	/** What happened, where it is known better than the code alone says. */
	readonly happened?: string;
	/** HTTP status, where an answer began. */
	readonly httpStatus?: number;
	/** When another try makes sense, in seconds. */
	readonly retryAfterSeconds?: number;
}

/** Ends of a connection that can only come before any byte of the request was written. */
const neverConnected = new Set([
	'EAI_AGAIN',
	'EAI_FAIL',
	'EAI_NODATA',
	'EADDRNOTAVAIL',
	'ECONNREFUSED',
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

/** System calls before a request can be written. */
const beforeWriting = new Set(['connect', 'getaddrinfo']);

const timedOut = new Set(['ECONNABORTED', 'ETIMEDOUT', 'ESOCKETTIMEDOUT']);

/** One link in a chain of causes. */
interface Link {
	readonly codes: readonly string[];
	readonly name: string;
	readonly message: string;
	readonly syscall: string;
	/** The credential's own word, when it would not sign. */
	readonly refusal: NoAnswer | undefined;
}

/** What a credential throws that would not sign, known by its name: a credential may come from anywhere. */
function refusalIn(error: object): NoAnswer | undefined {
	if (!textOf(Reflect.get(error, 'name')).includes('SigningRefusal')) return undefined;
	const happened = textOf(Reflect.get(error, 'message')).replace(/\.$/, '');
	const code = Reflect.get(error, 'passing') === true ? 'Local.NotSignedYet' : 'Local.CredentialRefused';
	const wait: unknown = Reflect.get(error, 'retryAfterSeconds');
	return { code, happened, ...(typeof wait === 'number' ? { retryAfterSeconds: wait } : {}) };
}

/** Follows `cause`; n8n wraps what its HTTP client throws. */
function chainOf(thrown: unknown): Link[] {
	const links: Link[] = [];
	let current = thrown;
	for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth += 1) {
		const text = (name: string): string => textOf(Reflect.get(Object(current), name));
		links.push({
			codes: [text('code'), text('httpCode')].filter((code) => code !== ''),
			name: text('name'),
			message: text('message'),
			syscall: text('syscall'),
			refusal: refusalIn(current),
		});
		current = Reflect.get(current, 'cause');
	}
	return links;
}

/** The reason in what was thrown. What is not known for certain leaves open whether the request arrived. */
export function reasonFor(thrown: unknown): NoAnswer {
	const links = chainOf(thrown);
	const refusal = links.findLast((link) => link.refusal !== undefined)?.refusal;
	if (refusal !== undefined) return refusal;
	const codes = links.flatMap((link) => link.codes);
	const beforeTls = links.some(({ message }) => /before secure TLS connection|wrong version number/i.test(message));
	const unconnected = links.some(({ syscall }) => beforeWriting.has(syscall)) || codes.some((code) => neverConnected.has(code));
	if (unconnected || beforeTls) return { code: 'Local.NoConnection' };
	if (codes.some((code) => timedOut.has(code))) return { code: 'Local.Timeout' };
	return { code: 'Local.ConnectionLost' };
}
