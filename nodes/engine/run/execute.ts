/** The loop over items: item, values, send, outcome, output. Every item that goes in comes out exactly once. */
import { type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { bareSetup, readSetup, type Setup } from '../input/setup';
import type { Outcome } from '../judge/outcome';
import { refusalToThrow } from '../output/thrown';
import { Kept } from '../words/kept';
import type { Vendor } from '../words/operation';
import { countMessages } from './counts';
import { tellRefusals } from './hints';
import { Line } from './line';
import { memoryOf, noMemory } from './memory';
import { MessageCount } from './messageCount';
import { nothingPlaced, place, type Placed } from './place';
import { Progress } from './progress';
import { SendOnceKeys } from './sendOnce';
import { brokenBy, type Run, type WorkedOn, workOn } from './work';

/** A batch mostly has one credential; expressions may give each item another. */
const mostReplacers = 20;

/** Works on items side by side and places them in their order, until all are placed or the workflow is to stop. */
async function workOnAll(run: Run, items: readonly INodeExecutionData[], placed: Placed): Promise<void> {
	const { context, setup, progress } = run;
	const outcomes: Outcome[] = [];
	const waiting = new Map<number, WorkedOn>();
	const placeReady = (): void => {
		for (let ready = waiting.get(placed.items); ready !== undefined; ready = waiting.get(placed.items)) {
			waiting.delete(placed.items);
			place(setup, placed, ready);
			for (const outcome of ready.outcomes) outcomes.push(outcome);
			if (placed.stop !== undefined) return;
		}
		progress.tell(placed.items);
	};
	let next = 0;
	const take = async (): Promise<void> => {
		const index = next;
		next += 1;
		waiting.set(index, await workOn(run, index, items[index]?.json));
		placeReady();
	};
	const worker = async (): Promise<void> => {
		while (next < items.length && placed.stop === undefined) await take();
	};
	/* The first goes alone: it shows whether there is a credential at all, before others are on their way. */
	if (items.length > 0) await take();
	await Promise.all(Array.from({ length: setup.concurrency }, worker));
	await run.keys.confirm();
	if (setup.operation?.effect === 'message') countMessages(context, outcomes);
	if (placed.stop !== undefined) return;
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
			const items = context.getInputData();
			const run = {
				context,
				setup,
				memory,
				messages: new MessageCount(setup.limits),
				keys: new SendOnceKeys(context),
				progress: new Progress(context, setup, items.length),
				line: new Line(),
				replacers: new Kept<(text: string) => string>(mostReplacers),
			};
			await workOnAll(run, items, placed);
		}
	} catch (thrown) {
		setup ??= bareSetup(context, vendor);
		placed ??= nothingPlaced(setup);
		rescue(context, setup, placed, thrown);
	}
	if (placed.stop !== undefined) throw placed.stop;
	return placed.outputs;
}
