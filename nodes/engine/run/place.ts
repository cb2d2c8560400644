/** Puts the outcomes of items on outputs, or has the workflow stopped. */
import type { INodeExecutionData } from 'n8n-workflow';
import type { Setup } from '../input/setup';
import type { Outcome } from '../judge/outcome';
import { outputOf } from '../judge/outputOf';
import { continuedJson, jsonOf } from '../output/item';
import { failureToThrow, refusalToThrow } from '../output/thrown';
import { outputLabels } from '../words/branches';
import type { WorkedOn } from './work';

/** Items by output, and what stops the workflow in their place. */
export interface Placed {
	/** One array for each output, empty where nothing leaves by it. */
	readonly outputs: INodeExecutionData[][];
	/** How many items came so far to their end. */
	items: number;
	/** How many items left by Success so far. */
	done: number;
	/** Thrown in place of all outputs. */
	stop?: Error;
}

/** Empty outputs of a node. */
export function nothingPlaced({ tool, branchOn, routes }: Pick<Setup, 'tool' | 'branchOn' | 'routes'>): Placed {
	const count = tool ? 1 : outputLabels(branchOn, routes).length;
	return { outputs: Array.from({ length: count }, () => []), items: 0, done: 0 };
}

/** A credential that n8n cannot give for the first item is one that no item has: then n8n's nodes stop. */
const lacksCredential = (outcome: Outcome, placed: Placed): boolean =>
	!outcome.success && outcome.failure.code === 'Local.CredentialMissing' && placed.items === 0;

function placeOne(setup: Setup, placed: Placed, outcome: Outcome, { index, hidesInput }: WorkedOn): void {
	const { vendor, names, operation, branchOn, tool, continues, node } = setup;
	const speaker = { vendor: vendor.name, ...names };
	const output = placed.outputs[tool ? 0 : outputOf(vendor, outcome, setup)];
	const stops = !continues && !tool;
	if (!outcome.success && stops && lacksCredential(outcome, placed)) {
		placed.stop = refusalToThrow(node, { code: 'Local.CredentialMissing' });
	} else if (outcome.success || tool || branchOn !== 'none') {
		output?.push({ json: jsonOf(speaker, outcome), pairedItem: { item: index } });
	} else if (stops) {
		placed.stop = failureToThrow(node, vendor, operation, outcome, index, placed.done);
	} else {
		/* n8n merges the input item into what leaves by its error output, unless the link is a bare number. */
		output?.push({ json: continuedJson(speaker, outcome), pairedItem: hidesInput ? index : { item: index } });
	}
}

/** Puts an item's outcomes on their outputs, in order, up to the one that stops the workflow. */
export function place(setup: Setup, placed: Placed, worked: WorkedOn): void {
	for (const outcome of worked.outcomes) {
		placeOne(setup, placed, outcome, worked);
		if (placed.stop !== undefined) return;
	}
	placed.items += 1;
	if (worked.outcomes.every(({ success }) => success)) placed.done += 1;
}
