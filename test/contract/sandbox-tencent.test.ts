/** The sandbox's Tencent Cloud, asked by Tencent Cloud's own SDK. */
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { permanentKey, temporaryKey } from '../../sandbox/tencent/keys';
import { everyHostIsHere, sendBytes } from '../support/sandboxClient';
import { expectedTc3 } from '../support/tc3Judge';
import { callSdk, type SdkCaller, type Service } from '../support/tencentSdk';

let sandbox: Sandbox;
let time = Date.now();

beforeAll(async () => {
	everyHostIsHere();
	sandbox = await startSandbox({ clock: () => time });
});
afterAll(async () => {
	jest.restoreAllMocks();
	await sandbox.close();
});
beforeEach(() => {
	time = Date.now();
	sandbox.reset();
});

const ask = async (service: Service, action: string, values: object, caller: SdkCaller = permanentKey) =>
	await callSdk(new URL(sandbox.url).port, caller, service, action, values);

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
		expect(sandbox.inbox.messages()).toMatchObject([{ vendor: 'tencentCloud', api: action, recipient }]);
		expect(sandbox.inbox.messages()[0]?.code).toMatch(new RegExp(`^\\d{${String(digits)}}$`));
		time += 59_000;
		expect(await ask(service, action, values)).toEqual({ code: again });
		time += 1000;
		expect(await ask(service, action, values)).toEqual(accepted);
		expect(sandbox.inbox.messages()).toHaveLength(2);
	});

	it('takes 20 requests a second', async () => {
		const answers = [];
		for (let count = 0; count < 21; count += 1) answers.push((await ask(service, action, values)).code);
		expect(answers.filter((code) => code === 'RequestLimitExceeded')).toHaveLength(1);
		expect(answers.at(-1)).toBe('RequestLimitExceeded');
		time += 1001;
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
	expect(sandbox.inbox.messages()).toHaveLength(0);
});

it.each([
	[-301, 'AuthFailure.SignatureExpire'],
	[-290, undefined],
	[290, undefined],
	[302, 'AuthFailure.SignatureExpire'],
])('a clock that is %i seconds away gives %s', async (seconds, code) => {
	time += seconds * 1000;
	expect((await ask('smh', 'DescribeOfficialInstances', {})).code).toBe(code);
});

/** A request whose Authorization covers these headers, signed by the text of the specification. */
function signed(names: string, more: Readonly<Record<string, string>> = {}, body = '{}') {
	const date = new Date(time).toISOString().slice(0, 10);
	const headers = {
		host: 'smh.ap-singapore.tencentcloudapi.com',
		'content-type': 'application/json; charset=UTF-8',
		'x-tc-action': 'DescribeOfficialInstances',
		'x-tc-version': '2021-07-12',
		'x-tc-timestamp': String(Math.floor(time / 1000)),
		authorization: `TC3-HMAC-SHA256 Credential=${permanentKey.secretId}/${date}/smh/tc3_request, SignedHeaders=${names}, Signature=${'0'.repeat(64)}`,
		...more,
	};
	const received = { method: 'POST', target: '/', headers, names: [], body: Buffer.from(body) };
	return { headers: { ...headers, authorization: expectedTc3(received, permanentKey.secretKey) }, body };
}

const codeOf = (text: string): unknown =>
	(JSON.parse(text) as { Response: { Error?: { Code: string } } }).Response.Error?.Code;

it.each(['content-type;host', 'content-type;host;x-tc-action', 'content-type;host;x-tc-action;x-tc-timestamp;x-tc-version'])(
	'a signature over %s is read by the vendor\'s code, and covers every byte',
	async (names) => {
		const request = signed(names, {}, '{"OrderBy":"né 你好 😀"}');
		expect(codeOf((await sendBytes(sandbox.url, request)).text)).toBeUndefined();
		const spoilt = [
			{ ...request, body: `${request.body} ` },
			{ ...request, headers: { ...request.headers, 'content-type': 'application/json' } },
			{ ...request, headers: { ...request.headers, host: 'smh.ap-hongkong.tencentcloudapi.com' } },
			...(names.includes('action') ? [{ ...request, headers: { ...request.headers, 'x-tc-action': 'SendSmsCode' } }] : []),
		];
		for (const one of spoilt) expect(codeOf((await sendBytes(sandbox.url, one)).text)).toBe('AuthFailure.SignatureFailure');
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
	const { status, text } = await sendBytes(sandbox.url, {
		...signed('content-type;host', more),
		...('authorization' in more ? { headers: more } : {}),
	});
	expect(status).toBe(200);
	expect(codeOf(text)).toBe(code);
});

it('names, types and presence of the values are checked', async () => {
	const codes = [];
	for (const body of ['{"Unknown":1}', '{"PageSize":"2"}', '[]', '{', '{"PageSize":101}']) {
		codes.push(codeOf((await sendBytes(sandbox.url, signed('content-type;host', {}, body))).text));
	}
	expect(codes).toEqual(['UnknownParameter', 'InvalidParameter', 'InvalidParameter', 'InvalidParameter', 'InvalidParameterValue.LimitExceeded']);
	expect(await ask('intlpartnersmgt', 'SendVerifyCode', { CountryCode: '852' })).toEqual({ code: 'MissingParameter' });
});

const newest = (): string => sandbox.inbox.messages()[0]?.code ?? '';
const other = (code: string): string => code.replace(/.$/, (last) => String((Number(last) + 1) % 10));

it('a domain contact lives from its code to its end', async () => {
	const contact = { Type: 1, Code: '18766554433' };
	await ask('domain', 'SendIntlPhoneEmailCode', contact);
	const code = newest();
	expect(await ask('domain', 'CreateIntlPhoneEmail', { ...contact, VerifyCode: other(code) })).toEqual({ code: 'InternalError.VerifyCodeErr' });
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
		const body = JSON.stringify({ ...contact, VerifyCode: newest() });
		return codeOf((await sendBytes(sandbox.url, signed('content-type;host', where, body))).text);
	};
	time += 601_000;
	expect(await verify()).toBe('InternalError.VerifyCodeErr');
	time -= 2000;
	expect(await verify()).toBeUndefined();
});

it('the mainland\'s actions answer on the mainland\'s host alone, with codes of their own', async () => {
	const send = async (host: string) => {
		const where = { host, 'x-tc-action': 'SendPhoneEmailCode', 'x-tc-version': '2018-08-08' };
		return codeOf((await sendBytes(sandbox.url, signed('content-type;host', where, '{"Type":1,"Code":"18766554433"}'))).text);
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
	const create = async (more: object) => (await ask('intlpartnersmgt', 'CreateAccount', { ...application, VerifyCode: newest(), ...more }));
	expect((await create({ VerifyCode: other(newest()) })).code).toBe('FailedOperation.VerificationCodeIllegal');
	time += 1001;
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
	const code = newest();
	for (let tries = 0; tries < 5; tries += 1) {
		expect((await ask('smh', 'VerifySmsCode', { ...number, Code: other(code) })).code).toBe('UnauthorizedOperation.SmsCode');
	}
	expect((await ask('smh', 'VerifySmsCode', { ...number, Code: code })).code).toBe('UnauthorizedOperation.SmsCodeExceeded');
});

it('the right code makes the number the super administrator', async () => {
	const number = { Purpose: 'BindSuperAdmin', PhoneNumber: '18999999999', InstanceId: 'k3p7free' };
	await ask('smh', 'SendSmsCode', number);
	expect(await ask('smh', 'VerifySmsCode', { ...number, Code: newest() })).toEqual(accepted);
	const { data } = await ask('smh', 'DescribeOfficialInstances', { InstanceIds: ['k3p7free'], SuperAdminAccount: true });
	expect(data).toMatchObject({ List: [{ SuperAdminAccount: '+86 18999999999' }] });
	expect(await ask('smh', 'SendSmsCode', number)).toEqual({ code: 'InvalidParameterValue.NotModified' });
});

describe('on demand', () => {
	const sendAgain: Readonly<Record<string, (contact: string) => object>> = {
		'domainContact.sendCode': (Code) => ({ Type: Code.includes('@') ? 2 : 1, Code }),
		'partnerCustomer.sendCode': (PhoneNum) => ({ CountryCode: '852', PhoneNum }),
		'driveAdministrator.sendCode': (PhoneNumber) => ({ Purpose: 'BindSuperAdmin', PhoneNumber }),
	};

	it.each(tencentCloud.operations.filter(({ effect }) => effect === 'message'))(
		'every documented code of $api.action comes for its recipient',
		async ({ api, resource, operation, codes }) => {
			const key = `${resource.value}.${operation}`;
			const listed = sandbox.recipients().filter((one) => one.operation === key && one.demand.outcome !== undefined);
			const documented = new Set([...Object.keys(codes), ...Object.keys(tencentCloud.commonCodes)]);
			expect(new Set(listed.map(({ id }) => id))).toEqual(documented);
			for (const { id, phone, email } of listed) {
				for (const contact of [phone, email]) {
					if (contact === undefined) continue;
					expect(await ask(api.service as Service, api.action, sendAgain[key]?.(contact) ?? {})).toEqual({ code: id });
				}
			}
			expect(sandbox.inbox.messages()).toHaveLength(0);
		},
	);

	it('a recipient provokes its answer in its own operation alone', async () => {
		const verify = sandbox.recipients().find(({ operation, id }) => operation === 'driveAdministrator.verify' && id === 'LimitExceeded.UserLimit');
		const number = { Purpose: 'BindSuperAdmin', PhoneNumber: verify?.phone };
		expect(await ask('smh', 'SendSmsCode', number)).toEqual(accepted);
		expect(await ask('smh', 'VerifySmsCode', { ...number, Code: newest() })).toEqual({ code: 'LimitExceeded.UserLimit' });
	});

	it('a switch answers the next call, with any code, and no call after it', async () => {
		sandbox.answerNext({ vendor: 'tencentCloud', operation: 'partnerCustomer.getCountryCodes', code: 'InternalError' });
		sandbox.answerNext({ vendor: 'tencentCloud', operation: 'GetTradeConfigList', code: 'Something.New', times: 2 });
		expect(await ask('intlpartnersmgt', 'GetCountryCodes', {})).toEqual({ code: 'InternalError' });
		expect(await ask('intlpartnersmgt', 'GetCountryCodes', {})).toEqual(accepted);
		for (const code of ['Something.New', 'Something.New', undefined]) {
			expect((await ask('intlpartnersmgt', 'GetTradeConfigList', {})).code).toBe(code);
		}
	});

	const fault = async (name: string) => {
		const found = sandbox.recipients().find(({ operation, id }) => operation === 'partnerCustomer.sendCode' && id === name);
		const where = { host: 'intlpartnersmgt.intl.tencentcloudapi.com', 'x-tc-action': 'SendVerifyCode', 'x-tc-version': '2022-09-28' };
		const body = JSON.stringify({ CountryCode: '852', PhoneNum: found?.phone });
		return await sendBytes(sandbox.url, signed('content-type;host', where, body));
	};

	it.each([
		['html-page', 502, 0],
		['half-json', 200, 1],
		['empty-answer', 200, 1],
		['redirect', 302, 0],
		['unauthorized', 401, 0],
		['too-many-requests', 429, 0],
	])('the fault %s comes with HTTP %i, with %i codes sent', async (name, status, sent) => {
		const answer = await fault(name);
		expect(answer.status).toBe(status);
		expect(() => JSON.parse(answer.text) as unknown).toThrow();
		expect(sandbox.inbox.messages()).toHaveLength(sent);
		expect(sandbox.inbox.requests()[0]?.verdict).toMatchObject({ outcome: 'fault', code: name });
	});

	it('a connection that is cut has sent its code', async () => {
		await expect(fault('reset')).rejects.toThrow(/ECONNRESET|socket hang up/);
		expect(sandbox.inbox.messages()).toHaveLength(1);
	});
});

it('what the inbox keeps of a request has no signature and no token in it', async () => {
	await ask('smh', 'DescribeOfficialInstances', {}, temporaryKey);
	const seen = JSON.stringify(sandbox.inbox.requests());
	expect(seen).toContain(temporaryKey.secretId);
	expect(seen).not.toContain(temporaryKey.token);
	expect(seen).not.toMatch(/Signature=[\da-f]/);
});
