/** One call of a documented API: pace, request, send, finding; and again where that is safe. */
import { failedHere, judge } from '../judge/judge';
import type { Finding } from '../judge/outcome';
import type { CredentialChoice, CredentialFields, Operation, Values, Vendor } from '../words/operation';
import { type Caller, cancelSignalOf } from './caller';
import { paceOf } from './pace';
import { pause } from './pause';
import { budget, isThrottled, pauseBeforeRepeating } from './repeat';
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
	/** Requests a second that the person allows; the documented rate holds in any case. */
	readonly perSecond: number;
}

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

/** Holds the pace, and tells it how the vendor took the call. */
async function callInTurn(call: Call, values: Values): Promise<Finding> {
	const { vendor, operation, credential, fields, perSecond, caller } = call;
	const pace = paceOf(vendor, operation, credential, fields);
	if (!(await pace.turn(perSecond, cancelSignalOf(caller)))) return failedHere(operation, 'Local.NotStarted');
	const found = await callOnce(call, values);
	if (found.success) pace.succeeded();
	else if (isThrottled(found)) pace.throttled(found.failure.retryAfterSeconds ?? 1);
	return found;
}

/** Calls the vendor in its pace, and again where that is safe. */
export async function callApi(call: Call, values: Values): Promise<Finding> {
	budget.earn();
	let found = await callInTurn(call, values);
	for (let attempt = 0; ; attempt += 1) {
		const ms = pauseBeforeRepeating(call.operation.effect, found, attempt);
		if (ms === undefined || !(await pause(ms, cancelSignalOf(call.caller)))) return found;
		found = await callInTurn(call, values);
	}
}
