/** Tokens of the sandbox's IAM, asked for by the text of https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html */
import { account, consoleUser, mainLogin, mfaUser, ordinaryUser, passcode, projects } from '../../sandbox/huawei/keys';
import { ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';

const own = ownSandbox();

const international = 'ap-southeast-3.myhuaweicloud.com';

interface Login {
	readonly name?: string;
	readonly password?: string;
	readonly scope?: object;
	readonly totp?: object;
	readonly site?: string;
}

const login = async ({ name = ordinaryUser.name, password = ordinaryUser.password, scope, totp, site = international }: Login = {}) => {
	const methods = totp === undefined ? ['password'] : ['password', 'totp'];
	const user = { name, password, domain: { name: account.name } };
	const answer = await sendBytes(own.get().url, {
		target: '/v3/auth/tokens?nocatalog=true',
		headers: { host: `iam.${site}`, 'content-type': 'application/json;charset=utf8' },
		body: JSON.stringify({
			auth: {
				identity: { methods, password: { user }, ...(totp === undefined ? {} : { totp: { user: totp } }) },
				scope: scope ?? { domain: { name: account.name } },
			},
		}),
	});
	return { status: answer.status, token: String(answer.headers['x-subject-token'] ?? ''), text: answer.text };
};

const use = async (token: string, site = international) => {
	const { status, text } = await sendBytes(own.get().url, {
		method: 'GET',
		target: '/v2/servicerequest/config/area-codes',
		headers: { host: `osm.${site}`, 'x-auth-token': token },
	});
	return [status, (JSON.parse(text) as { error_code?: string }).error_code];
};

it('a token comes in a header, tells when it expires, and opens the service until then', async () => {
	const { status, token, text } = await login();
	expect(status).toBe(201);
	expect(token).toMatch(/^MII[\w-]+$/);
	expect(text).not.toContain(token);
	const told = (JSON.parse(text) as { token: { expires_at: string } }).token;
	expect(Date.parse(told.expires_at)).toBe(own.time() + 24 * 60 * 60 * 1000);
	expect(await use(token)).toEqual([200, undefined]);
	own.wait(24 * 60 * 60);
	expect(await use(token)).toEqual([401, 'APIGW.0307']);
	expect(await use(`${token}x`)).toEqual([401, 'APIGW.0301']);
});

it('a token of one site does not open another', async () => {
	const { token } = await login();
	expect(await use(token, 'eu-west-101.myhuaweicloud.eu')).toEqual([401, 'APIGW.0307']);
	const { token: european } = await login({ site: 'eu-west-101.myhuaweicloud.eu' });
	expect(await use(european, 'eu-west-101.myhuaweicloud.eu')).toEqual([200, undefined]);
});

it('how long tokens live, and how many requests they serve, can be set', async () => {
	own.get().set('huaweiCloud', 'tokenLifetimeSeconds', 5);
	const { token: short } = await login();
	own.wait(6);
	expect(await use(short)).toEqual([401, 'APIGW.0307']);
	own.get().set('huaweiCloud', 'requestsPerToken', 2);
	const { token } = await login();
	expect([await use(token), await use(token), await use(token)].map(([status]) => status)).toEqual([200, 200, 401]);
});

it('a token may be for a project', async () => {
	expect((await login({ scope: { project: { name: projects[0]?.name } } })).status).toBe(201);
	const { status, text } = await login({ scope: { project: { name: 'nowhere' } } });
	expect([status, text]).toEqual([400, expect.stringContaining('IAM.1109')]);
});

it('three wrong passwords lock the user for 15 minutes', async () => {
	const wrong = async () => (await login({ password: 'wrong' })).text;
	for (let count = 0; count < 3; count += 1) expect(await wrong()).toContain('"code":401');
	expect((await login()).text).toContain('IAM.0061');
	own.wait(15 * 60);
	expect((await login()).status).toBe(201);
});

it.each([
	['the main login of a HUAWEI ID', mainLogin, 401, /username or password is wrong/],
	['a user with login protection', mfaUser, 401, /MFA/],
	['a user without programmatic access', consoleUser, 403, /IAM\.0081/],
])('%s gets no token', async (_, { name, password }, status, why) => {
	const answer = await login({ name, password });
	expect([answer.status, answer.token]).toEqual([status, '']);
	expect(answer.text).toMatch(why);
});

it('login protection takes the passcode', async () => {
	const { name, id } = mfaUser;
	expect((await login({ name, totp: { id, passcode: '000000' } })).text).toContain('IAM.1061');
	expect((await login({ name, totp: { id, passcode } })).status).toBe(201);
});

it('the next token can be refused in any documented way', async () => {
	own.get().answerNext({ vendor: 'huaweiCloud', operation: 'identity.createToken', code: 'IAM.0006' });
	expect((await login()).status).toBe(500);
	expect((await login()).status).toBe(201);
});

it('what the inbox keeps of a request has no token in it', async () => {
	const { token } = await login();
	await use(token);
	expect(own.get().inbox.requests()).toHaveLength(2);
	expect(JSON.stringify(own.get().inbox.requests())).not.toContain(token);
});
