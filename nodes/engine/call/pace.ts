/**
 * The documented rate, held instead of run into: one pace for each vendor account and API in this process, shared by
 * all executions. A throttle of the vendor slows it down all the same, and success brings it back.
 */
import { createHash } from 'node:crypto';
import { keepNewest } from '../../../credentials/signing/newest';
import type { Finding, FoundFailure } from '../judge/outcome';
import type { CredentialChoice, CredentialFields, Operation, Vendor } from '../words/operation';
import { pause } from './pause';

/** Kept below the allowed rate by this share, because requests do not arrive as evenly as they leave. */
const margin = 0.025;

/** In what time no more may leave than the documented rate allows in a second, in ms. */
const second = 1000 * (1 + margin / 2);

/** What a throttle leaves of the rate, and what each success gives back of the documented one. */
const afterThrottle = 0.8;
const afterSuccess = 0.02;

/** What is throttled within this time, in ms, was on its way together and slows the pace once. */
const together = 400;

/** However often the vendor throttles, this share of the documented rate is left. */
const leastShare = 0.02;

/** A vendor that asks for a longer wait than this, in seconds, is not waited for: the workflow can wait better. */
export const longestPause = 5;

/**
 * Whether the vendor counts requests a second and refused this one before any work was done. A limit of an hour or a
 * day comes with the same HTTP status, and nobody else is to wait for its end.
 */
export const isThrottled = ({ failure, note }: FoundFailure): boolean => {
	const { category, httpStatus, retryAfterSeconds = httpStatus === 429 ? 1 : Infinity } = failure;
	return category === 'retryLater' && !note.maybeDone && retryAfterSeconds <= (httpStatus === 429 ? longestPause : 1);
};

/** Requests leave one after the other, each in its turn. */
export class Pace {
	private nextTurn = 0;
	private share = 1;
	/** In ms since 1970: what is throttled before then was already on its way when the pace was slowed. */
	private slowedUntil = 0;
	private latest = 0;
	/** When the latest requests left, as many as a second has. */
	private readonly left: number[] = [];

	/**
	 * @param perSecond - documented requests a second.
	 * @param clock - gives the time in ms.
	 */
	constructor(
		private readonly perSecond: number,
		private readonly clock: () => number = Date.now,
	) {}

	/** The time, in ms. A clock that was set back must not make anybody wait for as long. */
	private now(): number {
		const now = this.clock();
		const back = this.latest - now;
		if (back > 0) {
			this.nextTurn -= back;
			this.slowedUntil -= back;
			this.left.length = 0;
		}
		this.latest = now;
		return now;
	}

	/** Requests a second at which the pace stands now, the margin included. */
	get rate(): number {
		return this.perSecond * this.share;
	}

	/** How long the next turn is away, in ms. */
	get away(): number {
		const now = this.now();
		return Math.max(0, this.nextTurn - now);
	}

	/**
	 * Takes the next turn. Who takes one holds it also when it is not used.
	 *
	 * @param most - requests a second that the person allows.
	 * @returns how long to wait for it, in ms.
	 */
	take(most: number): number {
		const now = this.now();
		const turn = Math.max(now, this.nextTurn);
		this.nextTurn = turn + 1000 / (Math.min(this.rate, most) * (1 - margin));
		return turn - now;
	}

	/**
	 * Waits for the next turn.
	 *
	 * @param waits - told how long, in ms.
	 * @returns false when the execution was cancelled meanwhile.
	 */
	async turn(most: number, cancel: AbortSignal, waits?: (ms: number) => void): Promise<boolean> {
		let wait = this.take(most);
		if (wait > 0) waits?.(wait);
		do {
			if (!(await pause(wait, cancel))) return false;
			wait = this.leave();
		} while (wait > 0);
		return true;
	}

	/**
	 * A request leaves. A busy process is late for its turns, and what it is late with must not go out together with
	 * what is on time.
	 *
	 * @returns 0 where it has left, or how long it has to wait, in ms.
	 */
	leave(): number {
		const now = this.now();
		const [first] = this.left;
		const wait = first === undefined || this.left.length < this.perSecond ? 0 : first + second - now;
		if (wait > 0) return wait;
		this.left.push(now);
		if (this.left.length > this.perSecond) this.left.shift();
		return 0;
	}

	/** How the vendor took a call. */
	told(found: Finding): void {
		if (found.success) this.succeeded();
		else if (isThrottled(found)) this.throttled(found.failure.retryAfterSeconds ?? 1);
	}

	/**
	 * The vendor throttled all the same. Others go on at a slower pace, unless it asks for a longer wait than the second
	 * that it counts in: then they wait, up to a fifth longer, so that not all come back at once.
	 */
	throttled(seconds: number): void {
		const now = this.now();
		if (now < this.slowedUntil) return;
		this.share = Math.max(leastShare, this.share * afterThrottle);
		const longer = seconds > 1;
		this.slowedUntil = now + (longer ? seconds * 1000 * (1 + Math.random() / 5) : together);
		if (longer) this.nextTurn = Math.max(this.nextTurn, this.slowedUntil);
	}

	/** The vendor did what was asked. */
	succeeded(): void {
		this.share = Math.min(1, this.share + afterSuccess);
	}
}

const paces = new Map<string, Pace>();

/** More accounts and APIs than one process is likely to serve; the longest unused is forgotten first. */
const mostPaces = 1_000;

/** Who asks, without telling it: two credentials of one account share a pace where the vendor says what names it. */
export function accountOf({ type, account }: CredentialChoice, fields: CredentialFields): string {
	const names = account ?? Object.keys(fields).sort();
	const values = names.map((name) => (typeof fields[name] === 'string' ? fields[name].trim() : ''));
	return createHash('sha256').update(JSON.stringify([type, ...values])).digest('base64url');
}

/** The pace of an API for the account of a credential. */
export function paceOf(vendor: Vendor, operation: Operation, credential: CredentialChoice, fields: CredentialFields): Pace {
	const name = [vendor.name, operation.resource.value, operation.value, accountOf(credential, fields)].join(' ');
	const pace = paces.get(name) ?? new Pace(operation.perSecond);
	keepNewest(paces, name, pace, mostPaces);
	return pace;
}
