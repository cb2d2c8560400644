/** An answer becomes a finding: success, or a failure with a category that says what to do next. */
import { type LocalCode, localCodes } from '../words/localCodes';
import type { Operation, Vendor, VendorAnswer } from '../words/operation';
import { readable } from './message';
import type { Finding, FoundFailure } from './outcome';
import { type CodeReading, readCode } from './readCode';

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

function failed(operation: Operation | undefined, reading: CodeReading, facts: FailureFacts): FoundFailure {
	const { meaning } = reading;
	const unclear = operation?.effect === 'write' && meaning.maybeSent;
	const todo = unclear ? `${meaning.todo}. ${unclearWrite}` : meaning.todo;
	const happened = reading.remark === undefined ? meaning.happened : `${meaning.happened} (${reading.remark})`;
	const field = facts.field ?? meaning.field;
	const retryAfterSeconds = facts.retryAfterSeconds ?? meaning.retryAfterSeconds;
	return {
		success: false,
		...(facts.requestId === undefined ? {} : { requestId: facts.requestId }),
		failure: {
			code: facts.code,
			message: facts.message ?? meaning.happened,
			category: meaning.category,
			explanation: `${happened}. ${todo}.`,
			...(field === undefined ? {} : { field }),
			...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
			...(operation?.effect === 'message' ? { maybeSent: meaning.maybeSent } : {}),
			...(facts.httpStatus === undefined ? {} : { httpStatus: facts.httpStatus }),
		},
		note: { happened, todo, maybeDone: meaning.maybeSent, clockRefused: meaning.clockRefused === true, ...(meaning.cause === undefined ? {} : { cause: meaning.cause }) },
	};
}

/** The finding for a code that the vendor answered, whatever the code is. */
export function refusedByVendor(
	vendor: Vendor,
	operation: Operation,
	facts: FailureFacts & { message: string },
): FoundFailure {
	return failed(operation, readCode(vendor, operation, facts), facts);
}

/** What is known of a failure beyond its code. */
export interface FailureDetails {
	/** Replaces the general words of the code for what happened. */
	readonly happened?: string;
	/** Replaces the general words of the code for what to do. */
	readonly todo?: string;
	readonly field?: string;
	readonly httpStatus?: number;
	readonly requestId?: string;
	readonly retryAfterSeconds?: number;
	/** False where it is certain that no message is out although the code alone leaves it open. */
	readonly maybeSent?: boolean;
}

/**
 * The finding for a failure that the vendor has no code for.
 *
 * @param operation - undefined where the failure came before the operation was known.
 */
export function failedHere(operation: Operation | undefined, code: LocalCode, details: FailureDetails = {}): FoundFailure {
	const known = localCodes[code];
	const meaning = {
		...known,
		happened: details.happened ?? known.happened,
		todo: details.todo ?? known.todo,
		maybeSent: details.maybeSent ?? known.maybeSent,
	};
	const { field, httpStatus, requestId, retryAfterSeconds } = details;
	return failed(operation, { meaning }, { code, field, httpStatus, requestId, retryAfterSeconds });
}

/** What happened, and the vendor's own words for it where they say anything. */
function withWords(happened: string, said: string): string {
	const words = readable(said).replace(/\.{1,3}$/, '');
	return words === '' ? happened : `${happened}, and said: ${words}`;
}

/** Judges an answer. Success only where the vendor's own envelope says so. */
export function judge(vendor: Vendor, operation: Operation, answer: VendorAnswer): Finding {
	if (answer.status >= 300 && answer.status < 400) {
		return failedHere(operation, 'Local.Redirected', { httpStatus: answer.status });
	}
	const verdict = vendor.read(answer, operation);
	if (verdict.ok === undefined) {
		const { requestId, happened, said = '' } = verdict;
		return failedHere(operation, 'Local.UnreadableAnswer', {
			...(requestId === undefined ? {} : { requestId }),
			...(happened === undefined ? {} : { happened: withWords(happened, said) }),
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
