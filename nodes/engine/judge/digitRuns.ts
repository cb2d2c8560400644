/** Finds numbers that are to be hidden, however their digits are written and separated. */
import { digitsIn } from '../words/digits';
import { shortestAnywhere } from './secrets';

/** A number to look for. */
export interface SoughtNumber {
	/** Its digits as 0 to 9. */
	readonly digits: string;
	/** `code`: the digits themselves. `contact`: also with a country code more or less. */
	readonly kind: 'code' | 'contact';
}

/** Digits that stand together, and where. */
interface Segment {
	readonly digits: string;
	readonly start: number;
	readonly end: number;
}

/** So many digits at the end are enough to say whose number it is. */
const tellingDigits = 7;

/** Digits with at most three signs between them that people and programs put there: spaces, dashes, dots, brackets, commas. */
const runs = /\p{Nd}+(?:[\s\-.,'\u2019_()/\u00b7\u2000-\u200f\u2010-\u2015\u2060\ufeff]{1,3}\p{Nd}+)*/gu;

const segmentsOf = (text: string, from: number): Segment[] =>
	[...text.matchAll(/\p{Nd}+/gu)].map((found) => ({
		digits: digitsIn(found[0]),
		start: from + found.index,
		end: from + found.index + found[0].length,
	}));

function isSought(joined: string, { digits, kind }: SoughtNumber): boolean {
	if (joined === digits) return true;
	if (kind === 'code' || digits.length < tellingDigits) return false;
	return joined.endsWith(digits) || (joined.length >= tellingDigits && digits.endsWith(joined));
}

/** How many segments from the first on make up one of the numbers; 0 for none. */
function matching(segments: readonly Segment[], first: number, sought: readonly SoughtNumber[], longest: number): number {
	let joined = '';
	let best = 0;
	for (let count = 1; first + count <= segments.length; count += 1) {
		joined += segments[first + count - 1]?.digits ?? '';
		if (joined.length > longest) break;
		const whole = joined;
		if (sought.some((number) => isSought(whole, number))) best = count;
	}
	return best;
}

/** Numbers of six digits and more are hidden also inside longer ones. */
function inside(text: string, sought: readonly SoughtNumber[], shown: (text: string) => string): string {
	const digits = digitsIn(text);
	const found = sought.find((number) => number.digits.length >= shortestAnywhere && digits.includes(number.digits));
	return found === undefined ? text : shown(text);
}

function replaceInRun(run: string, sought: readonly SoughtNumber[], longest: number, shown: (text: string) => string): string {
	const segments = segmentsOf(run, 0);
	let result = '';
	let position = 0;
	for (let first = 0; first < segments.length; ) {
		const segment = segments[first];
		if (segment === undefined) break;
		const count = matching(segments, first, sought, longest);
		const end = segments[first + Math.max(count, 1) - 1]?.end ?? segment.end;
		const span = run.slice(segment.start, end);
		result += run.slice(position, segment.start) + (count > 0 ? shown(span) : inside(span, sought, shown));
		position = end;
		first += Math.max(count, 1);
	}
	return result + run.slice(position);
}

/**
 * Replaces numbers in a text, in time that grows with its length alone.
 *
 * @param shown - what takes the place of a number as it was written.
 */
export function replaceNumbers(text: string, sought: readonly SoughtNumber[], shown: (text: string) => string): string {
	if (sought.length === 0) return text;
	const longest = Math.max(...sought.map(({ digits }) => digits.length)) + tellingDigits;
	return text.replace(runs, (run) => replaceInRun(run, sought, longest, shown));
}
