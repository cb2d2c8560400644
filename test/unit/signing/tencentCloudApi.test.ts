import { Readable } from 'node:stream';
import { signTencentCloud, TencentCloudApi } from '../../../credentials/TencentCloudApi.credentials';

const fields = { secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', sessionToken: 'token-of-sts', site: 'international', endpoint: '' };
const clock = Date.UTC(2026, 5, 1, 12);
const url = 'https://domain.intl.tencentcloudapi.com/';
const headers = { 'X-TC-Action': 'SendIntlPhoneEmailCode', 'X-TC-Version': '2018-08-08' };
const request = { method: 'POST', url, headers, body: { PhoneEmail: 'a@example.com' } };

const headersOf = (more: object = {}, credential: object = {}, at = clock): Record<string, string> =>
	signTencentCloud({ ...fields, ...credential }, { ...request, ...more }, at).headers;

describe('the signed request', () => {
	it('leaves what it was given as it was', () => {
		const given = { ...request, qs: { a: 1 }, headers: { ...headers, authorization: 'old' } };
		const before = structuredClone(given);
		signTencentCloud(fields, given, clock);
		expect(given).toEqual(before);
	});

	it('leaves nothing for n8n to fold in, to serialise, to follow or to authorise', () => {
		const given = { ...request, baseURL: undefined, qs: { a: 1 }, form: undefined, auth: { username: 'u', password: 'p' } };
		const signed = signTencentCloud(fields, given, clock);
		expect(Object.keys(signed)).not.toEqual(expect.arrayContaining(['qs']));
		expect(signed).not.toHaveProperty('auth');
		expect(signed).not.toHaveProperty('baseURL');
		expect(signed).not.toHaveProperty('qs');
		expect(signed).not.toHaveProperty('form');
		expect(signed).toMatchObject({ url: `${url}?a=1`, uri: `${url}?a=1`, disableFollowRedirect: true, followRedirect: false, followAllRedirects: false });
		expect(Buffer.isBuffer(signed.body)).toBe(true);
	});

	it('leaves no empty form, form data or body behind, which n8n would read once more', () => {
		expect(signTencentCloud(fields, { ...request, formData: {} }, clock)).not.toHaveProperty('formData');
		expect(signTencentCloud(fields, { ...request, method: 'GET', body: {} }, clock)).not.toHaveProperty('body');
	});

	it('takes a header without a value for none', () => {
		const { headers: sent } = signTencentCloud(fields, { ...request, headers: { ...headers, 'X-TC-Region': undefined, 'Content-Type': null, Accept: '' } }, clock);
		expect(sent).not.toHaveProperty('X-TC-Region');
		expect(sent).toMatchObject({ 'Content-Type': 'application/json', Accept: '' });
	});

	it('reads a base address and a relative one', () => {
		const { url: absolute, headers: sent } = signTencentCloud(fields, { ...request, baseURL: url, url: '/' }, clock);
		expect(absolute).toBe(url);
		expect(sent['Host']).toBe('domain.intl.tencentcloudapi.com');
	});

	it('says the same with spaces and line ends around the keys', () => {
		const copied = { secretId: ' AKIDEXAMPLE\n', secretKey: '\tGu5t9xGARNpq86cd98joQYCN3EXAMPLE \r\n', sessionToken: 'token-of-sts\n' };
		expect(headersOf({}, copied)).toEqual(headersOf());
	});

	it.each([
		['a second before midnight in UTC', Date.UTC(2026, 0, 1) - 1000, '2025-12-31'],
		['at midnight in UTC', Date.UTC(2026, 0, 1), '2026-01-01'],
	])('carries the date of its timestamp, %s', (_, at, date) => {
		const sent = headersOf({}, {}, at);
		expect(sent['X-TC-Timestamp']).toBe(String(at / 1000));
		expect(sent['Authorization']).toContain(`Credential=AKIDEXAMPLE/${date}/domain/tc3_request`);
	});

	it('replaces each header of an earlier signing, however it was written', () => {
		const old = { ...headers, authorization: 'old', 'x-tc-timestamp': '1', 'X-Tc-Token': 'old', HOST: 'old', 'content-length': '9' };
		const sent = headersOf({ headers: old });
		expect(Object.keys(sent).map((name) => name.toLowerCase()).sort()).toEqual([
			'authorization',
			'content-type',
			'host',
			'x-tc-action',
			'x-tc-timestamp',
			'x-tc-token',
			'x-tc-version',
		]);
		expect(Object.values(sent)).not.toContain('old');
	});

	it('is the same when it is signed twice in the same second', () => {
		for (const endpoint of ['', 'https://gateway.example.com', 'https://gateway.example.com:8443/tencent/']) {
			const credential = { ...fields, endpoint };
			const once = signTencentCloud(credential, request, clock);
			expect(signTencentCloud(credential, once, clock)).toEqual(once);
		}
	});
});

describe('an endpoint of the credential', () => {
	const endpoint = 'http://localhost:9000/gate';

	it('gets the bytes while the vendor\'s host stays the signed one', () => {
		const direct = headersOf();
		const { url: sentTo, headers: sent } = signTencentCloud({ ...fields, endpoint }, request, clock);
		expect(sentTo).toBe('http://localhost:9000/gate/');
		expect(sent).toEqual(direct);
	});

	it('is signed itself when a request is addressed to it', () => {
		const { url: sentTo, headers: sent } = signTencentCloud({ ...fields, endpoint }, { ...request, url: 'http://localhost:9000/gate/' }, clock);
		expect(sentTo).toBe('http://localhost:9000/gate/');
		expect(sent['Host']).toBe('localhost:9000');
	});

	it('takes the host to sign from the header Host, if that is the vendor\'s', () => {
		const own = { ...request, url: 'http://localhost:9000/gate/' };
		const named = (host: string) => signTencentCloud({ ...fields, endpoint }, { ...own, headers: { ...headers, host } }, clock).headers;
		expect(named('smh.tencentcloudapi.com')['Host']).toBe('smh.tencentcloudapi.com');
		expect(named('example.com')['Host']).toBe('localhost:9000');
	});

	it.each(['gateway', 'ftp://gateway', 'https://', 'https://gateway/?a=b', 'https://user:pass@gateway/'])('is refused when it is no address: %s', (bad) => {
		expect(() => headersOf({}, { endpoint: bad })).toThrow("The credential's field 'Endpoint' must be an address");
	});
});

describe('a refusal before a byte leaves', () => {
	const circular: Record<string, unknown> = {};
	circular['self'] = circular;

	const refused: [string, object, object, string][] = [
		['an empty Secret ID', {}, { secretId: '  ' }, "field 'Secret ID' is empty"],
		['a missing Secret Key', {}, { secretKey: undefined }, "field 'Secret Key' is empty"],
		['a line end inside the Secret Key', {}, { secretKey: 'Gu5t9xGARN\npq86' }, "field 'Secret Key' has a space, a line end"],
		['a letter that no token has', {}, { sessionToken: 'tokén' }, "field 'Session Token' has a space, a line end"],
		['no X-TC-Action', { headers: { 'X-TC-Version': '2018-08-08' } }, {}, 'such as X-TC-Action: DescribeInstances. The page'],
		['an empty X-TC-Version', { headers: { 'X-TC-Action': 'A', 'X-TC-Version': ' ' } }, {}, 'such as X-TC-Version: 2017-03-12. The page'],
		['no headers at all', { headers: undefined }, {}, 'The request has no header X-TC-Action'],
		['another host', { url: 'https://example.com/' }, {}, 'not for example.com'],
		['a host that ends like the vendor\'s', { url: 'https://eviltencentcloudapi.com/' }, {}, 'not for eviltencentcloudapi.com'],
		['a host that begins like the vendor\'s', { url: 'https://sts.tencentcloudapi.com.example.com/' }, {}, 'not for sts.tencentcloudapi.com.example.com'],
		['the vendor\'s host as a user name', { url: 'https://sts.tencentcloudapi.com@example.com/' }, {}, 'not for example.com'],
		['another port of the endpoint\'s host', { url: 'http://localhost:1/' }, { endpoint: 'http://localhost:2' }, 'not for localhost:1'],
		['the vendor\'s host without encryption', { url: 'http://sts.tencentcloudapi.com/' }, {}, 'must not travel unencrypted'],
		['a relative address', { url: '/v3' }, {}, 'address of the request is incomplete'],
		['no address', { url: undefined }, {}, 'address of the request is incomplete'],
		['another scheme', { url: 'file:///etc/passwd' }, {}, 'address of the request is incomplete'],
		['multipart form data', { body: undefined, formData: { file: 'x' } }, {}, 'cannot be signed'],
		['a FormData object', { body: new FormData() }, {}, 'cannot be signed'],
		['a stream', { body: Readable.from(['x']) }, {}, 'cannot be signed'],
		['a body in a GET request', { method: 'get' }, {}, 'A GET request carries no body'],
		['a body that refers to itself', { body: circular }, {}, 'cannot be written as JSON'],
	];

	it.each(refused)('comes for %s, and says what to do', (_, more, credential, text) => {
		expect(() => headersOf(more, credential)).toThrow(expect.objectContaining({ name: 'SigningRefusal', message: expect.stringContaining(text) as unknown }));
	});

	it.each(refused)('for %s names no key, no token and nothing of the body', (_, more, credential) => {
		let message = '';
		try {
			headersOf(more, credential);
		} catch (error) {
			message = error instanceof Error ? `${error.message}${String(error.stack?.split('\n')[0])}` : '';
		}
		expect(message).not.toBe('');
		for (const secret of [fields.secretId, fields.secretKey, 'pq86', fields.sessionToken, 'tokén', 'a@example.com']) expect(message).not.toContain(secret);
		expect(message).not.toMatch(/\b(error|problem|failure|mistake)/i);
	});
});

it('authenticates with the clock of the machine, as a rejected promise where it refuses', async () => {
	const { authenticate } = new TencentCloudApi();
	if (typeof authenticate !== 'function') throw new Error('authenticate must be a function');
	const before = Math.floor(Date.now() / 1000);
	const signed = await authenticate(fields, { url, method: 'POST', headers });
	expect(Number(signed.headers?.['X-TC-Timestamp'])).toBeGreaterThanOrEqual(before);
	await expect(authenticate({ ...fields, secretId: '' }, { url })).rejects.toThrow("'Secret ID' is empty");
});

describe('the test of the credential', () => {
	const { test } = new TencentCloudApi();
	const rules = test.rules ?? [];

	it('has a plain text for each code', () => {
		for (const { properties } of rules) {
			expect(properties.message).toMatch(/^[A-Z].*\.$/);
			expect(properties.message).not.toMatch(/\b(error|problem|failure|mistake)/i);
		}
		expect(rules.length).toBeGreaterThan(10);
	});
});
