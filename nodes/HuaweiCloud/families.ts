/**
 * How a code is read that no list of Huawei Cloud names; the first that fits decides.
 *
 * The list of Service Tickets has gaps, so an unknown code of the service leaves open what happened. The gateway
 * and IAM refuse with a 4xx before the service is called.
 */
import { fixAccount, fixInput, retryLater, vendorFault } from '../engine/declare';
import type { ErrorFamily, ErrorMeaning } from '../engine/operation';

const family = (pattern: string, meaning: ErrorMeaning, statuses?: readonly number[]): ErrorFamily => ({
	pattern,
	...meaning,
	...(statuses === undefined ? {} : { statuses }),
});

const beforeRepeating = 'Find out whether the call took effect before you run it again';
const refusedCredential = fixAccount(
	'Huawei Cloud did not accept the credential',
	"Check the credential and its 'Site'",
	{ cause: 'credential-invalid' },
);
const notAllowed = fixAccount(
	'Huawei Cloud does not allow this call',
	'Read the message, then check the permissions of the user',
);
const tooMany = retryLater(1, 'Huawei Cloud got too many requests', 'Wait a second, then run the item again');
const wrongRequest = fixInput(
	'Huawei Cloud does not accept the request',
	'Read the message and change what it names',
);

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family('APIG.*', refusedCredential, [401]),
	family('APIG.*', notAllowed, [403]),
	family('APIG.*', tooMany, [429]),
	family('APIG.*', wrongRequest, [400]),
	family('APIG.*', vendorFault('The gateway of Huawei Cloud refused the call', beforeRepeating)),
	family('IAM.*', tooMany, [429]),
	family(
		'IAM.*',
		vendorFault('Identity and Access Management is down for now', 'Wait a little, then run the item again', {
			maybeSent: false,
		}),
		[500, 502, 503, 504],
	),
	family('IAM.*', refusedCredential),
	family('PAP5.*', notAllowed),
	family('OSM.*', refusedCredential, [401]),
	family('OSM.*', notAllowed, [403]),
	family('OSM.*', vendorFault('Huawei Cloud could not carry the call out', beforeRepeating)),
];
