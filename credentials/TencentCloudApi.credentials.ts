/** The key of a Tencent Cloud account, and how it signs. */
import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { queryText } from './signing/encoding';
import { unixSeconds } from './signing/clock';
import { formType, jsonType } from './signing/body';
import { headerOf, headersOut, type Outgoing, readOutgoing, requiredHeader, sealed } from './signing/outgoing';
import { type Fields, keyOf, optionalKeyOf, textOf } from './signing/refusal';
import { authorization } from './signing/tc3';
import { VendorTime } from './signing/vendorTime';
import { type Explanation, testRules, unreachableWords } from './testRules';

const vendor = 'Tencent Cloud';

const time = new VendorTime('tencentCloudApi');

/** Tencent Cloud takes GET with the type of forms only, and wants a JSON body in every other request. */
function typed(outgoing: Outgoing): { readonly contentType: string; readonly body: string | Buffer } {
	if (outgoing.method === 'GET') return { contentType: formType, body: '' };
	const contentType = headerOf(outgoing, 'content-type') ?? outgoing.implied ?? jsonType;
	const empty = contentType.startsWith(jsonType) ? Buffer.from('{}') : '';
	return { contentType, body: outgoing.bytes ?? empty };
}

/**
 * Signs a request to any API of Tencent Cloud with TC3-HMAC-SHA256 over content-type, host and x-tc-action.
 *
 * @param options - as n8n hands it over; it stays as it is. Its headers X-TC-Action and X-TC-Version say what is
 * called; X-TC-Region, where an API needs it, goes out as given.
 * @param clock - ms since 1970.
 * @throws SigningRefusal for an empty key, a host that is not Tencent Cloud's, or a missing header.
 */
export function signTencentCloud<T extends object>(fields: Fields, options: T, clock: number) {
	const secretId = keyOf(fields, 'secretId', 'Secret ID');
	const secretKey = keyOf(fields, 'secretKey', 'Secret Key');
	const token = optionalKeyOf(fields, 'sessionToken', 'Session Token');
	const outgoing = readOutgoing(options, {
		domains: ['tencentcloudapi.com'],
		endpoints: [{ address: textOf(fields, 'endpoint'), label: 'Endpoint' }],
	});
	const action = requiredHeader(outgoing, 'X-TC-Action', 'DescribeInstances', vendor);
	const version = requiredHeader(outgoing, 'X-TC-Version', '2017-03-12', vendor);
	const { contentType, body } = typed(outgoing);
	const request = {
		method: outgoing.method,
		path: outgoing.path,
		query: queryText(outgoing.query),
		headers: { 'content-type': contentType, host: outgoing.host, 'x-tc-action': action },
		body,
	};
	const service = outgoing.host.split('.', 1).join('');
	const headers = headersOut(outgoing, {
		'Content-Type': contentType,
		'X-TC-Action': action,
		'X-TC-Version': version,
		'X-TC-Timestamp': unixSeconds(clock),
		'X-TC-Token': token === '' ? undefined : token,
		Authorization: authorization(request, { secretId, secretKey, service }, clock),
	});
	return sealed(options, body.length === 0 ? outgoing : { ...outgoing, bytes: body }, headers);
}

const checkId =
	"Tencent Cloud does not know this 'Secret ID': it is mistyped, deleted or disabled, or belongs to another product. " +
	"Copy it again from the console's page API Keys, and check 'Site'.";

const addressRefused = (list: string) =>
	`The key is valid, but this machine's address is ${list}. Change the account's network policy, or call from another.`;

/** The codes that point to the key: https://www.tencentcloud.com/document/product/242/54254, common error codes. */
const explanations: Explanation[] = [
	[['AuthFailure.SecretIdNotFound', 'AuthFailure.InvalidSecretId'], checkId],
	[
		['AuthFailure.SignatureFailure'],
		"The 'Secret Key' does not belong to this 'Secret ID'. Copy both again from the console's page API Keys.",
	],
	[
		['AuthFailure.SignatureExpire'],
		"The clock of the machine that runs n8n is more than 5 minutes off Tencent Cloud's. Set the clock.",
	],
	[
		['AuthFailure.TokenFailure'],
		"The 'Session Token' has run out or belongs to another key. Get new temporary keys, or leave it empty for a long-lived key.",
	],
	[['AuthFailure.MFAFailure'], 'The account asks for multi-factor authentication. Use the key of a user without it.'],
	[
		['AuthFailure.InvalidAuthorization'],
		"Tencent Cloud could not read the signature. Enter 'Secret ID' and 'Secret Key' again.",
	],
	[
		['AuthFailure.UnauthorizedOperation', 'UnauthorizedOperation'],
		'The key is valid, but access management (CAM) does not allow it to call GetCallerIdentity. ' +
			'The operations of the node need permissions of their own: give them to the user in CAM.',
	],
	[['IpNotInWhitelist'], addressRefused('not on the list of allowed addresses')],
	[['IpInBlacklist'], addressRefused('on the list of blocked addresses')],
	[
		[
			'RequestLimitExceeded',
			'RequestLimitExceeded.UinLimitExceeded',
			'RequestLimitExceeded.IPLimitExceeded',
			'RequestLimitExceeded.GlobalRegionUinLimitExceeded',
			'InternalError',
			'ServiceUnavailable',
		],
		'Tencent Cloud could not check the key just now. Test it again in a minute.',
	],
];

const rules = testRules(
	vendor,
	['Response.Error.Code'],
	'Response.RequestId',
	explanations,
	"Tencent Cloud refused the key. Check 'Secret ID', 'Secret Key' and 'Site'.",
);

/** Credential type `tencentCloudApi`. Works in n8n's HTTP Request node for any API of Tencent Cloud as well. */
export class TencentCloudApi implements ICredentialType {
	name = 'tencentCloudApi';

	displayName = 'Tencent Cloud (QCloud) API';

	icon = {
		light: 'file:../nodes/TencentCloud/tencentCloud.svg',
		dark: 'file:../nodes/TencentCloud/tencentCloud.dark.svg',
	} as const;

	documentationUrl = 'https://console.tencentcloud.com/cam/capi';

	properties: INodeProperties[] = [
		{
			displayName: 'Site',
			name: 'site',
			type: 'options',
			default: 'international',
			options: [
				{ name: 'International', value: 'international', description: 'Account of tencentcloud.com' },
				{ name: 'Mainland China', value: 'mainland', description: 'Account of cloud.tencent.com' },
			],
			description: 'Where the account was opened. It chooses the hosts that the node calls.',
		},
		{
			displayName: 'Secret ID',
			name: 'secretId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
			description: 'From the console, Access Management > Access Key > Manage API Key',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown by the console once, when the key is made',
		},
		{
			displayName: 'Session Token',
			name: 'sessionToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only with temporary keys from Security Token Service (STS), together with their ID and key',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/tencent',
			description: `Where requests go instead of Tencent Cloud's own hosts: a private gateway, or the sandbox. What is signed, and the header Host, stay Tencent Cloud's. ${unreachableWords}`,
		},
	];

	authenticate: IAuthenticate = (credentials, options) =>
		new Promise((resolve) => {
			resolve(signTencentCloud(credentials, options, time.now(credentials)));
		});

	test: ICredentialTestRequest = {
		request: {
			method: 'POST',
			baseURL:
				'={{ $credentials.site === "mainland" ? "https://sts.tencentcloudapi.com" : "https://sts.intl.tencentcloudapi.com" }}',
			url: '/',
			headers: {
				'X-TC-Action': 'GetCallerIdentity',
				'X-TC-Version': '2018-08-13',
				'X-TC-Region': '={{ $credentials.site === "mainland" ? "ap-guangzhou" : "ap-singapore" }}',
			},
			body: {},
			ignoreHttpStatusErrors: true,
		},
		rules,
	};
}
