/** The sandbox's Alibaba Cloud, asked by Alibaba Cloud's own SDK. */
import { createServer } from 'node:http';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { permanentKey, spaceId, temporaryKey } from '../../sandbox/alibaba/keys';
import { callSdk, type SdkCall } from '../support/alibabaSdk';
import { otherCode, ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';

const own = ownSandbox();

const ask = async (action: string, values: Readonly<Record<string, string>>, more: Partial<SdkCall> = {}, key = permanentKey) =>
	await callSdk(own.port(), key, { action, values, ...more });

const number = { PhoneNumber: '8613800001234', CustSpaceId: spaceId };
const send = { ...number, Method: 'sms', Locale: 'zh_CN' };

it.each([
	['the query of a POST request', {}],
	['a form', { place: 'form' }],
	['the query of a GET request', { method: 'GET' }],
] as const)('a code is sent with the values in %s', async (_, how) => {
	expect(await ask('GetChatappVerifyCode', { ...send, Method: 'voice' }, how)).toMatchObject({
		statusCode: 200,
		body: { Code: 'OK', Success: true, RequestId: expect.stringMatching(/^[\dA-F-]{36}$/) as unknown },
	});
	expect(own.get().inbox.messages()).toMatchObject([
		{ vendor: 'alibabaCloud', api: 'GetChatappVerifyCode', channel: 'voice', recipient: '+8613800001234' },
	]);
	expect(own.newestCode()).toMatch(/^\d{6}$/);
});

it('signs of every kind in values are read as the SDK signed them', async () => {
	const VerifiedName = 'né 你好 😀 a+b*c %20 ~!\'()&=/?';
	expect(await ask('AddChatappPhoneNumber', { Cc: '86', PhoneNumber: '13800009999', VerifiedName, CustSpaceId: spaceId })).toMatchObject({ statusCode: 200 });
	const { body } = await ask('QueryChatappPhoneNumbers', { Status: 'UNVERIFIED' });
	expect(body).toMatchObject({ Code: 'OK', PhoneNumbers: [{ PhoneNumber: '8613800009999', VerifiedName }] });
});

it.each([
	['a wrong secret', { ...permanentKey, accessKeySecret: temporaryKey.accessKeySecret }, 'SignatureDoesNotMatch', 400],
	['a key that nobody has', { ...permanentKey, accessKeyId: 'LTAInobody' }, 'InvalidAccessKeyId.NotFound', 404],
	['a temporary key with a wrong token', { ...temporaryKey, securityToken: 'other' }, 'InvalidSecurityToken.MismatchWithAccessKey', 400],
	[
		'a temporary key without its token',
		{ accessKeyId: temporaryKey.accessKeyId, accessKeySecret: temporaryKey.accessKeySecret },
		'MissingSecurityToken',
		400,
	],
])('%s is refused', async (_, key, code, statusCode) => {
	expect(await ask('GetChatappVerifyCode', send, {}, key)).toMatchObject({ code, statusCode });
	expect(own.get().inbox.messages()).toHaveLength(0);
});

it('who calls is told to any valid key', async () => {
	for (const key of [permanentKey, temporaryKey]) {
		const { body } = await ask('GetCallerIdentity', {}, { host: 'sts.aliyuncs.com', version: '2015-04-01' }, key);
		expect(body).toMatchObject({ AccountId: expect.any(String) as unknown });
	}
});

it.each([
	[-910, 'InvalidTimeStamp.Expired'],
	[-890, undefined],
	[890, undefined],
	[910, 'InvalidTimeStamp.Expired'],
])('a clock that is %i seconds away gives %s', async (seconds, code) => {
	own.wait(seconds);
	expect((await ask('ListInstance', {})).code).toBe(code);
});

it.each([
	['an unknown action', ['GetChatappVerifyCodes', send, {}], 'InvalidAction.NotFound'],
	['another version', ['GetChatappVerifyCode', send, { version: '2018-06-06' }], 'InvalidVersion'],
	['another product', ['GetChatappVerifyCode', send, { host: 'nothing.aliyuncs.com' }], 'InvalidProduct.NotFound'],
	['a missing value', ['GetChatappVerifyCode', { ...send, Locale: '' }, {}], 'MissingLocale'],
	['an unknown value', ['GetChatappVerifyCode', { ...send, Phone: '1' }, {}], 'UnsupportedParameter'],
	['another account\'s space', ['GetChatappVerifyCode', { ...send, CustSpaceId: 'cams-other' }, {}], 'Unknown.ResourceOwnerId'],
] as const)('%s is refused as documented', async (_, [action, values, more], code) => {
	expect((await ask(action, values, more)).code).toBe(code);
});

it('a refusal by the product may come with HTTP 200, where the SDK takes it for an answer', async () => {
	expect(await ask('GetChatappVerifyCode', { ...send, Locale: 'xx' })).toMatchObject({
		statusCode: 200,
		body: { Code: 'InvalidParameter.LanguageNotSupport', Success: false },
	});
});

it('the same signed request is carried out once, for 15 minutes', async () => {
	const recorded = await record();
	const replay = async () => {
		const { status, text } = await sendBytes(own.get().url, { target: recorded.target, headers: recorded.headers });
		return [status, (JSON.parse(text) as { Code: string }).Code];
	};
	expect(await replay()).toEqual([200, 'OK']);
	expect(await replay()).toEqual([400, 'SignatureNonceUsed']);
	own.wait(14 * 60);
	expect(await replay()).toEqual([400, 'SignatureNonceUsed']);
	own.wait(2 * 60);
	expect(await replay()).toEqual([400, 'InvalidTimeStamp.Expired']);
});

/** A request of the SDK, caught on its way. */
async function record() {
	const caught = { target: '', headers: {} as Record<string, string> };
	const catcher = createServer((request, response) => {
		caught.target = request.url ?? '';
		caught.headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
		response.end('{}');
	});
	await new Promise<void>((resolve) => catcher.listen(0, '127.0.0.1', resolve));
	const address = catcher.address();
	const port = typeof address === 'object' && address !== null ? String(address.port) : '';
	await callSdk(port, permanentKey, { action: 'ListInstance', values: { InstanceName: 'né *' } });
	catcher.closeAllConnections();
	await new Promise<void>((resolve) => catcher.close(() => { resolve(); }));
	return caught;
}

it('ten requests a second pass, the next is told to wait', async () => {
	const answers = [];
	for (let count = 0; count < 11; count += 1) answers.push(await ask('ListInstance', {}));
	expect(answers.slice(0, 10).every(({ code }) => code === undefined)).toBe(true);
	expect(answers[10]).toMatchObject({ code: 'Throttling.User', statusCode: 400, retryAfter: 1000 });
	own.wait(1.001);
	expect((await ask('ListInstance', {})).code).toBeUndefined();
});

it('a number lives from its code to its registration', async () => {
	expect((await ask('GetPhoneNumberVerificationStatus', number)).body).toMatchObject({ Code: 'InvalidParameter.PhoneNumberError' });
	await ask('AddChatappPhoneNumber', { Cc: '86', PhoneNumber: '13800001234', VerifiedName: 'Shop', CustSpaceId: spaceId });
	expect((await ask('GetPhoneNumberVerificationStatus', number)).body).toMatchObject({ Data: { CodeVerificationStatus: 'NOT_VERIFIED' } });
	expect((await ask('ChatappPhoneNumberRegister', number)).body).toMatchObject({ Success: false });
	await ask('GetChatappVerifyCode', send);
	const wrong = otherCode(own.newestCode());
	expect((await ask('ChatappVerifyAndRegister', { ...number, VerifyCode: wrong })).body).toMatchObject({ Success: false });
	expect((await ask('ChatappVerifyAndRegister', { ...number, VerifyCode: own.newestCode() })).body).toMatchObject({ Code: 'OK' });
	const { body } = await ask('QueryChatappPhoneNumbers', { CustSpaceId: spaceId });
	expect(body?.['PhoneNumbers']).toContainEqual(expect.objectContaining({ PhoneNumber: '8613800001234', VerifiedName: 'Shop', Status: 'CONNECTED' }));
	expect((await ask('ChatappPhoneNumberRegister', number)).body).toMatchObject({ Code: 'OK' });
});

it('every documented code comes for its recipient, with its status and in its form', async () => {
	const listed = own.get().recipients().filter(({ operation, demand }) => operation === 'whatsAppNumber.sendCode' && demand.refusal !== undefined);
	const declared = alibabaCloud.operations.find(({ value: operation }) => operation === 'sendCode');
	const documented = new Set([...Object.keys(alibabaCloud.commonCodes), ...Object.keys(declared?.codes ?? {})]);
	expect(new Set(listed.map(({ demand }) => demand.refusal?.code))).toEqual(documented);
	for (const { phone = '', demand } of listed) {
		const answer = await ask('GetChatappVerifyCode', { ...send, PhoneNumber: phone });
		expect(answer.statusCode).toBe(demand.refusal?.status);
		expect(answer.code ?? answer.body?.['Code']).toBe(demand.refusal?.code);
	}
	expect(own.get().inbox.messages()).toHaveLength(0);
});
