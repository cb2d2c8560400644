/** An answer becomes an outcome: success, or a failure with a category that says what to do next. */
import { type CodeReading, readCode } from './readCode';
import { localCodes, type LocalCode } from '../words/localCodes';
import type { Category, FailureCause, Operation, Vendor, VendorAnswer } from '../words/operation';
import { cutEchoes } from './redact';

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

/** What n8n is told about the cause when the workflow stops. Never part of an item. */
export interface FailureNote {
	readonly happened: string;
	readonly todo: string;
	readonly cause?: FailureCause;
}

/** What became of one item. */
export type Outcome =
	| { readonly success: true; readonly requestId?: string; readonly data: Readonly<Record<string, unknown>> }
	| { readonly success: false; readonly requestId?: string; readonly failure: Failure; readonly note: FailureNote };

/** The facts of a failure before they are put into words. */
interface FailureFacts {
	readonly code: string;
	readonly message?: string;
	readonly requestId?: string | undefined;
	readonly httpStatus?: number | undefined;
	readonly retryAfterSeconds?: number | undefined;
	readonly field?: string | undefined;
}

const unclearWrite =
	'It may have taken effect all the same: look it up with one of the reading operations before you repeat it';

function failed(operation: Operation | undefined, reading: CodeReading, facts: FailureFacts): Outcome {
	const { meaning } = reading;
	const unclear = operation?.effect === 'write' && meaning.maybeSent;
	const todo = unclear ? `${meaning.todo}. ${unclearWrite}` : meaning.todo;
	const happened = reading.remark === undefined ? meaning.meaning : `${meaning.meaning} (${reading.remark})`;
	const field = facts.field ?? meaning.field;
	const retryAfterSeconds = facts.retryAfterSeconds ?? meaning.retryAfterSeconds;
	return {
		success: false,
		...(facts.requestId === undefined ? {} : { requestId: facts.requestId }),
		failure: {
			code: facts.code,
			message: cutEchoes(facts.message ?? meaning.meaning),
			category: meaning.category,
			explanation: `${happened}. ${todo}.`,
			...(field === undefined ? {} : { field }),
			...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
			...(operation?.effect === 'message' ? { maybeSent: meaning.maybeSent } : {}),
			...(facts.httpStatus === undefined ? {} : { httpStatus: facts.httpStatus }),
		},
		note: { happened, todo, ...(meaning.cause === undefined ? {} : { cause: meaning.cause }) },
	};
}

/** The outcome of a code that the vendor answered, whatever the code is. */
export function refusedByVendor(vendor: Vendor, operation: Operation, facts: FailureFacts & { message: string }): Outcome {
	return failed(operation, readCode(vendor, operation, facts), facts);
}

/**
 * The outcome of a failure that the vendor has no code for.
 *
 * @param operation - undefined where the failure came before the operation was known.
 * @param rest - `happened` and `todo` replace the general words of the code.
 */
export function failedHere(
	operation: Operation | undefined,
	code: LocalCode,
	rest: {
		readonly happened?: string;
		readonly todo?: string;
		readonly field?: string;
		readonly httpStatus?: number;
		readonly requestId?: string;
		/** False where it is certain that no message is out although the code alone leaves it open. */
		readonly maybeSent?: boolean;
	} = {},
): Outcome {
	const known = localCodes[code];
	const meaning = {
		...known,
		meaning: rest.happened ?? known.meaning,
		todo: rest.todo ?? known.todo,
		maybeSent: rest.maybeSent ?? known.maybeSent,
	};
	const { field, httpStatus, requestId } = rest;
	return failed(operation, { meaning }, { code, field, httpStatus, requestId });
}

/** What happened, and the vendor's own words for it where they say anything. */
function withWords(happened: string, said: string): string {
	const words = cutEchoes(said).replace(/\.+$/, '');
	return words === '' ? happened : `${happened}, and said: ${words}`;
}

/** Judges an answer. Success only where the vendor's own envelope says so. */
export function judge(vendor: Vendor, operation: Operation, answer: VendorAnswer): Outcome {
	if (answer.status >= 300 && answer.status < 400) {
		return failedHere(operation, 'Local.Redirected', { httpStatus: answer.status });
	}
	const verdict = vendor.read(answer);
	if (verdict.ok === undefined) {
		return failedHere(operation, 'Local.UnreadableAnswer', {
			...verdict,
			...(verdict.happened === undefined ? {} : { happened: withWords(verdict.happened, verdict.said ?? '') }),
			httpStatus: answer.status,
		});
	}
	if (verdict.ok) {
		const { requestId, data } = verdict;
		return { success: true, ...(requestId === undefined ? {} : { requestId }), data };
	}
	const { code, message, requestId, retryAfterSeconds } = verdict;
	return refusedByVendor(vendor, operation, { code, message, requestId, retryAfterSeconds, httpStatus: answer.status });
}
