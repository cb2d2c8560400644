/** Numbers and addresses as people type them into the page. */
import { contactName, readContact, shownContact } from '../../../nodes/engine/page/contact';
import type { Journey } from '../../../nodes/engine/words/journey';

const journey: Journey = {
	resource: 'x',
	send: 'send',
	complete: 'complete',
	contacts: [
		{ kind: 'phone', wire: 'number', writing: 'international' },
		{ kind: 'email', wire: 'number' },
	],
	code: { wire: 'code' },
};
const countries = ['HK', 'GB', 'DE', 'US', 'CN', 'FR', 'IT', 'JP', 'KR', 'BR', 'IN', 'SA', 'ES', 'CA'];
const offered = { kinds: ['phone', 'email'] as const, countries };

function read(text: string, country = '', kinds: ReadonlyArray<'phone' | 'email'> = offered.kinds): string {
	const result = readContact(text, country, journey, { kinds, countries }, 'en');
	return 'said' in result ? `${result.said.word}${result.said.field === 'country' ? ' (country)' : ''}` : contactName(result.contact);
}

test.each([
	['HK', '5123 4567', '+85251234567'],
	['HK', '+852 5123-4567', '+85251234567'],
	['HK', '００８５２ ５１２３ ４５６７', '+85251234567'],
	['HK', '85251234567', '+85251234567'],
	['HK', '(852) 5123.4567', '+85251234567'],
	['GB', '07700 900123', '+447700900123'],
	['GB', '7700900123', '+447700900123'],
	['GB', '+44 (0)7700 900123', '+447700900123'],
	['GB', '0044 7700 900123', '+447700900123'],
	['GB', '+44 07700 900 123', '+447700900123'],
	['DE', '0151 23456789', '+4915123456789'],
	['DE', '+49 151 / 23456789', '+4915123456789'],
	['DE', '0049-151-23456789', '+4915123456789'],
	['DE', '015123456789', '+4915123456789'],
	['US', '(202) 555-0123', '+12025550123'],
	['US', '1-202-555-0123', '+12025550123'],
	['US', '+1.202.555.0123', '+12025550123'],
	['US', '202 555 0123', '+12025550123'],
	['CN', '138 0000 1234', '+8613800001234'],
	['CN', '+86 13800001234', '+8613800001234'],
	['CN', '8613800001234', '+8613800001234'],
	['CN', '１３８００００１２３４', '+8613800001234'],
	['FR', '06 12 34 56 78', '+33612345678'],
	['FR', '+33 6 12 34 56 78', '+33612345678'],
	['FR', '0033612345678', '+33612345678'],
	['IT', '312 345 6789', '+393123456789'],
	['IT', '+39 312 3456789', '+393123456789'],
	['JP', '090-1234-5678', '+819012345678'],
	['JP', '+81 90 1234 5678', '+819012345678'],
	['KR', '010-1234-5678', '+821012345678'],
	['KR', '+82 10 1234 5678', '+821012345678'],
	['BR', '(11) 91234-5678', '+5511912345678'],
	['BR', '+55 11 91234 5678', '+5511912345678'],
	['IN', '98765 43210', '+919876543210'],
	['IN', '098765 43210', '+919876543210'],
	['SA', '٠٥١ ٢٣٤ ٥٦٧٨', '+966512345678'],
	['SA', '+966 51 234 5678', '+966512345678'],
	['ES', '612 345 678', '+34612345678'],
	['', '+34 612 345 678', '+34612345678'],
	['', '0049 151 23456789', '+4915123456789'],
	['', '+1 613 555 0123', '+16135550123'],
])('%s: %s reaches %s', (country, text, number) => {
	expect(read(text, country)).toBe(number);
});

test.each([
	['HK', '123', 'numberTooShort'],
	['HK', '512345678901', 'numberTooLong'],
	['GB', '+852 5123 4567', 'otherCountry'],
	['DE', '+44 7700 900123', 'otherCountry'],
	['HK', 'call me', 'neitherOfBoth'],
	['HK', 'me.example.com', 'neitherOfBoth'],
	['HK', '51234567 or 61234567', 'neitherOfBoth'],
	['', '07700 900123', 'countryMissing (country)'],
	['RU', '+7 912 345 67 89', 'countryNotOffered (country)'],
	['', '+7 912 345 67 89', 'countryNotOffered (country)'],
	['__proto__', '5123 4567', 'countryNotOffered (country)'],
	['', 'me@example', 'notAnEmail'],
	['', 'me@example.com, you@example.com', 'notAnEmail'],
	['HK', '', 'notANumber'],
])('%s: "%s" is refused: %s', (country, text, said) => {
	expect(read(text, country)).toBe(said);
});

test.each([
	['me@example.com', 'me@example.com'],
	[' Me＠Example.com ', 'me@example.com'],
])('%s is the address %s', (text, address) => {
	expect(read(text)).toBe(address);
});

test('an address is refused where only numbers are taken, and a number where only addresses are', () => {
	expect(read('me@example.com', 'HK', ['phone'])).toBe('emailNotHere');
	expect(read('5123 4567', 'HK', ['email'])).toBe('notAnEmail');
	expect(read('call me', 'HK', ['phone'])).toBe('notANumber');
});

test('where one country is offered nobody has to choose it', () => {
	const result = readContact('5123 4567', '', journey, { kinds: ['phone'], countries: ['HK'] }, 'en');
	expect('contact' in result && contactName(result.contact)).toBe('+85251234567');
});

test.each([
	['HK', '852', '51234567', '+852 5123 4567'],
	['GB', '44', '7700900123', '+44 7700 900123'],
	['US', '1', '2025550123', '+1 202 555 0123'],
	['CN', '86', '13800001234', '+86 138 0000 1234'],
	['IT', '39', '0612345678', '+39 06 1234 5678'],
	['JP', '81', '901234567', '+81 901234567'],
	['XX', '999', '0123', '+999 0123'],
])('a person sees a number of %s in the groups of its country, and each of its digits: %s %s', (country, dialling, digits, shown) => {
	expect(shownContact({ kind: 'phone', country, dialling, digits })).toBe(shown);
});
