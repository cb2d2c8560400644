/**
 * When a call is repeated by itself. A message or a change is repeated only where it is certain that the vendor did
 * nothing; a read, which changes nothing, also where the vendor did not answer.
 */
import type { Finding, FoundFailure } from '../judge/outcome';
import type { Effect } from '../words/operation';

/** How often a call is made at the most. */
const tries = 3;

/** A call that asks for a longer wait than this, in seconds, is given up: the workflow can wait better. */
const longestPause = 5;

/** Wait before the second try where nothing says how long, in ms; doubled for the next. */
const firstPause = 500;

/** One reason to make a call again. */
interface Repetition {
	/** Why the call can be made again, or what it waits for. */
	readonly because: string;
	/** Which calls. */
	readonly effects: readonly Effect[];
	readonly applies: (failed: FoundFailure) => boolean;
}

const all: readonly Effect[] = ['message', 'write', 'read'];

/** Whether the vendor counts requests a second and refused this one before any work was done. */
export const isThrottled = ({ failure, note }: FoundFailure): boolean =>
	failure.category === 'retryLater' && !note.maybeDone && (failure.httpStatus === 429 || (failure.retryAfterSeconds ?? Infinity) <= 1);

/** Looked through in order. What stands in no row is never repeated. */
const repetitions: readonly Repetition[] = [
	{
		because: 'Refused by throttling, before any work was done: the next second has room again',
		effects: all,
		applies: isThrottled,
	},
	{
		because: 'Never connected, so that no byte of the request was written',
		effects: all,
		applies: ({ failure }) => failure.code === 'Local.NoConnection',
	},
	{
		because: 'A read changes nothing, whatever became of the first one',
		effects: ['read'],
		applies: ({ failure: { category, code } }) =>
			(category === 'retryLater' || category === 'vendorFault') && code !== 'Local.NotStarted' && code !== 'Local.Cancelled',
	},
];

/**
 * Repetitions that this process may still make: each call earns a tenth of one, so that an outage does not multiply
 * the traffic of a large workflow.
 */
class Budget {
	private left = 50;

	earn(): void {
		this.left = Math.min(50, this.left + 0.1);
	}

	spend(): boolean {
		if (this.left < 1) return false;
		this.left -= 1;
		return true;
	}
}

/** One for the process. */
export const budget = new Budget();

/**
 * The wait before a call is made again, in ms.
 *
 * @param attempt - how often it was made again so far.
 * @returns undefined where it is not made again.
 */
export function pauseBeforeRepeating(effect: Effect, found: Finding, attempt: number): number | undefined {
	if (found.success || attempt >= tries - 1) return undefined;
	if (!repetitions.some(({ effects, applies }) => effects.includes(effect) && applies(found))) return undefined;
	const { retryAfterSeconds } = found.failure;
	if (retryAfterSeconds !== undefined && retryAfterSeconds > longestPause) return undefined;
	if (!budget.spend()) return undefined;
	return retryAfterSeconds === undefined ? firstPause * 2 ** attempt : retryAfterSeconds * 1000;
}
