/** Where a call comes from, and how it ends before its time. */
import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { CredentialFields } from '../words/operation';
import { isRecord } from '../words/records';

/** An item that is worked on, a list in the form, a page of the trigger, or the look at the account when it is published. */
export type Caller = IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions | IHookFunctions;

const never = new AbortController().signal;

/** The signal that a person or a time-out of the workflow gives; a list of the form has none. */
export const cancelSignalOf = (caller: Caller): AbortSignal =>
	('getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined) ?? never;

/**
 * The caller with another signal. n8n's request helper takes the signal from its caller and from nowhere else, and
 * its own time-out counts only the time in which nothing comes.
 */
export const withSignal = <T extends Caller>(caller: T, signal: AbortSignal): T =>
	new Proxy(caller, {
		get(target, name) {
			const value: unknown = name === 'getExecutionCancelSignal' ? () => signal : Reflect.get(target, name);
			return value;
		},
	});

/**
 * Reads the credential once for all that a call needs of it.
 *
 * @param itemIndex - which item's expressions it is read with.
 * @returns undefined where n8n has none to give.
 */
export async function readCredential(
	caller: Caller,
	type: string,
	itemIndex: number,
): Promise<CredentialFields | undefined> {
	try {
		const fields: unknown = await caller.getCredentials(type, itemIndex);
		return isRecord(fields) ? fields : undefined;
	} catch {
		return undefined;
	}
}
