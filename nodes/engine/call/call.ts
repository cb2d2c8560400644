/** One call: credential, documented request, send, judged answer. Reads are repeated, nothing else is. */
import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { CredentialChoice, CredentialFields, Operation, Values, Vendor } from '../words/operation';
import { failedHere, judge, type Outcome } from '../judge/outcome';
import { replaceDeep } from '../judge/redact';
import { sendOnce } from './send';

/** Where a call comes from: an item that is worked on, or a list in the form. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions;

/** Everything that a call needs besides its values. */
export interface Call {
	readonly caller: Caller;
	readonly vendor: Vendor;
	readonly credential: CredentialChoice;
	readonly operation: Operation;
	/** Which item's expressions a credential is read with. */
	readonly itemIndex: number;
	/** Longest wait for an answer, in ms. */
	readonly timeout: number;
}

/** How often a read is asked for at the most. */
const tries = 3;
/** Wait before the second try of a read, in ms; doubled for the next. */
const firstPause = 500;
/** A read that asks for a longer wait than this, in seconds, is given up. */
const longestPause = 5;

const isCancelled = (caller: Caller): boolean =>
	'getExecutionCancelSignal' in caller && caller.getExecutionCancelSignal()?.aborted === true;

/** Shorter texts of a credential are settings, such as a site, and no keys. */
const shortestKey = 8;

/** A vendor's message sometimes names the key that it refuses: no key leaves in a message. */
function withoutKeys(outcome: Outcome, fields: CredentialFields): Outcome {
	if (outcome.success) return outcome;
	const keys = Object.values(fields)
		.filter((value) => typeof value === 'string')
		.map((value) => value.trim())
		.filter((value) => value.length >= shortestKey);
	const message = replaceDeep(outcome.failure.message, new Map(keys.map((key) => [key, '***'])));
	return { ...outcome, failure: { ...outcome.failure, message: String(message) } };
}

async function askOnce(call: Call, values: Values): Promise<Outcome> {
	const { caller, vendor, credential, operation, itemIndex, timeout } = call;
	if (isCancelled(caller)) return failedHere(operation, 'Local.Cancelled', { maybeSent: false });
	let fields: CredentialFields;
	try {
		fields = await caller.getCredentials(credential.type, itemIndex);
	} catch {
		return failedHere(operation, 'Local.CredentialMissing');
	}
	const refusal = vendor.refuses?.(operation, fields);
	if (refusal !== undefined) {
		return failedHere(operation, 'Local.NotOnThisSite', { happened: refusal.meaning, todo: refusal.todo });
	}
	const sent = await sendOnce(caller, credential, vendor.request(operation, values, fields), timeout);
	if ('answer' in sent) return withoutKeys(judge(vendor, operation, sent.answer), fields);
	const { code, happened } = sent.none;
	return failedHere(operation, code, happened === undefined ? {} : { happened });
}

/** The wait before a read is repeated, in ms; undefined when repeating it makes no sense. */
function pauseBefore(outcome: Outcome, attempt: number): number | undefined {
	if (outcome.success || outcome.failure.code === 'Local.Cancelled') return undefined;
	const { category, retryAfterSeconds } = outcome.failure;
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
export async function ask(call: Call, values: Values): Promise<Outcome> {
	let outcome = await askOnce(call, values);
	for (let attempt = 0; call.operation.effect === 'read' && attempt < tries - 1; attempt += 1) {
		const pause = pauseBefore(outcome, attempt);
		if (pause === undefined) break;
		await sleep(pause);
		outcome = await askOnce(call, values);
	}
	return outcome;
}
