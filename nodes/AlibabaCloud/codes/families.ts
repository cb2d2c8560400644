/**
 * How a code is read that no list of Alibaba Cloud names; the first pattern that fits decides.
 *
 * The documentation itself names two kinds by their form alone, `Missing{ParameterName}` and
 * `Invalid{ParameterName}`, and the vendor's own SDK takes every code with the word Throttling for throttling.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, credentialInvalid, slowDown } from '../../engine/words/todos';
import type { ErrorFamily } from '../../engine/words/operation';


const badKey = fixAccount(
	'Alibaba Cloud did not accept the AccessKey',
	'Check the AccessKey in the credential and in the Alibaba Cloud console',
	credentialInvalid,
);
const notPermitted = fixAccount(
	'Alibaba Cloud does not allow this call',
	'Read the message, then check the permissions of the RAM user or role',
);

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family(
		'*Throttling*',
		retryLater(1, 'Alibaba Cloud got too many requests', slowDown),
	),
	family(
		'*Signature*',
		fixAccount(
			'Alibaba Cloud did not accept the signature of the request',
			"Enter 'AccessKey ID' and 'AccessKey Secret' in the credential again, without spaces around them",
			credentialInvalid,
		),
	),
	family('*AccessKey*', badKey),
	family('*SecurityToken*', badKey),
	family(
		'InvalidTimeStamp*',
		fixAccount(
			'Alibaba Cloud did not accept the time of the request',
			'Set the clock of the machine that n8n runs on right, then run the item again',
		),
	),
	family('Forbidden*', notPermitted),
	family('Forbedden*', notPermitted),
	family('NoPermission*', notPermitted),
	family('Authentication*', notPermitted),
	family('Missing*', fixInput('A value is missing', 'Fill in the value that the code names')),
	family('Invalid*', fixInput('Alibaba Cloud does not accept a value', 'Correct the value that the code names')),
	family('ServiceUnavailable*', vendorFault('This service of Alibaba Cloud is down for now', beforeRepeating)),
	family('Internal*', vendorFault('Something broke inside Alibaba Cloud', beforeRepeating)),
];
