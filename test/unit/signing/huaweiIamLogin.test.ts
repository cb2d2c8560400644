import { Readable } from 'node:stream';
import { type IHttpRequestOptions, NodeApiError } from 'n8n-workflow';
import { fetchToken, iamRefuses, otherRefusalLasts, refusalLasts } from '../../../credentials/huaweiIam/login';
import { identityOf } from '../../../credentials/huaweiIam/identity';
import { obtain } from '../../../credentials/huaweiIam/memory';
import type { HeldToken, RefusedLogin } from '../../../credentials/huaweiIam/tokenState';

const fields = { accountName: 'company', userName: 'automation', password: 'p4ssw0rd', scope: 'domain', projectName: '', site: 'international', endpoint: '', iamEndpoint: '', token: '' };
const identity = identityOf(fields);
const minute = 60_000;
const clock = Date.UTC(2026, 0, 1);
const node = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };

/** An answer as n8n hands it over, with a body that is still to be read. */
const answer = (statusCode: number, body: unknown, headers: object = {}) => ({
	statusCode,
	headers,
	body: Readable.from([Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))]),
});
const created = (token: unknown, body: unknown = {}) => answer(201, body, { 'x-subject-token': token });

/** n8n's helper, which always comes to the same. */
const always = (given: unknown) => {
	const asked: IHttpRequestOptions[] = [];
	const http = (options: IHttpRequestOptions) => {
		asked.push(options);
		return given instanceof Error ? Promise.reject(given) : Promise.resolve(given);
	};
	return { asked, http, fetch: () => fetchToken(identity, http) };
};

const networkFault = (code: string) => Object.assign(new Error(`${code} 10.0.0.1:443`), { code, isAxiosError: true });

describe('a token that IAM gives', () => {
	it('is renewed ten minutes before its 24 hours are over, by the server\'s own times', async () => {
		const before = Date.now();
		const held = (await always(created('MIItoken', { token: { issued_at: '2020-01-03T09:05:22.701000Z', expires_at: '2020-01-04T09:05:22.701000Z' } })).fetch()) as HeldToken;
		expect(held).toMatchObject({ kind: 'token', token: 'MIItoken', fingerprint: identity.fingerprint });
		const left = held.renewAt - before;
		expect(left).toBeGreaterThanOrEqual(24 * 60 * minute - 10 * minute);
		expect(left).toBeLessThan(24 * 60 * minute - 9 * minute);
	});

	const hour = 60 * minute;
	const at = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');

	it.each([
		['two hours by a clock that is years behind', { issued_at: at(0), expires_at: at(2 * hour) }, 2 * hour - 10 * minute],
		['an hour and a half, a tenth of it less', { issued_at: at(hour), expires_at: at(2.5 * hour) }, 1.5 * hour - 9 * minute],
		['a minute, a tenth of it less', { issued_at: at(0), expires_at: at(minute) }, 0.9 * minute],
		['a thousandth of a second, a tenth of it less', { issued_at: at(0), expires_at: at(1) }, 0.9],
		['no time at all: as documented', { issued_at: at(hour), expires_at: at(hour) }, 24 * hour - 10 * minute],
		['what is left to its end, where its beginning is not told', { expires_at: at(clock + 3 * hour) }, 3 * hour - 10 * minute],
		['what is left to its end, where its beginning is no time', { issued_at: 'now', expires_at: at(clock + 3 * hour) }, 3 * hour - 10 * minute],
	])('lives for %s', async (_what, token, left) => {
		jest.spyOn(Date, 'now').mockReturnValue(clock);
		const held = (await always(created('MIItoken', { token })).fetch()) as HeldToken;
		jest.restoreAllMocks();
		expect(held.renewAt - clock).toBeCloseTo(left, 3);
	});

	it.each([
		['tells no times', {}],
		['tells times that are none', { token: { expires_at: 'soon', issued_at: 'now' } }],
		['tells an end before its beginning', { token: { expires_at: '2020-01-01T00:00:00.000000Z', issued_at: '2020-01-02T00:00:00.000000Z' } }],
		['is no JSON', '<html>'],
	])('lives for the documented 24 hours where the answer %s', async (_, body) => {
		const held = (await always(created('MIItoken', body)).fetch()) as HeldToken;
		expect(held.renewAt).toBeGreaterThan(Date.now() + 23 * 60 * minute);
	});
});

describe('a request for a token', () => {
	it.each([
		['throttling', answer(429, {})],
		['a fault of the server', answer(503, 'down')],
		['a fault of the network', networkFault('ECONNREFUSED')],
		['a token that no header can hold', created('a\nb')],
		['nothing at all', undefined],
		['an answer whose body n8n has read already', { statusCode: 401, headers: {}, body: { error: { code: 401, message: 'm', title: 't' } } }],
	])('is sent once, and %s is a fault that passes', async (_, given) => {
		const { asked, fetch } = always(given);
		expect(await fetch()).toMatchObject({ kind: 'fault' });
		expect(asked).toHaveLength(1);
	});

	it.each([
		[401, { error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' } }, refusalLasts],
		[403, { error_code: 'IAM.0062', error_msg: 'wrong' }, refusalLasts],
		[403, { error: { code: 403, message: 'The user is locked', title: 'Forbidden' } }, refusalLasts],
		[400, { error_code: 'IAM.1061', error_msg: 'passcode' }, refusalLasts],
		[403, { error_code: 'IAM.0081', error_msg: 'console only' }, otherRefusalLasts],
	])('that is refused with HTTP %s and %j is remembered for its time', async (status, said, lasts) => {
		const before = Date.now();
		const { until } = (await always(answer(status, said)).fetch()) as RefusedLogin;
		expect(until - before).toBeGreaterThanOrEqual(lasts);
		expect(until - Date.now()).toBeLessThanOrEqual(lasts);
	});

	it('is held to the strictest login policy: 3 wrong passwords within 60 minutes', () => {
		expect(refusalLasts * 2).toBeGreaterThan(60 * minute);
		expect([refusalLasts, otherRefusalLasts]).toEqual([31 * minute, 5 * minute]);
	});

	it('that n8n itself would not send says why, and holds nobody back', async () => {
		const { fetch } = always(new Error('Domain not allowed'));
		const refused = { passing: false, message: 'n8n did not send the request for a token to iam.ap-southeast-3.myhuaweicloud.com. Domain not allowed' };
		await expect(fetch()).rejects.toMatchObject(refused);
		await expect(obtain(identity, undefined, fetch)).rejects.toMatchObject(refused);
		await expect(obtain(identity, undefined, () => always(created('MIItoken')).fetch())).resolves.toMatchObject({ token: 'MIItoken' });
	});

	it.each([
		['a gateway that is down', answer(503, {}), 'answered with HTTP 503'],
		['a page of a proxy', answer(200, '<html>'), "answered with HTTP 200 and not in IAM's own words, as a proxy on the way would"],
		['a refusal without a code', answer(401, { error: { code: '', message: 'm' } }), "answered with HTTP 401 and not in IAM's own words, as a proxy on the way would"],
		['a refusal whose message is none', answer(401, { error: { code: 401, message: 7 } }), "answered with HTTP 401 and not in IAM's own words, as a proxy on the way would"],
	])('says what came in place of IAM: %s', async (_what, given, happened) => {
		expect(await always(given).fetch()).toEqual({ kind: 'fault', happened });
	});

	it('names the types of what it sends and wants, and takes the token that is asked about along', async () => {
		const { asked, http, fetch } = always(created('MIItoken'));
		await fetch();
		await iamRefuses(identity, http, 'MIIold').catch(() => undefined);
		expect(asked.map(({ method, headers }) => [method, headers])).toEqual([
			['POST', { 'Content-Type': 'application/json;charset=utf8', Accept: 'application/json', Host: identity.iamHost }],
			['GET', { 'Content-Type': 'application/json;charset=utf8', 'X-Auth-Token': 'MIIold', Host: identity.iamHost }],
		]);
	});

	it('has the password in its body alone, follows no redirect, and has one deadline', async () => {
		const { asked, fetch } = always(networkFault('ECONNRESET'));
		expect(JSON.stringify(await fetch())).not.toContain('p4ssw0rd');
		expect(asked[0]).toMatchObject({ url: 'https://iam.ap-southeast-3.myhuaweicloud.com/v3/auth/tokens?nocatalog=true', disableFollowRedirect: true, abortSignal: expect.any(AbortSignal) as unknown });
		expect(JSON.stringify({ ...asked[0], body: undefined })).not.toContain('p4ssw0rd');
	});

	it('comes to an end also where n8n does not heed the signal, as while it looks a name up', async () => {
		const time = new AbortController();
		jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
		const deaf = fetchToken(identity, () => new Promise(() => undefined));
		jest.restoreAllMocks();
		time.abort();
		expect(await deaf).toEqual({ kind: 'fault', happened: 'did not answer within 15 seconds' });
	});
});

describe('what a person reads after a fault of the network', () => {
	it.each([
		['ENOTFOUND', 'could not be found by its name'],
		['EAI_AGAIN', 'could not be found by its name'],
		['ECONNREFUSED', 'could not be reached'],
		['ECONNRESET', 'ended the connection'],
		['ETIMEDOUT', 'did not answer'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'could not be reached over a safe connection'],
	])('stays as it is in n8n, which replaces what names a code: %s', async (code, words) => {
		const who = identityOf({ ...fields, userName: code });
		const refusal = await obtain(who, undefined, () => always(networkFault(code)).fetch()).catch((thrown: unknown) => thrown as Error);
		if (!(refusal instanceof Error)) throw new Error('A token came');
		expect(refusal).toMatchObject({ name: 'SigningRefusal', passing: true });
		expect(refusal.message).toContain(`(iam.ap-southeast-3.myhuaweicloud.com) ${words}, so there is no token and nothing was sent.`);
		expect(refusal.message).not.toMatch(/\b(error|problem|failure|mistake)|p4ssw0rd/i);
		expect(new NodeApiError(node, refusal as never).message).toBe(refusal.message);
	});
});

it.each([
	['takes it', answer(200, { domains: [] }), false],
	['refuses it in its own words', answer(401, { error: { code: 401, message: 'The request you have made requires authentication.', title: 'Unauthorized' } }), true],
	['is a proxy that says 401', answer(401, '<html>'), false],
	['says 401 and nothing else', answer(401, {}), false],
	['does not let the user in', answer(403, { error_code: 'IAM.0003', error_msg: 'm' }), false],
	['is down', answer(503, {}), false],
	['does not answer', networkFault('ECONNREFUSED'), { kind: 'fault', happened: 'could not be reached' }],
])('a token is at its end only when IAM says so: what answers %s', async (_, given, ended) => {
	expect(await iamRefuses(identity, always(given).http, 'MIItoken')).toEqual(ended);
});
