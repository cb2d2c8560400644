/** Any documented answer of the sandbox's Tencent Cloud on demand, as Tencent Cloud's own SDK gets it. */
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { permanentKey } from '../../sandbox/tencent/keys';
import { ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';
import { callSdk, type Service } from '../support/tencentSdk';
import { signed as signedAt } from '../support/tencentSigned';

const own = ownSandbox();

const ask = async (service: Service, action: string, values: object) =>
	await callSdk(own.port(), permanentKey, service, action, values);

const signed = (names: string, more: Readonly<Record<string, string>>, body: string) => signedAt(own.time(), names, more, body);

const accepted = { data: expect.objectContaining({ RequestId: expect.any(String) as unknown }) as unknown };

const sendAgain: Readonly<Record<string, (contact: string) => object>> = {
	'domainContact.sendCode': (Code) => ({ Type: Code.includes('@') ? 2 : 1, Code }),
	'partnerCustomer.sendCode': (PhoneNum) => ({ CountryCode: '852', PhoneNum }),
	'driveAdministrator.sendCode': (PhoneNumber) => ({ Purpose: 'BindSuperAdmin', PhoneNumber }),
};

it.each(tencentCloud.operations.filter(({ effect }) => effect === 'message'))(
	'every documented code of $api.action comes for its recipient',
	async ({ api, resource, value: operation, codes }) => {
		const key = `${resource.value}.${operation}`;
		const listed = own.get().recipients().filter((one) => one.operation === key && one.demand.refusal !== undefined);
		const documented = new Set([...Object.keys(codes), ...Object.keys(tencentCloud.commonCodes)]);
		expect(new Set(listed.map(({ id }) => id))).toEqual(documented);
		for (const { id, phone, email } of listed) {
			for (const contact of [phone, email]) {
				if (contact === undefined) continue;
				expect(await ask(api.service as Service, api.action, sendAgain[key]?.(contact) ?? {})).toEqual({ code: id });
			}
		}
		expect(own.get().inbox.messages()).toHaveLength(0);
	},
);

it('a recipient provokes its answer in its own operation alone', async () => {
	const verify = own.get().recipients().find(({ operation, id }) => operation === 'driveAdministrator.verify' && id === 'LimitExceeded.UserLimit');
	const number = { Purpose: 'BindSuperAdmin', PhoneNumber: verify?.phone };
	expect(await ask('smh', 'SendSmsCode', number)).toEqual(accepted);
	expect(await ask('smh', 'VerifySmsCode', { ...number, Code: own.newestCode() })).toEqual({ code: 'LimitExceeded.UserLimit' });
});

it('a switch answers the next call, with any code, and no call after it', async () => {
	own.get().answerNext({ vendor: 'tencentCloud', operation: 'partnerCustomer.getCountryCodes', code: 'InternalError' });
	own.get().answerNext({ vendor: 'tencentCloud', operation: 'GetTradeConfigList', code: 'Something.New', times: 2 });
	expect(await ask('intlpartnersmgt', 'GetCountryCodes', {})).toEqual({ code: 'InternalError' });
	expect(await ask('intlpartnersmgt', 'GetCountryCodes', {})).toEqual(accepted);
	for (const code of ['Something.New', 'Something.New', undefined]) {
		expect((await ask('intlpartnersmgt', 'GetTradeConfigList', {})).code).toBe(code);
	}
});

const fault = async (name: string) => {
	const found = own.get().recipients().find(({ operation, id }) => operation === 'partnerCustomer.sendCode' && id === name);
	const where = { host: 'intlpartnersmgt.intl.tencentcloudapi.com', 'x-tc-action': 'SendVerifyCode', 'x-tc-version': '2022-09-28' };
	const body = JSON.stringify({ CountryCode: '852', PhoneNum: found?.phone });
	return await sendBytes(own.get().url, signed('content-type;host', where, body));
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
	expect(own.get().inbox.messages()).toHaveLength(sent);
	expect(own.get().inbox.requests()[0]?.verdict).toMatchObject({ decision: 'fault', code: name });
});

it('a connection that is cut has sent its code', async () => {
	await expect(fault('reset')).rejects.toThrow(/ECONNRESET|socket hang up/);
	expect(own.get().inbox.messages()).toHaveLength(1);
});
