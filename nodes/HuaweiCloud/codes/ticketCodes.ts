/**
 * Codes of Service Tickets (OSM), most of them answered with HTTP status 200.
 *
 * @see https://support.huaweicloud.com/intl/en-us/api-ticket/ErrorCode.html
 * @see https://support.huaweicloud.com/intl/en-us/api-ticket/ticket_api_20001.html
 */
import { fixAccount, fixInput, retryLater, vendorFault } from '../../engine/words/declare';
import { beforeRepeating, correctNamed, credentialInvalid } from '../../engine/words/todos';
import type { ErrorCodes } from '../../engine/words/operation';

const grant =
	"Have the account's owner grant the user the system role Ticket Administrator, or switch the ticket policy off";
const checkTicket = 'Check the ID of the ticket';
const broken = vendorFault('Something broke inside Huawei Cloud', beforeRepeating);

/** Codes that a request for, or a check of, a verification code can meet. */
const aboutContacts = {
	'OSM.0001': fixInput('Huawei Cloud does not accept one of the values', correctNamed),
	'OSM.0002': fixAccount(
		'Huawei Cloud did not accept the credential: the token is missing or has expired, or the key is wrong',
		"Check the credential and its 'Site', then run the item again",
		credentialInvalid,
	),
	'OSM.0003': fixAccount('Huawei Cloud does not allow this call', grant),
	'OSM.0004': broken,
	'OSM.01010001': fixInput('Huawei Cloud does not accept one of the values', correctNamed),
	'OSM.01010002': fixAccount('The user of this credential may not do this', grant),
	'OSM.01010003': fixAccount(
		'Account and password do not belong together',
		"Check 'Account Name', 'User Name' and 'Password' in the credential",
		credentialInvalid,
	),
	'OSM.01010007': fixAccount('The account has no role with which it could create tickets', grant),
	'OSM.01010010': fixInput(
		'Huawei Cloud says that the verification was not passed',
		'Check the contact and the code, or send a new code',
	),
	'OSM.01010011': fixAccount(
		'Huawei Cloud could not tell from the credential which customer is calling',
		"Check 'Site' in the credential, and 'Scope' of a token or 'Account ID' of an access key",
		credentialInvalid,
	),
	'OSM.01010012': fixInput('The type must be 0 or 1', 'Send 0 for SMS or 1 for email'),
	'OSM.01010014': broken,
	'OSM.01010017': broken,
	'OSM.01010018': fixInput('Huawei Cloud does not support this operation here', correctNamed),
	'OSM.01010024': retryLater(
		60,
		'A code was requested less than a minute ago; it is valid for 5 minutes',
		'Use the code that was sent, or wait 60 seconds and run the item again',
	),
	'OSM.01010026': vendorFault('Huawei Cloud could not tell the kind of business', beforeRepeating),
	'OSM.01010060': vendorFault('Huawei Cloud could not read the customer information', beforeRepeating),
} satisfies ErrorCodes;

/** Codes about tickets, which the service lists for all of its APIs. */
const aboutTickets = {
	'OSM.01010004': retryLater(undefined, 'The ticket was urged too often', 'Wait, then run the item again'),
	'OSM.01010005': retryLater(
		undefined,
		'The attachments of the day have reached their size limit',
		'Try again tomorrow',
	),
	'OSM.01010006': fixInput('The severity does not exist', correctNamed),
	'OSM.01010008': fixInput('The carbon copy email address is not valid', correctNamed),
	'OSM.01010009': fixAccount(
		'The support plan does not allow this ticket',
		'Check the benefits of the support plan in the Huawei Cloud console',
		{ cause: 'quota-exhausted' },
	),
	'OSM.01010013': fixInput('The operation must be cancel, close, urge or delete', correctNamed),
	'OSM.01010015': fixInput('The ticket does not exist', checkTicket),
	'OSM.01010016': fixInput('The type of the feedback is wrong', correctNamed),
	'OSM.01010046': fixInput('Only a pending authorization can be changed in this way', checkTicket),
	'OSM.01010049': fixInput('The tickets belong to different businesses', checkTicket),
	'OSM.01010050': fixInput('Tickets of independent software vendors can be moved one at a time only', checkTicket),
	'OSM.01010056': fixAccount('The partner is not on the allowlist', 'Ask Huawei Cloud to add the partner'),
	'OSM.01010057': fixInput('The partner does not exist', correctNamed),
	'OSM.01010058': fixInput("The handler does not belong to the customer's partner", correctNamed),
	'OSM.01010059': fixAccount(
		'The customer has a support plan already',
		'Check the support plan in the Huawei Cloud console',
	),
	'OSM.01010062': fixInput('The step in which the ticket is handled does not exist', correctNamed),
} satisfies ErrorCodes;

/** All codes of the service that its pages list. */
export const ticketCodes = { ...aboutContacts, ...aboutTickets } satisfies ErrorCodes;
