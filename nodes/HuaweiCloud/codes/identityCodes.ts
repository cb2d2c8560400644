/**
 * Codes of Identity and Access Management (IAM), which checks keys and hands out tokens. It refuses before a
 * service is called, so nothing was sent.
 *
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0006.html
 */
import { fixAccount, retryLater, vendorFault } from '../../engine/words/declare';
import { credentialInvalid, waitALittle } from '../../engine/words/todos';
import type { ErrorCodes } from '../../engine/words/operation';

const checkNames = "Check 'Account Name', 'User Name', 'Password' and 'Site' in the credential";
const checkAndSave = 'Open the credential, check it and save it again';
const anotherKey = 'Use another access key, or enable this one in the Huawei Cloud console';
const enableUser = "Ask the account's owner to enable the user, or use another one";
const askOwner = "Ask the account's owner for the permission";

const credential = (happened: string, todo: string) => fixAccount(happened, todo, credentialInvalid);

const badRequest = credential('IAM does not accept one of the values of the credential', checkNames);
const disabledKey = credential('The access key is blocked or disabled', anotherKey);
const wrongToken = credential(
	'The token is wrong or has expired',
	checkAndSave,
);
const disabledUser = credential('The user is disabled', enableUser);
const wrongPassword = credential(
	'User name or password is wrong; the main login of a HUAWEI ID and a user without a password get the same answer',
	`${checkNames}; use an IAM user made for this, and do not try again and again, as that locks the user`,
);

/** Codes that the calls of the credentials can meet. Those of three digits are HTTP statuses without a code. */
export const identityCodes = {
	'IAM.400': badRequest,
	'IAM.401': {
		...credential('IAM did not accept the credential', checkAndSave),
		variants: [{ texts: ['password'], happened: wrongPassword.happened, todo: wrongPassword.todo }],
	},
	'IAM.0001': credential('IAM wants a credential and got none', checkAndSave),
	'IAM.0002': fixAccount(
		'The user may not do this, or the address belongs to another site',
		"Check 'Site' and 'IAM Endpoint' in the credential, and the permissions of the user",
	),
	'IAM.0003': fixAccount('A policy forbids this to the user', askOwner),
	'IAM.0004': fixAccount('IAM does not find what the credential names', checkNames),
	'IAM.0005': fixAccount('What IAM was asked for conflicts with what is there', checkNames),
	'IAM.0006': vendorFault('Something broke inside IAM', waitALittle, {
		maybeSent: false,
	}),
	'IAM.0007': badRequest,
	'IAM.0009': wrongToken,
	'IAM.0011': badRequest,
	'IAM.0012': retryLater(undefined, 'IAM got too many requests', waitALittle),
	'IAM.0020': fixAccount(
		'The sign-in has moved to another region',
		"Set 'IAM Endpoint' in the credential to the host of that region",
		{ cause: 'configuration-invalid' },
	),
	'IAM.0061': credential(
		'The user is locked after too many wrong passwords',
		"Correct 'Password' in the credential, and wait until the lock has ended before the next try",
	),
	'IAM.0062': wrongPassword,
	'IAM.0063': wrongToken,
	'IAM.0064': credential('The token lacks the permission', askOwner),
	'IAM.0065': credential(
		'A HUAWEI ID that was registered in Europe cannot sign in here',
		"Choose Europe under 'Site' in the credential, or use an IAM user of this site",
	),
	'IAM.0066': wrongToken,
	'IAM.0067': wrongToken,
	'IAM.0072': badRequest,
	'IAM.0073': badRequest,
	'IAM.0080': disabledUser,
	'IAM.0081': credential(
		'The user may use the console only',
		"Ask the account's owner to allow the user programmatic access",
	),
	'IAM.0082': disabledUser,
	'IAM.0083': fixAccount('The user may not use this region', askOwner),
	'IAM.1061': credential(
		'The passcode of the second factor is wrong',
		'Use an IAM user without login protection, or an access key',
	),
	'IAM.1101': badRequest,
	'IAM.1102': badRequest,
	'IAM.1103': badRequest,
	'IAM.1104': disabledKey,
	'IAM.1105': credential('The access key has expired', anotherKey),
	'IAM.1106': credential('The access key belongs to no user', anotherKey),
	'IAM.1107': disabledKey,
	'IAM.1108': credential(
		'The security token has expired',
		'Get new temporary keys and enter all three values in the credential',
	),
	'IAM.1109': fixAccount('The project does not exist', "Correct 'Project Name' in the credential"),
} satisfies ErrorCodes;
