/** Codes of this package's own: it refused before asking the vendor, or got no usable answer. */
import type { ErrorMeaning } from './operation';

/** Every `Local.*` code with its meaning. */
export const localCodes = {
	'Local.MissingParameter': {
		category: 'fixInput',
		happened: 'A required value is missing',
		todo: 'Fill it in, or check the expression that should give it',
		maybeSent: false,
	},
	'Local.InvalidParameter': {
		category: 'fixInput',
		happened: 'A value is not what the vendor allows',
		todo: 'Correct the value',
		maybeSent: false,
	},
	'Local.UnresolvedExpression': {
		category: 'fixInput',
		happened: 'An expression could not be resolved',
		todo: 'Open the node and look at the expressions marked in red',
		maybeSent: false,
	},
	'Local.UnknownOperation': {
		category: 'fixInput',
		happened: 'The chosen operation is not one of this node',
		todo: 'Choose a resource and an operation from the lists; for any other API use the HTTP Request node with this credential',
		maybeSent: false,
	},
	'Local.InvalidRoutes': {
		category: 'fixInput',
		happened: 'The routes of this node cannot be told apart',
		todo: 'Give each route a name of its own and codes that stand in no other route',
		maybeSent: false,
	},
	'Local.AlwaysOutputData': {
		category: 'fixInput',
		happened: "The node's setting 'Always Output Data' is on, and n8n would send an empty item out of Success when nothing succeeded",
		todo: "Switch off 'Always Output Data' in the node's settings",
		maybeSent: false,
	},
	'Local.CredentialMissing': {
		category: 'fixAccount',
		happened: 'The node has no credential that n8n could read',
		todo: "Open the node and choose or create a credential under 'Credential'",
		maybeSent: false,
		cause: 'credential-invalid',
	},
	'Local.CredentialRefused': {
		category: 'fixAccount',
		happened: 'The credential could not sign the request',
		todo: 'Nothing was sent: run the item again once the credential is right',
		maybeSent: false,
		cause: 'credential-invalid',
	},
	'Local.NotSignedYet': {
		category: 'vendorFault',
		happened: 'What the credential needs to sign could not be had just now',
		todo: 'Nothing was sent: run the item again in a minute',
		maybeSent: false,
		cause: 'temporarily-unavailable',
	},
	'Local.NotOnThisSite': {
		category: 'fixAccount',
		happened: 'The site chosen in the credential does not offer this operation',
		todo: 'Use a credential of another site',
		maybeSent: false,
		cause: 'configuration-invalid',
	},
	'Local.NoConnection': {
		category: 'vendorFault',
		happened: 'No connection to the vendor came about, so nothing was sent',
		todo: "Check the network of the machine that n8n runs on, and 'Endpoint' in the credential; then run the item again",
		maybeSent: false,
		cause: 'temporarily-unavailable',
	},
	'Local.Timeout': {
		category: 'vendorFault',
		happened: 'The vendor did not answer in time',
		todo: 'Do not repeat the item blindly, the request may have arrived: ask the recipient or wait a minute first',
		maybeSent: true,
		cause: 'temporarily-unavailable',
	},
	'Local.ConnectionLost': {
		category: 'vendorFault',
		happened: 'The connection broke before the answer came',
		todo: 'Do not repeat the item blindly, the request may have arrived: ask the recipient or wait a minute first',
		maybeSent: true,
		cause: 'temporarily-unavailable',
	},
	'Local.Cancelled': {
		category: 'vendorFault',
		happened: 'The execution was cancelled while the request was on its way',
		todo: 'Check whether the message arrived before you run the item again',
		maybeSent: true,
	},
	'Local.CountryNotAllowed': {
		category: 'fixInput',
		happened: "The number belongs to a country that 'Allowed Countries' does not name",
		todo: "Use the number of an allowed country, or add the country to 'Allowed Countries'",
		maybeSent: false,
	},
	'Local.Cooldown': {
		category: 'retryLater',
		happened: 'The last message to this contact is too recent for another one, so nothing was sent',
		todo: 'Wait for the seconds that are given, then run the item again',
		maybeSent: false,
	},
	'Local.SentBefore': {
		category: 'fixInput',
		happened: "A message with this 'Send Once Key' was sent before, or was begun and may have been sent; nothing was sent now",
		todo: "Ask the recipient whether it arrived; to send another one, give another 'Send Once Key'",
		maybeSent: true,
	},
	'Local.KeyNotRecorded': {
		category: 'retryLater',
		happened: "n8n could not record 'Send Once Key' in its database, so nothing was sent",
		todo: "Save the workflow if it is new, see that n8n's database answers, then run the item again",
		maybeSent: false,
	},
	'Local.Busy': {
		category: 'retryLater',
		happened: 'More calls wait for their turn than the documented rate lets out in time, so nothing was sent',
		todo: 'Run the item again later',
		maybeSent: false,
	},
	'Local.RunLimit': {
		category: 'retryLater',
		happened: "This run has sent as many messages as 'Most Messages per Run' allows, so nothing was sent",
		todo: 'Run the item again, or raise the number',
		maybeSent: false,
	},
	'Local.Stopped': {
		category: 'retryLater',
		happened: "As many calls failed one behind the other as 'Stop After Consecutive Faults' allows, so nothing was sent",
		todo: 'See why the items before failed, then run this one again',
		maybeSent: false,
	},
	'Local.NotStarted': {
		category: 'retryLater',
		happened: 'The execution was cancelled before the request for this item was made, so nothing was sent',
		todo: 'Run the item again',
		maybeSent: false,
	},
	'Local.Redirected': {
		category: 'vendorFault',
		happened: 'The address answered with a redirect, which is not followed because a signature holds for one host only',
		todo: "Check 'Endpoint' in the credential, or the proxy between n8n and the vendor",
		maybeSent: true,
		cause: 'configuration-invalid',
	},
	'Local.UnreadableAnswer': {
		category: 'vendorFault',
		happened: "What came back is not the vendor's documented answer",
		todo: "Check whether the message arrived before you run the item again, and look at 'Endpoint' in the credential or the proxy on the way",
		maybeSent: true,
		cause: 'temporarily-unavailable',
	},
	'Local.ListIncomplete': {
		category: 'vendorFault',
		happened: 'The vendor counts more entries than it gave',
		todo: 'Use what came, and run the item again later for the rest',
		maybeSent: false,
		cause: 'temporarily-unavailable',
	},
	'Local.Unexpected': {
		category: 'vendorFault',
		happened: 'This node stopped working on the item for a reason of its own',
		todo: 'Check whether the message arrived before you run the item again, and report the message to the makers of the node',
		maybeSent: true,
		cause: 'node-defect',
	},
} as const satisfies Readonly<Record<`Local.${string}`, ErrorMeaning>>;

/** One of this package's own codes. */
export type LocalCode = keyof typeof localCodes;

/** Whether a code is this package's own: a vendor's may begin alike. */
export const isLocalCode = (code: string): code is LocalCode => Object.hasOwn(localCodes, code);
