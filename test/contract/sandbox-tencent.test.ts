/** The sandbox's Tencent Cloud, asked by Tencent Cloud's own SDK. */
import { permanentKey, temporaryKey } from '../../sandbox/tencent/keys';
import { otherCode, ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';
import { callSdk, type SdkCaller, type Service } from '../support/tencentSdk';
import { codeOf, signed as signedAt } from '../support/tencentSigned';

const own = ownSandbox();

const ask = async (service: Service, action: string, values: object, caller: SdkCaller = permanentKey) =>
	await callSdk(own.port(), caller, service, action, values);

const signed = (names: string, more: Readonly<Record<string, string>> = {}, body = '{}') => signedAt(own.time(), names, more, body);

const accepted = { data: expect.objectContaining({ RequestId: expect.stringMatching(/^[\da-f-]{36}$/) as unknown }) as unknown };

const sends: ReadonlyArray<readonly [Service, string, object, { recipient: string; digits: number; again: string }]> = [
	[
		'domain',
		'SendIntlPhoneEmailCode',
		{ Type: 2, Code: 'né@example.com' },
		{ recipient: 'né@example.com', digits: 6, again: 'InternalError.SendVerifyCodeErr' },
	],
	[
		'intlpartnersmgt',
		'SendVerifyCode',
		{ CountryCode: '852', PhoneNum: '18888888888' },
		{ recipient: '+852 18888888888', digits: 6, again: 'FailedOperation.SendVerifyCodeLimit60' },
	],
	[
		'smh',
		'SendSmsCode',
		{ Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', InstanceId: 'n0v9tdme' },
		{ recipient: '+86 18999999999', digits: 4, again: 'RequestLimitExceeded.SendSms' },
	],
];

describe.each(sends)('%s %s', (service, action, values, { recipient, digits, again }) => {
	it('sends a code to the inbox, a second one only after 60 seconds', async () => {
		expect(await ask(service, action, values)).toEqual(accepted);
		expect(own.get().inbox.messages()).toMatchObject([{ vendor: 'tencentCloud', api: action, recipient }]);
		expect(own.get().inbox.messages()[0]?.code).toMatch(new RegExp(`^\\d{${String(digits)}}$`));
		own.wait(59);
		expect(await ask(service, action, values)).toEqual({ code: again });
		own.wait(1);
		expect(await ask(service, action, values)).toEqual(accepted);
		expect(own.get().inbox.messages()).toHaveLength(2);
	});

	it('takes 20 requests a second', async () => {
		const answers = [];
		for (let count = 0; count < 21; count += 1) answers.push((await ask(service, action, values)).code);
		expect(answers.filter((code) => code === 'RequestLimitExceeded')).toHaveLength(1);
		expect(answers.at(-1)).toBe('RequestLimitExceeded');
		own.wait(1.001);
		expect((await ask(service, action, values)).code).toBe(again);
	});
});

it('a temporary key is known with its token, and in a GET request too', async () => {
	const list = { PageSize: 2, PageNumber: 1 };
	for (const reqMethod of ['POST', 'GET'] as const) {
		const answer = await ask('smh', 'DescribeOfficialInstances', list, { ...temporaryKey, reqMethod });
		expect(answer.data).toMatchObject({ TotalCount: 3, List: [{ InstanceId: 'n0v9tdme' }, {}] });
	}
	expect((await ask('sts', 'GetCallerIdentity', {}, temporaryKey)).data).toMatchObject({ Type: 'CAMUser' });
});

it.each([
	['a wrong secret', { ...permanentKey, secretKey: temporaryKey.secretKey }, 'AuthFailure.SignatureFailure'],
	['a key that nobody has', { ...permanentKey, secretId: 'AKIDnobody' }, 'AuthFailure.SecretIdNotFound'],
	['a temporary key without its token', { secretId: temporaryKey.secretId, secretKey: temporaryKey.secretKey }, 'AuthFailure.TokenFailure'],
	['a permanent key with a token', { ...permanentKey, token: temporaryKey.token }, 'AuthFailure.TokenFailure'],
])('%s is refused', async (_, caller, code) => {
	expect(await ask('smh', 'SendSmsCode', { Purpose: 'BindSuperAdmin', PhoneNumber: '1' }, caller)).toEqual({ code });
	expect(own.get().inbox.messages()).toHaveLength(0);
});

it.each([
	[-301, 'AuthFailure.SignatureExpire'],
	[-290, undefined],
	[290, undefined],
	[302, 'AuthFailure.SignatureExpire'],
])('a clock that is %i seconds away gives %s', async (seconds, code) => {
	own.wait(seconds);
	expect((await ask('smh', 'DescribeOfficialInstances', {})).code).toBe(code);
});

it.each(['content-type;host', 'content-type;host;x-tc-action', 'content-type;host;x-tc-action;x-tc-timestamp;x-tc-version'])(
	'a signature over %s is read by the vendor\'s code, and covers every byte',
	async (names) => {
		const request = signed(names, {}, '{"OrderBy":"né 你好 😀"}');
		expect(codeOf((await sendBytes(own.get().url, request)).text)).toBeUndefined();
		const spoilt = [
			{ ...request, body: `${request.body} ` },
			{ ...request, headers: { ...request.headers, 'content-type': 'application/json' } },
			{ ...request, headers: { ...request.headers, host: 'smh.ap-hongkong.tencentcloudapi.com' } },
			...(names.includes('action') ? [{ ...request, headers: { ...request.headers, 'x-tc-action': 'SendSmsCode' } }] : []),
		];
		for (const one of spoilt) expect(codeOf((await sendBytes(own.get().url, one)).text)).toBe('AuthFailure.SignatureFailure');
	},
);

it.each([
	['a signature without host', signed('content-type').headers, 'AuthFailure.InvalidAuthorization'],
	['no signature', { ...signed('content-type;host').headers, authorization: '' }, 'AuthFailure.InvalidAuthorization'],
	['an unknown action', { 'x-tc-action': 'SendSmsCodes' }, 'InvalidAction'],
	['no action', { 'x-tc-action': '' }, 'MissingParameter'],
	['another version', { 'x-tc-version': '2018-08-08' }, 'NoSuchVersion'],
	['an unknown product', { host: 'nothing.tencentcloudapi.com' }, 'NoSuchProduct'],
])('%s is refused as documented', async (_, more, code) => {
	const { status, text } = await sendBytes(own.get().url, {
		...signed('content-type;host', more),
		...('authorization' in more ? { headers: more } : {}),
	});
	expect(status).toBe(200);
	expect(codeOf(text)).toBe(code);
});

it('names, types and presence of the values are checked', async () => {
	const codes = [];
	for (const body of ['{"Unknown":1}', '{"PageSize":"2"}', '[]', '{', '{"PageSize":101}']) {
		codes.push(codeOf((await sendBytes(own.get().url, signed('content-type;host', {}, body))).text));
	}
	expect(codes).toEqual(['UnknownParameter', 'InvalidParameter', 'InvalidParameter', 'InvalidParameter', 'InvalidParameterValue.LimitExceeded']);
	expect(await ask('intlpartnersmgt', 'SendVerifyCode', { CountryCode: '852' })).toEqual({ code: 'MissingParameter' });
});

it('a domain contact lives from its code to its end', async () => {
	const contact = { Type: 1, Code: '18766554433' };
	await ask('domain', 'SendIntlPhoneEmailCode', contact);
	const code = own.newestCode();
	expect(await ask('domain', 'CreateIntlPhoneEmail', { ...contact, VerifyCode: otherCode(code) })).toEqual({ code: 'InternalError.VerifyCodeErr' });
	expect(await ask('domain', 'CreateIntlPhoneEmail', { ...contact, VerifyCode: code })).toEqual(accepted);
	expect(await ask('domain', 'CreateIntlPhoneEmail', { ...contact, VerifyCode: code })).toEqual({ code: 'InternalError.VerifiedPhoneEmailErr' });
	const list = await ask('domain', 'DescribeIntlPhoneEmailList', { Type: 1, Limit: 20, Offset: 0 });
	expect(list.data).toMatchObject({ TotalCount: 1, PhoneEmailList: [contact] });
	expect(await ask('domain', 'DeleteIntlPhoneEmail', contact)).toEqual(accepted);
	expect(await ask('domain', 'DeleteIntlPhoneEmail', contact)).toEqual({ code: 'InternalError.DeletePhoneEmailVerifyErr' });
});

it('a code is void after ten minutes', async () => {
	const contact = { Type: 2, Code: 'name@example.com' };
	await ask('domain', 'SendIntlPhoneEmailCode', contact);
	const verify = async () => {
		const where = { host: 'domain.intl.tencentcloudapi.com', 'x-tc-action': 'CreateIntlPhoneEmail', 'x-tc-version': '2018-08-08' };
		const body = JSON.stringify({ ...contact, VerifyCode: own.newestCode() });
		return codeOf((await sendBytes(own.get().url, signed('content-type;host', where, body))).text);
	};
	own.wait(601);
	expect(await verify()).toBe('InternalError.VerifyCodeErr');
	own.wait(-2);
	expect(await verify()).toBeUndefined();
});

it('the mainland\'s actions answer on the mainland\'s host alone, with codes of their own', async () => {
	const send = async (host: string) => {
		const where = { host, 'x-tc-action': 'SendPhoneEmailCode', 'x-tc-version': '2018-08-08' };
		return codeOf((await sendBytes(own.get().url, signed('content-type;host', where, '{"Type":1,"Code":"18766554433"}'))).text);
	};
	expect(await send('domain.intl.tencentcloudapi.com')).toBe('InvalidAction');
	expect(await send('domain.tencentcloudapi.com')).toBeUndefined();
	expect(await send('domain.tencentcloudapi.com')).toBe('FailedOperation.SendVerifyCodeIsLimited');
});

const application = {
	AccountType: 'company',
	Mail: 'customer@example.org',
	Password: 'Str0ng!pass',
	ConfirmPassword: 'Str0ng!pass',
	CountryCode: '852',
	PhoneNum: '91234567',
	Area: 'HK',
	TradeOne: 'kghy_01',
	TradeTwo: 'kghy_0101',
};

it('an account is created with the right code once, and is then known', async () => {
	await ask('intlpartnersmgt', 'SendVerifyCode', { CountryCode: '852', PhoneNum: '91234567' });
	const create = async (more: object) => (await ask('intlpartnersmgt', 'CreateAccount', { ...application, VerifyCode: own.newestCode(), ...more }));
	expect((await create({ VerifyCode: otherCode(own.newestCode()) })).code).toBe('FailedOperation.VerificationCodeIllegal');
	own.wait(1.001);
	expect((await create({ Area: 'DE' })).code).toBe('InvalidParameter.AreaContentIncorrect');
	expect((await create({ TradeTwo: 'kghy_0201' })).code).toBe('FailedOperation.TradeInfoIncorrect');
	const { data } = await create({});
	expect(data).toMatchObject({ Uin: expect.stringMatching(/^\d{12}$/) as unknown, Reason: 'success' });
	expect((await create({})).code).toBe('FailedOperation.VerificationCodeIllegal');
	const status = await ask('intlpartnersmgt', 'QueryAccountVerificationStatus', { ClientUin: Number(data?.['Uin']) });
	expect(status.data).toMatchObject({ AccountStatus: false });
});

it('five wrong codes void the right one', async () => {
	const number = { Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', InstanceId: 'k3p7free' };
	await ask('smh', 'SendSmsCode', number);
	const code = own.newestCode();
	for (let tries = 0; tries < 5; tries += 1) {
		expect((await ask('smh', 'VerifySmsCode', { ...number, Code: otherCode(code) })).code).toBe('UnauthorizedOperation.SmsCode');
	}
	expect((await ask('smh', 'VerifySmsCode', { ...number, Code: code })).code).toBe('UnauthorizedOperation.SmsCodeExceeded');
});

it('the right code makes the number the super administrator', async () => {
	const number = { Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', InstanceId: 'k3p7free' };
	await ask('smh', 'SendSmsCode', number);
	expect(await ask('smh', 'VerifySmsCode', { ...number, Code: own.newestCode() })).toEqual(accepted);
	const { data } = await ask('smh', 'DescribeOfficialInstances', { InstanceIds: ['k3p7free'], SuperAdminAccount: true });
	expect(data).toMatchObject({ List: [{ SuperAdminAccount: '+86 18999999999' }] });
	expect(await ask('smh', 'SendSmsCode', number)).toEqual({ code: 'InvalidParameterValue.NotModified' });
});

it('what the inbox keeps of a request has no signature and no token in it', async () => {
	await ask('smh', 'DescribeOfficialInstances', {}, temporaryKey);
	const seen = JSON.stringify(own.get().inbox.requests());
	expect(seen).toContain(temporaryKey.secretId);
	expect(seen).not.toContain(temporaryKey.token);
	expect(seen).not.toMatch(/Signature=[\da-f]/);
});
