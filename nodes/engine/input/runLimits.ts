/** The guards that are set once for all messages of a run. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { optionsCollection } from '../words/names';
import { readNumber } from './numberOption';
import type { ItemRefusal } from './refusals';

/** Bounds of one run; Infinity where none is set. */
export interface RunLimits {
	/** Most messages that go out. */
	readonly mostMessages: number;
	/** Calls in a row that may fail by a fault of the vendor or of the account. */
	readonly stopAfterFaults: number;
}

/** No bounds. */
export const noRunLimits: RunLimits = { mostMessages: Infinity, stopAfterFaults: Infinity };

/** Reads the bounds with the expressions of the first item. Throws nothing: what makes no sense is a refusal beside them. */
export function readRunLimits(context: IExecuteFunctions): { readonly limits: RunLimits; readonly refusal: ItemRefusal | undefined } {
	const number = (name: string, label: string) =>
		readNumber(context, 0, { path: `${optionsCollection}.${name}`, label, usual: Infinity, least: 1, most: Infinity });
	const mostMessages = number('mostMessages', 'Most Messages per Run');
	const stopAfterFaults = number('stopAfterFaults', 'Stop After Consecutive Faults');
	const refused = [mostMessages, stopAfterFaults].find((read) => 'refusal' in read);
	return {
		limits: {
			mostMessages: 'value' in mostMessages ? Math.floor(mostMessages.value) : Infinity,
			stopAfterFaults: 'value' in stopAfterFaults ? Math.floor(stopAfterFaults.value) : Infinity,
		},
		refusal: refused !== undefined && 'refusal' in refused ? refused.refusal : undefined,
	};
}
