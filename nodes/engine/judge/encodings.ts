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

/** Escapes may be escaped once more on their way through several hands; bounds keep a search linear. */
function formsOf(character: string): string {
	const name = htmlNames[character];
	const code = character.codePointAt(0) ?? 0;
	const units = character.split('').map((unit) => `\\\\{1,4}u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	const bytes = [...Buffer.from(character, 'utf8')].map((byte) => `%(?:25){0,3}${hexOf(byte)}`);
	const plain = /[a-z\d]/i.test(character) ? character : `\\\\{0,4}\\u{${code.toString(16)}}`;
	const entities = [`#0{0,4}${String(code)}`, `#x0{0,4}${code.toString(16)}`, ...(name === undefined ? [] : [name])];
	const form = [`&(?:amp;){0,3}(?:${entities.join('|')});`, ...(character === ' ' ? ['\\+'] : [])];
	return `(?:${[units.join(''), bytes.join(''), ...form, plain].join('|')})`;
}

/**
 * The source of a regular expression, with the flag `u`, for a text of which any sign may be escaped: as JSON does it
 * in any language, as HTML does it by name and by number, and for addresses and forms.
 *
 * @returns undefined for texts that are too long for it.
 */
export const escapedPattern = (text: string): string | undefined =>
	text.length > longestEscaped ? undefined : Array.from(text, formsOf).join('');
