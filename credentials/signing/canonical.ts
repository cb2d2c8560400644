/** What every signature of the three vendors is made of: hashes, percent-encoding, queries and header blocks. */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Bytes, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | Uint8Array;

/** One query parameter, name and value already percent-encoded. */
export type QueryPair = readonly [name: string, value: string];

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (data: Bytes): string => createHash('sha256').update(data).digest('hex');

/** A key for {@link hmacSha256}. Node 24 is seven times slower with the bare bytes of a derived key. */
export const secretKey = (key: Bytes): KeyObject =>
	createSecretKey(typeof key === 'string' ? Buffer.from(key, 'utf8') : key);

/** HMAC-SHA256 as bytes. */
export const hmacSha256 = (key: KeyObject, data: Bytes): Buffer => createHmac('sha256', key).update(data).digest();

/** HMAC-SHA256 in lower-case hexadecimal. */
export const hmacSha256Hex = (key: KeyObject, data: Bytes): string =>
	createHmac('sha256', key).update(data).digest('hex');

const encodedBytes = Array.from({ length: 256 }, (_, byte) => {
	const character = String.fromCharCode(byte);
	return /[A-Za-z0-9\-_.~]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
});

/** RFC 3986: all but `A-Z a-z 0-9 - _ . ~` as `%XX` in upper case, UTF-8. Stricter than encodeURIComponent. */
export const percentEncode = (data: Bytes): string =>
	Array.from(Buffer.from(data), (byte) => encodedBytes[byte]).join('');

/** The bytes that a percent-encoded text stands for. A percent sign without two digits stands for itself. */
export const percentDecode = (text: string): Buffer =>
	Buffer.from(
		Buffer.from(text, 'utf8')
			.toString('latin1')
			.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
		'latin1',
	);

/** Encodes anew, whatever was encoded before and whatever was not. */
export const recode = (text: string): string => percentEncode(percentDecode(text));

/**
 * Reads a query, however strictly it was encoded, in its order.
 *
 * @param query - without the question mark. A plus sign stands for a space, as in every HTML form.
 */
export function queryPairs(query: string): QueryPair[] {
	const parts = query.split('&').filter((part) => part !== '');
	return parts.map((part) => {
		const spaced = part.replaceAll('+', '%20');
		const at = spaced.indexOf('=');
		return at < 0 ? [recode(spaced), ''] : [recode(spaced.slice(0, at)), recode(spaced.slice(at + 1))];
	});
}

/** `name=value` joined by `&`, in the given order. */
export const queryText = (pairs: readonly QueryPair[]): string =>
	pairs.map(([name, value]) => `${name}=${value}`).join('&');

const byBytes = (one: string, other: string): number => Buffer.compare(percentDecode(one), percentDecode(other));

/** The pairs by name, then by value, in the order of the bytes before encoding. */
export const sortedPairs = (pairs: readonly QueryPair[]): QueryPair[] =>
	[...pairs].sort((one, other) => byBytes(one[0], other[0]) || byBytes(one[1], other[1]));

/** An address's path with every segment encoded strictly; slashes stay. */
export const canonicalPath = (path: string): string => path.split('/').map(recode).join('/');

/** Headers as they are signed. */
export interface CanonicalHeaders {
	/** `name:value` and a line feed for each header, names in lower case and sorted. */
	readonly block: string;
	/** The names, joined by semicolons. */
	readonly names: string;
}

/**
 * @param headers - what is signed, by name.
 * @param value - what a vendor does to a value beyond trimming it.
 */
export function canonicalHeaders(
	headers: Readonly<Record<string, string>>,
	value: (text: string) => string = (text) => text,
): CanonicalHeaders {
	const signed = Object.entries(headers)
		.map(([name, text]) => [name.toLowerCase(), value(text.trim())] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return {
		block: signed.map(([name, text]) => `${name}:${text}\n`).join(''),
		names: signed.map(([name]) => name).join(';'),
	};
}
