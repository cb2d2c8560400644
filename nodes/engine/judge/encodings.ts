/** The forms in which a text turns up in messages, addresses and echoes of a request. */
import { percentEncode } from '../../../credentials/signing/encoding';

/** Characters of a base64 text that are the secret's alone, wherever in the encoded bytes it begins. */
function base64Cores(text: string): string[] {
	const bytes = Buffer.from(text, 'utf8');
	return [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '');
		const shared = (before + bytes.length) % 3 === 0 ? 0 : 1;
		return encoded.slice(Math.ceil((before * 8) / 6), encoded.length - shared);
	});
}

/** The text itself and its usual encodings: percent, form, JSON, HTML, base64 in both alphabets, hexadecimal. */
export function encodingsOf(text: string): string[] {
	const percent = percentEncode(text);
	const cores = base64Cores(text);
	return [
		text,
		percent,
		percent.replaceAll('%20', '+'),
		percentEncode(percent),
		JSON.stringify(text).slice(1, -1),
		text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
		...cores,
		...cores.map((core) => core.replaceAll('+', '-').replaceAll('/', '_')),
		Buffer.from(text, 'utf8').toString('hex'),
	];
}

/** Names that HTML has for signs. */
const htmlNames: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** Longer texts are tokens, whose signs need no escape in JSON or HTML. */
const longestEscaped = 256;

const hexOf = (number: number): string => number.toString(16).padStart(2, '0');

/** The escapes of a sign, each of which may be escaped once more on its way through several hands. */
function escapesOf(character: string): { readonly units: readonly string[]; readonly others: readonly string[] } {
	const name = htmlNames[character];
	const code = character.codePointAt(0) ?? 0;
	const units = character.split('').map((unit) => `u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	const bytes = [...Buffer.from(character, 'utf8')].map((byte) => `%(?:25){0,3}${hexOf(byte)}`);
	const entities = [`#0{0,4}${String(code)}`, `#x0{0,4}${code.toString(16)}`, ...(name === undefined ? [] : [name])];
	return { units, others: [bytes.join(''), `&(?:amp;){0,3}(?:${entities.join('|')});`] };
}

const someBackslashes = String.raw`\\{1,4}`;
const backslash = escapesOf('\\');

/**
 * A sign.
 *
 * @param begun - whether its own backslashes were read with those before it.
 */
function formsOf(character: string, begun: boolean): string {
	const { units, others } = escapesOf(character);
	const isPlain = /[a-z\d]/i.test(character);
	const unit = (isPlain && !begun ? someBackslashes : '') + units.join(someBackslashes);
	const own = isPlain || begun ? '' : String.raw`\\{0,4}`;
	const plain = isPlain ? character : String.raw`\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
	return `${own}(?:${[unit, ...others, ...(character === ' ' ? [String.raw`\+`] : []), plain].join('|')})`;
}

/**
 * A sign with the backslashes before it: each doubled, as JSON does it, or all escaped in one way. Which backslashes are
 * the sign's own can be told in one way alone, so that a search stays linear.
 */
function groupOf(before: number, sign: string): string {
	const forms = (begun: boolean) => (sign === '' ? '' : formsOf(sign, begun));
	if (before === 0) return forms(false);
	const escaped = [...backslash.units.map((unit) => someBackslashes + unit), ...backslash.others];
	const doubled = String.raw`\\{${String(before)},${String(5 * before + (sign === '' ? 0 : 4))}}${forms(true)}`;
	return `(?:${[doubled, ...escaped.map((form) => `(?:${form}){${String(before)}}${forms(false)}`)].join('|')})`;
}

/** Backslashes of a text with the sign behind them. */
const groups = /(\\*)([^\\]?)/gsu;

/**
 * The source of a regular expression, with the flag `u`, for a text of which any sign may be escaped: as JSON does it
 * in any language, as HTML does it by name and by number, and for addresses and forms.
 *
 * @returns undefined for texts that are too long for it.
 */
export const escapedPattern = (text: string): string | undefined =>
	text.length > longestEscaped
		? undefined
		: Array.from(text.matchAll(groups), ([, before = '', sign = '']) => groupOf(before.length, sign)).join('');
