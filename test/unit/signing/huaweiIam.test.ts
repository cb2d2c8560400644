import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { fetchToken, isRefused, refusalLasts } from '../../../credentials/huaweiIam/askIam';
import { explain } from '../../../credentials/huaweiIam/explain';
import { type Identity, identityOf } from '../../../credentials/huaweiIam/identity';
import { obtain } from '../../../credentials/huaweiIam/share';
import { holds, readStanding, refusalOf, standingText, type HeldToken } from '../../../credentials/huaweiIam/standing';
import { withToken } from '../../../credentials/HuaweiCloudIamApi.credentials';

const fields = { accountName: 'company', userName: 'automation', password: 'p4ssw0rd', scope: 'domain', projectName: 'ap-southeast-3', site: 'international', endpoint: '', iamEndpoint: '', token: '' };
const identity = identityOf(fields);
const inProject = identityOf({ ...fields, scope: 'project' });
const minute = 60_000;

describe('the identity behind a token', () => {
	it.each(['accountName', 'userName', 'password', 'scope', 'site', 'iamEndpoint'])('is another one when %s changes', (name) => {
		const changed = { ...fields, [name]: name === 'scope' ? 'project' : name === 'site' ? 'mainland' : 'https://else' };
		expect(identityOf(changed).fingerprint).not.toBe(identity.fingerprint);
	});

	it('is the same with spaces around the names and a line end behind the password', () => {
		const copied = { ...fields, accountName: ' company\n', userName: '\tautomation ', password: 'p4ssw0rd\r\n' };
		expect(identityOf(copied).fingerprint).toBe(identity.fingerprint);
		expect(identityOf(copied).password).toBe('p4ssw0rd');
	});

	it('keeps the spaces of a password', () => {
		expect(identityOf({ ...fields, password: ' a b ' }).password).toBe(' a b ');
	});

	it.each([
		['accountName', 'Account Name'],
		['userName', 'User Name'],
		['password', 'Password'],
	])('is refused without %s', (name, label) => {
		expect(() => identityOf({ ...fields, [name]: name === 'password' ? '' : ' ' })).toThrow(`field '${label}' is empty`);
	});

	it('asks for the project\'s name only with the scope Project', () => {
		expect(identityOf({ ...fields, projectName: '' }).projectName).toBeUndefined();
		expect(() => identityOf({ ...fields, scope: 'project', projectName: '' })).toThrow("field 'Project Name' is empty");
	});
});

describe('asking IAM', () => {
	const answers = (...given: unknown[]) => {
		const asked: IHttpRequestOptions[] = [];
		const waited: number[] = [];
		const http = (options: IHttpRequestOptions) => {
			asked.push(options);
			const next = given[Math.min(asked.length, given.length) - 1];
			return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
		};
		const wait = (ms: number) => {
			waited.push(ms);
			return Promise.resolve();
		};
		return { asked, waited, fetch: (who: Identity = identity) => fetchToken(who, http, wait), http };
	};
	const created = (token: unknown, body: unknown = {}) => ({ statusCode: 201, headers: { 'x-subject-token': token }, body });
	const refusedConnection = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' });

	it('renews ten minutes before a token of 24 hours expires, by the server\'s own times', async () => {
		const before = Date.now();
		const { fetch } = answers(created('MIItoken', { token: { issued_at: '2020-01-03T09:05:22.701000Z', expires_at: '2020-01-04T09:05:22.701000Z' } }));
		const held = (await fetch()) as HeldToken;
		expect(held).toMatchObject({ kind: 'token', token: 'MIItoken', fingerprint: identity.fingerprint });
		const left = held.renewAt - before;
		expect(left).toBeGreaterThanOrEqual(24 * 60 * minute - 10 * minute);
		expect(left).toBeLessThan(24 * 60 * minute - 9 * minute);
	});

	it.each([
		['tells no times', {}],
		['tells times that are none', { token: { expires_at: 'soon', issued_at: 'now' } }],
		['tells an end before its beginning', { token: { expires_at: '2020-01-01T00:00:00.000000Z', issued_at: '2020-01-02T00:00:00.000000Z' } }],
		['is no JSON', '<html>'],
	])('takes the documented 24 hours where the answer %s', async (_, body) => {
		const held = (await answers(created('MIItoken', body)).fetch()) as HeldToken;
		expect(held.renewAt).toBeGreaterThan(Date.now() + 23 * 60 * minute);
	});

	it.each([
		['throttling', { statusCode: 429, headers: {}, body: {} }],
		['a fault of the server', { statusCode: 503, headers: {}, body: 'down' }],
		['a fault of the network', refusedConnection],
	])('tries again after %s, with a pause', async (_, fault) => {
		const { asked, waited, fetch } = answers(fault, fault, created('MIItoken'));
		expect(await fetch()).toMatchObject({ token: 'MIItoken' });
		expect(asked).toHaveLength(3);
		expect(waited).toEqual([500, 1000]);
	});

	it.each([
		['the network', refusedConnection, 'did not answer'],
		['the server', { statusCode: 500, headers: {}, body: {} }, 'answered with HTTP 500'],
	])('gives up after three tries against %s, and says that nothing was sent', async (_, fault, text) => {
		const { asked, fetch } = answers(fault);
		await expect(fetch()).rejects.toMatchObject({ name: 'SigningRefusal', passing: true, message: expect.stringContaining(text) as unknown });
		expect(asked).toHaveLength(3);
	});

	it('asks once only with a wrong password, and remembers the refusal', async () => {
		const { asked, fetch } = answers({ statusCode: 401, headers: {}, body: { error: { code: 401, message: 'The username or password is wrong.' } } });
		const refused = await fetch();
		expect(asked).toHaveLength(1);
		expect(refused).toMatchObject({ kind: 'refused', fingerprint: identity.fingerprint, reason: expect.stringContaining('Check \'Password\'') as unknown });
		expect(refusalLasts).toBeGreaterThan(30 * minute);
	});

	it.each([
		['n8n\'s own refusal', new Error('Domain not allowed'), 'n8n did not send the request for a token to iam.ap-southeast-3.myhuaweicloud.com. Domain not allowed'],
		['an answer without the token', { statusCode: 201, headers: {}, body: {} }, 'gave no token: HTTP 201'],
		['a token that no header can hold', created('a\nb'), 'gave no token: HTTP 201'],
		['a page of a proxy', { statusCode: 200, headers: {}, body: '<html>' }, 'gave no token: HTTP 200'],
		['nothing at all', undefined, 'gave no token'],
	])('refuses %s without another try', async (_, answer, text) => {
		const { asked, fetch } = answers(answer);
		await expect(fetch()).rejects.toThrow(text);
		expect(asked).toHaveLength(1);
	});

	it('sends the password in the body alone, to no redirect, and tells it in no refusal', async () => {
		const { asked, fetch } = answers(refusedConnection);
		const refused = await fetch().catch((error: unknown) => error);
		expect(JSON.stringify(refused) + String(refused)).not.toContain('p4ssw0rd');
		expect(asked[0]).toMatchObject({ url: 'https://iam.ap-southeast-3.myhuaweicloud.com/v3/auth/tokens?nocatalog=true', disableFollowRedirect: true });
		expect(JSON.stringify({ ...asked[0], body: undefined })).not.toContain('p4ssw0rd');
	});

	it.each([
		[{ statusCode: 200 }, false],
		[{ statusCode: 401 }, true],
		[{ statusCode: 403 }, false],
		[{ statusCode: 503 }, false],
		[refusedConnection, false],
	])('takes a token for refused only when IAM says so: %p', async (answer, refused) => {
		expect(await isRefused(identity, answers(answer).http, 'MIItoken')).toBe(refused);
	});
});

describe('the explanation', () => {
	const said = (status: number, message = '', code = String(status)) => ({ status, message, code });
	const main = identityOf({ ...fields, userName: 'company' });
	const cases: [string, ReturnType<typeof said>, Identity, RegExp][] = [
		['a wrong password', said(401, 'The username or password is wrong.'), identity, /refused the user name or password\. Check 'Password'/],
		['a wrong password or project', said(401, 'The username or password is wrong.'), inProject, /user name or password, or the project/],
		['a project that is not there', said(401, 'Could not find project: ap-southeast-3'), inProject, /does not know the project 'ap-southeast-3'/],
		['a project that is not there, by its code', said(400, 'Not found', 'IAM.1109'), inProject, /'Project Name' is the name of a region's project/],
		['MFA', said(401, 'MFA authentication is required'), identity, /Login protection \(MFA\) is on/],
		['a wrong passcode', said(400, '', 'IAM.1061'), identity, /Login protection \(MFA\) is on/],
		['the main login of a HUAWEI ID', said(401, 'The username or password is wrong.'), main, /create an IAM user/],
		['a HUAWEI ID of Europe', said(401, '', 'IAM.0065'), identity, /HUAWEI ID/],
		['a locked user', said(401, 'The user is locked', 'IAM.0061'), identity, /has locked this IAM user/],
		['another site', said(403, '', 'IAM.0002'), identity, /code IAM\.0002.*check 'Site'/],
		['names that IAM cannot read', said(400, 'The request body is invalid'), identity, /Check 'Account Name'/],
		['something else', said(418), identity, /gave no token: HTTP 418/],
	];

	it.each(cases)('of %s is its own', (_, answer, who, text) => {
		expect(explain(answer, who)).toMatch(text);
	});

	it.each(cases)('of %s stays as it is in n8n, and is free of secrets', (_, answer, who) => {
		const refusal = refusalOf({ kind: 'refused', fingerprint: '', reason: explain(answer, who), until: Date.now() });
		const node = { id: '1', name: 'n', type: 't', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
		expect(new NodeApiError(node, refusal as never).message).toBe(refusal.message);
		expect(refusal.message).not.toMatch(/\b(error|problem|failure|mistake)|p4ssw0rd/i);
	});
});

describe('what is kept in the credential', () => {
	const token: HeldToken = { kind: 'token', fingerprint: 'f', token: 'MIItoken', renewAt: 1000 };

	it('is read as it was written', () => {
		expect(readStanding(standingText(token))).toEqual(token);
		const refused = { kind: 'refused', fingerprint: 'f', reason: 'r', until: 5 } as const;
		expect(readStanding(standingText(refused))).toEqual(refused);
	});

	it.each(['', 'MIItoken', '{}', 'null', '[1]', '{"kind":"token","fingerprint":"f"}', '{"kind":"refused","fingerprint":"f","until":"x"}', undefined, 5])(
		'is nothing when it is something else: %p',
		(text) => {
			expect(readStanding(text)).toBeUndefined();
		},
	);

	it('holds for its own identity until its time', () => {
		expect(holds(token, 'f', 999)).toBe(true);
		expect(holds(token, 'f', 1000)).toBe(false);
		expect(holds(token, 'g', 999)).toBe(false);
		expect(holds(undefined, 'f', 0)).toBe(false);
	});
});

describe('a token that many ask for at once', () => {
	let people = 0;
	const somebody = () => {
		people += 1;
		return identityOf({ ...fields, userName: `user${String(people)}` });
	};
	const held = (who: Identity, token: string, renewAt = 10_000): HeldToken => ({ kind: 'token', fingerprint: who.fingerprint, token, renewAt });

	it('is fetched once', async () => {
		const who = somebody();
		const fetch = jest.fn(() => Promise.resolve(held(who, 'one')));
		const got = await Promise.all(Array.from({ length: 50 }, () => obtain(who, undefined, fetch, 0)));
		expect(fetch).toHaveBeenCalledTimes(1);
		expect(new Set(got)).toEqual(new Set([held(who, 'one')]));
	});

	it('is fetched again only for who holds the newest', async () => {
		const who = somebody();
		const next = ['one', 'two', 'three'];
		const fetch = jest.fn(() => Promise.resolve(held(who, next.shift() ?? '')));
		await obtain(who, undefined, fetch, 0);
		const useless = (token: string) => obtain(who, token, fetch, 0);
		expect(await useless('older')).toMatchObject({ token: 'one' });
		expect(await Promise.all([useless('one'), useless('one')])).toMatchObject([{ token: 'two' }, { token: 'two' }]);
		expect(await useless('one')).toMatchObject({ token: 'two' });
		expect(fetch).toHaveBeenCalledTimes(2);
	});

	it('is fetched again when its time has come, and after a fetch that failed', async () => {
		const who = somebody();
		const fetch = jest.fn(() => Promise.resolve(held(who, 'one')));
		await expect(obtain(who, undefined, () => Promise.reject(new Error('down')), 0)).rejects.toThrow('down');
		await obtain(who, undefined, fetch, 0);
		await obtain(who, undefined, fetch, 9999);
		expect(fetch).toHaveBeenCalledTimes(1);
		await obtain(who, undefined, fetch, 10_000);
		expect(fetch).toHaveBeenCalledTimes(2);
	});
});

describe('the request with a token', () => {
	const token = standingText({ kind: 'token', fingerprint: identity.fingerprint, token: 'MIItoken', renewAt: 1000 });
	const url = 'https://osm.ap-southeast-1.myhuaweicloud.com/v2/x';

	it('leaves what it was given as it was, and drops what another way of signing wrote', () => {
		const given = { method: 'POST', url, headers: { authorization: 'SDK', 'x-sdk-date': 'd', 'x-auth-token': 'old', 'X-Language': 'en-us' }, body: { a: '你' } };
		const before = structuredClone(given);
		const { headers } = withToken({ ...fields, token }, given, 0);
		expect(given).toEqual(before);
		expect(headers).toEqual({ 'X-Language': 'en-us', Host: 'osm.ap-southeast-1.myhuaweicloud.com', 'Content-Type': 'application/json', 'X-Auth-Token': 'MIItoken' });
	});

	it('asks n8n for a token by an HTTP 401 of its own, before a byte leaves', () => {
		for (const [kept, clock] of [['', 0], [token, 1000], ['garbage', 0]] as const) {
			expect(() => withToken({ ...fields, token: kept }, { url }, clock)).toThrow(expect.objectContaining({ response: { status: 401 } }));
		}
		expect(() => withToken({ ...fields, userName: 'other', token }, { url }, 0)).toThrow(expect.objectContaining({ response: { status: 401 } }));
	});

	it('goes to the endpoint of the service, or to that of IAM', () => {
		const credential = { ...fields, endpoint: 'http://localhost:1/osm', iamEndpoint: 'http://localhost:1/iam' };
		const at = { ...credential, token: standingText({ kind: 'token', fingerprint: identityOf(credential).fingerprint, token: 'MIItoken', renewAt: 1000 }) };
		const once = withToken(at, { url }, 0);
		expect(once.url).toBe('http://localhost:1/osm/v2/x');
		expect(withToken(at, once, 0)).toEqual(once);
		const toIam = withToken(at, { url: 'https://iam.myhuaweicloud.com/v3/auth/domains' }, 0);
		expect(toIam.url).toBe('http://localhost:1/iam/v3/auth/domains');
		expect(withToken(at, toIam, 0)).toEqual(toIam);
	});
});
