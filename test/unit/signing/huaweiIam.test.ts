import { NodeApiError } from 'n8n-workflow';
import { explain } from '../../../credentials/huaweiIam/explain';
import { type Identity, identityOf } from '../../../credentials/huaweiIam/identity';
import { current, type HeldToken, readTokenState, refusalOf, tokenStateText, withoutToken } from '../../../credentials/huaweiIam/tokenState';
import { withToken } from '../../../credentials/HuaweiCloudIamApi.credentials';

const fields = { accountName: 'company', userName: 'automation', password: 'p4ssw0rd', scope: 'domain', projectName: 'ap-southeast-3', site: 'international', endpoint: '', iamEndpoint: '', token: '' };
const identity = identityOf(fields);
const inProject = identityOf({ ...fields, scope: 'project' });

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
		['something else', said(418), identity, /gave no token: HTTP 418\. Check 'Site'/],
		['something else with a code', said(409, '', 'IAM.0005'), identity, /gave no token: HTTP 409, code IAM\.0005/],
		['the gateway, which has not seen the password', said(401, 'refused', 'APIGW.0301'), main, /gateway in front of IAM .* code APIGW\.0301/],
		['the gateway, whatever it speaks of', said(403, 'The API is locked', 'APIGW.0303'), identity, /gateway in front of IAM .* code APIGW\.0303/],
		['another site for the main login', said(403, '', 'IAM.0002'), main, /code IAM\.0002.*check 'Site'/],
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
		expect(readTokenState(tokenStateText(token))).toEqual(token);
		const refused = { kind: 'refused', fingerprint: 'f', reason: 'r', until: 5 } as const;
		expect(readTokenState(tokenStateText(refused))).toEqual(refused);
	});

	it.each([
		'',
		'MIItoken',
		'{}',
		'null',
		'[1]',
		'{"kind":"token","fingerprint":"f"}',
		'{"kind":"token","token":"t","renewAt":5}',
		'{"kind":"token","fingerprint":"f","token":5,"renewAt":5}',
		'{"kind":"token","fingerprint":"f","token":"t","renewAt":"5"}',
		'{"kind":"unwanted","token":5}',
		'{"kind":"refused","fingerprint":"f","until":"x"}',
		'{"kind":"refused","fingerprint":"f","reason":5,"until":5}',
		'{"kind":"refused","fingerprint":"f","reason":"r","until":"5"}',
		undefined,
		5,
	])(
		'is nothing when it is something else: %p',
		(text) => {
			expect(readTokenState(text)).toBeUndefined();
		},
	);

	it('holds for its own identity until its time', () => {
		expect(current(token, 'f', 999)).toBe(token);
		expect(current(token, 'f', 1000)).toBeUndefined();
		expect(current(token, 'g', 999)).toBeUndefined();
		expect(current(undefined, 'f', 0)).toBeUndefined();
	});

	it('keeps a token that is not wanted any more, so that it is known and never used', () => {
		const unwanted = readTokenState(withoutToken({ token: tokenStateText(token) })['token']);
		expect(unwanted).toEqual({ kind: 'unwanted', token: 'MIItoken' });
		expect(current(unwanted, 'f', 0)).toBeUndefined();
	});

	it.each(['', 'garbage', tokenStateText({ kind: 'refused', fingerprint: 'f', reason: 'r', until: 5 })])('stays as it is without a token in it: %p', (text) => {
		expect(withoutToken({ token: text, userName: 'u' })).toEqual({ token: text, userName: 'u' });
	});
});

describe('the request with a token', () => {
	const token = tokenStateText({ kind: 'token', fingerprint: identity.fingerprint, token: 'MIItoken', renewAt: 1000 });
	const url = 'https://osm.ap-southeast-1.myhuaweicloud.com/v2/x';

	it('leaves what it was given as it was, and drops what another way of signing wrote', () => {
		const given = { method: 'POST', url, headers: { authorization: 'SDK', 'x-sdk-date': 'd', 'x-security-token': 's', 'x-auth-token': 'old', 'X-Language': 'en-us' }, body: { a: '你' } };
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
		const at = { ...credential, token: tokenStateText({ kind: 'token', fingerprint: identityOf(credential).fingerprint, token: 'MIItoken', renewAt: 1000 }) };
		const once = withToken(at, { url }, 0);
		expect(once.url).toBe('http://localhost:1/osm/v2/x');
		expect(withToken(at, once, 0)).toEqual(once);
		const toIam = withToken(at, { url: 'https://iam.myhuaweicloud.com/v3/auth/domains' }, 0);
		expect(toIam.url).toBe('http://localhost:1/iam/v3/auth/domains');
		expect(withToken(at, toIam, 0)).toEqual(toIam);
	});

	it('is asked for also where the kept token is not wanted any more', () => {
		expect(() => withToken(withoutToken({ ...fields, token }), { url }, 0)).toThrow(expect.objectContaining({ response: { status: 401 } }));
	});

	it('keeps the signal that ends it', () => {
		const { signal: abortSignal } = new AbortController();
		expect(withToken({ ...fields, token }, { url, abortSignal }, 0).abortSignal).toBe(abortSignal);
	});
});
