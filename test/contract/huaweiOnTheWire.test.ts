/** What arrives at Huawei Cloud when n8n sends it, judged by the signer of Huawei Cloud's SDK. */
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { expectedSdkHmac } from '../support/sdkHmacJudge';
import { send, type Received, type Route, useWire } from '../support/wire';

const accessKey = 'QTWAOYTTINDUT2QVKYUC';
const secretKey = 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc';
const host = 'osm.ap-southeast-1.myhuaweicloud.com';
const texts = { Chinese: '你好 😀 é', Plus: '1+1', Star: '*', Space: 'a b', Percent: '100%25', Tilde: '~', Empty: '', Marks: "!'()&=?#/" };

const wire = useWire({});

const credential = (more: Record<string, string> = {}) => ({
	type: new HuaweiCloudAccessKeyApi(),
	values: { accessKey, secretKey, securityToken: '', domainId: '', site: 'international', endpoint: wire.url(), ...more },
});

const accepted = (request: Received, prefix = '') => {
	expect(request.headers.authorization).toBe(expectedSdkHmac(request, accessKey, secretKey, prefix));
	expect(request.headers.host).toBe(host);
};

const routes: Route[] = ['helper', 'legacy'];

describe.each(routes)('by the route %s', (route) => {
	const shape = (method: string, path: string, more: object = {}) => ({
		method,
		[route === 'legacy' ? 'uri' : 'url']: `https://${host}${path}`,
		...(route === 'legacy' ? { json: false, encoding: null, useStream: true } : {}),
		...more,
	});
	const arrived = async (request: object, more: Record<string, string> = {}) => await wire.arrived(credential(more), request, route);

	it('a GET request with every kind of letter in its query is accepted', async () => {
		const request = await arrived(shape('GET', '/v2/servicerequest/config?Typed=a+b*&Flag', { qs: { ...texts, List: ['b', 'a'] } }));
		accepted(request);
		const sent = new URLSearchParams(request.target.split('?')[1]);
		expect(Object.fromEntries(sent)).toEqual({ Typed: 'a b*', Flag: '', ...texts, 'List[0]': 'b', 'List[1]': 'a' });
	});

	it('names that come more than once are accepted', async () => {
		accepted(await arrived(shape('GET', '/v2/x/?b=2&a=2&b=1&a=%E4%BD%A0&a=')));
	});

	it.each([['an object', { contact_value: texts.Chinese, contact_way: 0 }], ['a list', ['你', 1]], ['an empty object', {}]])(
		'a POST request with %s is accepted',
		async (_, body) => {
			const request = await arrived(shape('POST', '/v2/servicerequest/verifycodes/send', { body }));
			accepted(request);
			expect(JSON.parse(request.body.toString('utf8'))).toEqual(body);
			expect(request.headers['content-type']).toBe('application/json');
		},
	);

	it('a POST request without a body, and one with a charset, are accepted', async () => {
		accepted(await arrived(shape('POST', '/v2/x')));
		const headers = { 'content-type': 'application/json;charset=utf8', 'x-language': 'en-us', 'x-time-zone': 'GMT+8' };
		const request = await arrived(shape('PUT', '/v2/x', { headers, body: '{"a":"你"}' }));
		accepted(request);
		expect(request.headers['content-type']).toBe('application/json;charset=utf8');
		expect(request.headers.authorization).toContain('SignedHeaders=host;x-language;x-sdk-date;x-time-zone,');
	});

	it('temporary keys, an account and an endpoint with a path are accepted', async () => {
		const request = await arrived(shape('GET', '/v2/x', { qs: texts }), { securityToken: 'token', domainId: 'd78c', endpoint: `${wire.url()}/v2/` });
		accepted(request, '/v2');
		expect(request.target).toMatch(/^\/v2\/v2\/x\?/);
		expect(request.headers).toMatchObject({ 'x-security-token': 'token', 'x-domain-id': 'd78c' });
	});
});

it('what n8n signs again after an HTTP 401 is accepted', async () => {
	wire.statuses.push(401, 200);
	const { error } = await send(credential({ endpoint: `${wire.url()}/v2` }), [{ method: 'POST', url: `https://${host}/v2/x`, qs: texts, body: { a: 1 } }]);
	expect(error).toBeUndefined();
	expect(wire.received()).toHaveLength(2);
	for (const request of wire.received()) accepted(request, '/v2');
});

it('form data that cannot be signed arrives with the word for it under the signature', async () => {
	const form = { method: 'POST', uri: `https://${host}/v2/files`, formData: { file: { value: Buffer.from('你'), options: { filename: 'a.txt' } } } };
	const { error } = await send(credential(), [form], 'legacy');
	expect(error).toBeUndefined();
	const [request] = wire.received();
	if (!request) throw new Error('Nothing arrived');
	expect(request.headers['x-sdk-content-sha256']).toBe('UNSIGNED-PAYLOAD');
	expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
	expect(request.body.toString('utf8')).toContain('你');
	accepted({ ...request, body: Buffer.from('') });
});
