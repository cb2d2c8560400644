/** What every signature of the three vendors is made of: hashes, sorted queries, canonical paths and header blocks. */
import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto';
import { type Bytes, percentDecode, type QueryPair, recode } from './encoding';
import { SigningRefusal } from './refusal';

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (data: Bytes): string => hash('sha256', data, 'hex');

/** A key: a secret as a person got it, or one that was derived. */
export type Key = string | KeyObject;

/** A derived key for {@link hmacSha256}. Node 24 is seven times slower with the bare bytes. */
export const derivedKey = (bytes: Buffer): KeyObject => createSecretKey(bytes);

/** HMAC-SHA256 as bytes. */
export const hmacSha256 = (key: Key, data: Bytes): Buffer => createHmac('sha256', key).update(data).digest();

/** HMAC-SHA256 in lower-case hexadecimal. */
export const hmacSha256Hex = (key: Key, data: Bytes): string => createHmac('sha256', key).update(data).digest('hex');

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const decoded = (text: string): string => (text.includes('%') ? percentDecode(text).toString('utf8') : text);

const isEscaped = ([name, value]: QueryPair): boolean => name.includes('%') || value.includes('%');

/** The pairs by name, then by value, in the order of the characters before encoding, as the vendors' SDKs sort them. */
export function sortedPairs(pairs: readonly QueryPair[]): readonly QueryPair[] {
	if (pairs.length < 2) return pairs;
	if (!pairs.some(isEscaped)) return [...pairs].sort((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
	return pairs
		.map((pair) => ({ pair, name: decoded(pair[0]) }))
		.sort((one, other) => compare(one.name, other.name) || compare(decoded(one.pair[1]), decoded(other.pair[1])))
		.map(({ pair }) => pair);
}

const plainPath = /^[\w\-.~/]*$/;

/** An address's path with every segment encoded strictly; slashes stay. */
export const canonicalPath = (path: string): string =>
	plainPath.test(path) ? path : path.split('/').map(recode).join('/');

/** Headers as they are signed. */
export interface CanonicalHeaders {
	/** `name:value` and a line feed for each header, names in lower case and sorted. */
	readonly block: string;
	/** The names, joined by semicolons. */
	readonly names: string;
}

/** How a vendor picks and reads the headers that it signs. */
export interface HeaderRules {
	/** Whether a header, by its name in lower case, is signed; all are when left out. */
	readonly belongs?: (name: string) => boolean;
	/** What is done to a value beyond trimming it. */
	readonly value?: (text: string) => string;
}

const everyHeader: HeaderRules = {};

interface SignedHeader {
	readonly name: string;
	readonly text: string;
}

/** What n8n's HTTP client sends as it is; other characters it leaves out, or writes in bytes other than UTF-8. */
const sentAsItIs = /^[\t\x20-\x7e]*$/;

/** A value without the white space around it, which no header keeps. */
function valueOf(name: string, given: string): string {
	if (sentAsItIs.test(given)) return given.trim();
	const text = given.replace(/^[\t\r\n ]+|[\t\r\n ]+$/g, '');
	if (sentAsItIs.test(text)) return text;
	throw new SigningRefusal(
		`The header ${name} has a line end or a letter outside ASCII inside it, with which it would not arrive as it was ` +
			'signed. Write its value in ASCII.',
	);
}

/** Puts a header behind those whose names do not come after its own: quicker than to sort the few that a request has. */
function putByName(signed: SignedHeader[], header: SignedHeader): void {
	let place = signed.length;
	while (place > 0) {
		const before = signed[place - 1];
		if (before === undefined || before.name <= header.name) break;
		signed[place] = before;
		place -= 1;
	}
	signed[place] = header;
}

/**
 * The headers that belong to a signature, in the form in which they are signed.
 *
 * @throws SigningRefusal for a value that would not arrive as it was signed.
 */
export function canonicalHeaders(
	headers: Readonly<Record<string, string>>,
	{ belongs, value }: HeaderRules = everyHeader,
): CanonicalHeaders {
	const signed: SignedHeader[] = [];
	for (const given of Object.keys(headers)) {
		const name = given.toLowerCase();
		if (belongs?.(name) === false) continue;
		const text = valueOf(given, headers[given] ?? '');
		putByName(signed, { name, text: value?.(text) ?? text });
	}
	let block = '';
	let names = '';
	for (const { name, text } of signed) {
		block += `${name}:${text}\n`;
		names += names === '' ? name : `;${name}`;
	}
	return { block, names };
}
