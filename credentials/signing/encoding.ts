/** Percent-encoding and queries, as the three vendors and RFC 3986 want them. */

/** Bytes, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | Uint8Array;

/** One query parameter, name and value already percent-encoded. */
export type QueryPair = readonly [name: string, value: string];

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

/** `name=value` joined by `&`, names and values encoded on the way. */
export const encodedQuery = (pairs: ReadonlyArray<readonly [name: string, value: string]>): string =>
	queryText(pairs.map(([name, value]) => [percentEncode(name), percentEncode(value)]));
