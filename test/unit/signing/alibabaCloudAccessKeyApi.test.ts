import { AlibabaCloudAccessKeyApi, signAlibabaCloud } from '../../../credentials/AlibabaCloudAccessKeyApi.credentials';

const fields = { accessKeyId: 'LTAI5tExample', accessKeySecret: 'secretOfTheKey', securityToken: '', endpoint: '' };
const clock = Date.UTC(2026, 0, 1);
const url = 'https://cams.ap-southeast-1.aliyuncs.com/';
const headers = { 'x-acs-action': 'GetChatappVerifyCode', 'x-acs-version': '2020-06-06' };
const request = { method: 'POST', url, headers };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const signed = (more: object = {}, credential: object = {}) => signAlibabaCloud({ ...fields, ...credential }, { ...request, ...more }, clock);

describe('the signed request', () => {
	it('leaves what it was given as it was', () => {
		const given = { ...request, qs: { PhoneNumber: '1' }, headers: { ...headers, authorization: 'old' } };
		const before = structuredClone(given);
		signAlibabaCloud(fields, given, clock);
		expect(given).toEqual(before);
	});

	it('is a GET where no method is given, as n8n sends it, and signed as one', () => {
		const fixed = { url, headers: { ...headers, 'x-acs-signature-nonce': 'n' } };
		const { method, headers: sent } = signAlibabaCloud(fields, fixed, clock);
		expect(method).toBe('GET');
		expect(sent).toEqual(signAlibabaCloud(fields, { ...fixed, method: 'get' }, clock).headers);
	});

	it('carries the documented headers', () => {
		const { headers: sent } = signed({ body: '{"a":1}' });
		expect(sent).toMatchObject({
			Host: 'cams.ap-southeast-1.aliyuncs.com',
			'x-acs-date': '2026-01-01T00:00:00Z',
			'x-acs-signature-nonce': expect.stringMatching(uuid) as unknown,
			'Content-Type': 'application/json',
		});
		expect(Object.keys(sent).filter((name) => name.startsWith('x-')).sort()).toEqual(
			['x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'],
		);
		expect(sent['Authorization']).toContain(
			'SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version',
		);
	});

	it('signs the token of temporary keys, and each further header that begins with x-acs-', () => {
		const { headers: sent } = signed({ headers: { ...headers, 'x-acs-region-id': 'ap-southeast-1' } }, { securityToken: ' token\n' });
		expect(sent['x-acs-security-token']).toBe('token');
		expect(sent['Authorization']).toContain(';x-acs-region-id;x-acs-security-token;');
	});

	it('says the same with spaces and line ends around the keys', () => {
		const fixed = { headers: { ...headers, 'x-acs-signature-nonce': 'n' } };
		expect(signed(fixed, { accessKeyId: ' LTAI5tExample\n', accessKeySecret: '\tsecretOfTheKey \r\n' })).toEqual(signed(fixed));
	});

	it.each([
		['an object', { PhoneNumber: '1' }, 'application/json'],
		['a text that is JSON', ' [1]', 'application/json'],
		['a text that is a form', 'PhoneNumber=1', 'application/x-www-form-urlencoded'],
	])('names the type of %s', (_, body, type) => {
		expect(signed({ body }).headers['Content-Type']).toBe(type);
	});
});

describe('the nonce', () => {
	const nonceOf = ({ headers: sent }: { headers: Record<string, string> }) => sent['x-acs-signature-nonce'];

	it('is new at each signing, also when a signed request is signed again', () => {
		const first = signed();
		const again = signAlibabaCloud(fields, first, clock);
		const third = signAlibabaCloud(fields, again, clock);
		expect(new Set([first, again, third, signed()].map(nonceOf)).size).toBe(4);
	});

	it('is the caller\'s where the caller gives one, also when it is signed again', () => {
		const first = signed({ headers: { ...headers, 'X-Acs-Signature-Nonce': 'of-the-caller' } });
		expect(nonceOf(first)).toBe('of-the-caller');
		expect(nonceOf(signAlibabaCloud(fields, first, clock + 1000))).toBe('of-the-caller');
	});
});

it.each([
	['an empty AccessKey ID', {}, { accessKeyId: '' }, "field 'AccessKey ID' is empty"],
	['an empty AccessKey Secret', {}, { accessKeySecret: ' ' }, "field 'AccessKey Secret' is empty"],
	['a token with a line end inside', {}, { securityToken: 'a\nb' }, "field 'Security Token' has a space"],
	['no x-acs-action', { headers: { 'x-acs-version': '1' } }, {}, 'no header x-acs-action. Alibaba Cloud reads from it which API is called: add it to the headers of the request, such as x-acs-action: GetChatappVerifyCode. The page'],
	['no x-acs-version', { headers: { 'x-acs-action': 'A' } }, {}, 'such as x-acs-version: 2020-06-06. The page'],
	['an endpoint that is no address', {}, { endpoint: 'gateway' }, "field 'Endpoint' must be an address"],
	['another host', { url: 'https://aliyuncs.com.example.com/' }, {}, 'not for aliyuncs.com.example.com'],
	['Tencent Cloud', { url: 'https://sts.tencentcloudapi.com/' }, {}, 'not for sts.tencentcloudapi.com'],
])('refuses %s before a byte leaves', (_, more, credential, text) => {
	expect(() => signed(more, credential)).toThrow(expect.objectContaining({ name: 'SigningRefusal', message: expect.stringContaining(text) as unknown }));
	expect(() => signed(more, credential)).not.toThrow(/secretOfTheKey|LTAI5t/);
});

it('rejects where it refuses', async () => {
	const { authenticate } = new AlibabaCloudAccessKeyApi();
	if (typeof authenticate !== 'function') throw new Error('authenticate must be a function');
	await expect(authenticate({ ...fields, accessKeyId: '' }, { url })).rejects.toThrow("'AccessKey ID' is empty");
});
