/** An access key of Huawei Cloud, and how it signs. */
import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { domains, gatewayCodes, iamAddressExpression, identityPath, siteProperty, vendor } from './huaweiIam/sites';
import { jsonType } from './signing/body';
import { utcCompact } from './signing/clock';
import { headerOf, headersOut, type Outgoing, readOutgoing, sealed } from './signing/outgoing';
import { type Fields, keyOf, optionalKeyOf, textOf } from './signing/refusal';
import { authorization, headersToSign, payloadHeader, unsignedPayload } from './signing/sdkHmac';
import { VendorTime } from './signing/vendorTime';
import { type Explanation, testRules, unreachableWords } from './testRules';

const time = new VendorTime('huaweiCloudAccessKeyApi');

/** Regional services are told the project, global ones the account; a caller that names either knows best. */
function accountOf(outgoing: Outgoing, domainId: string): string | undefined {
	const given = headerOf(outgoing, 'x-domain-id');
	if (given !== undefined) return given;
	return domainId === '' || headerOf(outgoing, 'x-project-id') !== undefined ? undefined : domainId;
}

/**
 * Signs a request to any API of Huawei Cloud with SDK-HMAC-SHA256 over Host and every header that begins with X-.
 *
 * @param options - as n8n hands it over; it stays as it is. A body of files goes out unsigned, which the gateway
 * allows.
 * @param clock - ms since 1970.
 * @throws SigningRefusal for an empty key, or a host that is not Huawei Cloud's.
 */
export function signHuaweiCloud<T extends object>(fields: Fields, options: T, clock: number) {
	const accessKey = keyOf(fields, 'accessKey', 'Access Key ID');
	const secretKey = keyOf(fields, 'secretKey', 'Secret Access Key');
	const token = optionalKeyOf(fields, 'securityToken', 'Security Token');
	const domainId = optionalKeyOf(fields, 'domainId', 'Account ID');
	const endpoints = [{ address: textOf(fields, 'endpoint'), label: 'Endpoint' }];
	const outgoing = readOutgoing(options, { domains, endpoints }, 'kept');
	const { method, path, query, bytes, implied } = outgoing;
	const headers = headersOut(outgoing, {
		'Content-Type': headerOf(outgoing, 'content-type') ?? (bytes === undefined ? undefined : (implied ?? jsonType)),
		'X-Sdk-Date': utcCompact(clock),
		[payloadHeader]: outgoing.files ? unsignedPayload : undefined,
		'X-Domain-Id': accountOf(outgoing, domainId),
		'X-Security-Token': token === '' ? undefined : token,
		'X-Auth-Token': undefined,
		Authorization: undefined,
	});
	const request = { method, path, query, headers: headersToSign(headers), body: bytes ?? '' };
	headers['Authorization'] = authorization(request, { accessKey, secretKey }, clock);
	return sealed(options, outgoing, headers);
}

/**
 * The codes that point to the key: https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html
 * and https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0006.html; a wrong account ID is answered with one of
 * Service Tickets, https://support.huaweicloud.com/intl/en-us/api-ticket/ErrorCode.html
 */
const explanations: Explanation[] = [
	[
		[...gatewayCodes('0301', '0303', '0305'), 401, 'IAM.0001'],
		"Huawei Cloud refused the signature: it does not know this 'Access Key ID' on this 'Site', or the 'Secret Access Key' does not belong to it, or the 'Account ID' is another account's, or this machine's clock is more than 15 minutes off. Check all four; after more than 5 refusals in a row the key is locked for 5 minutes.",
	],
	[
		['OSM.01010011'],
		"The key is valid, but the 'Account ID' is not that of its account. Copy it from the console, My Credentials > API Credentials, or leave it empty.",
	],
	[
		['IAM.1104', 'IAM.1105', 'IAM.1106', 'IAM.1107'],
		'This access key has run out, is disabled, or its user is gone. Enable it in the console under My Credentials > Access Keys, or make another.',
	],
	[
		['IAM.1108', 'IAM.0066'],
		"The 'Security Token' has run out. Get new temporary keys, or leave it empty for a long-lived key.",
	],
	[
		['IAM.0080', 'IAM.0081', 'IAM.0082'],
		'The user of this access key is disabled or has console access only. Ask the administrator to enable programmatic access in IAM.',
	],
	[
		[...gatewayCodes('0302', '0306', '0802'), 403, 'IAM.0002', 'IAM.0003'],
		"The key is valid, but Huawei Cloud does not let it in here. Check 'Site' and 'Account ID', and the permissions of the user in IAM.",
	],
	[
		[...gatewayCodes('0308', '0613'), 'IAM.0012', 'IAM.0006', 429, 500, 503],
		'Huawei Cloud could not check the key just now. Test it again in a minute.',
	],
];

const rules = testRules(
	vendor,
	['error_code', 'error.code'],
	'domains',
	explanations,
	"Huawei Cloud refused the key. Check 'Access Key ID', 'Secret Access Key', 'Account ID' and 'Site'.",
);

/** Credential type `huaweiCloudAccessKeyApi`. Works in n8n's HTTP Request node for any API of Huawei Cloud as well. */
export class HuaweiCloudAccessKeyApi implements ICredentialType {
	name = 'huaweiCloudAccessKeyApi';

	displayName = 'Huawei Cloud Access Key API';

	icon = {
		light: 'file:../nodes/HuaweiCloud/huaweiCloud.svg',
		dark: 'file:../nodes/HuaweiCloud/huaweiCloud.dark.svg',
	} as const;

	documentationUrl = 'https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-provide-aksk.html';

	properties: INodeProperties[] = [
		siteProperty,
		{
			displayName: 'Access Key ID',
			name: 'accessKey',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. QTWAOYTTINDUT2QVKYUC',
			description: 'From the console, My Credentials > Access Keys',
		},
		{
			displayName: 'Secret Access Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'In the file that the console offers once, when the access key is made',
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only with temporary access keys, together with their ID and secret',
		},
		{
			displayName: 'Account ID',
			name: 'domainId',
			type: 'string',
			default: '',
			placeholder: 'e.g. d78cbac186b744899480f25bd022f468',
			description:
				'Sent as X-Domain-Id, for global services that ask for it. From the console, My Credentials > API Credentials.',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/huawei',
			description: `Where requests go instead of Huawei Cloud's own hosts: a private gateway, or the sandbox. What is signed, and the header Host, stay Huawei Cloud's. ${unreachableWords}`,
		},
	];

	authenticate: IAuthenticate = (credentials, options) =>
		new Promise((resolve) => {
			resolve(signHuaweiCloud(credentials, options, time.now(credentials)));
		});

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
