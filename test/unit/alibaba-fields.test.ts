import { locales } from '../../nodes/AlibabaCloud/locales';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import documented from '../data/alibaba-codes.json';
import { askedSource, checkedValues, declared } from '../support/declarations';

const outcome = (name: string, given: Readonly<Record<string, unknown>>) =>
	checkedValues(declared(alibabaCloud, `whatsAppNumber.${name}`), given);

const code = { PhoneNumber: '8613800001234', CustSpaceId: 'cams-kei1', Method: 'sms', Locale: 'zh_CN' };

describe('a WhatsApp registration code', () => {
	it('goes out with all four values as the vendor writes them', () => {
		expect(outcome('sendCode', code)).toEqual(code);
		expect(outcome('sendCode', { ...code, PhoneNumber: 8613800001234, Method: 'voice' })).toEqual({
			...code,
			Method: 'voice',
		});
	});

	it.each([
		'+8613800001234',
		'+86 138-0000-1234',
		'0086 138 0000 1234',
		'(86) 138.0000.1234',
		'８６１３８００００１２３４',
		'86 86 138 0000 1234',
	])('goes out in digits where the number is written %s', (PhoneNumber) => {
		expect(outcome('sendCode', { ...code, PhoneNumber })).toEqual(code);
	});

	it.each([
		['abc', "'Phone Number' must be a phone number"],
		['86-138-FLOWERS', "'Phone Number' must be a phone number"],
		['86138+1', "'Phone Number' must be a phone number"],
		['name@example.com', "'Phone Number' holds an email address"],
		['013800001234', "'Phone Number' begins with a zero, which no country code does"],
		['1'.repeat(33), "'Phone Number' must be 1 to 32 digits"],
	])('refuses the number %s before a request is made', (PhoneNumber, says) => {
		const refusal = outcome('sendCode', { ...code, PhoneNumber });
		expect(refusal).toMatchObject({ refused: 'PhoneNumber' });
		expect(refusal['says']).toContain(says);
	});

	it.each(['PhoneNumber', 'CustSpaceId', 'Method', 'Locale'])('wants %s', (wire) => {
		for (const empty of ['', '   ', null, undefined]) {
			const refusal = outcome('sendCode', { ...code, [wire]: empty });
			expect(refusal).toMatchObject({ refused: wire });
			expect(refusal['says']).toContain('is empty');
		}
	});

	it('takes the capitals of older pages and the dashes of other lists, and writes them as the vendor does', () => {
		expect(outcome('sendCode', { ...code, Method: 'SMS', Locale: 'zh-cn' })).toEqual(code);
		expect(outcome('sendCode', { ...code, Method: 'Voice' })).toMatchObject({ Method: 'voice' });
		expect(outcome('sendCode', { ...code, Locale: 'EN' })).toMatchObject({ Locale: 'en' });
	});

	it('refuses methods and languages that are not documented', () => {
		expect(outcome('sendCode', { ...code, Method: 'ivr' })).toMatchObject({ refused: 'Method' });
		expect(outcome('sendCode', { ...code, Locale: 'xx' })).toMatchObject({ refused: 'Locale' });
	});
});

describe('the languages', () => {
	it('are the 68 documented ones, each with a name of its own, in the order of their names', () => {
		expect(locales).toHaveLength(68);
		expect(locales.map(({ value }) => value).sort()).toEqual([...documented.locales].sort());
		const names = locales.map(({ name }) => name);
		expect(new Set(names).size).toBe(68);
		expect(names.filter((name) => !/^[A-Z][a-z]+( \([A-Z][A-Za-z ]+\))?$/.test(name))).toEqual([]);
		const groups = names.map((name) => name.split(' ')[0] ?? '');
		expect(groups).toEqual([...groups].sort());
	});

	it('are called what their codes say', () => {
		const english = new Intl.DisplayNames('en', { type: 'language' });
		const differing = locales.filter(({ value, name }) => {
			const plain = name.split(' ')[0] ?? '';
			return !(english.of(String(value).replace('_', '-')) ?? '').includes(plain);
		});
		// Unicode calls Bengali Bangla.
		expect(differing.map(({ value, name }) => `${String(value)} ${name}`)).toEqual(['bn Bengali']);
	});

	it('begin with one that the list has', () => {
		const locale = declared(alibabaCloud, 'whatsAppNumber.sendCode').fields.find(({ wire }) => wire === 'Locale');
		expect(locale).toMatchObject({ type: 'choice', default: 'en' });
		expect(locales.map(({ value }) => value)).toContain('en');
	});
});

describe('the step after the code', () => {
	it('takes the received code with its leading zeros, of any length up to 32', () => {
		const given = { PhoneNumber: '8613800001234', CustSpaceId: 'cams-kei1', VerifyCode: '012345' };
		expect(outcome('verifyAndRegister', given)).toEqual(given);
		expect(outcome('verifyAndRegister', { ...given, VerifyCode: '012-345' })).toEqual(given);
		expect(outcome('verifyAndRegister', { ...given, VerifyCode: 'aB-12' })).toMatchObject({ VerifyCode: 'aB-12' });
		expect(outcome('verifyAndRegister', { ...given, VerifyCode: '1'.repeat(33) })).toMatchObject({
			refused: 'VerifyCode',
		});
	});

	it('never goes out with an empty code', () => {
		const given = { PhoneNumber: '8613800001234', CustSpaceId: 'cams-kei1' };
		for (const VerifyCode of ['', '  ', '-', '\u200b', undefined, null]) {
			expect(outcome('verifyAndRegister', { ...given, VerifyCode })).toMatchObject({ refused: 'VerifyCode' });
		}
	});

	it('splits a new number into country code and the rest', () => {
		const given = {
			Cc: '86',
			PhoneNumber: '13800001234',
			VerifiedName: 'Müller & 中文',
			CustSpaceId: 'cams-kei1',
		};
		expect(outcome('add', given)).toEqual(given);
		expect(outcome('add', { ...given, Cc: '+86', PhoneNumber: '+86 138 0000 1234' })).toEqual(given);
		expect(outcome('add', { ...given, Cc: 'China' })).toMatchObject({ refused: 'Cc' });
	});

	it('lists without any value', () => {
		expect(outcome('list', {})).toEqual({});
		expect(outcome('listSpaces', {})).toEqual({});
	});
});

describe('the lists that feed the form', () => {
	const sourceOf = (operation: string, wire: string) =>
		askedSource(alibabaCloud, `whatsAppNumber.${operation}`, wire);
	const nothing = () => '';

	it('offer spaces by name, and instances where an entry has no space of its own', () => {
		const spaces = sourceOf('sendCode', 'CustSpaceId');
		expect(spaces?.from).toEqual({ resource: 'whatsAppNumber', operation: 'listSpaces' });
		expect(spaces?.choices({ CustSpaceId: 'cams-1', InstanceName: 'Shop' }, nothing)).toEqual([
			{ name: 'Shop (cams-1)', value: 'cams-1' },
		]);
		expect(spaces?.choices({ InstanceId: 'cams-2' }, nothing)).toEqual([{ name: 'cams-2', value: 'cams-2' }]);
		expect(spaces?.choices({ CustSpaceId: 7 }, nothing)).toEqual([]);
	});

	it.each(['sendCode', 'verifyAndRegister', 'getVerificationStatus', 'register', 'add'])(
		'offer the numbers of the chosen space to %s',
		(operation) => {
			const numbers = sourceOf(operation, 'PhoneNumber');
			expect(numbers?.from).toEqual({ resource: 'whatsAppNumber', operation: 'list' });
			expect(numbers?.parameters).toEqual({ CustSpaceId: 'CustSpaceId' });
			expect(numbers?.choices({ PhoneNumber: '+86 138', VerifiedName: 'Shop' }, nothing)).toEqual([
				{ name: '86138 (Shop)', value: '86138' },
			]);
			expect(numbers?.choices({ PhoneNumber: '86138' }, nothing)).toEqual([{ name: '86138', value: '86138' }]);
			expect(numbers?.choices({}, nothing)).toEqual([]);
		},
	);

	it('give to their own operation only values that it takes', () => {
		for (const { fields, resource } of alibabaCloud.operations) {
			for (const { source } of fields) {
				if (source === undefined || !('from' in source)) continue;
				expect(source.from.resource).toBe(resource.value);
				const {
					fields: taken,
					effect,
					listing,
				} = declared(alibabaCloud, `${resource.value}.${source.from.operation}`);
				expect([effect, listing === undefined]).toEqual(['read', false]);
				expect(taken.map(({ wire }) => wire)).toEqual(expect.arrayContaining(Object.keys(source.parameters ?? {})));
			}
		}
	});
});
