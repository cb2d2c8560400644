/** One call of a documented API: pace, request, send, finding; and again where that is safe. */
import { randomUUID } from 'node:crypto';
import { failedHere, judge } from '../judge/judge';
import type { Finding } from '../judge/outcome';
import type { CredentialChoice, CredentialFields, Operation, Values, Vendor } from '../words/operation';
import { budget } from './budget';
import { type Caller, cancelSignalOf } from './caller';
import { afterLost } from './lost';
import { paceOf } from './pace';
import { pause } from './pause';
import { repetitionsOf, type Tried } from './repeat';
import { type Sent, sendOnce } from './send';

/** Everything that a call needs besides its values. */
export interface Call {
	readonly caller: Caller;
	readonly vendor: Vendor;
	readonly credential: CredentialChoice;
	/** The credential's fields, read once. */
	readonly fields: CredentialFields;
	readonly operation: Operation;
	/** Longest time from the first request to the answer, in ms, repetitions and their waits included. */
	readonly timeout: number;
	/** Requests a second that the person allows; the documented rate holds in any case. */
	readonly perSecond: number;
	/** Longest wait for its turn, in ms; as long as it takes when left out. */
	readonly patience?: number;
	/** Told when the call waits for its turn, in ms. */
	readonly waits?: (ms: number) => void;
	/** Asked when the call has its turn, right before its first request; what it finds stands in place of the call. */
	readonly before?: () => Promise<Finding | undefined>;
}

/** One request of a call. */
interface Request {
	readonly fields: CredentialFields;
	/** By which a vendor that does nothing twice knows the request. */
	readonly mark: string;
	/** Ends the call. */
	readonly deadline: AbortSignal;
}

/** Sends and judges. */
async function attempt(call: Call, values: Values, { fields, mark, deadline }: Request): Promise<Tried> {
	const { caller, vendor, credential, operation } = call;
	const plain = vendor.request(operation, values, fields);
	const header = operation.effect === 'read' ? undefined : vendor.singleUse?.header;
	const request = header === undefined ? plain : { ...plain, headers: { ...plain.headers, [header]: mark } };
	const sent: Sent = await sendOnce({ caller, credential, fields, request, deadline });
	const tried = { vendor, credential, fields };
	if ('answer' in sent) return { ...tried, found: judge(vendor, operation, sent.answer), answer: sent.answer };
	const { code, ...details } = sent.none;
	return { ...tried, found: failedHere(operation, code, details), answer: undefined };
}

/** Why nothing is asked at all. */
function refusalBefore({ vendor, operation, fields }: Call): Finding | undefined {
	const refusal = vendor.refuses?.(operation, fields);
	return refusal && failedHere(operation, 'Local.NotOnThisSite', { happened: refusal.happened, todo: refusal.todo });
}

/** Calls the vendor in its pace, and again where that is safe. */
export async function callApi(call: Call, values: Values): Promise<Finding> {
	const { caller, vendor, credential, operation, timeout, perSecond } = call;
	const refusal = refusalBefore(call);
	if (refusal !== undefined) return refusal;
	const pace = paceOf(vendor, operation, credential, call.fields);
	if (pace.away > (call.patience ?? Infinity)) {
		return failedHere(operation, 'Local.Busy', { retryAfterSeconds: Math.ceil(pace.away / 1000) });
	}
	const cancel = cancelSignalOf(caller);
	if (!(await pace.turn(perSecond, cancel, call.waits))) return failedHere(operation, 'Local.NotStarted');
	const held = await call.before?.();
	if (held !== undefined) return held;
	if (cancel.aborted) return failedHere(operation, 'Local.NotStarted');
	const deadline = AbortSignal.any([cancel, AbortSignal.timeout(timeout)]);
	const again = repetitionsOf(operation.effect);
	budget.earn();
	let request: Request = { fields: call.fields, mark: randomUUID(), deadline };
	let lost: Finding | undefined;
	for (;;) {
		const tried = await attempt(call, values, request);
		pace.told(tried.found);
		const found = lost === undefined ? tried.found : afterLost(vendor, lost, tried.found);
		const next = lost === undefined ? again(tried) : undefined;
		if (next === undefined || !(await pause(next.ms, deadline)) || !(await pace.turn(perSecond, deadline))) return found;
		if (next.same) lost = tried.found;
		request = { fields: next.fields, mark: next.same ? request.mark : randomUUID(), deadline };
	}
}
