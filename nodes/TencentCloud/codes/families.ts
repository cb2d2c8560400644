/**
 * How a code is read that no list of Tencent Cloud names. A code such as `AuthFailure.New` says by the part
 * before the dot what kind it is; the first pattern that fits decides.
 *
 * Only what is refused before any work is done (key, throttle, value) is sure to have sent nothing.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, checkAddress, credentialInvalid } from '../../engine/words/todos';
import type { ErrorFamily } from '../../engine/words/operation';

const readMessage = 'Read the message and change what it names';
const inDoubt = { maybeSent: true } as const;

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family(
		'AuthFailure*',
		fixAccount(
			'Tencent Cloud did not accept the key',
			'Check the key in the credential and in the Tencent Cloud console',
			credentialInvalid,
		),
	),
	family(
		'UnauthorizedOperation*',
		fixAccount(
			'Tencent Cloud does not allow this call',
			'Read the message, then check the permissions of the user of this key',
		),
	),
	family(
		'RequestLimitExceeded*',
		retryLater(undefined, 'Tencent Cloud got too many requests', 'Wait, then run the item again'),
	),
	family(
		'LimitExceeded*',
		fixAccount('A quota is used up', 'Free some of the quota or ask Tencent Cloud to raise it', {
			cause: 'quota-exhausted',
		}),
	),
	family('InvalidParameter*', fixInput('Tencent Cloud does not accept a value', readMessage)),
	family('MissingParameter*', fixInput('A value is missing', 'Fill in the value that the message names')),
	family('UnknownParameter*', fixInput('Tencent Cloud does not know one of the parameters', readMessage)),
	family('RequestSizeLimitExceeded*', fixInput('The values are too long for one request', 'Shorten the values')),
	family(
		'NoSuch*',
		fixAccount(
			'The address that was asked does not know this API',
			checkAddress,
		),
	),
	family(
		'ResourceNotFound*',
		fixInput('What the call works on does not exist, or belongs to another account', readMessage, inDoubt),
	),
	family(
		'UnsupportedOperation*',
		fixInput('Tencent Cloud does not support this call with these values', readMessage, inDoubt),
	),
	family(
		'OperationDenied*',
		fixAccount('Tencent Cloud denied the call', 'Read the message, then check the account', inDoubt),
	),
	family('ResourceInUse*', vendorFault('What the call works on is busy', beforeRepeating)),
	family(
		'ResourceInsufficient*',
		vendorFault('Tencent Cloud lacks what it needs for this call', beforeRepeating),
	),
	family('ResourceUnavailable*', vendorFault('What the call works on cannot be used now', beforeRepeating)),
	family('ServiceUnavailable*', vendorFault('This service of Tencent Cloud is down for now', beforeRepeating)),
	family('FailedOperation*', vendorFault('Tencent Cloud could not carry the call out', beforeRepeating)),
	family('InternalError*', vendorFault('Something broke inside Tencent Cloud', beforeRepeating)),
];
