/** What became of an item: first what was found out, then the outcome, whose texts were cleaned where it was made. */
import { isLocalCode } from '../words/localCodes';
import type { Category, FailureCause } from '../words/operation';
import type { DataRecord } from '../words/records';
import type { Cleaner, CleanValue } from './clean';
import { readable, readableName } from './message';

/** Why an item did not succeed, as it stands under `failure` in the item's json. */
export interface Failure {
	/** The vendor's own code, or `Local.*` where this package refused or got no usable answer. */
	readonly code: string;
	/** The vendor's text, or ours for `Local.*`. */
	readonly message: string;
	readonly category: Category;
	/** What happened and what to do, in plain words. */
	readonly explanation: string;
	/** The documented parameter that has to change, by its name on the wire. */
	readonly field?: string;
	readonly retryAfterSeconds?: number;
	/** Whether a message may be out; only for operations that send one. */
	readonly maybeSent?: boolean;
	/** HTTP status of the answer; left out where none came. */
	readonly httpStatus?: number;
}

/** What the package itself goes by, and what n8n is told when the workflow stops. Never part of an item. */
export interface FailureNote {
	readonly happened: string;
	readonly todo: string;
	/** Whether the call may have taken effect all the same. */
	readonly maybeDone: boolean;
	/** Whether the vendor refused the time of this machine, before any work was done. */
	readonly clockRefused: boolean;
	readonly cause?: FailureCause;
}

/** A yes of the vendor, as it came. */
export interface FoundSuccess {
	readonly success: true;
	readonly requestId?: string;
	readonly data: DataRecord;
}

/** A failure, with texts that may still echo what was sent. */
export interface FoundFailure {
	readonly success: false;
	readonly requestId?: string;
	readonly failure: Failure;
	readonly note: FailureNote;
}

/** What was found out about an item. Nothing prints, throws or puts it out before it was cleaned. */
export type Finding = FoundSuccess | FoundFailure;

/** What an item shows beside its outcome. */
export interface Beside {
	/** The input item's own fields, where they are asked for and safe to show. */
	readonly input?: DataRecord;
	/** True where no request was made: the item says so. */
	readonly simulated?: boolean;
}

/** A class outside this file, or an object that merely looks like one, is no clean outcome to the compiler. */
abstract class Cleaned {
	protected readonly cleaned = true;
	readonly requestId: string | undefined;
	readonly simulated: boolean;
	readonly input: Record<string, CleanValue> | undefined;

	protected constructor({ requestId }: Finding, { input, simulated = false }: Beside, cleaner: Cleaner) {
		this.requestId = requestId === undefined ? undefined : readableName(cleaner.text(requestId));
		this.simulated = simulated;
		this.input = input === undefined ? undefined : cleaner.record(input);
	}
}

/** The vendor said yes. */
export class Success extends Cleaned {
	readonly success = true;
	readonly data: Record<string, CleanValue>;

	constructor(found: FoundSuccess, beside: Beside, cleaner: Cleaner) {
		super(found, beside, cleaner);
		this.data = cleaner.record(found.data);
	}
}

/** The item did not succeed. */
export class Failed extends Cleaned {
	readonly success = false;
	readonly failure: Failure;
	readonly note: FailureNote;

	constructor({ failure, note, ...found }: FoundFailure, beside: Beside, cleaner: Cleaner) {
		super({ ...found, failure, note }, beside, cleaner);
		this.failure = {
			...failure,
			code: isLocalCode(failure.code) ? failure.code : readableName(cleaner.text(failure.code)),
			message: readable(cleaner.text(failure.message)),
			explanation: cleaner.text(failure.explanation),
		};
		this.note = { ...note, happened: cleaner.text(note.happened), todo: cleaner.text(note.todo) };
	}
}

/** What became of one item, in texts that may be shown to anybody who sees the workflow. */
export type Outcome = Success | Failed;

/** Cleans what was found out: the only way from a finding to an outcome. */
export const outcomeOf = (found: Finding, beside: Beside, cleaner: Cleaner): Outcome =>
	found.success ? new Success(found, beside, cleaner) : new Failed(found, beside, cleaner);
