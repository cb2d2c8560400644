/**
 * How a code is read that no list of Alibaba Cloud names; the first pattern that fits decides.
 *
 * The documentation itself names two kinds by their form alone, `Missing{ParameterName}` and
 * `Invalid{ParameterName}`, and the vendor's own SDK takes every code with the word Throttling for throttling.
 * HTTP statuses differ from product to product, so that a name goes before them.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { familiesByWords, serverFaults } from '../../engine/words/familiesByWords';
import { beforeRepeating, credentialInvalid, readAndWait, slowDown } from '../../engine/words/todos';
import type { ErrorCode, ErrorFamily } from '../../engine/words/operation';
import { commonCodes } from './commonCodes';

/** Several patterns with one meaning. */
const each = (patterns: readonly string[], meaning: ErrorCode): ErrorFamily[] =>
	patterns.map((pattern) => family(pattern, meaning));

const throttled = retryLater(1, 'Alibaba Cloud got too many requests', slowDown);

/** A refusal by a limit whose window is not known. */
export const tooOften = retryLater(
	undefined,
	'Alibaba Cloud takes no more of these calls for now',
	readAndWait,
);
const badSignature = fixAccount(
	'Alibaba Cloud did not accept the signature of the request',
	"Enter 'AccessKey ID' and 'AccessKey Secret' in the credential again, without spaces around them",
	credentialInvalid,
);
const badKey = fixAccount(
	'Alibaba Cloud did not accept the AccessKey',
	'Check the AccessKey in the credential and in the Alibaba Cloud console',
	credentialInvalid,
);
const badTime = fixAccount(
	'Alibaba Cloud did not accept the time of the request',
	'Set the clock of the machine that n8n runs on right, then run the item again',
);
const notPermitted = fixAccount(
	'Alibaba Cloud does not allow this call',
	'Read the message, then check the permissions of the RAM user or role',
);
const accountClosed = fixAccount(
	'The Alibaba Cloud account may not use this now',
	'Read the message, then check the account and its services in the Alibaba Cloud console',
);
const quotaUsedUp = fixAccount(
	'A quota of the Alibaba Cloud account is used up',
	'Read the message, then check the quotas in the Alibaba Cloud console',
	{ cause: 'quota-exhausted' },
);
const wrongAddress = fixAccount(
	'The address that was asked does not take this call',
	"Correct 'Endpoint' in the credential, or leave it empty",
);
const { InsufficientBalance: noMoney, InternalError: broken, ServiceUnavailable: unavailable } = commonCodes;

const limits = [
	...['*FlowControl*', '*LimitControl*', '*LIMIT_CONTROL*', '*LimitExceed*', '*ExceedLimit*', '*RequestLimit*'],
	...['*SendLimit*', '*CodeLimit*', '*TooMany*', '*TooFrequent*', '*Frequently*'],
];
const closedAccounts = [
	...['InvalidAccount*', '*AccountStatus*', '*UserStatus*', 'Account.*', '*RealName*', '*RiskControl*'],
	...['Product.*', '*Unsubscri*'],
];
const permissions = [
	...['Forbidden*', 'Forbedden*', 'NoPermission*', '*PermissionDen*', 'Authentication*', '*Unauthorized*'],
	...['NotAuthorized*', 'AccessDenied*', 'Ram.*'],
];
const addresses = [
	...['InvalidAction*', 'InvalidApi*', 'InvalidVersion*', 'InvalidProduct*', 'InvalidRegion*', 'InvalidProtocol*'],
	...['NoSuchVersion*', 'UnsupportedHTTPMethod*'],
];

/** What is never about a value: throttling, key, permission, account, address and faults. */
export const firstFamilies: readonly ErrorFamily[] = [
	family('*Throttling*', throttled),
	...each(limits, tooOften),
	family('*Quota*', quotaUsedUp),
	/** A nonce that was seen before belongs to the first copy of the same request. */
	family('*SignatureNonce*', vendorFault('Alibaba Cloud got this request before', beforeRepeating)),
	...each(['Signature*', 'InvalidSignature*', 'IncompleteSignature*', 'MissingSignature*'], badSignature),
	...each(['*AccessKey*', '*SecurityToken*'], badKey),
	...each(['*TimeStamp*', '*Timestamp*'], badTime),
	...each(['*Balance*', '*Arrear*', '*Overdue*', '*OwingFee*'], noMoney),
	...each(closedAccounts, accountClosed),
	...each(permissions, notPermitted),
	...each(addresses, wrongAddress),
	...each(['ServiceUnavailable*', '*.ServiceUnavailable'], unavailable),
	...each(['Internal*', '*.InternalError', 'UnknownError*', 'SystemError*', 'System.Error*', 'SystemBusy*', 'System.Busy*'], broken),
	family('*', throttled, { statuses: [429] }),
	family('*', broken, { statuses: serverFaults }),
];

/** Codes that nothing but words tells apart. */
export const spokenCodes = familiesByWords('Alibaba Cloud', '*');

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family('Missing*', fixInput('A value is missing', 'Fill in the value that the code names')),
	family('Invalid*', fixInput('Alibaba Cloud does not accept a value', 'Correct the value that the code names')),
	family('*', badKey, { statuses: [401] }),
	family('*', notPermitted, { statuses: [403] }),
	...spokenCodes,
];
