/** An AccessKey pair of Alibaba Cloud, and how it signs. */
import { randomUUID } from 'node:crypto';
import type { IAuthenticate, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { authorization, hashedPayload } from './signing/acs3';
import { formType, jsonType } from './signing/body';
import { utcSeconds } from './signing/clock';
import { headerOf, headersOut, type Outgoing, readOutgoing, requiredHeader, sealed } from './signing/outgoing';
import { type Fields, keyOf, optionalKeyOf, textOf } from './signing/refusal';
import { VendorTime } from './signing/vendorTime';
import { type Explanation, testRules, unreachableWords } from './testRules';

const vendor = 'Alibaba Cloud';

const time = new VendorTime('alibabaCloudAccessKeyApi');

/** A bare text is JSON where it looks like JSON, and a form otherwise; bytes that are no text are neither. */
function contentTypeOf(outgoing: Outgoing): string | undefined {
	const { bytes, implied } = outgoing;
	const given = headerOf(outgoing, 'content-type');
	if (given !== undefined || bytes === undefined) return given;
	if (implied !== undefined) return implied;
	const text = bytes.toString();
	if (typeof bytes !== 'string' && !Buffer.from(text).equals(bytes)) return 'application/octet-stream';
	return /^\s*[{[]/.test(text) ? jsonType : formType;
}

/** Marks a signed request whose nonce was made here: n8n hands it back when it signs again after an HTTP 401. */
const nonceMadeHere = Symbol('nonce made here');

/**
 * Signs a request to any RPC or ROA API of Alibaba Cloud with ACS3-HMAC-SHA256.
 *
 * The nonce is new at each signing, unless the caller gives one in x-acs-signature-nonce: the gateway refuses a
 * nonce that it has seen, so a caller that repeats a request whose answer was lost, with the same nonce, cannot have
 * it carried out twice. A caller's nonce therefore stays when n8n signs again.
 *
 * @param options - as n8n hands it over; it stays as it is. Its headers x-acs-action and x-acs-version say what is
 * called; every other x-acs- header is signed as given.
 * @param clock - ms since 1970.
 * @throws SigningRefusal for an empty key, a host that is not Alibaba Cloud's, or a missing header.
 */
export function signAlibabaCloud<T extends object>(fields: Fields, options: T, clock: number) {
	const accessKeyId = keyOf(fields, 'accessKeyId', 'AccessKey ID');
	const accessKeySecret = keyOf(fields, 'accessKeySecret', 'AccessKey Secret');
	const token = optionalKeyOf(fields, 'securityToken', 'Security Token');
	const outgoing = readOutgoing(options, {
		domains: ['aliyuncs.com'],
		endpoints: [{ address: textOf(fields, 'endpoint'), label: 'Endpoint' }],
	});
	const nonce = nonceMadeHere in options ? undefined : headerOf(outgoing, 'x-acs-signature-nonce');
	const body = outgoing.bytes ?? '';
	const headers = headersOut(outgoing, {
		'Content-Type': contentTypeOf(outgoing),
		'x-acs-action': requiredHeader(outgoing, 'x-acs-action', 'GetChatappVerifyCode', vendor),
		'x-acs-version': requiredHeader(outgoing, 'x-acs-version', '2020-06-06', vendor),
		'x-acs-date': utcSeconds(clock),
		'x-acs-signature-nonce': nonce ?? randomUUID(),
		'x-acs-content-sha256': hashedPayload(body),
		'x-acs-security-token': token === '' ? undefined : token,
		Authorization: undefined,
	});
	const { method, path, query } = outgoing;
	headers['Authorization'] = authorization({ method, path, query, headers, body }, { accessKeyId, accessKeySecret });
	const signed = sealed(options, outgoing, headers);
	return nonce === undefined ? Object.assign(signed, { [nonceMadeHere]: true }) : signed;
}

/** The codes that point to the key: https://api.alibabacloud.com/document, common error codes. */
const explanations: Explanation[] = [
	[
		['InvalidAccessKeyId.NotFound', 'InvalidAccessKeyId'],
		"Alibaba Cloud does not know this 'AccessKey ID': it is mistyped or deleted, or a temporary key has run out. Copy it again from the console's page AccessKey.",
	],
	[
		['InvalidAccessKeyId.Inactive', 'Forbidden.AccessKeyDisabled'],
		"This AccessKey is disabled. Enable it on the console's page AccessKey, or use another.",
	],
	[
		['SignatureDoesNotMatch', 'IncompleteSignature'],
		"The 'AccessKey Secret' does not belong to this 'AccessKey ID'. Enter both again; a new AccessKey shows its secret once.",
	],
	[
		['InvalidTimeStamp.Expired', 'IllegalTimestamp'],
		"The clock of the machine that runs n8n is more than 15 minutes off Alibaba Cloud's. Set the clock.",
	],
	[
		['MissingSecurityToken'],
		"This is a temporary key. Enter the 'Security Token' that came with it.",
	],
	[
		[
			'InvalidSecurityToken.Expired',
			'InvalidSecurityToken.Malformed',
			'InvalidSecurityToken.MismatchWithAccessKey',
			'InvalidSecurityToken.NotFound',
		],
		"The 'Security Token' has run out or belongs to another key. Get new temporary keys, or leave it empty for a long-lived key.",
	],
	[
		['Forbidden', 'Forbidden.RAM', 'NoPermission', 'ActionUnauthorized'],
		'The key is valid, but Resource Access Management (RAM) or a network policy refuses GetCallerIdentity. The operations of the node need permissions of their own: give them to the user in RAM.',
	],
	[
		['Throttling', 'Throttling.User', 'Throttling.Api', 'ServiceUnavailable', 'InternalError'],
		'Alibaba Cloud could not check the key just now. Test it again in a minute.',
	],
];

const rules = testRules(
	vendor,
	['Code'],
	'RequestId',
	explanations,
	"Alibaba Cloud refused the key. Check 'AccessKey ID' and 'AccessKey Secret'.",
);

/** Credential type `alibabaCloudAccessKeyApi`. Works in n8n's HTTP Request node for any RPC or ROA API as well. */
export class AlibabaCloudAccessKeyApi implements ICredentialType {
	name = 'alibabaCloudAccessKeyApi';

	displayName = 'Alibaba Cloud (Aliyun) AccessKey API';

	icon = {
		light: 'file:../nodes/AlibabaCloud/alibabaCloud.svg',
		dark: 'file:../nodes/AlibabaCloud/alibabaCloud.dark.svg',
	} as const;

	documentationUrl = 'https://ram.console.alibabacloud.com/manage/ak';

	properties: INodeProperties[] = [
		{
			displayName: 'AccessKey ID',
			name: 'accessKeyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. LTAI5tExampleAccessKeyId',
			description: 'From the console, Resource Access Management > Users > the user > AccessKey',
		},
		{
			displayName: 'AccessKey Secret',
			name: 'accessKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown by the console once, when the AccessKey is made',
		},
		{
			displayName: 'Security Token',
			name: 'securityToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only with temporary keys from Security Token Service (STS), together with their ID and secret',
		},
		{
			displayName: 'Endpoint',
			name: 'endpoint',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com/alibaba',
			description: `Where requests go instead of Alibaba Cloud's own hosts: a private gateway, or the sandbox. What is signed, and the header Host, stay Alibaba Cloud's. ${unreachableWords}`,
		},
	];

	authenticate: IAuthenticate = (credentials, options) =>
		new Promise((resolve) => {
			resolve(signAlibabaCloud(credentials, options, time.now(credentials)));
		});

	test: ICredentialTestRequest = {
		request: {
			method: 'GET',
			baseURL: 'https://sts.aliyuncs.com',
			url: '/',
			headers: {
				Accept: 'application/json',
				'x-acs-action': 'GetCallerIdentity',
				'x-acs-version': '2015-04-01',
			},
			ignoreHttpStatusErrors: true,
		},
		rules,
	};
}
