/** Requests whose parts contradict one another, or that n8n's HTTP client would change: they arrive as they were signed, or not at all. */
import { createHash, createHmac } from 'node:crypto';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';
import { expectedAcs3 } from '../support/acs3Judge';
import type { GivenCredential } from '../support/engine';
import { expectedTc3 } from '../support/tc3Judge';
import { type Received, type Route, send, useWire } from '../support/wire';

const id = 'AKIDz8krbsJ5yKBZQpn74WFk';
const secret = 'Gu5t9xGARNpq86cd98joQYCN3';
const wire = useWire({ Response: { RequestId: 'r' }, Code: 'OK' });

interface Cloud {
	readonly host: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly credential: () => GivenCredential;
	readonly expected: (request: Received) => string;
	/** A header that is signed as the caller gave it. */
	readonly own: string;
}

const sha = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** By the specification alone: the signer of the SDK signs JSON only. */
function expectedOfHuawei({ method, headers, body }: Received): string {
	const names = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-')).sort();
	const block = names.map((name) => `${name}:${String(headers[name])}\n`).join('');
	const canonical = [method, '/', '', block, names.join(';'), sha(body)].join('\n');
	const toSign = `SDK-HMAC-SHA256\n${String(headers['x-sdk-date'])}\n${sha(canonical)}`;
	const signature = createHmac('sha256', secret).update(toSign).digest('hex');
	return `SDK-HMAC-SHA256 Access=${id}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}

const clouds: Readonly<Record<string, Cloud>> = {
	'Tencent Cloud': {
		host: 'cvm.tencentcloudapi.com',
		headers: { 'X-TC-Version': '2017-03-12', 'X-TC-Action': 'DescribeInstances' },
		credential: () => ({
			type: new TencentCloudApi(),
			values: { site: 'international', secretId: id, secretKey: secret, sessionToken: '', endpoint: wire.url() },
		}),
		expected: (request) => expectedTc3(request, secret),
		own: 'X-TC-Action',
	},
	'Alibaba Cloud': {
		host: 'cams.ap-southeast-1.aliyuncs.com',
		headers: { 'x-acs-action': 'GetChatappVerifyCode', 'x-acs-version': '2020-06-06' },
		credential: () => ({
			type: new AlibabaCloudAccessKeyApi(),
			values: { accessKeyId: id, accessKeySecret: secret, securityToken: '', endpoint: wire.url() },
		}),
		expected: (request) => expectedAcs3(request, id, secret)[0],
		own: 'X-Acs-Own',
	},
	'Huawei Cloud': {
		host: 'osm.ap-southeast-1.myhuaweicloud.com',
		headers: {},
		credential: () => ({
			type: new HuaweiCloudAccessKeyApi(),
			values: { site: 'international', accessKey: id, secretKey: secret, securityToken: '', domainId: '', endpoint: wire.url() },
		}),
		expected: expectedOfHuawei,
		own: 'X-Language',
	},
};

const json = 'application/json; charset=UTF-8';
const formType = 'application/x-www-form-urlencoded';

/** Bodies that stand under a content type of another shape, with the bytes that arrive. */
const contradictions: ReadonlyArray<readonly [string, object, string | undefined, Buffer]> = [
	['a form that is called JSON', { form: { a: 'b c' } }, json, Buffer.from('a=b%20c')],
	['search parameters that are called JSON', { body: new URLSearchParams({ a: 'b c' }) }, json, Buffer.from('a=b+c')],
	['a text of a form that is called JSON', { form: 'a=b' }, json, Buffer.from('a=b')],
	['a text of a form that is called a text', { form: 'a=b' }, 'text/plain', Buffer.from('a=b')],
	['a bare text', { body: ' a=b ' }, undefined, Buffer.from(' a=b ')],
	['bytes of a form', { body: Buffer.from('a=b') }, formType, Buffer.from('a=b')],
	['bytes of a text without a content type', { body: Buffer.from('a=b') }, undefined, Buffer.from('a=b')],
	['bytes of no text without a content type', { body: Buffer.from([0xff, 0, 0xfe]) }, undefined, Buffer.from([0xff, 0, 0xfe])],
];

const routes: Route[] = ['helper', 'legacy'];

describe.each(Object.entries(clouds))('%s', (_name, { host, headers, credential, expected, own }) => {
	const request = (route: Route, more: object, further: Readonly<Record<string, string>>) => ({
		method: 'POST',
		[route === 'legacy' ? 'uri' : 'url']: `https://${host}/`,
		headers: { ...headers, ...further },
		...(route === 'legacy' ? { json: false, encoding: null, useStream: true } : {}),
		...more,
	});

	describe.each(routes)('by the route %s', (route) => {
		it.each(contradictions)('takes %s as it was sent', async (_what, more, contentType, bytes) => {
			const typed: Record<string, string> = contentType === undefined ? {} : { 'Content-Type': contentType };
			const received = await wire.arrived(credential(), request(route, more, typed), route);
			expect(received.headers.authorization).toBe(expected(received));
			expect(received.body).toEqual(bytes);
		});

		it('takes a header that was given twice, in two ways of writing, as the last one says', async () => {
			const received = await wire.arrived(credential(), request(route, {}, { [own.toUpperCase()]: 'First', [own.toLowerCase()]: 'Last' }), route);
			expect(received.headers.authorization).toBe(expected(received));
			expect(received.headers[own.toLowerCase()]).toBe('Last');
		});

		it.each(['white space around it \t', '\tmany   spaces\tin it'])('takes the header value %j', async (value) => {
			const received = await wire.arrived(credential(), request(route, {}, { [own]: value }), route);
			expect(received.headers.authorization).toBe(expected(received));
			expect(received.headers[own.toLowerCase()]).toBe(value.trim());
		});

		it.each(['你好', 'é', 'a\u00a0b', 'one\nline more'])('is sent nothing where a signed header is %j, which would arrive as another', async (value) => {
			const { error } = await send(credential(), [request(route, {}, { [own]: value })], route);
			expect(error?.message).toMatch(/^The header \S+ has a line end or a letter outside ASCII inside it/);
			expect(error?.message).not.toContain(value);
			expect(wire.received()).toHaveLength(0);
		});
	});
});
