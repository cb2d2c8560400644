/**
 * How a code is read that no list of Huawei Cloud names; the first that fits decides.
 *
 * The list of Service Tickets has gaps, so an unknown code of the service leaves open what happened. The gateway
 * and IAM refuse with a 4xx before the service is called.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, credentialInvalid, slowDown } from '../../engine/words/todos';
import type { ErrorFamily } from '../../engine/words/operation';

const refusedCredential = fixAccount(
	'Huawei Cloud did not accept the credential',
	"Check the credential and its 'Site'",
	credentialInvalid,
);
const notAllowed = fixAccount(
	'Huawei Cloud does not allow this call',
	'Read the message, then check the permissions of the user',
);
const tooMany = retryLater(1, 'Huawei Cloud got too many requests', slowDown);
const wrongRequest = fixInput(
	'Huawei Cloud does not accept the request',
	'Read the message and change what it names',
);

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family('APIG.*', refusedCredential, { statuses: [401] }),
	family('APIG.*', notAllowed, { statuses: [403] }),
	family('APIG.*', tooMany, { statuses: [429] }),
	family('APIG.*', wrongRequest, { statuses: [400] }),
	family('APIG.*', vendorFault('The gateway of Huawei Cloud refused the call', beforeRepeating)),
	family('IAM.*', tooMany, { statuses: [429] }),
	family(
		'IAM.*',
		vendorFault('Identity and Access Management is down for now', 'Wait a little, then run the item again', {
			maybeSent: false,
		}),
		{ statuses: [500, 502, 503, 504] },
	),
	family('IAM.*', refusedCredential),
	family('PAP5.*', notAllowed),
	family('OSM.*', refusedCredential, { statuses: [401] }),
	family('OSM.*', notAllowed, { statuses: [403] }),
	family('OSM.*', vendorFault('Huawei Cloud could not carry the call out', beforeRepeating)),
];
