/** What the codes of this package promise: by which output they leave, and whether a message may be out. */
import { localCodes } from '../../../nodes/engine/words/localCodes';

const all = Object.entries(localCodes);
const codesWhere = (fits: (meaning: (typeof all)[number][1]) => boolean): string[] => all.filter(([, meaning]) => fits(meaning)).map(([code]) => code.replace('Local.', ''));

it('a message may be out only where a request left and no answer to it can be trusted, or where the node remembers one', () => {
	expect(codesWhere(({ maybeSent }) => maybeSent)).toEqual([
		'Timeout',
		'ConnectionLost',
		'Cancelled',
		'SentBefore',
		'Redirected',
		'UnreadableAnswer',
		'Unexpected',
	]);
});

it.each([
	['fixInput', ['MissingParameter', 'InvalidParameter', 'UnresolvedExpression', 'UnknownOperation', 'InvalidRoutes', 'AlwaysOutputData', 'CountryNotAllowed', 'SentBefore']],
	['fixAccount', ['CredentialMissing', 'CredentialRefused', 'NotOnThisSite']],
	['retryLater', ['Cooldown', 'KeyNotRecorded', 'Busy', 'RunLimit', 'Stopped', 'NotStarted']],
	['vendorFault', ['NotSignedYet', 'NoConnection', 'Timeout', 'ConnectionLost', 'Cancelled', 'Redirected', 'UnreadableAnswer', 'ListIncomplete', 'Unexpected']],
])('what leaves by %s is what that output says to do next', (category, codes) => {
	expect(codesWhere((meaning) => meaning.category === category)).toEqual(codes);
});
