/** Texts of the vendor and of the workflow: cut to what a person needs, in time that grows with their length alone. */
import fc from 'fast-check';
import { hasRepeatedNames } from '../../../nodes/engine/call/repeatedNames';
import { cleanerFor, keyReplacer } from '../../../nodes/engine/judge/clean';
import { readable, readableName } from '../../../nodes/engine/judge/message';
import { noSecrets } from '../../../nodes/engine/judge/secrets';

const long = 200_000;

describe('a long text', () => {
	/* Anything worse than linear does not come back within the time of a test. */
	it.each([
		['Chinese', '验'.repeat(long)],
		['dashes', '-'.repeat(long)],
		['digits with spaces between', '1 '.repeat(long / 2)],
		['digits', '1'.repeat(long)],
		['letters of a token', 'a'.repeat(long)],
		['spaces', ' '.repeat(long)],
		['words that nearly begin an echo', 'string to '.repeat(long / 10)],
		['server, again and again', 'server '.repeat(long / 7)],
		['quotes that are escaped in a text without end', `"${'\\"'.repeat(long / 2)}`],
	])('is read and cleaned to the end: %s', (_what, text) => {
		expect(readable(text).length).toBeLessThanOrEqual(501);
		const cleaner = cleanerFor(
			{ codes: ['731942', '2261', 'a1b2'], codeNames: new Set(), contacts: ['18877776666', 'name@example.com'], contactNames: new Set() },
			keyReplacer(['AKIDsecretid', 'x'.repeat(5_000)]),
		);
		expect(typeof cleaner.text(text)).toBe('string');
		expect(hasRepeatedNames(text)).toBe(false);
	});
});

describe('a secret that a visitor chose', () => {
	/* Each of these can be read in more ways than there is time for, unless there is one way to read it. */
	it.each([
		['backslashes', '\\'.repeat(40), '\\'.repeat(90)],
		['backslashes before a letter', `${'\\'.repeat(40)}a`, `${'\\'.repeat(90)}b`],
		['quotes with backslashes', `${'\\"'.repeat(30)}a`, `${'\\\\\\"'.repeat(40)}b`],
		['escapes of a backslash', `${'\\u005c'.repeat(20)}a`, `${'\\\\\\u005c'.repeat(40)}b`],
		['escapes for addresses', `${'\\%5c'.repeat(20)}a`, `${'\\%255c%5c'.repeat(40)}b`],
		['escapes of HTML', `${'\\&amp;#92;'.repeat(20)}a`, `${'\\&amp;amp;#92;&#92;'.repeat(40)}b`],
	])('is looked for to the end in a text of %s', (_what, secret, text) => {
		const cleaner = cleanerFor({ ...noSecrets, codes: [secret] }, keyReplacer([secret]));
		for (const said of [text, `${secret.slice(0, -1)}${text}`, text.repeat(500)]) expect(typeof cleaner.text(said)).toBe('string');
		expect(cleaner.text(`${text} ${JSON.stringify(secret)}`).endsWith('"***"')).toBe(true);
	});
});

describe('a message', () => {
	it.each([
		['Signature differs. server string to sign is:POST&%2F', 'Signature differs'],
		['verify fail, canonicalRequest:GET|/v2/', 'verify fail'],
		['Bad header Authorization: TC3-HMAC-SHA256 Credential=x', 'Bad header'],
		['ACS3-HMAC-SHA256 is not supported', 'ACS3-HMAC-SHA256 is not supported'],
		['The authorization header is missing', 'The authorization header is missing'],
		[`hash ${'ab'.repeat(32)} differs`, 'hash *** differs'],
		[`token MII${'x'.repeat(2_000)} refused`, 'token *** refused'],
		['one\n\ttwo\u0000three\u200b', 'one two three'],
		['', ''],
	])('%p is shown as %p', (message, shown) => {
		expect(readable(message)).toBe(shown);
	});

	it('names that the vendor gives have a length that can be shown', () => {
		expect(readableName('x'.repeat(5_000_000)).length).toBe(201);
	});
});

describe('JSON with a name twice', () => {
	it.each([
		['{"a":1,"a":2}', true],
		['{"a":1,"\\u0061":2}', true],
		['{"x":{"a":1},"y":{"a":1}}', false],
		['[{"a":1},{"a":1}]', false],
		['{"a":"b:\\"a\\":","b":1}', false],
		['{"a":{"b":[{"c":1,"c":2}]}}', true],
		['{}', false],
		['no JSON', false],
	])('is found: %s', (text, expected) => {
		expect(hasRepeatedNames(text)).toBe(expected);
	});

	it('is never found in what a program has written', () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => !hasRepeatedNames(JSON.stringify(value))));
	});
});

describe('cleaning', () => {
	it('changes nothing where there is nothing to hide, whatever the data is', () => {
		const cleaner = cleanerFor(noSecrets, (text) => text);
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (data) => {
				expect(JSON.stringify(cleaner.record(data))).toBe(JSON.stringify(data));
				expect(cleaner.changes(data)).toBe(false);
			}),
		);
	});

	it('leaves no secret of six characters and more, wherever it stands', () => {
		const secret = fc.stringMatching(/^[!-~]{6,40}$/);
		fc.assert(
			fc.property(secret, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (key, before, after) => {
				const cleaned = cleanerFor(noSecrets, keyReplacer([key])).text(`${before}${key}${after}`);
				expect(cleaned.includes(key) && !`${before}***${after}`.includes(key)).toBe(false);
			}),
		);
	});
});
