/** What an odd request does to the sandbox: it is answered, in the vendor's envelope, and the next one as ever. */
import { ownSandbox } from '../support/ownSandbox';
import { leaveAfter, sendBytes, writeRaw } from '../support/sandboxClient';
import { codeOf, signed } from '../support/tencentSigned';

const own = ownSandbox();

const hosts = {
	tencentCloud: 'smh.intl.tencentcloudapi.com',
	alibabaCloud: 'cams.ap-southeast-1.aliyuncs.com',
	huaweiCloud: 'osm.ap-southeast-3.myhuaweicloud.com',
	identity: 'iam.ap-southeast-3.myhuaweicloud.com',
};

/** The code in the vendor's envelope; undefined where it is none. */
function codeIn(body: string): unknown {
	/* An answer may come in chunks. */
	const json = JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)) as Readonly<Record<string, unknown>>;
	const response = json['Response'] as { Error?: { Code?: unknown }; RequestId?: unknown } | undefined;
	const iam = json['error'] as { code?: unknown } | undefined;
	return response?.Error?.Code ?? json['Code'] ?? json['error_code'] ?? iam?.code;
}

const lines = (...head: readonly string[]) => `${head.join('\r\n')}\r\nConnection: close\r\n\r\n`;
const many = (count: number) => Array.from({ length: count }, (_, index) => `X-Flood-${String(index)}: ${'x'.repeat(40)}`);

const odd: ReadonlyArray<readonly [string, (host: string) => string | Buffer]> = [
	['HTTP/1.0', (host) => lines('POST / HTTP/1.0', `Host: ${host}`, 'Content-Length: 0')],
	['an address in place of a path', (host) => lines(`GET http://${host}/ HTTP/1.1`, `Host: ${host}`)],
	['a star in place of a path', (host) => lines('OPTIONS * HTTP/1.1', `Host: ${host}`)],
	['a path that cannot be decoded', (host) => lines('GET /%ff%zz/%00?%ff=%zz HTTP/1.1', `Host: ${host}`)],
	['two hosts', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, 'Host: example.com')],
	['the same header a thousand times', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, ...Array<string>(1000).fill('Authorization: a'))],
	['3,000 headers before the host', (host) => lines('POST / HTTP/1.1', ...many(1500), ...many(500), `Host: ${host}`)],
	['headers without end', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, `X-Flood: ${'x'.repeat(300_000)}`)],
	['a query without end', (host) => lines(`GET /?${'a&'.repeat(100_000)} HTTP/1.1`, `Host: ${host}`)],
	['a header that is none', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, 'no colon here')],
	['a method that is none', (host) => lines('NOTHING / HTTP/1.1', `Host: ${host}`)],
	['two lengths', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, 'Content-Length: 1', 'Content-Length: 2')],
	['a length that is none', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, 'Content-Length: many')],
	['chunks that are none', (host) => `${lines('POST / HTTP/1.1', `Host: ${host}`, 'Transfer-Encoding: chunked')}zz\r\n`],
	['an expectation that nobody fulfils', (host) => lines('POST / HTTP/1.1', `Host: ${host}`, 'Expect: a miracle', 'Content-Length: 0')],
	['a packed body', (host) => `${lines('POST / HTTP/1.1', `Host: ${host}`, 'Content-Encoding: gzip', 'Content-Length: 5')}hello`],
	['bytes of no encoding in headers and body', (host) =>
		Buffer.concat([Buffer.from(`POST / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nX-Odd: `), Buffer.from([0xff, 0xfe, 0xe4]), Buffer.from('\r\nContent-Length: 3\r\n\r\n'), Buffer.from([0xff, 0xc0, 0x80])])],
];

describe.each(Object.entries(hosts))('%s', (_, host) => {
	it.each(odd)('answers %s in its own envelope', async (_name, bytesFor) => {
		const { status, body } = await writeRaw(own.get().url, bytesFor(host));
		expect(status).toBeGreaterThanOrEqual(200);
		expect(codeIn(body)).toEqual(expect.anything());
		expect((await fetch(`${own.get().url}/sandbox/messages`)).status).toBe(200);
	});

	it('answers 33 MB in its own envelope', async () => {
		const { text } = await sendBytes(own.get().url, { headers: { host, 'content-type': 'application/json' }, body: ' '.repeat(33 * 1024 * 1024) });
		expect(codeIn(text)).toEqual(expect.anything());
	});
});

const tencent = async (body: string, more: Readonly<Record<string, string>> = {}, names = 'content-type;host') =>
	codeOf((await sendBytes(own.get().url, signed(own.time(), names, more, body))).text);
const domain = { host: 'domain.intl.tencentcloudapi.com', 'x-tc-action': 'SendIntlPhoneEmailCode', 'x-tc-version': '2018-08-08' };
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

it.each([
	['names that every object has', '{"OrderBy":"constructor","OrderByType":"__proto__"}', {}, undefined],
	['a name that every object has', '{"constructor":1}', {}, 'UnknownParameter'],
	['the name __proto__', '{"__proto__":{"Type":1}}', {}, 'UnknownParameter'],
	['a value 200,000 deep', `{"InstanceIds":${deep}}`, {}, 'InvalidParameter'],
	['an unknown value 200,000 deep', `{"Deep":${deep}}`, {}, 'UnknownParameter'],
	['a text of 9 MB that is nearly an address', `{"Type":2,"Code":"a@${'.a'.repeat(4_500_000)} "}`, domain, 'InvalidParameterValue.InvalidParameterFormat'],
	['a text of 9 MB that is nearly a number', `{"Type":1,"Code":"${'1'.repeat(9_000_000)}x"}`, domain, 'InvalidParameterValue.InvalidParameterFormat'],
	['11 MB', `{"OrderBy":"${'a'.repeat(11 * 1024 * 1024)}"}`, {}, 'RequestSizeLimitExceeded'],
	['half a letter', '{"Type":2,"Code":"\\ud800@example.com"}', domain, undefined],
])('%s in a signed body gets the answer that is due', async (_, body, more, code) => {
	expect(await tencent(body, more)).toBe(code);
});

it.each(['constructor;content-type;host', '__proto__;content-type;host', 'content-type;host;tostring'])(
	'a signature that claims to cover %s is refused by the vendor\'s code',
	async (names) => {
		const { headers, body } = signed(own.time(), 'content-type;host');
		const authorization = headers.authorization.replace('content-type;host', names);
		const { text } = await sendBytes(own.get().url, { headers: { ...headers, authorization }, body });
		expect(codeOf(text)).toBe('AuthFailure.SignatureFailure');
	},
);

it.each(['smh.<b>.tencentcloudapi.com', 'smh.[::.tencentcloudapi.com', 'iam.%zz.myhuaweicloud.com', 'cams.a b.aliyuncs.com'])(
	'the host %s, which cannot be, is told that it names no cloud',
	async (host) => {
		const { status, body } = await writeRaw(own.get().url, lines('POST / HTTP/1.1', `Host: ${host}`, 'Content-Length: 0'));
		expect([status, body]).toEqual([404, expect.stringContaining('header Host')]);
	},
);

it.each([lines('GET / HTTP/1.1'), lines('POST /v3/auth/tokens HTTP/1.0')])(
	'a request without a host gets an answer',
	async (bytes) => {
		expect((await writeRaw(own.get().url, bytes)).status).toBeGreaterThanOrEqual(200);
	},
);

const token = async (methods: unknown) => {
	const body = JSON.stringify({ auth: { identity: { methods, password: { user: { name: 'a', password: 'b' } } } } });
	return await sendBytes(own.get().url, { target: '/v3/auth/tokens', headers: { host: hosts.identity, 'content-type': 'application/json' }, body });
};

it.each([
	[['password', { toString: 1, valueOf: 1 }]],
	[['password', [[['password']]]]],
	['password'],
	[{ length: 1, 0: 'password' }],
])('IAM calls the methods %j malformed', async (methods) => {
	const { status, text } = await token(methods);
	expect([status, codeIn(text)]).toEqual([400, 400]);
});

it('a line without sense is answered, and so is a connection that says nothing more', async () => {
	expect((await writeRaw(own.get().url, 'hello\r\n\r\n')).status).toBe(400);
	expect((await writeRaw(own.get().url, Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01]))).status).toBe(400);
});

it('headers of 2 MB, which are not read as far as their host, are answered too', async () => {
	const { status, body } = await writeRaw(own.get().url, lines('POST / HTTP/1.1', `X-Flood: ${'x'.repeat(2_000_000)}`, `Host: ${hosts.tencentCloud}`));
	expect([status, body]).toEqual([431, expect.stringContaining('could not take this request')]);
});

it('what the page is told stays small, however much came', async () => {
	for (let count = 0; count < 5; count += 1) {
		await writeRaw(own.get().url, lines(`GET /?${'a'.repeat(20_000)} HTTP/1.1`, `Host: ${hosts.tencentCloud}`, ...many(1000)));
	}
	const told = await (await fetch(`${own.get().url}/sandbox/requests`)).text();
	expect(JSON.parse(told)).toHaveLength(5);
	expect(told.length).toBeLessThan(200_000);
});

const post = async (path: string, body: string) => await fetch(`${own.get().url}${path}`, { method: 'POST', body });
const next = { vendor: 'alibabaCloud', operation: 'ListInstance', code: 'constructor' };

it.each([
	['/sandbox/next', JSON.stringify({ ...next, status: 100 })],
	['/sandbox/next', JSON.stringify({ ...next, status: 1000 })],
	['/sandbox/next', JSON.stringify({ ...next, fault: 'constructor', code: undefined })],
	['/sandbox/settings', JSON.stringify({ vendor: 'huaweiCloud', setting: 'tokenLifetimeSeconds', value: 1e300 })],
	['/sandbox/settings', JSON.stringify({ vendor: 'huaweiCloud', setting: 'positionReading', value: 'constructor' })],
	['/sandbox/settings', '{"vendor":"constructor"}'],
	['/sandbox/next', deep],
	['/sandbox/next', ''],
])('the sandbox\'s own %s refuses what it cannot do, %.60s', async (path, body) => {
	expect((await post(path, body)).status).toBe(400);
});

it('a name that every object has may be asked for as a code, and comes', async () => {
	expect((await post('/sandbox/next', JSON.stringify({ ...next, operation: 'GetCallerIdentity', code: 'constructor' }))).status).toBe(200);
	expect((await post('/sandbox/next', JSON.stringify({ vendor: 'tencentCloud', operation: 'DescribeOfficialInstances', code: '__proto__' }))).status).toBe(200);
	expect(await tencent('{}')).toBe('__proto__');
});

it('a caller who goes away in the middle of a body leaves the sandbox as it was', async () => {
	await leaveAfter(own.get().url, `POST / HTTP/1.1\r\nHost: ${hosts.tencentCloud}\r\nContent-Length: 100\r\n\r\nab`);
	expect(await tencent('{}')).toBeUndefined();
});
