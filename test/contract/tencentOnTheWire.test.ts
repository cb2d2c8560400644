/** What arrives at Tencent Cloud when n8n sends it, through a node and through the HTTP Request node. */
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';
import { expectedTc3 } from '../support/tc3Judge';
import { listen, send, type Route, useWire } from '../support/wire';

const secretKey = 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE';
const host = 'smh.intl.tencentcloudapi.com';
const headers = { 'X-TC-Action': 'SendSmsCode', 'X-TC-Version': '2021-07-12' };
const text = 'né 你好 😀 + * % ~ " \\ \n';

const wire = useWire({ Response: { RequestId: 'r' } });

const credential = (more: Record<string, string> = {}) => ({
	type: new TencentCloudApi(),
	values: { secretId: 'AKIDEXAMPLE', secretKey, endpoint: wire.url(), site: 'international', sessionToken: '', ...more },
});

const routes: Route[] = ['helper', 'legacy'];

describe.each(routes)('by the route %s', (route) => {
	const shape = (method: string, more: object, path = '/') => ({
		method,
		[route === 'legacy' ? 'uri' : 'url']: `https://${host}${path}`,
		headers: { ...headers },
		...(route === 'legacy' ? { json: false, encoding: null, useStream: true, followRedirect: true, followAllRedirects: true } : {}),
		...more,
	});

	const arrived = async (request: object, more: Record<string, string> = {}) => await wire.arrived(credential(more), request, route);

	it.each([
		['an object', { PhoneNumber: text }, JSON.stringify({ PhoneNumber: text })],
		['an empty object', {}, '{}'],
		['no body', undefined, '{}'],
		['a JSON text with spaces around it', ` {"a": "${'你'}"}\n`, ` {"a": "${'你'}"}\n`],
		['a list', [1, { b: text }], JSON.stringify([1, { b: text }])],
	])('%s arrives as it was signed', async (_, body, bytes) => {
		const request = await arrived(shape('POST', body === undefined ? {} : { body }));
		expect(request.body.toString('utf8')).toBe(bytes);
		expect(request.headers.host).toBe(host);
		expect(request.headers.authorization).toBe(expectedTc3(request, secretKey));
		expect(request.headers.authorization).toContain('SignedHeaders=content-type;host;x-tc-action');
		expect(request.headers['content-type']).toBe('application/json');
	});

	it('a charset that the caller wrote is signed and sent', async () => {
		const request = await arrived(shape('POST', { body: '{}', headers: { ...headers, 'content-type': 'application/json; charset=UTF-8' } }));
		expect(request.headers['content-type']).toBe('application/json; charset=UTF-8');
		expect(request.headers.authorization).toBe(expectedTc3(request, secretKey));
	});

	it('the query of a GET request arrives as it was signed, with the type of forms', async () => {
		const qs = { 'Filters.0.Name': text, Empty: '', List: ['a', 'b c'] };
		const request = await arrived(shape('GET', { qs }, '/?Limit=1&Note=a+b*%7e'));
		expect(request.target).toBe(
			`/?Limit=1&Note=a%20b%2A~&Filters.0.Name=${encodeURIComponent(text).replaceAll('*', '%2A')}&Empty=&List%5B0%5D=a&List%5B1%5D=b%20c`,
		);
		expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(request.headers.authorization).toBe(expectedTc3(request, secretKey));
	});

	it('a session token goes along, and is missing without one', async () => {
		const withToken = await arrived(shape('POST', { body: {} }), { sessionToken: ' token ' });
		expect(withToken.headers['x-tc-token']).toBe('token');
		expect(withToken.headers.authorization).toBe(expectedTc3(withToken, secretKey));
		const without = await arrived(shape('POST', { body: {}, headers: { ...headers, 'x-tc-token': 'old' } }));
		expect(without.headers['x-tc-token']).toBeUndefined();
	});

	it('an endpoint with a path gets it in front, and the signature leaves it out', async () => {
		const request = await arrived(shape('POST', { body: {} }), { endpoint: `${wire.url()}/gate/tencent/` });
		expect(request.target).toBe('/gate/tencent/');
		expect(request.headers.authorization).toBe(expectedTc3(request, secretKey, '/'));
	});

	it('a redirect is not followed', async () => {
		const redirecting = await listen(() => ({ status: 302, headers: { location: `${wire.url()}/elsewhere` } }));
		await send(credential({ endpoint: redirecting.url }), [shape('POST', { body: {} })], route);
		await redirecting.close();
		expect(redirecting.received).toHaveLength(1);
		expect(wire.received()).toHaveLength(0);
	});

	it('a host that is not Tencent Cloud\'s gets nothing, and the text says so', async () => {
		const { error } = await send(credential(), [shape('POST', { uri: undefined, url: 'https://example.com/', ...(route === 'legacy' ? { uri: 'https://example.com/' } : {}) })], route);
		expect(wire.received()).toHaveLength(0);
		expect(error?.message).toContain('example.com');
		expect(`${String(error?.message)}${String(error?.description)}`).not.toContain(secretKey);
	});
});

it('what n8n signs again after an HTTP 401 is as good as the first', async () => {
	wire.statuses.push(401, 200);
	const request = { method: 'POST', url: `https://${host}/`, headers, body: { PhoneNumber: text } };
	const { error } = await send(credential({ endpoint: `${wire.url()}/gate`, sessionToken: 'token' }), [request]);
	expect(error).toBeUndefined();
	expect(wire.received()).toHaveLength(2);
	for (const request of wire.received()) {
		expect(request.target).toBe('/gate/');
		expect(request.headers.host).toBe(host);
		expect(request.headers.authorization).toBe(expectedTc3(request, secretKey, '/'));
		expect(request.body.toString('utf8')).toBe(JSON.stringify({ PhoneNumber: text }));
		const names = request.names.map((name) => name.toLowerCase());
		expect(names).toHaveLength(new Set(names).size);
	}
});
