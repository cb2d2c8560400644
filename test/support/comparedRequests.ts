/** Two requests side by side: everything that a vendor looks at, part by part. */
import type { Received } from './wire';

/** A part that two requests do not share. */
export interface Difference {
	/** Such as `value PhoneNum` or `header x-tc-region`. */
	readonly part: string;
	/** Undefined where this package sends nothing of the kind. */
	readonly ours: string | undefined;
	readonly theirs: string | undefined;
}

/** What HTTP libraries write by themselves and no vendor looks at. */
const ofTheLibrary = /^(connection|accept-encoding|accept-language|content-length|sec-fetch-mode|cache-control|pragma|transfer-encoding)$/;

/** What is another in every request: only its form can be compared. */
const changing: ReadonlyArray<readonly [name: RegExp, pattern: RegExp, word: string]> = [
	[/^host$/, /:\d+$/, ''],
	[/^x-tc-timestamp$/, /^\d{10}$/, 'seconds'],
	[/^x-sdk-date$/, /^\d{8}T\d{6}Z$/, 'compact time'],
	[/^x-acs-date$/, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'time'],
	[/^x-acs-signature-nonce$/, /^[0-9a-z-]{32,}$/, 'nonce'],
	[/^x-tc-traceid$/, /^[0-9a-f-]{36}$/, 'id'],
	[/^authorization$/, /Signature=[0-9a-f]{64}$/, 'Signature=hex'],
	[/^authorization$/, /\d{4}-\d\d-\d\d(?=\/[a-z]+\/tc3_request)/, 'date'],
	[/^authorization$/, /SignedHeaders=[^,]+/, 'SignedHeaders=names'],
];

const settled = (name: string, value: string): string =>
	changing.reduce((text, [of, pattern, word]) => (of.test(name) ? text.replace(pattern, word) : text), value);

/** Where values travel, and which: the place is a difference of its own. */
interface Carried {
	readonly place: string;
	readonly values: ReadonlyArray<readonly [string, string]>;
}

const bodyOf = ({ headers, body }: Received): Carried => {
	const text = body.toString('utf8');
	if (headers['content-type']?.includes('form-urlencoded') === true) return { place: 'form', values: [...new URLSearchParams(text)] };
	const json: unknown = text === '' ? {} : JSON.parse(text);
	const values = Object.entries(Object(json)).map(([name, value]) => [name, JSON.stringify(value)] as const);
	return { place: 'JSON', values };
};

function partsOf(request: Received): ReadonlyMap<string, string> {
	const [path = '', query = ''] = request.target.split('?');
	const carried = [{ place: 'query', values: [...new URLSearchParams(query)] }, bodyOf(request)].filter(({ values }) => values.length > 0);
	const signed = /SignedHeaders=([^,]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
	return new Map([
		['method', request.method],
		['path', path],
		['place of values', carried.map(({ place }) => place).join(' and ')],
		['signed headers', signed],
		...carried.flatMap(({ values }) => values.map(([name, value]) => [`value ${name}`, value] as const)),
		...Object.entries(request.headers)
			.filter(([name]) => !ofTheLibrary.test(name))
			.map(([name, value]) => [`header ${name}`, settled(name, String(value))] as const),
	]);
}

/** What differs, in the order of the parts of our request and then of theirs. */
export function differences(ours: Received, theirs: Received): readonly Difference[] {
	const [own, official] = [partsOf(ours), partsOf(theirs)];
	return [...new Set([...own.keys(), ...official.keys()])]
		.map((part) => ({ part, ours: own.get(part), theirs: official.get(part) }))
		.filter((part) => part.ours !== part.theirs);
}

/** A difference that is meant, and why. */
export interface Explained {
	readonly part: RegExp;
	/** What stands there; undefined for nothing. */
	readonly ours: RegExp | undefined;
	readonly theirs: RegExp | undefined;
	readonly why: string;
}

const fits = (expected: RegExp | undefined, found: string | undefined): boolean =>
	expected === undefined || found === undefined ? expected === found : expected.test(found);

/** Whether a row of a table explains a difference. */
export const explains = (row: Explained, { part, ours, theirs }: Difference): boolean =>
	row.part.test(part) && fits(row.ours, ours) && fits(row.theirs, theirs);
