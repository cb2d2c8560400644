/**
 * Codes of the gateway in front of all services. What it refuses with a 4xx has not reached the service.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-0001.html
 */
import { fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, checkAddress, clockRefused, credentialInvalid, setClock, slowDown, waitALittle } from '../../engine/words/todos';
import type { ErrorCodes, ErrorVariant } from '../../engine/words/operation';

const shorten = 'Shorten the values';
const checkKey = "Check the credential and its 'Site', and enter keys again without spaces around them";
const askOwner = "Ask the account's owner for the permission";

const setUpWrong = vendorFault('The gateway of Huawei Cloud is not set up right for this API', beforeRepeating);
const askSupport = 'Ask the support of Huawei Cloud with the request ID';
const broken = vendorFault('Something broke inside the gateway of Huawei Cloud', beforeRepeating);
const unreachable = vendorFault('The gateway of Huawei Cloud could not reach the service', beforeRepeating);
const silent = vendorFault('The service did not answer the gateway of Huawei Cloud in time', beforeRepeating);
const wrongCredential = fixAccount('Huawei Cloud did not accept the credential', checkKey, credentialInvalid);
const notAllowed = fixAccount('Huawei Cloud does not allow this user to call the API', askOwner);
const blockedAddress = fixAccount(
	'Huawei Cloud does not take requests from the IP address of the machine that n8n runs on',
	"Ask the account's owner to allow the address",
);
const quotaUsedUp = fixAccount(
	'The quota or the balance for this API is used up',
	'Check quota and balance in the Huawei Cloud console',
	{ cause: 'quota-exhausted' },
);

/** One code for nearly everything about the request itself; the HTTP status tells which. */
const requestVariants: readonly ErrorVariant[] = [
	{ statuses: [413], happened: 'The values are longer than the 12 MB that a request may have', todo: shorten },
	{ statuses: [414], happened: 'The values are too long for the address of a request', todo: shorten },
	{
		statuses: [494],
		...fixAccount(
			'The token is longer than the gateway of Huawei Cloud takes',
			"Choose Access Key under 'Authentication'",
			credentialInvalid,
		),
	},
	{ statuses: [502], ...unreachable },
	{ statuses: [504], ...silent },
	{ statuses: [500], ...broken },
];

/** One code for everything about the key, the signature and the token; words of the message tell which. */
const credentialVariants: readonly ErrorVariant[] = [
	{
		texts: ['failed to reach the limit'],
		happened: 'The access key is locked for 5 minutes after more than 5 wrong signatures in a row',
		todo: "Correct 'Secret Access Key' in the credential, and wait 5 minutes before the next try",
		retryAfterSeconds: 300,
	},
	{
		texts: ['signature expired', 'signature time', 'server time'],
		happened:
			'The clock of the machine that n8n runs on is more than 15 minutes away from the time of Huawei Cloud',
		todo: setClock,
		...clockRefused,
		cause: 'configuration-invalid',
	},
	{
		texts: ['get secretkey failed', 'not exist'],
		happened:
			'Huawei Cloud does not know this access key: it was deleted, mistyped, or belongs to another site or vendor',
		todo: "Check 'Access Key ID' and 'Site' in the credential",
	},
	{
		texts: ['decrypt token fail'],
		happened: 'The token has expired, belongs to another site, or the account is in arrears',
		todo: "Check 'Site' in the credential and the balance of the account, then run the item again",
	},
	{
		texts: ['verify aksk signature fail'],
		happened: "The signature does not match, so most likely 'Secret Access Key' does not belong to 'Access Key ID'",
		todo: "Enter 'Access Key ID' and 'Secret Access Key' in the credential again, without spaces around them",
	},
];

/** The limit of a gateway counts by the second, the minute, the hour or the day; the message ends with it. */
const limitVariants: readonly ErrorVariant[] = [
	{ unit: 'minute', seconds: 60 },
	{ unit: 'hour', seconds: 3600 },
	{ unit: 'day', seconds: 86_400 },
].map(({ unit, seconds }): ErrorVariant => ({
	texts: [` ${unit}`],
	happened: `The gateway of Huawei Cloud limits requests by the ${unit}, and got more than it takes`,
	todo: `Wait as many ${unit}s as the message names, then run the item again`,
	retryAfterSeconds: seconds,
}));

/** Codes by their number; the gateway writes the same numbers with other prefixes too. */
export const gatewayCodes = {
	'APIG.0101': fixAccount('The address that was asked does not know this API', checkAddress),
	'APIG.0103': setUpWrong,
	'APIG.0104': setUpWrong,
	'APIG.0105': setUpWrong,
	'APIG.0106': { ...setUpWrong, todo: askSupport, maybeSent: false },
	'APIG.0107': setUpWrong,
	'APIG.0108': { ...setUpWrong, todo: askSupport, maybeSent: false },
	'APIG.0201': fixInput(
		'The gateway of Huawei Cloud could not read the request',
		'Correct the values, and check that a proxy leaves requests as they are',
		{
			variants: requestVariants,
		},
	),
	'APIG.0202': unreachable,
	'APIG.0203': silent,
	'APIG.0204': fixAccount(
		'The gateway of Huawei Cloud does not take this version of TLS',
		'Update the machine that n8n runs on, or the proxy on the way',
	),
	'APIG.0301': { ...wrongCredential, variants: credentialVariants },
	'APIG.0302': notAllowed,
	'APIG.0303': fixAccount(
		'Huawei Cloud did not accept the credential, or the clock of the machine that n8n runs on is more than 15 minutes away from its time',
		'Enter the keys of the credential again without spaces around them, and set the clock of that machine right',
		credentialInvalid,
	),
	'APIG.0304': notAllowed,
	'APIG.0305': wrongCredential,
	'APIG.0306': notAllowed,
	'APIG.0307': fixAccount(
		'The token has expired or belongs to another region or site',
		"Check 'Site' in the credential, then run the item again",
		credentialInvalid,
	),
	'APIG.0308': retryLater(
		1,
		'The gateway of Huawei Cloud got more requests than it takes in a second',
		slowDown,
		{ variants: limitVariants },
	),
	'APIG.0310': fixAccount('The project of the credential cannot be used', 'Use a credential of another project'),
	'APIG.0311': vendorFault('The gateway of Huawei Cloud refused its own debugging', checkAddress, {
		maybeSent: false,
	}),
	'APIG.0401': blockedAddress,
	'APIG.0402': blockedAddress,
	'APIG.0404': vendorFault('Huawei Cloud does not let its own gateway call this service', askSupport, {
		maybeSent: false,
	}),
	'APIG.0501': quotaUsedUp,
	'APIG.0502': quotaUsedUp,
	'APIG.0601': broken,
	'APIG.0602': fixInput('The gateway of Huawei Cloud could not read the request', 'Correct the values'),
	'APIG.0605': broken,
	'APIG.0606': broken,
	'APIG.0607': fixAccount('The gateway of Huawei Cloud does not take this protocol or method', checkAddress),
	'APIG.0608': broken,
	'APIG.0609': broken,
	'APIG.0610': unreachable,
	'APIG.0611': broken,
	'APIG.0612': broken,
	'APIG.0613': retryLater(
		1,
		'Identity and Access Management of Huawei Cloud is down for now, so the gateway could not check the credential',
		waitALittle,
		{ cause: 'temporarily-unavailable' },
	),
	'APIG.0705': broken,
	'APIG.0802': fixAccount(
		'The user may not use this region',
		"Check 'Site' in the credential, or ask the account's owner",
	),
	'APIG.1009': wrongCredential,
} satisfies ErrorCodes;
