/**
 * When a call is repeated by itself. A message or a change is repeated only where it is certain that the vendor did
 * nothing, or will not do it twice; a read, which changes nothing, also where the vendor did not answer.
 */
import type { Finding, FoundFailure } from '../judge/outcome';
import type { CredentialChoice, CredentialFields, Effect, Vendor, VendorAnswer } from '../words/operation';
import { budget } from './budget';
import { isThrottled, longestPause } from './pace';

/** How often a call is made at the most, whatever the reasons to repeat it. */
const mostTries = 3;

/** Wait before the second try where nothing says how long, in ms; doubled for the next. */
const firstPause = 500;

/** One try of a call: what it came to, and what was asked. */
export interface Tried {
	readonly found: Finding;
	/** Undefined where none came that could be read. */
	readonly answer: VendorAnswer | undefined;
	readonly vendor: Vendor;
	readonly credential: CredentialChoice;
	/** The fields that it was signed with. */
	readonly fields: CredentialFields;
}

/** One reason to make a call again. */
interface Repetition {
	/** Why the call can be made again. */
	readonly because: string;
	/** Which calls. */
	readonly effects: readonly Effect[];
	/** How often in one call. */
	readonly most: number;
	readonly applies: (failed: FoundFailure, tried: Tried) => boolean;
	/** Removes the cause and gives the fields to sign with; undefined where it cannot. Then there is nothing to wait for. */
	readonly remedy?: (tried: Tried) => CredentialFields | undefined;
	/** Whether the vendor must take it for the same request. */
	readonly same?: true;
}

const all: readonly Effect[] = ['message', 'write', 'read'];

/** HTTP statuses with which a proxy says that it got no answer itself. */
const lostBehindProxy: ReadonlyArray<number | undefined> = [502, 503, 504];

/** Whether the request may have arrived and nothing came of its answer. */
const isLost = ({ failure: { code, httpStatus } }: FoundFailure): boolean =>
	code === 'Local.ConnectionLost' ||
	code === 'Local.Timeout' ||
	(code === 'Local.UnreadableAnswer' && lostBehindProxy.includes(httpStatus));

/** The vendor's own time, from its answer, becomes the time that is signed. */
function withClockSet({ answer, credential, fields }: Tried): CredentialFields | undefined {
	const time = Date.parse(answer?.headers['date'] ?? '');
	return !Number.isNaN(time) && credential.clock?.correct(fields, time) === true ? fields : undefined;
}

/** Looked through in order. What stands in no row is never repeated. */
const repetitions: readonly Repetition[] = [
	{
		because: 'Refused by throttling, before any work was done: the next second has room again',
		effects: all,
		most: 2,
		applies: isThrottled,
	},
	{
		because: 'Never connected, so that no byte of the request was written',
		effects: all,
		most: 2,
		applies: ({ failure }) => failure.code === 'Local.NoConnection',
	},
	{
		because: "The vendor refused this machine's clock, so it did nothing; its answer says what time it is",
		effects: all,
		most: 1,
		applies: ({ note }) => note.clockRefused,
		remedy: withClockSet,
	},
	{
		because: 'The vendor itself refused the token, so it did nothing; another one can be had',
		effects: all,
		most: 1,
		applies: (_failed, { answer, credential: { token } }) => answer !== undefined && token?.isRefused(answer) === true,
		remedy: ({ credential: { token }, fields }) => token?.without(fields),
	},
	{
		because: 'The answer was lost, and the vendor refuses a request that it has seen: the very same one is done once at the most',
		effects: ['message', 'write'],
		most: 1,
		applies: (failed, { vendor }) => vendor.singleUse !== undefined && isLost(failed),
		same: true,
	},
	{
		because: 'A read changes nothing, whatever became of the first one',
		effects: ['read'],
		most: 2,
		applies: ({ failure: { category, code } }) =>
			(category === 'retryLater' || category === 'vendorFault') && code !== 'Local.NotStarted' && code !== 'Local.Cancelled',
	},
];

/** A call that is to be made again. */
export interface Again {
	/** Wait before it, in ms. */
	readonly ms: number;
	/** The fields to sign it with. */
	readonly fields: CredentialFields;
	/** Whether the vendor must take it for the same request. */
	readonly same: boolean;
}

function pauseBefore({ failure: { retryAfterSeconds } }: FoundFailure, attempt: number): number | undefined {
	if (retryAfterSeconds === undefined) return firstPause * 2 ** attempt;
	return retryAfterSeconds > longestPause ? undefined : retryAfterSeconds * 1000;
}

/**
 * Counts why one call was repeated, and says whether it is to be once more.
 *
 * @returns a function that takes each try and answers undefined where the call is not made again.
 */
export function repetitionsOf(effect: Effect): (tried: Tried) => Again | undefined {
	const used = new Map<Repetition, number>();
	let tries = 0;
	return (tried) => {
		const { found, fields } = tried;
		tries += 1;
		if (found.success || tries >= mostTries) return undefined;
		const row = repetitions.find(({ effects, applies }) => effects.includes(effect) && applies(found, tried));
		if (row === undefined || (used.get(row) ?? 0) >= row.most) return undefined;
		const ms = row.remedy === undefined ? pauseBefore(found, tries - 1) : 0;
		if (ms === undefined) return undefined;
		const signWith = row.remedy === undefined ? fields : row.remedy(tried);
		/* Where the cause is gone, repeating does not add to an outage. */
		if (signWith === undefined || (row.remedy === undefined && !budget.spend())) return undefined;
		used.set(row, (used.get(row) ?? 0) + 1);
		return { ms, fields: signWith, same: row.same === true };
	};
}
