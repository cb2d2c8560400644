/** Secrets and contacts as the languages, gateways and proxies of vendors escape them in a message. */
import { cleanerFor, keyReplacer } from '../../../nodes/engine/judge/clean';
import { noSecrets } from '../../../nodes/engine/judge/secrets';

const key = "sk/ab+cd==x&y'z";
const password = `P&ss"w'rd<1!(a)*~ é\\x`;
const code = '731942';
const phone = '18877776666';
const mail = "o'neil+x@example.com";

const cleaner = cleanerFor({ ...noSecrets, codes: [password, code], contacts: [phone, mail] }, keyReplacer([key]));

const each = (text: string, write: (character: string) => string): string => Array.from(text, write).join('');
const codePoint = (character: string): number => character.codePointAt(0) ?? 0;
const unit = (character: string): string => `\\u${codePoint(character).toString(16).padStart(4, '0')}`;
const percent = (text: string): string => Array.from(Buffer.from(text), (byte) => `%${byte.toString(16)}`).join('');
const named = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Who writes so, and how. */
const writers: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['JSON in JSON', (text) => JSON.stringify(JSON.stringify(text))],
	['the JSON of Go and Gson', (text) => text.replaceAll('\\', '\\\\').replace(/[<>&='"]/g, unit)],
	['the JSON of PHP', (text) => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('/', '\\/')],
	['JSON in ASCII alone', (text) => each(text, unit)],
	['JSON in ASCII alone, in capitals', (text) => each(text, (sign) => `\\u${unit(sign).slice(2).toUpperCase()}`)],
	['HTML by number', (text) => each(text, (sign) => `&#${String(codePoint(sign))};`)],
	['HTML by hexadecimal number', (text) => each(text, (sign) => `&#x0${codePoint(sign).toString(16)};`)],
	['HTML of Java', (text) => named(text).replaceAll('"', '&#34;').replaceAll("'", '&#39;')],
	['HTML by name', (text) => named(text).replaceAll('"', '&quot;').replaceAll("'", '&apos;')],
	['HTML in HTML', (text) => named(named(text).replaceAll('"', '&quot;').replaceAll("'", '&#039;'))],
	['an address of a browser', encodeURIComponent],
	['an address of a browser, in small letters', (text) => encodeURIComponent(text).replace(/%../g, (found) => found.toLowerCase())],
	['an address that is kept readable', encodeURI],
	['an address in an address', (text) => encodeURIComponent(encodeURIComponent(text))],
	['a form', (text) => new URLSearchParams([['', text]]).toString().slice(1)],
	['an address of which each sign is escaped', percent],
];

/** What a person could still make out of a text. */
const left = (secret: string, written: string, said: string): string[] =>
	[secret, written, written.slice(4, -4)].filter((text) => text.length > 3 && said.includes(text));

describe.each([['a key', key], ['a password', password], ['a code', code], ['a phone number', phone], ['an address', mail]])('%s', (_what, secret) => {
	it.each(writers)('is hidden in %s', (_writer, write) => {
		const written = write(secret);
		expect(left(secret, written, cleaner.text(`The value ${written} 无效`))).toEqual([]);
		expect(left(secret, written, JSON.stringify(cleaner.record({ [written]: [written] })))).toEqual([]);
	});
});

describe('a number', () => {
	it.each(['731,942', "731'942", '731’942', '731_942', '731.942', '7,31,942'])('is hidden as programs group its digits: %s', (written) => {
		expect(cleaner.text(`code ${written} is wrong`)).toBe('code *** is wrong');
	});

	it.each(['18,877,776,666', '18_877_776_666'])('is masked as programs group its digits: %s', (written) => {
		expect(cleaner.text(`number ${written} is wrong`)).not.toContain(written.slice(3, -4));
	});
});

describe('a text with escapes and no secret', () => {
	it('stays as it is', () => {
		const plain = 'Fish &amp; chips, 100%25 \\u0041, C:\\new &#65; 10,731 94 and 1,2,3';
		expect(cleaner.text(plain)).toBe(plain);
	});
});
