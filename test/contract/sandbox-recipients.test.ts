/** Recipients of the sandbox: those that belong to nobody get their codes, and no list names a real person's number. */
import { permanentKey as alibabaKey } from '../../sandbox/alibaba/keys';
import { permanentKey as huaweiKey } from '../../sandbox/huawei/keys';
import { permanentKey as tencentKey } from '../../sandbox/tencent/keys';
import { callSdk as callAlibaba } from '../support/alibabaSdk';
import { callSdk as callHuawei } from '../support/huaweiSdk';
import { ownSandbox } from '../support/ownSandbox';
import { callSdk as callTencent } from '../support/tencentSdk';

const own = ownSandbox();

const ranges = [['1', '20255501', 2], ['44', '7700900', 3]] as const;
const numbers = ranges.flatMap(([dialling, start, digits]) =>
	['0', '37', '99', '9'.repeat(digits)].map((end) => [dialling, `${start}${end.padStart(digits, '0')}`] as const),
);

const recipientsOfInbox = () => own.get().inbox.messages().map(({ recipient }) => recipient);

const domain = async (Type: number, Code: string) => await callTencent(own.port(), tencentKey, 'domain', 'SendIntlPhoneEmailCode', { Type, Code });

describe.each(numbers)('the number +%s %s, reserved for fiction, gets its code', (dialling, number) => {
	it('from each service of Tencent Cloud', async () => {
		expect((await callTencent(own.port(), tencentKey, 'intlpartnersmgt', 'SendVerifyCode', { CountryCode: dialling, PhoneNum: number })).code).toBeUndefined();
		const drive = { Purpose: 'BindSuperAdmin', CountryCode: `+${dialling}`, PhoneNumber: number };
		expect((await callTencent(own.port(), tencentKey, 'smh', 'SendSmsCode', drive)).code).toBeUndefined();
		expect((await domain(1, `${dialling}${number}`)).code).toBeUndefined();
		expect(recipientsOfInbox()).toEqual([`${dialling}${number}`, `+${dialling} ${number}`, `+${dialling} ${number}`]);
	});

	it('from Alibaba Cloud', async () => {
		const values = { PhoneNumber: `${dialling}${number}`, Method: 'sms', Locale: 'en_US', CustSpaceId: 'cams-sandbox1' };
		expect((await callAlibaba(own.port(), alibabaKey, { action: 'GetChatappVerifyCode', values })).body).toMatchObject({ Code: 'OK' });
		expect(recipientsOfInbox()).toEqual([`+${dialling}${number}`]);
	});

	it('from Huawei Cloud', async () => {
		const data = { contact_way: 0, area_code: dialling, contact_value: number };
		expect(await callHuawei(own.port(), huaweiKey, { method: 'POST', path: '/v2/servicerequest/verifycodes/send', data })).toMatchObject({ body: {} });
		expect(recipientsOfInbox()).toEqual([`+${dialling} ${number}`]);
	});
});

it.each(['7700900123', '+447700900123', '00447700900123', '+44.7700900123', '+44 7700 900123', '+1 (202) 555-0123', '1.202.555.0123'])(
	'a domain contact may be written %s',
	async (code) => {
		expect((await domain(1, code)).code).toBeUndefined();
		expect(recipientsOfInbox()).toEqual([code]);
	},
);

it.each(['', '12', '+44 7700 9001ab', '+-()', '7700+900123', `${'1'.repeat(33)}`])('what is no number, %j, is no domain contact', async (code) => {
	expect((await domain(1, code)).code).toBe('InvalidParameterValue.InvalidParameterFormat');
});

it('any address at example.com gets its code', async () => {
	expect((await domain(2, 'anybody+1@example.com')).code).toBeUndefined();
	const data = { contact_way: 1, area_code: '1', contact_value: 'anybody+1@example.com' };
	await callHuawei(own.port(), huaweiKey, { method: 'POST', path: '/v2/servicerequest/verifycodes/send', data });
	expect(recipientsOfInbox()).toEqual(['anybody+1@example.com', 'anybody+1@example.com']);
});

it('a recipient that provokes an answer is nobody\'s, and none of those that get their codes', () => {
	const listed = own.get().recipients();
	const wrong = listed.filter(({ phone, email, diallingCode = '' }) => {
		const number = phone === undefined ? undefined : `${diallingCode}${phone}`;
		return (number !== undefined && !/^1(?!202)[2-9]\d{2}55501\d{2}$/.test(number)) || (email !== undefined && !email.endsWith('.example'));
	});
	expect(wrong).toEqual([]);
	expect(listed.filter(({ phone }) => phone !== undefined).length).toBeGreaterThan(1000);
});

it('a number is listed as its operation takes it: whole, or beside the field of its dialling code', () => {
	const shown = Object.fromEntries(
		own.get().recipients().filter(({ phone }) => phone !== undefined).map(({ api, phone = '', diallingCode }) => [api, [phone.length, diallingCode]]),
	);
	expect(shown).toMatchObject({
		SendVerifyCode: [10, '1'],
		SendSmsCode: [10, '1'],
		SendIntlPhoneEmailCode: [11, undefined],
		GetChatappVerifyCode: [11, undefined],
		AddChatappPhoneNumber: [10, '1'],
		SendVerifyCodes: [10, '1'],
	});
});

it('the page says which recipients are safe to use', async () => {
	const page = await (await fetch(own.get().url)).text();
	for (const safe of ['+1 202 555 0100', '+1 202 555 0199', '+44 7700 900000', '+44 7700 900999', 'example.com']) expect(page).toContain(safe);
});
