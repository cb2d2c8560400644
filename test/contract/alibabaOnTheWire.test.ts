/** What arrives at Alibaba Cloud when n8n sends it, judged by Alibaba Cloud's own signers. */
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { expectedAcs3 } from '../support/acs3Judge';
import { send, type Received, type Route, useWire } from '../support/wire';

const accessKeyId = 'LTAI5tExample';
const accessKeySecret = 'secretOfTheKey';
const host = 'cams.ap-southeast-1.aliyuncs.com';
const rpc = { 'x-acs-action': 'GetChatappVerifyCode', 'x-acs-version': '2020-06-06' };
const roa = { 'x-acs-action': 'DescribeClusterDetail', 'x-acs-version': '2015-12-15' };
const texts = { Chinese: '你好 😀 é', Plus: '1+1', Star: '*', Space: 'a b', Percent: '100%25', Tilde: '~', Empty: '', Marks: "!'()&=?#/" };

const wire = useWire({ Code: 'OK', RequestId: 'r' });

const credential = (more: Record<string, string> = {}) => ({
	type: new AlibabaCloudAccessKeyApi(),
	values: { accessKeyId, accessKeySecret, securityToken: '', endpoint: wire.url(), ...more },
});

const accepted = (request: Received, prefix = '') => {
	const given = request.headers.authorization;
	expect([given, given]).toEqual(expectedAcs3(request, accessKeyId, accessKeySecret, prefix));
	expect(request.headers.host).toBe(host);
};

const routes: Route[] = ['helper', 'legacy'];

describe.each(routes)('by the route %s', (route) => {
	const shape = (method: string, path: string, more: object) => ({
		method,
		[route === 'legacy' ? 'uri' : 'url']: `https://${host}${path}`,
		headers: { ...rpc },
		...(route === 'legacy' ? { json: false, encoding: null, useStream: true } : {}),
		...more,
	});
	const arrived = async (request: object, more: Record<string, string> = {}) => await wire.arrived(credential(more), request, route);
	const form = (values: object) => (route === 'legacy' ? { form: values } : { body: values, headers: { ...rpc, 'Content-Type': 'application/x-www-form-urlencoded' } });

	it.each(['GET', 'POST'])('an RPC request by %s with its values in the query is accepted', async (method) => {
		const request = await arrived(shape(method, '/?Typed=a+b*', { qs: texts }));
		accepted(request);
		const sent = new URLSearchParams(request.target.split('?')[1]);
		expect(Object.fromEntries(sent)).toEqual({ Typed: 'a b*', ...texts });
		expect(request.body).toHaveLength(0);
	});

	it('an RPC request with its values in a form is accepted', async () => {
		const request = await arrived(shape('POST', '/', form(texts)));
		accepted(request);
		expect(Object.fromEntries(new URLSearchParams(request.body.toString()))).toEqual(texts);
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
	});

	it('an ROA request with a JSON body and a path with every kind of letter is accepted', async () => {
		const path = '/clusters/c 1/你/a!b$c(d)e,f;g=h@i';
		const request = await arrived(shape('PUT', path, { headers: { ...roa }, body: { text: '你好 + * % ~', list: [] } }));
		accepted(request);
		expect(JSON.parse(request.body.toString())).toEqual({ text: '你好 + * % ~', list: [] });
	});

	it('a JSON text keeps its spaces, and a charset stays as the caller wrote it', async () => {
		const headers = { ...roa, 'content-type': 'application/json; charset=UTF-8' };
		const request = await arrived(shape('POST', '/x', { headers, body: ' {"a": 1}\n' }));
		accepted(request);
		expect(request.body.toString()).toBe(' {"a": 1}\n');
		expect(request.headers['content-type']).toBe('application/json; charset=UTF-8');
	});

	it('temporary keys and an endpoint with a path are accepted', async () => {
		const request = await arrived(shape('GET', '/', { qs: texts }), { securityToken: 'token', endpoint: `${wire.url()}/gate` });
		accepted(request, '/gate');
		expect(request.headers['x-acs-security-token']).toBe('token');
	});
});

it('what n8n signs again after an HTTP 401 is accepted, with a nonce of its own', async () => {
	wire.statuses.push(401, 200);
	const { error } = await send(credential(), [{ method: 'POST', url: `https://${host}/`, headers: rpc, qs: texts }]);
	expect(error).toBeUndefined();
	expect(wire.received()).toHaveLength(2);
	for (const request of wire.received()) accepted(request);
	expect(new Set(wire.received().map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(2);
});
