/** A clean outcome becomes the json of an item. */
import type { IDataObject } from 'n8n-workflow';
import type { Failed, Outcome } from '../judge/outcome';

/** Who says so: the texts of the node's parameters, as they stand in every item. */
export interface Speaker {
	/** Public name of the vendor. */
	readonly vendor: string;
	readonly resource: string;
	readonly operation: string;
}

/** The json of one item: the vendor's answer, or the failure. */
export const jsonOf = ({ vendor, resource, operation }: Speaker, outcome: Outcome): IDataObject => ({
	success: outcome.success,
	vendor,
	resource,
	operation,
	...(outcome.requestId === undefined ? {} : { requestId: outcome.requestId }),
	...(outcome.simulated ? { simulated: true } : {}),
	...(outcome.success ? { data: outcome.data } : { failure: { ...outcome.failure } }),
	...(outcome.input === undefined ? {} : { input: outcome.input }),
});

/**
 * The json of a failed item in mode `none` when n8n is set to continue. These three keys and no other: n8n
 * moves such an item to its error output and keeps the details.
 */
export const continuedJson = (speaker: Speaker, outcome: Failed): IDataObject => ({
	error: outcome.note.happened,
	message: outcome.failure.explanation,
	details: jsonOf(speaker, outcome),
});
