/**
 * How a code is read that no list of Huawei Cloud names; the first that fits decides.
 *
 * The list of Service Tickets has gaps, so an unknown code of the service leaves open what happened. The gateway
 * and IAM refuse with a 4xx before the service is called.
 */
import { family, fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { familiesByWords, serverFaults } from '../../engine/words/familiesByWords';
import { beforeRepeating, changeNamed, checkAddress, correctNamed, credentialInvalid, readAndWait, slowDown } from '../../engine/words/todos';
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
const wrongRequest = fixInput(
	'Huawei Cloud does not accept the request',
	changeNamed,
);

/** What the HTTP status says by itself. It is reliable here, and no word of a message stands against it. */
export const firstFamilies: readonly ErrorFamily[] = [
	family(
		'OSM.*',
		retryLater(undefined, 'Huawei Cloud takes no more of these calls for now', readAndWait),
		{ statuses: [429] },
	),
	family('*', retryLater(1, 'Huawei Cloud got too many requests', slowDown), { statuses: [429] }),
	family('*', vendorFault('Something broke inside Huawei Cloud', beforeRepeating), { statuses: serverFaults }),
	family('*', refusedCredential, { statuses: [401] }),
	family('*', notAllowed, { statuses: [403] }),
];

/** Codes of the service that nothing but words tells apart. */
export const spokenCodes = familiesByWords('Huawei Cloud', 'OSM.*');

/** Patterns in order. */
export const families: readonly ErrorFamily[] = [
	family('APIG.*', wrongRequest, { statuses: [400] }),
	family('APIG.*', fixAccount('The address that was asked does not know this API', checkAddress), { statuses: [404] }),
	family('APIG.*', fixInput('The values are too long for one request', 'Shorten the values'), {
		statuses: [413, 414, 494],
	}),
	family('APIG.*', vendorFault('The gateway of Huawei Cloud refused the call', beforeRepeating)),
	family('IAM.*', refusedCredential),
	family('PAP5.*', notAllowed),
	...spokenCodes,
	family('OSM.*', fixInput('Huawei Cloud does not accept one of the values', correctNamed), { statuses: [400] }),
	family('OSM.*', vendorFault('Huawei Cloud could not carry the call out', beforeRepeating)),
];
