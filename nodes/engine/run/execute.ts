/** The loop over items: item, values, send, outcome, output. Every item that goes in comes out exactly once. */
import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { bareSetup, readSetup, type Setup } from '../input/setup';
import type { Outcome } from '../judge/outcome';
import { refusalToThrow } from '../output/thrown';
import type { Vendor } from '../words/operation';
import { tellRefusals } from './hints';
import { memoryOf, noMemory } from './memory';
import { nothingPlaced, place, type Placed } from './place';
import { brokenBy, type Run, workOn } from './work';

/** Works on items one after the other, until all are placed or the workflow is to stop. */
async function workOnAll(run: Run, items: readonly INodeExecutionData[], placed: Placed): Promise<void> {
	const { context, setup } = run;
	const outcomes: Outcome[] = [];
	for (const [index, { json }] of items.entries()) {
		const worked = await workOn(run, index, json);
		place(setup, placed, worked);
		for (const outcome of worked.outcomes) outcomes.push(outcome);
		if (placed.stop !== undefined) return;
	}
	try {
		tellRefusals(context, setup, outcomes);
	} catch {
		/* The items say it too; a hint that n8n does not take must not cost them. */
	}
}

function inputOf(context: IExecuteFunctions): INodeExecutionData[] {
	try {
		return context.getInputData();
	} catch {
		return [];
	}
}

/** Lets the items out as failed that had not come to their end when something broke outside of them. */
function rescue(context: IExecuteFunctions, setup: Setup, placed: Placed, thrown: unknown): void {
	const outcomes = [brokenBy(thrown, setup.operation)];
	const items = inputOf(context);
	if (items.length === 0 && !setup.continues) {
		placed.stop = new NodeOperationError(setup.node, 'The node got no items to work on');
	}
	for (let index = placed.items; index < items.length; index += 1) {
		place(setup, placed, { index, outcomes, hidesInput: true });
	}
}

/**
 * Runs a node.
 *
 * @returns one array for each output, empty where nothing leaves by it.
 * @throws NodeApiError in mode `none` when n8n is set to stop; NodeOperationError when n8n is set to stop and
 * the node as it is set up cannot run. Nothing when n8n is set to continue: it would send the untouched input
 * out of Success.
 */
export async function execute(context: IExecuteFunctions, vendor: Vendor): Promise<INodeExecutionData[][]> {
	let setup: Setup | undefined;
	let placed: Placed | undefined;
	try {
		setup = readSetup(context, vendor);
		placed = nothingPlaced(setup);
		if (setup.refusal !== undefined && !setup.continues && !setup.tool) {
			placed.stop = refusalToThrow(setup.node, setup.refusal);
		} else {
			const memory = setup.tool ? noMemory : memoryOf(context, vendor);
			await workOnAll({ context, setup, memory, replacers: new Map() }, context.getInputData(), placed);
		}
	} catch (thrown) {
		setup ??= bareSetup(context, vendor);
		placed ??= nothingPlaced(setup);
		rescue(context, setup, placed, thrown);
	}
	if (placed.stop !== undefined) throw placed.stop;
	return placed.outputs;
}
