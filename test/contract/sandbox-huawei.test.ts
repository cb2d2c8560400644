/** The sandbox's Huawei Cloud, asked by Huawei Cloud's own SDK. */
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { permanentKey, temporaryKey } from '../../sandbox/huawei/keys';
import { callSdk, type SdkCall } from '../support/huaweiSdk';
import { otherCode, ownSandbox } from '../support/ownSandbox';

const own = ownSandbox();

const ask = async (call: SdkCall, key = permanentKey) => await callSdk(own.port(), key, call);
const send = async (data: object, key = permanentKey) => await ask({ method: 'POST', path: '/v2/servicerequest/verifycodes/send', data }, key);
const verify = async (data: object) => await ask({ method: 'POST', path: '/v2/servicerequest/verifycodes', data });
const read = async (path: string, query: Readonly<Record<string, string | number>> = {}, headers = {}) =>
	await ask({ method: 'GET', path: `/v2/servicerequest/${path}`, query, headers });

const contact = { contact_way: 1, contact_value: 'name+né@example.com', area_code: '86' };

it.each([
	['permanent', permanentKey],
	['temporary', temporaryKey],
])('a %s key sends a code, a second one only after a minute', async (_, key) => {
	expect(await send(contact, key)).toEqual({ httpStatusCode: 200, body: {} });
	expect(own.get().inbox.messages()).toMatchObject([
		{ vendor: 'huaweiCloud', api: 'SendVerifyCodes', channel: 'email', recipient: 'name+né@example.com' },
	]);
	expect(own.newestCode()).toMatch(/^\d{6}$/);
	own.wait(59);
	expect(await send(contact, key)).toMatchObject({ httpStatusCode: 200, body: { error_code: 'OSM.01010024' } });
	own.wait(1);
	expect((await send(contact, key)).body).toEqual({});
});

it('a contact lives from its code to its place in the list', async () => {
	const query = { contact_way: 1, contact_value: contact.contact_value };
	expect((await read('verifycodes/need-verify', query)).body).toEqual({ need_verify_code: 1 });
	await send(contact);
	const verify_code = own.newestCode();
	expect((await verify({ ...contact, verify_code: otherCode(verify_code) })).body).toMatchObject({ error_code: 'OSM.01010010' });
	expect((await verify({ ...contact, verify_code })).body).toEqual({});
	expect((await verify({ ...contact, verify_code })).body).toMatchObject({ error_code: 'OSM.01010010' });
	expect((await read('verifycodes/need-verify', query)).body).toMatchObject({ need_verify_code: 0 });
	expect((await read('verifycodes/has-verified')).body).toMatchObject({ count: 1, contact_list: [contact] });
});

it('a code is valid for five minutes', async () => {
	await send(contact);
	own.wait(301);
	expect((await verify({ ...contact, verify_code: own.newestCode() })).body).toMatchObject({ error_code: 'OSM.01010010' });
});

it('country names come in the language that is asked for', async () => {
	const named = async (language: string) => JSON.stringify((await read('config/area-codes', {}, { 'X-Language': language })).body);
	expect(await named('en-us')).toContain('Germany');
	expect(await named('zh-cn')).toContain('德国');
});

it.each([
	['a wrong secret', { ...permanentKey, secretKey: temporaryKey.secretKey }, /verify aksk signature fail/],
	['a key that nobody has', { ...permanentKey, accessKey: 'NOBODY' }, /not exist/],
	['a temporary key without its token', { accessKey: temporaryKey.accessKey, secretKey: temporaryKey.secretKey }, /security token/],
])('%s is refused', async (_, key, why) => {
	expect(await send(contact, key)).toMatchObject({ httpStatusCode: 401, errorCode: 'APIGW.0301', errorMsg: expect.stringMatching(why) as unknown });
	expect(own.get().inbox.messages()).toHaveLength(0);
});

it('six wrong signatures in a row lock the key for five minutes', async () => {
	for (let count = 0; count < 6; count += 1) await send(contact, { ...permanentKey, secretKey: 'wrong' });
	expect((await send(contact)).errorMsg).toContain('failed to reach the limit');
	own.wait(301);
	expect((await send(contact)).body).toEqual({});
});

it.each([
	[-910, 401],
	[-890, 200],
	[890, 200],
	[910, 401],
])('a clock that is %i seconds away gets HTTP %i', async (seconds, status) => {
	own.wait(seconds);
	expect((await read('config/area-codes')).httpStatusCode).toBe(status);
});

it.each([
	['a number as text', { ...contact, contact_way: '1' }, 'OSM.01010001', 200],
	['another way', { ...contact, contact_way: 2 }, 'OSM.01010012', 200],
	['a missing value', { contact_way: 1, contact_value: 'name@example.com' }, 'OSM.0001', 400],
	['a number where an address belongs', { ...contact, contact_value: '123' }, 'OSM.01010001', 200],
])('%s is refused', async (_, data, code, status) => {
	const { body, errorCode, httpStatusCode } = await send(data);
	expect([errorCode ?? body?.['error_code'], httpStatusCode]).toEqual([code, status]);
});

it('an unknown path, host or account is refused', async () => {
	expect(await ask({ method: 'GET', path: '/v2/servicerequest/nothing' })).toMatchObject({ httpStatusCode: 404, errorCode: 'APIGW.0101' });
	expect(await ask({ method: 'GET', path: '/v2/servicerequest/config/area-codes', host: 'osm.xx-1.myhuaweicloud.com' })).toMatchObject({ errorCode: 'APIGW.0101' });
	expect((await ask({ method: 'GET', path: '/v2/servicerequest/config/area-codes', domainId: 'other' })).body).toMatchObject({ error_code: 'OSM.01010011' });
});

it('which accounts a key belongs to is told by IAM', async () => {
	const { body } = await ask({ method: 'GET', path: '/v3/auth/domains', host: 'iam.ap-southeast-3.myhuaweicloud.com' });
	expect(body).toMatchObject({ domains: [{ name: 'sandbox-account' }] });
});

it('every documented code comes for its recipient, with its status and words', async () => {
	const listed = own.get().recipients().filter(({ operation, demand }) => operation === 'ticketContact.sendCode' && demand.refusal !== undefined);
	const declared = huaweiCloud.operations.find(({ value: operation }) => operation === 'sendCode');
	const documented = new Set([...Object.keys(huaweiCloud.commonCodes), ...Object.keys(declared?.codes ?? {})]);
	expect(new Set(listed.map(({ demand }) => demand.refusal?.code))).toEqual(documented);
	for (const { phone = '', email = '', demand } of listed) {
		const { code = '', status, text = '' } = demand.refusal ?? {};
		for (const data of [{ contact_way: 0, contact_value: phone, area_code: '86' }, { ...contact, contact_value: email }]) {
			const { body, errorCode, errorMsg, httpStatusCode } = await send(data);
			expect(httpStatusCode).toBe(status);
			expect(errorCode ?? body?.['error_code']).toBe(code.replace(/^IAM\.(\d{3})$/, '$1'));
			expect(errorMsg ?? body?.['error_msg']).toContain(text);
		}
	}
	expect(own.get().inbox.messages()).toHaveLength(0);
});
