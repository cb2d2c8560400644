import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { checkedValues, declared } from '../support/declarations';

type Given = Readonly<Record<string, unknown>>;

const outcome = (name: string, given: Given) => checkedValues(declared(tencentCloud, name), given);

const digits = (count: number) => '1'.repeat(count);

describe('a domain contact', () => {
	const sent = (Type: unknown, Code: unknown) => outcome('domainContact.sendCode', { Type, Code });

	it.each(['18766554433', '7', digits(32), '+8618766554433', '+86.1360000000', '86.1360000000'])(
		'takes the number %s as it is',
		(number) => {
			expect(sent(1, number)).toEqual({ Type: 1, Code: number });
		},
	);

	it.each([
		['187 6655-4433', '18766554433'],
		['187.6655.4433', '18766554433'],
		['１８７６６５５４４３３', '18766554433'],
		['+86 136', '+86136'],
		['0086 136', '+86136'],
		['+86. 136-0000', '+86.1360000'],
		['86+86136', '+86136'],
	])('cleans the writing of %s, and nothing but the writing', (number, clean) => {
		expect(sent(1, number)).toEqual({ Type: 1, Code: clean });
	});

	it.each(['187a6554433', '++86136', '86+136', '+', '.'])('refuses the number %s before a request is made', (number) => {
		const refusal = sent(1, number);
		expect(refusal).toMatchObject({ refused: 'Code' });
		expect(refusal['says']).toContain("'Mobile Number or Email' must be a phone number");
	});

	it('says which limit a number breaks', () => {
		expect(sent(1, digits(33))).toMatchObject({ says: "'Mobile Number or Email' must be a mobile number of 1 to 32 digits, such as 18766554433" });
	});

	it('names the likely slip where number and address are mixed up', () => {
		expect(sent(1, '111@qq.com')).toEqual({ refused: 'Code', says: "'Type' is Mobile Number, and what 'Mobile Number or Email' holds fits Email Address" });
		expect(sent(2, '187-6655 4433')).toEqual({ refused: 'Code', says: "'Type' is Email Address, and what 'Mobile Number or Email' holds fits Mobile Number" });
	});

	it('takes one email address where Type is 2, and nothing else', () => {
		expect(sent(2, '111@qq.com')).toEqual({ Type: 2, Code: '111@qq.com' });
		for (const address of ['18766554433', 'a@b.c, d@e.f', 'a@b', '@qq.com', 'a b@qq.com']) {
			expect(sent(2, address)).toMatchObject({ refused: 'Code' });
		}
	});

	it('sends Type as a number, and refuses another kind', () => {
		expect(sent('2', '111@qq.com')).toEqual({ Type: 2, Code: '111@qq.com' });
		expect(sent(3, '18766554433')).toMatchObject({ refused: 'Type' });
	});

	it('is not verified with an empty code, and takes codes of any length', () => {
		const verified = (VerifyCode: unknown) =>
			outcome('domainContact.verify', { Type: 1, Code: '18766554433', VerifyCode });
		for (const empty of ['', '  ', null, undefined])
			expect(verified(empty)).toMatchObject({ refused: 'VerifyCode' });
		expect(verified('0123')).toMatchObject({ VerifyCode: '0123' });
		expect(verified(' ０１ 23-45 ')).toMatchObject({ VerifyCode: '012345' });
	});
});

describe('a partner customer', () => {
	const sent = (CountryCode: unknown, PhoneNum: unknown) =>
		outcome('partnerCustomer.sendCode', { CountryCode, PhoneNum });

	it('takes the documented example, and up to 32 digits', () => {
		expect(sent('852', '18888888888')).toEqual({ CountryCode: '852', PhoneNum: '18888888888' });
		expect(sent(852, digits(32))).toEqual({ CountryCode: '852', PhoneNum: digits(32) });
	});

	it.each(['7', '380', '86'])('refuses the country code %s and says which are refused', (country) => {
		expect(sent(country, '18888888888')).toEqual({
			refused: 'CountryCode',
			says: "'Country Code' must not be 7, 380 or 86",
		});
	});

	it.each(['+7', '007', '0086', '+86', '00380'])('refuses %s however it is written', (country) => {
		expect(sent(country, '18888888888')).toMatchObject({ refused: 'CountryCode', says: "'Country Code' must not be 7, 380 or 86" });
	});

	it.each(['+852', '00852', ' 852 ', '８５２', '852-'])('takes the country code "%s"', (country) => {
		expect(sent(country, '18888888888')).toEqual({ CountryCode: '852', PhoneNum: '18888888888' });
	});

	it.each(['HK', '', '00852x', '8,52'].map((country) => [country]))('refuses the country code "%s"', (country) => {
		expect(sent(country, '18888888888')).toMatchObject({ refused: 'CountryCode' });
	});

	it.each(['', '1888888888a', '+8618888888888', digits(33)])(
		'refuses the phone number "%s"',
		(number) => {
			expect(sent('852', number)).toMatchObject({ refused: 'PhoneNum' });
		},
	);
});

describe('a customer account', () => {
	const complete: Given = {
		AccountType: 'company',
		Mail: 'account@qq.com',
		Password: 'ABCabc123!',
		ConfirmPassword: 'ABCabc123!',
		PhoneNum: '18888888888',
		CountryCode: '852',
		Area: 'HK',
		VerifyCode: '012345',
		TradeOne: 'kghy_01',
		TradeTwo: 'kghy_0101',
	};
	const created = (change: Given) => outcome('partnerCustomer.createAccount', { ...complete, ...change });

	it('takes a complete form as it is', () => {
		expect(created({})).toEqual(complete);
		expect(created({ CustomerName: '李雷', Extended: 'test' })).toEqual({
			...complete,
			CustomerName: '李雷',
			Extended: 'test',
		});
	});

	it.each(['personal', 'company', 'business'])('takes the account type %s', (AccountType) => {
		expect(created({ AccountType })).toMatchObject({ AccountType });
	});

	it.each([
		['AccountType', 'private'],
		['Mail', 'account'],
		['Password', 'Abc123!'],
		['Password', `Abc123!${digits(14)}`],
		['Password', 'ABCabcdef!'],
		['Password', '123456789!'],
		['Password', 'ABCabc1234'],
		['Password', 'ABC abc123!'],
		['Password', ' ABCabc123!'],
		['ConfirmPassword', 'ABCabc123?'],
		['ConfirmPassword', 'ABCabc123! '],
		['CountryCode', 'China'],
		['Area', 'Hong Kong'],
		['Area', 'hk'],
		['VerifyCode', '12345'],
		['VerifyCode', '1234567'],
		['VerifyCode', ''],
		['TradeOne', ''],
		['TradeTwo', ' '],
		['CustomerName', 'A'],
		['CustomerName', '12345'],
		['CustomerName', 'x'.repeat(201)],
	])('is refused for its %s before a request is made, and the text does not repeat it', (wire, value) => {
		const twin = wire === 'Password' ? { ConfirmPassword: value } : {};
		const refusal = created({ [wire]: value, ...twin });
		expect(refusal).toMatchObject({ refused: wire });
		if (value.trim().length > 2) expect(refusal['says']).not.toContain(value);
	});

	it.each(['!', '@', '#', '$', '%', '^', '&', '*', '(', ')'])(
		'may have the symbol %s in its password',
		(symbol) => {
			const password = `ABCabc123${symbol}`;
			expect(created({ Password: password, ConfirmPassword: password })).toMatchObject({
				Password: password,
			});
		},
	);

	it('is asked for by an account ID that is a whole number, also when it comes as text', () => {
		const asked = (ClientUin: unknown) => outcome('partnerCustomer.getVerificationStatus', { ClientUin });
		expect(asked('200000123456')).toEqual({ ClientUin: 200000123456 });
		for (const wrong of [0, -1, 1.5, 'abc', '9007199254740993', ''])
			expect(asked(wrong)).toMatchObject({ refused: 'ClientUin' });
	});
});

describe('a drive administrator', () => {
	const sent = (change: Given) =>
		outcome('driveAdministrator.sendCode', {
			Purpose: 'BindSuperAdmin',
			PhoneNumber: '18999999999',
			...change,
		});

	it('needs purpose and number alone', () => {
		expect(sent({})).toEqual({ Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999' });
		expect(sent({ Purpose: 'ChannelUpdateVerify', InstanceId: 'n0v9tdme', CountryCode: '+852' })).toEqual({
			Purpose: 'ChannelUpdateVerify',
			PhoneNumber: '18999999999',
			InstanceId: 'n0v9tdme',
			CountryCode: '+852',
		});
	});

	it.each([
		['Purpose', ''],
		['PhoneNumber', '1899999999x'],
		['PhoneNumber', digits(33)],
		['CountryCode', 'China'],
		['CountryCode', '+'],
	])('is refused for its %s %s', (wire, value) => {
		expect(sent({ [wire]: value })).toMatchObject({ refused: wire });
	});

	it('takes a purpose that the page does not list, and writes a listed one as the page does', () => {
		expect(sent({ Purpose: 'TransferOwner' })).toMatchObject({ Purpose: 'TransferOwner' });
		expect(sent({ Purpose: 'bind_super_admin' })).toMatchObject({ Purpose: 'BindSuperAdmin' });
	});

	it.each(['86', '0086', 86, '+86'])('takes the country code %s and writes it with a plus sign', (CountryCode) => {
		expect(sent({ CountryCode })).toMatchObject({ CountryCode: '+86' });
	});

	it('is a number of China where no country code is given', () => {
		expect(sent({ PhoneNumber: '+86 189 9999 9999' })).toEqual({ Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999' });
		expect(sent({ PhoneNumber: '+852 5123 4567' })).toEqual({
			refused: 'PhoneNumber',
			says: "'Phone Number' begins with the country code +852, and 'Country Code' is left out, which stands for +86",
		});
	});

	it('is not verified with an address or a number in the place of the code', () => {
		for (const Code of ['name@example.com', '+86 189']) {
			expect(outcome('driveAdministrator.verify', { Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', Code })).toMatchObject({ refused: 'Code' });
		}
	});

	it('is not verified with an empty code', () => {
		const given = { Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', Code: ' ' };
		expect(outcome('driveAdministrator.verify', given)).toMatchObject({ refused: 'Code' });
	});

	it('is looked for in at most 100 instances', () => {
		const listed = (count: number) =>
			outcome('driveAdministrator.listInstances', {
				InstanceIds: Array.from({ length: count }, (_, at) => `i${String(at)}`),
			});
		expect(listed(100)).toHaveProperty('InstanceIds.length', 100);
		expect(listed(101)).toMatchObject({ refused: 'InstanceIds' });
	});
});
