/** An IAM user of Huawei Cloud with a password, and the token that IAM gives for it. */
import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	INodeProperties,
} from 'n8n-workflow';
import { whileAwaited } from './huaweiIam/awaited';
import { identityOf } from './huaweiIam/identity';
import { fetchToken, iamRefuses } from './huaweiIam/login';
import { isEnded, obtain, rememberedState } from './huaweiIam/memory';
import { current, readTokenState, refusalOf, tokenStateText } from './huaweiIam/tokenState';
import { gatewayCodes, iamAddressExpression, identityPath, siteProperty, vendor } from './huaweiIam/sites';
import { jsonType } from './signing/body';
import { headerOf, headersOut, readOutgoing, sealed } from './signing/outgoing';
import { type Fields, SigningRefusal } from './signing/refusal';
import { type Explanation, testRules } from './testRules';

/**
 * Asks n8n for a token before a byte leaves: n8n renews a token when it sees HTTP 401, and knows nothing of time.
 */
class TokenWanted extends SigningRefusal {
	/** What n8n looks at. */
	readonly response = { status: 401 };

	constructor() {
		super('There is no valid token for this IAM user yet, and nothing was sent. Run the workflow again.', true);
	}
}

/**
 * Which token n8n's HTTP Request node sent, by the credential object that n8n hands over for one request. After any
 * failure that node asks for a new token and sends again, so it is told only of a token that IAM takes no more.
 */
const sentByHttpRequest = new WeakMap<object, string>();

/**
 * Puts the token into X-Auth-Token.
 *
 * @param options - as n8n hands it over; it stays as it is.
 * @param clock - ms since 1970.
 * @throws SigningRefusal for an empty field, a host that is not Huawei Cloud's, a password that IAM has refused, or
 * a token that is missing or about to expire; the last makes n8n fetch one.
 */
export function withToken<T extends object>(fields: Fields, options: T, clock: number) {
	const identity = identityOf(fields);
	const outgoing = readOutgoing(options, identity.rule, 'kept');
	const state = current(readTokenState(fields['token']), identity.fingerprint, clock);
	const refused = state?.kind === 'refused' ? state : rememberedState(identity, clock);
	if (state?.kind !== 'token' && refused?.kind === 'refused') throw refusalOf(refused);
	if (state?.kind !== 'token') throw new TokenWanted();
	if (Reflect.has(options, 'uri')) sentByHttpRequest.set(fields, state.token);
	const { bytes, implied } = outgoing;
	const headers = headersOut(outgoing, {
		'Content-Type': headerOf(outgoing, 'content-type') ?? (bytes === undefined ? undefined : (implied ?? jsonType)),
		'X-Auth-Token': state.token,
		'X-Sdk-Date': undefined,
		'X-Security-Token': undefined,
		Authorization: undefined,
	});
	return sealed(options, outgoing, headers);
}

/**
 * Has a token fetched, or takes the one that another execution of this process has fetched meanwhile.
 *
 * @returns the field that n8n keeps in the credential; nothing when the token is still good, so that n8n's HTTP
 * Request node does not send again what failed for another reason.
 */
async function renewed(helper: IHttpRequestHelper, fields: ICredentialDataDecryptedObject): Promise<IDataObject> {
	const identity = identityOf(fields);
	const http = helper.helpers.httpRequest;
	const kept = readTokenState(fields['token']);
	const refused = current(kept, identity.fingerprint, Date.now());
	if (refused?.kind === 'refused') return { token: tokenStateText(refused) };
	const useless = kept?.kind === 'refused' ? undefined : kept?.token;
	const sent = sentByHttpRequest.get(fields);
	sentByHttpRequest.delete(fields);
	if (sent !== undefined && sent === useless) {
		const ended = await isEnded(identity, sent, async () => await iamRefuses(identity, http, sent));
		if (!ended) return {};
	}
	return { token: tokenStateText(await obtain(identity, useless, async () => await fetchToken(identity, http))) };
}

/** The codes that point to the token: https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0006.html */
const explanations: Explanation[] = [
	[
		[401, 'IAM.0001', 'IAM.0066', 'IAM.0067', ...gatewayCodes('0301', '0307')],
		"IAM gave a token, but does not take it here. Check that 'Site', 'IAM Endpoint' and 'Endpoint' belong together.",
	],
	[
		[403, 'IAM.0002', 'IAM.0003', 'IAM.0080', 'IAM.0081', 'IAM.0082'],
		"The password is right, but IAM does not let this user in here. Check 'Site', and that the user is enabled for programmatic access.",
	],
	[
		[429, 500, 503, 'IAM.0006', 'IAM.0012', ...gatewayCodes('0308', '0613')],
		'Huawei Cloud could not check the user just now. Test it again in a minute.',
	],
];

const rules = testRules(
	vendor,
	['error_code', 'error.code'],
	'domains',
	explanations,
	"Huawei Cloud did not take the token. Check 'Site' and the names.",
);

/** Credential type `huaweiCloudIamApi`. Works in n8n's HTTP Request node for any API of Huawei Cloud as well. */
export class HuaweiCloudIamApi implements ICredentialType {
	name = 'huaweiCloudIamApi';

	displayName = 'Huawei Cloud IAM API';

	icon = {
		light: 'file:../nodes/HuaweiCloud/huaweiCloud.svg',
		dark: 'file:../nodes/HuaweiCloud/huaweiCloud.dark.svg',
	} as const;

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html';

	properties: INodeProperties[] = [
		{
			displayName:
				"Its tokens expire, so n8n's HTTP Request node sends a request again after it failed, whatever the reason. This credential holds it back as long as IAM takes the token. For requests that must never go out twice, use the credential 'Huawei Cloud Access Key API'; Huawei Cloud recommends it as well.",
			name: 'sentAgain',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Token',
			name: 'token',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		siteProperty,
		{
			displayName: 'Account Name',
			name: 'accountName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. example-company',
			description: "The account's name, which IAM also calls domain. From the console, My Credentials.",
		},
		{
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. n8n-automation',
			description:
				"The IAM user's name. The main login of an account that was upgraded to a HUAWEI ID gets no token: create an IAM user.",
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The password of a user without login protection (MFA). A wrong one is not tried again by itself, because that locks the user.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'options',
			default: 'domain',
			options: [
				{ name: 'Account', value: 'domain', description: 'For global services, service tickets among them' },
				{ name: 'Project', value: 'project', description: 'For the services of one region' },
			],
			description: 'What the token is good for',
		},
		{
			displayName: 'Project Name',
			name: 'projectName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. ap-southeast-3',
			displayOptions: { show: { scope: ['project'] } },
			description: 'From the console, My Credentials > API Credentials > Projects',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/huawei',
			description:
				"Where requests go instead of Huawei Cloud's own hosts: a private gateway, or the sandbox. The header Host stays Huawei Cloud's.",
			hint: "For the sandbox, fill in 'IAM Endpoint' as well: without it Huawei Cloud's own IAM is asked for the token",
		},
		{
			displayName: 'IAM Endpoint',
			name: 'iamEndpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/iam',
			description: 'The same for requests to Identity and Access Management (IAM), which gives the tokens',
		},
	];

	authenticate: IAuthenticate = (credentials, options) =>
		new Promise((resolve) => {
			resolve(withToken(credentials, options, Date.now()));
		});

	preAuthentication = async function (this: IHttpRequestHelper, credentials: ICredentialDataDecryptedObject) {
		return await whileAwaited(credentials, async () => await renewed(this, credentials));
	};

	test: ICredentialTestRequest = {
		request: {
			method: 'GET',
			baseURL: iamAddressExpression,
			url: identityPath,
			headers: { 'Content-Type': 'application/json;charset=utf8' },
			ignoreHttpStatusErrors: true,
		},
		rules,
	};
}
