/**
 * The codes that any Alibaba Cloud API may answer: those of the gateway in front of all products, and the list
 * of Chat App Message Service.
 *
 * The gateway refuses before the API itself runs, so none of its refusals has sent anything.
 *
 * @see https://error-center.alibabacloud.com/status/product/Public
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
import { fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, checkProxy, clockRefused, correctNamed, credentialInvalid, fillInNamed, setClock, slowDown } from '../../engine/words/todos';
import type { ErrorCodes } from '../../engine/words/operation';
import { productCodes } from './productCodes';

const checkEndpoint = "Correct 'Endpoint' in the credential, or leave it empty";
const ownAccount = 'Use a credential of the account that owns the space and the phone number';
const newToken =
	"Get new temporary keys and enter all three values in the credential, or leave 'Security Token' empty for a permanent key";
const grant = 'Grant the action to the RAM user or role in the Alibaba Cloud console';

/** What this node sends is fixed, so a form that the API no longer takes is for the makers of the node. */
const outdated = (happened: string) =>
	fixAccount(happened, "Check 'Endpoint' in the credential, then look for a newer version of this node", {
		cause: 'node-defect',
	});
const unknownApi = fixAccount('The address that was asked does not know this API', checkEndpoint);
const unknownVersion = fixAccount(
	'The address that was asked does not know this version of the API',
	checkEndpoint,
);
const unknownProduct = fixAccount(
	'The address that was asked belongs to no product of Alibaba Cloud',
	checkEndpoint,
);
const refusedOwner = fixAccount('Alibaba Cloud does not accept the owner of the resource', ownAccount);
const changedOnTheWay = vendorFault('The request was changed on its way to Alibaba Cloud', checkProxy, {
	maybeSent: false,
	cause: 'configuration-invalid',
});
const notPermitted = fixAccount('The RAM user or role of this key may not do this', grant);
const disabledKey = fixAccount(
	'The AccessKey is disabled',
	'Enable it in the Alibaba Cloud console, or enter another AccessKey in the credential',
	credentialInvalid,
);
const badSignature = fixAccount(
	"The signature does not match, so most likely 'AccessKey Secret' does not belong to 'AccessKey ID'",
	"Enter 'AccessKey ID' and 'AccessKey Secret' in the credential again, without spaces around them",
	credentialInvalid,
);
const unavailable = vendorFault('This service of Alibaba Cloud is down for now', beforeRepeating);
const broken = vendorFault('Something broke inside Alibaba Cloud', beforeRepeating);

const aboutTheRequest = {
	MissingParameter: fixInput('A value is missing', fillInNamed),
	InvalidParameter: fixInput('A value is not one that Alibaba Cloud takes', correctNamed),
	'InvalidParameter.IsNull': fixInput('A value that must be there is empty', fillInNamed),
	'InvalidParameter.Format': outdated('Alibaba Cloud does not answer in the format that was asked for'),
	'InvalidParameter.Accept': outdated('Alibaba Cloud does not answer in the format that was asked for'),
	UnsupportedParameter: outdated('Alibaba Cloud does not know one of the parameters'),
	UnsupportedOperation: fixAccount('The address that was asked does not offer this call', checkEndpoint),
	NoSuchVersion: unknownVersion,
	InvalidVersion: unknownVersion,
	InvalidAction: unknownApi,
	'InvalidAction.NotFound': unknownApi,
	'InvalidApi.NotFound': unknownApi,
	InvalidProduct: unknownProduct,
	'InvalidProduct.NotFound': unknownProduct,
	'InvalidRegion.NotFound': fixAccount(
		'The address that was asked belongs to no region of Alibaba Cloud',
		checkEndpoint,
	),
	'InvalidProtocol.NeedSsl': fixAccount(
		'The request reached Alibaba Cloud without HTTPS',
		"Let 'Endpoint' in the credential begin with https, and check the proxy on the way",
	),
	UnsupportedHTTPMethod: outdated('Alibaba Cloud does not take this call with this HTTP method'),
	ContentLengthDoesNotMatch: changedOnTheWay,
	ContentMD5NotMatched: changedOnTheWay,
	IdempotentParameterMismatch: fixInput(
		'Alibaba Cloud takes this for a repetition of an earlier call that had other values',
		'Run the item again as a new call',
	),
	InvalidOwner: refusedOwner,
	InvalidOwnerId: refusedOwner,
	InvalidOwnerAccount: refusedOwner,
} satisfies ErrorCodes;

const aboutTheSignature = {
	SignatureDoesNotMatch: badSignature,
	IncompleteSignature: badSignature,
	InvalidSignatureMethod: outdated('Alibaba Cloud does not know this way of signing'),
	'InvalidTimeStamp.Format': outdated('Alibaba Cloud could not read the time of the request'),
	'InvalidTimeStamp.Expired': fixAccount(
		'The clock of the machine that n8n runs on is more than 15 minutes away from the time of Alibaba Cloud',
		setClock,
		clockRefused,
	),
	IllegalTimestamp: fixAccount(
		'The clock of the machine that n8n runs on is too far away from the time of Alibaba Cloud',
		setClock,
		clockRefused,
	),
	/** Every request carries a random UUID: one that was seen before can only be a second copy of the same request. */
	SignatureNonceUsed: vendorFault(
		'Alibaba Cloud got this request twice, so its first copy has arrived',
		beforeRepeating,
		{ cause: 'configuration-invalid' },
	),
} satisfies ErrorCodes;

const aboutTheAccount = {
	'InvalidAccessKeyId.NotFound': fixAccount(
		'Alibaba Cloud does not know this AccessKey: it was deleted, mistyped, or is a temporary one that has expired',
		"Check 'AccessKey ID' in the credential for spaces and lost characters, and the key in the Alibaba Cloud console",
		credentialInvalid,
	),
	'InvalidAccessKeyId.Inactive': disabledKey,
	'Forbidden.AccessKeyDisabled': disabledKey,
	MissingSecurityToken: fixAccount(
		'The AccessKey is a temporary one and its token is missing',
		"Fill in 'Security Token' in the credential",
		credentialInvalid,
	),
	'InvalidSecurityToken.Expired': fixAccount('The temporary key has expired', newToken, credentialInvalid),
	'InvalidSecurityToken.Malformed': fixAccount(
		"The 'Security Token' of the temporary key is damaged",
		newToken,
		credentialInvalid,
	),
	'InvalidSecurityToken.MismatchWithAccessKey': fixAccount(
		"The 'Security Token' belongs to another temporary key",
		newToken,
		credentialInvalid,
	),
	Forbidden: notPermitted,
	'Forbidden.RAM': notPermitted,
	'Forbedden.NotSupportRAM': fixAccount(
		'Alibaba Cloud does not take this call from a RAM user or role',
		'Enter an AccessKey of the Alibaba Cloud account itself in the credential',
	),
	ActionUnauthorized: notPermitted,
	'Forbidden.RiskControl': fixAccount(
		'The risk control of Alibaba Cloud has blocked this',
		'Ask the support of Alibaba Cloud with the request ID',
	),
	'Forbidden.UserVerification': fixAccount(
		'The Alibaba Cloud account has not passed real-name verification',
		'Complete real-name verification in the Alibaba Cloud console',
	),
	'Forbidden.InstanceNotFound': fixInput(
		'Alibaba Cloud does not find what the call works on, at least not for this account',
		'Correct the value that the message names, or use a credential of the account that owns it',
	),
	InsufficientBalance: fixAccount(
		'The balance of the Alibaba Cloud account is too low',
		'Top up the account in the Alibaba Cloud console',
		{ cause: 'quota-exhausted' },
	),
} satisfies ErrorCodes;

/** Codes of the gateway and of the product. */
export const commonCodes = {
	...aboutTheRequest,
	...aboutTheSignature,
	...aboutTheAccount,
	Throttling: retryLater(1, 'Alibaba Cloud got more requests than it takes in a second', slowDown),
	'Throttling.User': retryLater(
		1,
		'Alibaba Cloud got more requests from this account than it takes in a second',
		slowDown,
	),
	'Throttling.Api': retryLater(
		1,
		'Alibaba Cloud got more requests for this API than it takes in a second',
		slowDown,
	),
	ServiceUnavailable: unavailable,
	ServiceUnavailableTemporary: unavailable,
	InternalError: broken,
	InternalFailure: broken,
	UnknownError: broken,
	...productCodes,
} satisfies ErrorCodes;
