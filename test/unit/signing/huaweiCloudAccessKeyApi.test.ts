import { Readable } from 'node:stream';
import { HuaweiCloudAccessKeyApi, signHuaweiCloud } from '../../../credentials/HuaweiCloudAccessKeyApi.credentials';

const fields = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'secretOfTheKey', securityToken: '', domainId: '', site: 'international', endpoint: '' };
const clock = Date.UTC(2026, 0, 1);
const url = 'https://osm.ap-southeast-1.myhuaweicloud.com/v2/servicerequest/verifycodes/send';
const request = { method: 'POST', url, headers: { 'X-Language': 'en-us' }, body: '{"contact_way":0}' };

const headersOf = (more: object = {}, credential: object = {}): Record<string, string> =>
	signHuaweiCloud({ ...fields, ...credential }, { ...request, ...more }, clock).headers;

describe('the signed request', () => {
	it('leaves what it was given as it was', () => {
		const given = { ...request, qs: { a: 1 }, headers: { 'X-Language': 'en-us', authorization: 'old' } };
		const before = structuredClone(given);
		signHuaweiCloud(fields, given, clock);
		expect(given).toEqual(before);
	});

	it('signs Host, the time and the caller\'s headers that begin with X-, and sends the content type unsigned', () => {
		const sent = headersOf();
		expect(sent).toMatchObject({ Host: 'osm.ap-southeast-1.myhuaweicloud.com', 'X-Sdk-Date': '20260101T000000Z', 'Content-Type': 'application/json' });
		expect(sent['Authorization']).toMatch(/^SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=host;x-language;x-sdk-date, Signature=[0-9a-f]{64}$/);
		expect(Object.keys(sent)).not.toContain('X-Security-Token');
	});

	it('names a form a form where the caller says no type', () => {
		const { headers: sent, body } = signHuaweiCloud(fields, { ...request, body: undefined, form: { a: 'b c' } }, clock);
		expect(sent['Content-Type']).toBe('application/x-www-form-urlencoded');
		expect(String(body)).toBe('a=b%20c');
	});

	it('signs the token of temporary keys and the account', () => {
		const sent = headersOf({}, { securityToken: ' token\n', domainId: ' d78c ' });
		expect(sent).toMatchObject({ 'X-Security-Token': 'token', 'X-Domain-Id': 'd78c' });
		expect(sent['Authorization']).toContain('SignedHeaders=host;x-domain-id;x-language;x-sdk-date;x-security-token,');
	});

	it('leaves the account out where the caller names a project or another account', () => {
		expect(headersOf({ headers: { 'x-project-id': 'p' } }, { domainId: 'd78c' })['X-Domain-Id']).toBeUndefined();
		expect(headersOf({ headers: { 'x-domain-id': 'other' } }, { domainId: 'd78c' })['X-Domain-Id']).toBe('other');
	});

	it('sends no user token beside the signature', () => {
		expect(Object.keys(headersOf({ headers: { 'x-auth-token': 'token' } })).join().toLowerCase()).not.toContain('x-auth-token');
	});

	it('says the same with spaces and line ends around the keys', () => {
		expect(headersOf({}, { accessKey: ' QTWAOYTTINDUT2QVKYUC\n', secretKey: '\tsecretOfTheKey \r\n' })).toEqual(headersOf());
	});

	it('is the same when it is signed twice in the same second', () => {
		for (const endpoint of ['', 'https://gateway.example.com:8443/v2']) {
			const credential = { ...fields, endpoint, domainId: 'd78c', securityToken: 'token' };
			const once = signHuaweiCloud(credential, request, clock);
			expect(signHuaweiCloud(credential, once, clock)).toEqual(once);
		}
	});

	it.each([
		['multipart form data', { body: undefined, formData: { file: 'x' } }, 'formData'],
		['a stream', { body: Readable.from(['x']) }, 'body'],
	])('lets %s out with the word for an unsigned body', (_, more, kept) => {
		const signed = signHuaweiCloud(fields, { ...request, ...more, headers: { 'content-length': '1' } }, clock);
		expect(signed).toHaveProperty(kept);
		expect(signed.headers).toMatchObject({ 'X-Sdk-Content-Sha256': 'UNSIGNED-PAYLOAD', 'content-length': '1' });
		expect(signed.headers['Authorization']).toContain(';x-sdk-content-sha256;');
	});
});

it.each(['myhuaweicloud.com', 'iam.myhuaweicloud.eu', 'osm.cn-north-1.myhuaweicloud.cn', 'a.b.c.MyHuaweiCloud.com'])('signs for %s', (host) => {
	expect(headersOf({ url: `https://${host}/v3` })['Host']).toBe(host.toLowerCase());
});

it.each([
	['an empty Access Key ID', {}, { accessKey: '' }, "field 'Access Key ID' is empty"],
	['an empty Secret Access Key', {}, { secretKey: ' ' }, "field 'Secret Access Key' is empty"],
	['a token with a line end inside', {}, { securityToken: 'a\nb' }, "field 'Security Token' has a space"],
	['an account ID with a space inside', {}, { domainId: 'a b' }, "field 'Account ID' has a space"],
	['a host that ends like the vendor\'s', { url: 'https://evilmyhuaweicloud.com/' }, {}, 'not for evilmyhuaweicloud.com'],
	['another vendor', { url: 'https://sts.aliyuncs.com/' }, {}, 'not for sts.aliyuncs.com'],
	['an endpoint that is no address', {}, { endpoint: 'gateway' }, "field 'Endpoint' must be an address"],
	['no encryption', { url: 'http://iam.myhuaweicloud.com/' }, {}, 'must not travel unencrypted'],
])('refuses %s before a byte leaves', (_, more, credential, text) => {
	expect(() => headersOf(more, credential)).toThrow(expect.objectContaining({ name: 'SigningRefusal', message: expect.stringContaining(text) as unknown }));
	expect(() => headersOf(more, credential)).not.toThrow(/secretOfTheKey|QTWAOY/);
});

it('rejects where it refuses', async () => {
	const { authenticate } = new HuaweiCloudAccessKeyApi();
	if (typeof authenticate !== 'function') throw new Error('authenticate must be a function');
	await expect(authenticate({ ...fields, accessKey: '' }, { url })).rejects.toThrow("'Access Key ID' is empty");
});
