/**
 * The codes that any Tencent Cloud API may answer, as the page Error Codes of each service lists them, for
 * example https://www.tencentcloud.com/document/product/242/54254.
 */
import { fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import {
	beforeRepeating,
	checkAddress,
	checkProxy,
	clockRefused,
	correctNamed,
	credentialInvalid,
	fillInNamed,
	setClock,
	slowDown,
	waitALittle,
} from '../../engine/words/todos';
import type { ErrorCodes } from '../../engine/words/operation';

const tooFast = (whose: string) =>
	retryLater(
		1,
		`Tencent Cloud got more requests from ${whose} than it takes in a second`,
		slowDown,
	);

/** The 38 common codes. */
export const commonCodes = {
	ActionOffline: vendorFault(
		'Tencent Cloud has retired this API',
		'Update this node, or ask Tencent Cloud what replaces the API',
		{
			maybeSent: false,
			cause: 'node-defect',
		},
	),
	'AuthFailure.InvalidAuthorization': fixAccount(
		'Tencent Cloud could not read the signature of the request',
		"Enter 'Secret ID' and 'Secret Key' in the credential again, and check that a proxy leaves headers as they are",
		credentialInvalid,
	),
	'AuthFailure.InvalidSecretId': fixAccount(
		"The 'Secret ID' of the credential is not that of a cloud API key",
		'Use a key from the API key page of the Tencent Cloud console, not one of another product',
		credentialInvalid,
	),
	'AuthFailure.MFAFailure': fixAccount(
		'Tencent Cloud asks for a second factor that this key did not pass',
		'Use a key of a user for whom multi-factor authentication is not demanded on API calls',
		credentialInvalid,
	),
	'AuthFailure.SecretIdNotFound': fixAccount(
		'Tencent Cloud does not know this key: it was deleted, switched off or mistyped',
		"Check 'Secret ID' in the credential for spaces and lost characters, and the key in the Tencent Cloud console",
		credentialInvalid,
	),
	'AuthFailure.SignatureExpire': fixAccount(
		'The clock of the machine that n8n runs on is more than 5 minutes away from the time of Tencent Cloud',
		setClock,
		clockRefused,
	),
	'AuthFailure.SignatureFailure': fixAccount(
		"The signature does not match, so most likely 'Secret Key' does not belong to 'Secret ID'",
		"Enter 'Secret ID' and 'Secret Key' in the credential again, without spaces around them",
		credentialInvalid,
	),
	'AuthFailure.TokenFailure': fixAccount(
		"The 'Session Token' of the temporary key is wrong or has expired",
		'Get new temporary keys and enter all three values in the credential, or leave the token empty for a permanent key',
		credentialInvalid,
	),
	'AuthFailure.UnauthorizedOperation': fixAccount(
		'The user of this key may not call this API',
		'Grant the action to the user under Cloud Access Management in the Tencent Cloud console',
	),
	DryRunOperation: fixInput(
		'Tencent Cloud only tried the call out, because the parameter DryRun was set',
		'Send the call without DryRun',
	),
	FailedOperation: vendorFault('Tencent Cloud could not carry the call out', beforeRepeating),
	InternalError: vendorFault('Something broke inside Tencent Cloud', beforeRepeating),
	InvalidAction: fixAccount('The address that was asked does not know this API', checkAddress),
	InvalidParameter: fixInput(
		'A value has a form or type that Tencent Cloud does not take',
		correctNamed,
	),
	InvalidParameterValue: fixInput(
		'A value is not one that Tencent Cloud takes',
		correctNamed,
	),
	InvalidRequest: vendorFault(
		'The body of the request did not arrive as it was sent',
		checkProxy,
		{ maybeSent: false },
	),
	IpInBlacklist: fixAccount(
		'The IP address of the machine that n8n runs on is blocked',
		'Take the address off the blocklist of the Tencent Cloud account',
	),
	IpNotInWhitelist: fixAccount(
		'The IP address of the machine that n8n runs on is not on the allowlist',
		'Add the address to the allowlist of the Tencent Cloud account',
	),
	LimitExceeded: fixAccount(
		'A quota of the Tencent Cloud account is used up',
		'Free some of the quota or ask Tencent Cloud to raise it',
		{ cause: 'quota-exhausted' },
	),
	MissingParameter: fixInput('A value is missing', fillInNamed),
	NoSuchProduct: fixAccount('The address that was asked does not know this service', checkAddress),
	NoSuchVersion: fixAccount('The address that was asked does not know this version of the API', checkAddress),
	RequestLimitExceeded: tooFast('you'),
	'RequestLimitExceeded.GlobalRegionUinLimitExceeded': tooFast('this account'),
	'RequestLimitExceeded.IPLimitExceeded': tooFast('the IP address of the machine that n8n runs on'),
	'RequestLimitExceeded.UinLimitExceeded': tooFast('this account'),
	RequestSizeLimitExceeded: fixInput('The values are too long for one request', 'Shorten the values'),
	ResourceInUse: retryLater(
		undefined,
		'What the call works on is busy',
		waitALittle,
		{
			cause: 'temporarily-unavailable',
		},
	),
	ResourceInsufficient: vendorFault('Tencent Cloud lacks what it needs for this call', beforeRepeating),
	ResourceNotFound: fixInput(
		'What the call works on does not exist, or belongs to another account',
		'Correct the value that names it',
	),
	ResourceUnavailable: vendorFault('What the call works on cannot be used now', beforeRepeating),
	ResponseSizeLimitExceeded: vendorFault(
		'The answer was too long to be sent, the call itself may have worked',
		beforeRepeating,
	),
	ServiceUnavailable: vendorFault('This service of Tencent Cloud is down for now', beforeRepeating),
	UnauthorizedOperation: fixAccount(
		'The user of this key may not do this',
		'Grant the action to the user under Cloud Access Management in the Tencent Cloud console',
	),
	UnknownParameter: fixInput(
		'Tencent Cloud does not know one of the parameters',
		"Remove the parameter that the message names from 'Additional Fields'",
	),
	UnsupportedOperation: fixInput(
		'Tencent Cloud does not support this call with these values',
		'Change the values as the message says',
	),
	UnsupportedProtocol: fixAccount(
		'The request reached Tencent Cloud in another way than HTTPS with GET or POST',
		"Check 'Endpoint' in the credential and the proxy on the way",
	),
	UnsupportedRegion: fixAccount(
		'The address that was asked belongs to a region that does not offer this API',
		checkAddress,
	),
} satisfies ErrorCodes;
