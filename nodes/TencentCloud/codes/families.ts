/**
 * How a code is read that no list of Tencent Cloud names. A code such as `AuthFailure.New` says by the part
 * before the dot what kind it is; the first pattern that fits decides.
 *
 * Only what is refused before any work is done (key, throttle, value) is sure to have sent nothing.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, changeNamed, credentialInvalid, waitALittle } from '../../engine/words/todos';
import type { ErrorFamily } from '../../engine/words/operation';
import { commonCodes } from './commonCodes';

/** Where the vendor names no wait. */
export const waitOpen = 'Wait, then run the item again; how long is not documented';

/** Answered where one number or address has got too many codes. */
export const sentTooOften = retryLater(undefined, 'Codes were sent too often', waitOpen);

const inDoubt = { maybeSent: true } as const;

const lacksMoney = fixAccount(
	'The balance of the Tencent Cloud account is too low, or a bill is open',
	'Read the message, then top up the account or pay the bill in the Tencent Cloud console',
	inDoubt,
);

const accountNotInOrder = fixAccount(
	'The state of the Tencent Cloud account does not allow this call',
	'Read the message, then put the account in order in the Tencent Cloud console',
	inDoubt,
);

/**
 * Patterns in order, looked through before an operation's own. The vendor files money and the account under any
 * prefix (`UnsupportedOperation.BalanceLess`, `FailedOperation.BalanceInsufficient`, `ResourceUnavailable.InArrears`,
 * `UnsupportedOperation.AccountRealName`), and throttling too (`LimitExceeded.RequestLimit`), so that the words
 * behind the dot decide.
 *
 * `UnauthorizedOperation` is not among them: in Smart Media Hosting it also speaks of received codes, which is for
 * the operation to say first.
 */
export const firstFamilies: readonly ErrorFamily[] = [
	family(
		'AuthFailure*',
		fixAccount(
			'Tencent Cloud did not accept the key',
			'Check the key in the credential and in the Tencent Cloud console',
			credentialInvalid,
		),
	),
	family('*Balance*', lacksMoney),
	family('*Arrear*', lacksMoney),
	family('*InsufficientFund*', lacksMoney),
	family('*Unpaid*', lacksMoney),
	family('*ChargeStatus*', lacksMoney),
	family('InvalidAccount*', accountNotInOrder),
	family('*AccountStatus*', accountNotInOrder),
	family('*RealName*', accountNotInOrder),
	family('*Realname*', accountNotInOrder),
	family(
		'*RequestLimit*',
		retryLater(undefined, 'Tencent Cloud got too many requests', 'Wait, then run the item again'),
	),
	family('FailedOperation.SendVerifyCode*Limit*', sentTooOften),
	family(
		'OperationDenied.ServiceBusy*',
		retryLater(undefined, 'The service of Tencent Cloud is busy', waitALittle, {
			cause: 'temporarily-unavailable',
		}),
	),
	family('ServiceUnavailable*', commonCodes.ServiceUnavailable),
];

/** Patterns in order, looked through after an operation's own. */
export const families: readonly ErrorFamily[] = [
	family(
		'UnauthorizedOperation*',
		fixAccount(
			'Tencent Cloud does not allow this call',
			'Read the message, then check the permissions of the user of this key',
		),
	),
	family(
		'LimitExceeded*',
		fixAccount('A quota is used up', 'Free some of the quota or ask Tencent Cloud to raise it', {
			cause: 'quota-exhausted',
		}),
	),
	family('InvalidParameter*', fixInput('Tencent Cloud does not accept a value', changeNamed)),
	family('MissingParameter*', commonCodes.MissingParameter),
	family('UnknownParameter*', fixInput('Tencent Cloud does not know one of the parameters', changeNamed)),
	family('RequestSizeLimitExceeded*', commonCodes.RequestSizeLimitExceeded),
	family('NoSuch*', commonCodes.InvalidAction),
	family(
		'ResourceNotFound*',
		fixInput('What the call works on does not exist, or belongs to another account', changeNamed, inDoubt),
	),
	family(
		'UnsupportedOperation*',
		fixInput('Tencent Cloud does not support this call with these values', changeNamed, inDoubt),
	),
	family(
		'OperationDenied*',
		fixAccount('Tencent Cloud denied the call', 'Read the message, then check the account', inDoubt),
	),
	family('ResourceInUse*', vendorFault('What the call works on is busy', beforeRepeating)),
	family('ResourceInsufficient*', commonCodes.ResourceInsufficient),
	family('ResourceUnavailable*', commonCodes.ResourceUnavailable),
	family('FailedOperation*', commonCodes.FailedOperation),
	family('InternalError*', commonCodes.InternalError),
];
