/**
 * A request on its way out, whatever part of n8n made it: a node, the HTTP Request node or a credential test.
 * They differ in shape; what is signed must be what goes out.
 */
import { type Address, addressOf, type HostRule } from './address';
import { type Body, bodyOf, hasFiles } from './body';
import { SigningRefusal } from './refusal';

/** A request in a shape that tells the signer all it needs. */
export interface Outgoing extends Address, Body {
	/** In upper case. */
	readonly method: string;
	/** The caller's headers, names as the caller wrote them. */
	readonly headers: Readonly<Record<string, string>>;
	/** True for files and streams: they have no bytes yet, and n8n sends them as they are. */
	readonly files?: true;
}

const stated = (headers: unknown): Record<string, string> =>
	Object.fromEntries(
		Object.entries(typeof headers === 'object' && headers !== null ? headers : {})
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name, String(value)]),
	);

/** The value of a header, whatever its case; undefined when it is missing or empty. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
	const found = Object.entries(headers).find(([given]) => given.toLowerCase() === name.toLowerCase());
	const value = found?.[1].trim();
	return value === '' ? undefined : value;
}

/**
 * A header that only the caller can know: which API is called.
 *
 * @throws SigningRefusal when it is missing or empty; the text shows an example.
 */
export function requiredHeader(outgoing: Outgoing, name: string, example: string, vendor: string): string {
	const value = headerOf(outgoing.headers, name);
	if (value !== undefined) return value;
	throw new SigningRefusal(
		`The request has no header ${name}. ${vendor} reads from it which API is called: add it to the headers of the ` +
			`request, such as ${name}: ${example}. The page of the API names its value.`,
	);
}

/**
 * Reads a request without changing it.
 *
 * @param files - whether a body of files may go out although it cannot be signed.
 * @throws SigningRefusal for a host that is not the vendor's, and for a body that has no fixed bytes.
 */
export function readOutgoing(options: object, rule: HostRule, files: 'refused' | 'kept' = 'refused'): Outgoing {
	const request: Readonly<Record<string, unknown>> = { ...options };
	const headers = stated(request['headers']);
	const method = (typeof request['method'] === 'string' ? request['method'] : 'GET').toUpperCase();
	return {
		method,
		headers,
		...addressOf(request, headerOf(headers, 'host'), rule),
		...(files === 'kept' && hasFiles(request)
			? { files: true }
			: bodyOf(request, method, headerOf(headers, 'content-type'))),
	};
}

/** A header's new value; undefined takes it away. */
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

/**
 * All headers that go out.
 *
 * @param changes - every header that signing writes, so that those of an earlier signing go.
 */
export function headersOut(outgoing: Outgoing, changes: HeaderChanges): Record<string, string> {
	const own = outgoing.files ? ['host'] : ['host', 'content-length'];
	const replaced = new Set([...own, ...Object.keys(changes).map((name) => name.toLowerCase())]);
	const kept = Object.entries(outgoing.headers).filter(([name]) => !replaced.has(name.toLowerCase()));
	const written = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined);
	return { ...Object.fromEntries(kept), Host: outgoing.host, ...Object.fromEntries(written) };
}

/** What is folded into the address or the bytes, or would make n8n write an Authorization header of its own. */
const folded = ['auth', 'baseURL', 'qs'];
const bodies = ['body', 'form', 'formData'];

/**
 * The request as n8n is to send it: absolute address, the signed bytes, nothing left to serialise, no redirect,
 * because n8n would carry the signature to any other host.
 *
 * @param changes - as for {@link headersOut}.
 */
export function sealed<T extends object>(options: T, outgoing: Outgoing, changes: HeaderChanges) {
	const request = { ...options };
	for (const name of outgoing.files ? folded : [...folded, ...bodies]) Reflect.deleteProperty(request, name);
	return Object.assign(request, {
		method: outgoing.method,
		url: outgoing.url,
		uri: outgoing.url,
		headers: headersOut(outgoing, changes),
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		...(outgoing.bytes === undefined ? {} : { body: outgoing.bytes }),
	});
}
