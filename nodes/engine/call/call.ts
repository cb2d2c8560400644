/** One call of a documented API: request, send, finding. Reads are repeated, and what a refused token kept from being done. */
import { failedHere, judge } from '../judge/judge';
import type { Finding } from '../judge/outcome';
import type { CredentialChoice, CredentialFields, Operation, Values, Vendor } from '../words/operation';
import { type Caller, cancelSignalOf } from './caller';
import { pause } from './pause';
import { type Sending, type Sent, sendOnce } from './send';

/** Everything that a call needs besides its values. */
export interface Call {
	readonly caller: Caller;
	readonly vendor: Vendor;
	readonly credential: CredentialChoice;
	/** The credential's fields, read once. */
	readonly fields: CredentialFields;
	readonly operation: Operation;
	/** Longest wait for an answer, in ms. */
	readonly timeout: number;
}

/** How often a read is asked for at the most. */
const tries = 3;
/** Wait before the second try of a read, in ms; doubled for the next. */
const firstPause = 500;
/** A read that asks for a longer wait than this, in seconds, is given up. */
const longestPause = 5;

/** A token that the vendor itself refused is replaced once: the vendor did nothing. Anything else is answered once. */
async function sendWithToken(sending: Sending): Promise<Sent> {
	const sent = await sendOnce(sending);
	const { token } = sending.credential;
	if (token === undefined || !('answer' in sent) || !token.isRefused(sent.answer)) return sent;
	return await sendOnce({ ...sending, fields: token.without(sending.fields) });
}

async function callOnce(call: Call, values: Values): Promise<Finding> {
	const { caller, vendor, credential, fields, operation, timeout } = call;
	const cancel = cancelSignalOf(caller);
	if (cancel.aborted) return failedHere(operation, 'Local.NotStarted');
	const refusal = vendor.refuses?.(operation, fields);
	if (refusal !== undefined) {
		return failedHere(operation, 'Local.NotOnThisSite', { happened: refusal.happened, todo: refusal.todo });
	}
	const deadline = AbortSignal.any([cancel, AbortSignal.timeout(timeout)]);
	const request = vendor.request(operation, values, fields);
	const sent = await sendWithToken({ caller, credential, fields, request, deadline });
	if ('answer' in sent) return judge(vendor, operation, sent.answer);
	const { code, ...details } = sent.none;
	return failedHere(operation, code, details);
}

/** The wait before a read is repeated, in ms; undefined when repeating it makes no sense. */
function pauseBefore(found: Finding, attempt: number): number | undefined {
	if (found.success || ['Local.Cancelled', 'Local.NotStarted'].includes(found.failure.code)) return undefined;
	const { category, retryAfterSeconds } = found.failure;
	if (category !== 'retryLater' && category !== 'vendorFault') return undefined;
	if (retryAfterSeconds !== undefined && retryAfterSeconds > longestPause) return undefined;
	return retryAfterSeconds === undefined ? firstPause * 2 ** attempt : retryAfterSeconds * 1000;
}

/**
 * Calls the vendor.
 *
 * A message or a change is asked for once and never again by itself. A read is asked for up to three times,
 * when the vendor was busy or did not answer.
 */
export async function callApi(call: Call, values: Values): Promise<Finding> {
	let found = await callOnce(call, values);
	for (let attempt = 0; call.operation.effect === 'read' && attempt < tries - 1; attempt += 1) {
		const ms = pauseBefore(found, attempt);
		if (ms === undefined || !(await pause(ms, cancelSignalOf(call.caller)))) break;
		found = await callOnce(call, values);
	}
	return found;
}
