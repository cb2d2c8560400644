/** The APIs of IAM that a credential needs: https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0001.html */
import { gatewayCodes } from '../../nodes/HuaweiCloud/codes/gatewayCodes';
import { identityCodes } from '../../nodes/HuaweiCloud/codes/identityCodes';
import { refusalsFor } from '../apis';
import { type Admitted, type Received, refuse, type ServedApi } from '../cloud';
import type { Gate } from './gate';
import type { Identity } from './identity';
import { account, projects } from './keys';
import { statusesOf } from './statuses';

/** Its rates are the account's matter; the gateway's is taken. */
const identityApi = (key: string, label: string): ServedApi => ({
	key: `identity.${key}`,
	label,
	perSecond: 200,
	contacts: [],
	takes: { phone: 'none', email: false },
	refusals: refusalsFor({ ...identityCodes, ...gatewayCodes }, statusesOf),
});

const createToken = identityApi('createToken', 'KeystoneCreateUserTokenByPassword');

const lists: ReadonlyMap<string, { readonly api: ServedApi; readonly answer: object }> = new Map([
	[
		'/v3/auth/domains',
		{
			api: identityApi('listDomains', 'KeystoneListAuthDomains'),
			answer: { domains: [{ ...account, enabled: true, description: '' }] },
		},
	],
	[
		'/v3/auth/projects',
		{
			api: identityApi('listProjects', 'KeystoneListAuthProjects'),
			answer: { projects: projects.map((project) => ({ ...project, domain_id: account.id, enabled: true })) },
		},
	],
]);

/** Every API of IAM here. */
export const identityApis: readonly ServedApi[] = [createToken, ...[...lists.values()].map(({ api }) => api)];

/**
 * Reads a request to IAM. The call for a token goes without a credential.
 *
 * @throws Refused
 */
export function admitToIdentity(received: Received, gate: Gate, identity: Identity): Admitted {
	const { method, path, host } = received;
	if (method === 'POST' && path === '/v3/auth/tokens') {
		return { api: createToken, values: {}, carryOut: () => identity.issue(received) };
	}
	const list = method === 'GET' ? lists.get(path) : undefined;
	if (list === undefined) refuse('APIGW.0101', 'The API does not exist or has not been published in the environment');
	gate.authenticate(received);
	return { api: list.api, values: {}, carryOut: () => ({ ...list.answer, links: { self: `https://${host}${path}` } }) };
}
