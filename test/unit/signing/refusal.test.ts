/** Which keys are taken, and what is said of the others. */
import { keyOf, optionalKeyOf, SigningRefusal, textOf } from '../../../credentials/signing/refusal';

const odd = (label: string) =>
	new SigningRefusal(`The credential's field '${label}' has a space, a line end or a letter outside ASCII inside it. Copy the value again from the console.`);

test('a field is read without what copying leaves around it, and is empty where it is no text', () => {
	expect(textOf({ key: ' \n a b\t' }, 'key')).toBe('a b');
	for (const value of [undefined, null, 7, {}, ['a']]) expect(textOf({ key: value }, 'key')).toBe('');
});

test('a key is visible ASCII from the first sign to the last', () => {
	expect([keyOf({ key: ' !~Aa0 ' }, 'key', 'Key'), optionalKeyOf({ key: '!~Aa0\n' }, 'key', 'Key')]).toEqual(['!~Aa0', '!~Aa0']);
	for (const value of ['a b', 'a\nb', 'ä', 'a\u007f', '\u00a0a\u200b', '„a"']) {
		expect(() => keyOf({ key: value }, 'key', 'Secret Key')).toThrow(odd('Secret Key'));
		expect(() => optionalKeyOf({ key: value }, 'key', 'Token')).toThrow(odd('Token'));
	}
});

test('a key that is needed and missing is named; one that is not needed is empty', () => {
	for (const value of [undefined, '', ' \n', 7]) {
		expect(() => keyOf({ key: value }, 'key', 'Secret Key')).toThrow(
			new SigningRefusal("The credential's field 'Secret Key' is empty. Open the credential and fill it in."),
		);
		expect(optionalKeyOf({ key: value }, 'key', 'Token')).toBe('');
	}
});

test('a refusal says whether the same request may be signed later', () => {
	expect(new SigningRefusal('no')).toMatchObject({ name: 'SigningRefusal', message: 'no', passing: false, retryAfterSeconds: undefined });
	expect(new SigningRefusal('wait', true, 5)).toMatchObject({ passing: true, retryAfterSeconds: 5 });
});
