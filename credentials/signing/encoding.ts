/** Percent-encoding and queries, as the three vendors and RFC 3986 want them. */

/** Bytes, or a text that stands for its UTF-8 bytes. */
export type Bytes = string | Uint8Array;

/** One query parameter, name and value already percent-encoded. */
export type QueryPair = readonly [name: string, value: string];

/** Characters that stand for themselves: RFC 3986, unreserved. */
const unreserved = /^[\w\-.~]*$/;

/** A query whose names and values are of characters that stand for themselves. */
const plainQuery = /^[\w\-.~]*(?:=[\w\-.~]*)?(?:&[\w\-.~]*(?:=[\w\-.~]*)?)*$/;

/** Unreserved characters, and escapes in upper case of bytes that are none. */
const encodedStrictly =
	/^[\w\-.~]*(?:%(?:[0189A-F][\dA-F]|2[\dABCF]|3[A-F]|40|5[B-E]|60|7[BCDF])[\w\-.~]*)*$/;

const escaped = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

/** What encodeURIComponent leaves as it is although RFC 3986 reserves it. */
const reservedMarks = /[!'()*]/g;

/** Half a pair of UTF-16, which no UTF-8 stands for. */
const lone = /\p{Surrogate}/gu;

/** RFC 3986: all but `A-Z a-z 0-9 - _ . ~` as `%XX` in upper case, UTF-8. Stricter than encodeURIComponent. */
export const percentEncode = (text: string): string =>
	unreserved.test(text)
		? text
		: encodeURIComponent(text.replace(lone, '\uFFFD')).replace(reservedMarks, (mark) => escaped(mark.charCodeAt(0)));

/** The bytes that a percent-encoded text stands for. A percent sign without two digits stands for itself. */
export const percentDecode = (text: string): Buffer =>
	Buffer.from(
		Buffer.from(text, 'utf8')
			.toString('latin1')
			.replace(/%([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
		'latin1',
	);

/** Bytes need not be UTF-8, hence one by one. */
const encodeBytes = (bytes: Buffer): string =>
	Array.from(bytes, (byte) => {
		const character = String.fromCharCode(byte);
		return unreserved.test(character) ? character : escaped(byte);
	}).join('');

/** Encodes anew, whatever was encoded before and whatever was not. */
export function recode(text: string): string {
	if (unreserved.test(text) || encodedStrictly.test(text)) return text;
	return text.includes('%') ? encodeBytes(percentDecode(text)) : percentEncode(text);
}

/**
 * Reads a query, however strictly it was encoded, in its order.
 *
 * @param query - without the question mark. A plus sign stands for a space, as in every HTML form.
 */
export function queryPairs(query: string): QueryPair[] {
	const pairs: QueryPair[] = [];
	const encoded = plainQuery.test(query) ? (text: string): string => text : recode;
	const spaced = query.includes('+') ? query.replaceAll('+', '%20') : query;
	for (const part of spaced.split('&')) {
		const at = part.indexOf('=');
		if (at >= 0) pairs.push([encoded(part.slice(0, at)), encoded(part.slice(at + 1))]);
		else if (part !== '') pairs.push([encoded(part), '']);
	}
	return pairs;
}

/** `name=value` joined by `&`, in the given order. */
export function queryText(pairs: readonly QueryPair[]): string {
	let text = '';
	for (const [name, value] of pairs) text += text === '' ? `${name}=${value}` : `&${name}=${value}`;
	return text;
}

/** `name=value` joined by `&`, names and values encoded on the way. */
export const encodedQuery = (pairs: ReadonlyArray<readonly [name: string, value: string]>): string =>
	queryText(pairs.map(([name, value]) => [percentEncode(name), percentEncode(value)]));
