/** What every signature of the three vendors is made of: hashes, sorted queries, canonical paths and header blocks. */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { type Bytes, percentDecode, type QueryPair, recode } from './encoding';

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
