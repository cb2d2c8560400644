/** Numbers of all countries, and texts that are none. */
import fc from 'fast-check';
import { getCountries, getCountryCallingCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import { internationalNumber, nationalNumber, writtenNumber } from '../../../nodes/engine/input/phoneNumber';
import * as library from '../../../nodes/engine/input/phoneLibrary';
import { plainDigits } from '../../../nodes/engine/words/digits';

jest.mock('../../../nodes/engine/input/phoneLibrary', () => {
	const actual = jest.requireActual<typeof library>('../../../nodes/engine/input/phoneLibrary');
	return { parsePhoneNumberFromString: jest.fn(actual.parsePhoneNumberFromString) };
});

/** The digits for the vendor, or what stands against them. */
function within(text: string, country: string): string {
	const written = writtenNumber(text);
	if (written === undefined) return 'no number';
	const read = nationalNumber(written, country);
	return 'digits' in read ? read.digits : `contradicts ${read.contradicts.country ?? ''}`;
}

const abroad = (text: string): string => {
	const written = writtenNumber(text);
	return written === undefined ? 'no number' : internationalNumber(written);
};

const all = getCountries().flatMap((country) => {
	const example = getExampleNumber(country, examples);
	return example === undefined ? [] : [{ country, code: String(getCountryCallingCode(country)), number: String(example.nationalNumber), example }];
});

/** Names the countries for which something does not hold. */
const except = (holds: (one: (typeof all)[number]) => boolean): string[] =>
	all.filter((one) => !holds(one)).map(({ country }) => country);

describe('the mobile numbers of all countries', () => {
	it('are known', () => {
		expect(all.length).toBeGreaterThan(230);
	});

	it('stay what they are without a country code', () => {
		expect(except(({ code, number }) => within(number, code) === number)).toEqual([]);
	});

	it.each(['+', '00', '+ ', '(00) '])('lose the chosen country code behind "%s"', (sign) => {
		expect(except(({ code, number }) => within(`${sign}${code} ${number}`, code) === number)).toEqual([]);
	});

	it('lose a trunk prefix as the country itself writes it', () => {
		expect(except(({ code, number, example }) => within(example.formatNational(), code) === number)).toEqual([]);
	});

	it('keep their country code where it belongs in front', () => {
		for (const sign of ['+', '00', '', '+ ']) {
			expect(except(({ code, number }) => abroad(`${sign}${code}-${number}`) === code + number)).toEqual([]);
		}
	});

	it('lose the chosen country code without a plus sign, also where a landline has such digits', () => {
		expect(except(({ code, number }) => within(code + number, code) === number)).toEqual([]);
		const landlines = all.filter(({ code, number }) => parsePhoneNumberFromString(`+${code}${code}${number}`)?.isValid());
		expect(landlines.map(({ country }) => country)).toEqual(expect.arrayContaining(['DE', 'ID']));
	});

	it('contradict every other country that they are written with', () => {
		expect(except(({ code, number }) => code === '852' || within(`+${code}${number}`, '852') === `contradicts ${code}`)).toEqual([]);
	});
});

describe('numbers that begin with the code of their own country', () => {
	it.each([
		['39', '3933312345'],
		['49', '4921123456'],
		['7', '7012345678'],
		['55', '5512345678'],
		['34', '346123456'],
	])('are never cut: +%s %s', (country, number) => {
		expect(parsePhoneNumberFromString(`+${country}${number}`)?.nationalNumber).toBe(number);
		expect(within(number, country)).toBe(number);
		expect(within(`+${country} ${number}`, country)).toBe(number);
	});
});

describe('digits that are none of the number', () => {
	it.each([
		['62', '8123456789.0'],
		['62', '+628123456789.0'],
		['62', '８１２３４５６７８９．０'.replace('．', '.')],
		['49', '1761234567.00'],
		['62', '8123456789 (2)'],
		['62', '8123456789 [1]'],
		['62', '8123456789（２）'],
		['62', '8123456789/90'],
		['62', '0812-3456-789 / 8'],
		['62', '8123456789~90'],
		['62', '8123456789～90'],
		['62', '8123456789〜90'],
	])('make it no number, so that no stranger gets the code: %s %s', (country, number) => {
		expect(within(number, country)).toBe('no number');
		expect(abroad(number)).toBe('no number');
	});

	it.each([
		['49', '0171/1234567', '1711234567'],
		['32', '0475/12.34.56', '475123456'],
		['33', '06/12/34/56/78', '612345678'],
		['62', '(+62) 812 3456 789', '8123456789'],
		['62', '(0812 3456 789)', '8123456789'],
		['1', '1 (202) 555.0100', '2025550100'],
		['44', '+44 (0)7700 900.000', '7700900000'],
	])('are not seen where there are none: %s %s', (country, number, read) => {
		expect(within(number, country)).toBe(read);
	});
});

describe('what the library does not know', () => {
	it.each([
		['18888888888', '852'],
		['1', '852'],
		['1'.repeat(32), '852'],
		['12345', '999'],
		['5251234567', '8'],
	])('goes out as it is: %s in +%s', (number, country) => {
		expect(within(number, country)).toBe(number);
	});
});

describe('any text', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.string({ unit: fc.constantFrom(...'0123456789+-() ./０８٣'), maxLength: 60 }),
	);
	const country = fc.oneof(fc.constantFrom('1', '7', '44', '49', '86', '852', '1684', '999'), fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 16 }));

	it('is read without an exception, to digits that the person wrote or to nothing', () => {
		fc.assert(
			fc.property(text, country, (written, code) => {
				for (const read of [within(written, code), abroad(written)]) {
					if (!/^\d+$/.test(read)) {
						expect(read).toMatch(/^(no number|contradicts \d{0,3})$/);
						continue;
					}
					expect(read.length).toBeLessThanOrEqual(plainDigits(written).replace(/\D/g, '').length + 1);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('comes to the same when it is read once more', () => {
		fc.assert(
			fc.property(text, (written) => {
				const once = abroad(written);
				/* Of several zeros behind a country code each reading takes one; no number begins so. */
				fc.pre(!once.includes('00'));
				expect(!/^\d+$/.test(once) || once.startsWith('0') ? once : abroad(`+${once}`)).toBe(once);
			}),
			{ numRuns: 2000 },
		);
	});

	it.each(['1', '+', '-', ' ', '(', '00', '٣', '𝟗', '\u200b', '1-', '+1', '852', '1/', '/', '1.', '1~', '1(', '()'])('of 64,000 times "%s" asks the library for nothing', (unit) => {
		const asked = jest.mocked(library.parsePhoneNumberFromString).mockClear();
		const long = unit.repeat(Math.ceil(64_000 / unit.length));
		expect([within(long, '852'), abroad(long)]).toHaveLength(2);
		expect(asked).not.toHaveBeenCalled();
	});
});

describe('digits', () => {
	const systems = Intl.supportedValuesOf('numberingSystem').filter((system) =>
		/^\p{Nd}$/u.test(new Intl.NumberFormat(`en-u-nu-${system}`).format(7)),
	);

	it('of every script that Intl can write are read', () => {
		expect(systems.length).toBeGreaterThan(60);
		for (const system of systems) {
			const digits = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890);
			expect(`${system} ${plainDigits(digits)}`).toBe(`${system} 1234567890`);
		}
	});

	it('leave everything else as it is', () => {
		expect(plainDigits('²½Ⅷ一二 a-')).toBe('²½Ⅷ一二 a-');
	});
});
