/**
 * A request on its way out, whatever part of n8n made it: a node, the HTTP Request node or a credential test.
 * They differ in shape; what is signed must be what goes out.
 */
import { type Address, addressOf, type HostRule } from './address';
import { asSent, type Body, bodyOf, hasFiles } from './body';
import { SigningRefusal } from './refusal';

/** A header as the caller wrote it. */
interface Header {
	readonly name: string;
	readonly text: string;
}

/** A request in a shape that tells the signer all it needs. */
export interface Outgoing extends Address, Body {
	/** In upper case. */
	readonly method: string;
	/** The caller's headers, by their names in lower case. */
	readonly headers: ReadonlyMap<string, Header>;
	/** True for files and streams: they have no bytes yet, and n8n sends them as they are. */
	readonly files?: true;
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null;

/** One header of each name, whatever its case: of several, n8n's HTTP client sends the last. */
function headersOf(given: unknown): ReadonlyMap<string, Header> {
	const headers = new Map<string, Header>();
	if (typeof given !== 'object' || given === null) return headers;
	for (const name of Object.keys(given)) {
		const value: unknown = Reflect.get(given, name);
		if (!isAbsent(value)) headers.set(name.toLowerCase(), { name, text: String(value) });
	}
	return headers;
}

/** The value of a header, by its name in lower case; undefined when it is missing or empty. */
export const headerOf = ({ headers }: Pick<Outgoing, 'headers'>, name: string): string | undefined =>
	headers.get(name)?.text.trim() || undefined;

/**
 * A header that only the caller can know: which API is called.
 *
 * @throws SigningRefusal when it is missing or empty; the text shows an example.
 */
export function requiredHeader(outgoing: Outgoing, name: string, example: string, vendor: string): string {
	const value = headerOf(outgoing, name.toLowerCase());
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
	const headers = headersOf(request['headers']);
	const method = (typeof request['method'] === 'string' ? request['method'] : 'GET').toUpperCase();
	const { host, path, query, url } = addressOf(request, headerOf({ headers }, 'host'), rule);
	const body: Body & Pick<Outgoing, 'files'> =
		files === 'kept' && hasFiles(request)
			? { files: true }
			: bodyOf(request, method, headerOf({ headers }, 'content-type'));
	return { method, headers, host, path, query, url, ...body };
}

/** A header's new value; undefined takes it away. */
export type HeaderChanges = Readonly<Record<string, string | undefined>>;

/**
 * All headers that go out.
 *
 * @param changes - every header that signing writes, so that those of an earlier signing go.
 */
export function headersOut(outgoing: Outgoing, changes: HeaderChanges): Record<string, string> {
	const names = Object.keys(changes);
	const replaced = names.map((name) => name.toLowerCase());
	replaced.push('host');
	if (outgoing.files !== true) replaced.push('content-length');
	const headers: Record<string, string> = {};
	for (const [inLowerCase, { name, text }] of outgoing.headers) {
		if (!replaced.includes(inLowerCase)) headers[name] = text;
	}
	headers['Host'] = outgoing.host;
	for (const name of names) {
		const value = changes[name];
		if (value !== undefined) headers[name] = value;
	}
	return headers;
}

/** What is folded into the address or the bytes, or would make n8n write an Authorization header of its own. */
const folded = ['auth', 'baseURL', 'qs'];
const foldedIntoBytes = [...folded, 'form', 'formData'];

/**
 * The request as n8n is to send it: absolute address, the signed bytes, nothing left to serialise, no redirect,
 * because n8n would carry the signature to any other host.
 *
 * @param headers - all that go out, from {@link headersOut}.
 */
export function sealed<T extends object>(options: T, outgoing: Outgoing, headers: Record<string, string>) {
	const { method, url, bytes, files } = outgoing;
	/* Node 24 takes ten times as long to give new entries to a copy that was made by spreading. */
	const request = Object.assign({}, options, {
		method,
		url,
		uri: url,
		headers,
		disableFollowRedirect: true,
		followRedirect: false,
		followAllRedirects: false,
		...(bytes === undefined ? {} : { body: asSent(bytes, headers[Object.keys(headers).find((name) => name.toLowerCase() === 'content-type') ?? '']) }),
	});
	const left = files === true ? folded : foldedIntoBytes;
	for (const name of bytes === undefined && files !== true ? [...left, 'body'] : left) {
		if (name in request) Reflect.deleteProperty(request, name);
	}
	return request;
}
