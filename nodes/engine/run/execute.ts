/** The loop over items: parameters, send, outcome, output. Every item that goes in comes out exactly once. */
import { type IDataObject, type IExecuteFunctions, type INodeExecutionData, NodeOperationError } from 'n8n-workflow';
import { type Finished, jsonOf, type Showing } from '../output/item';
import type { LocalCode } from '../words/localCodes';
import { optionsCollection } from '../words/names';
import type { Vendor } from '../words/operation';
import { failedHere } from '../judge/outcome';
import { outputLabels } from '../words/branches';
import { outputOf } from '../judge/outputOf';
import { rawParameter, readValues } from '../input/parameters';
import { perform } from './perform';
import { readSettings, type Settings } from '../input/settings';
import { continuedJson, refuseToRun, stopWith } from '../output/stop';

/** One run of a node. */
interface Run {
	readonly context: IExecuteFunctions;
	readonly vendor: Vendor;
	readonly settings: Settings;
	readonly outputs: INodeExecutionData[][];
	/** Items that succeeded so far. */
	done: number;
}

function readShowing(context: IExecuteFunctions, itemIndex: number): Showing {
	const on = (name: string) => {
		const raw = rawParameter(context, `${optionsCollection}.${name}`, itemIndex);
		return 'given' in raw && raw.given === true;
	};
	return { includeInput: on('includeInput'), maskContact: on('maskContact'), simulated: false };
}

/** One item from its parameters to its outcomes. Throws nothing, whatever breaks inside. */
async function finish({ context, vendor, settings }: Run, input: IDataObject, itemIndex: number): Promise<Finished[]> {
	const { declared, refusal } = settings;
	const showing = readShowing(context, itemIndex);
	/* Known also where nothing is asked of the vendor: what is secret must not come out with the input. */
	let given: Finished['given'] = {};
	const failed = (code: LocalCode, words: Parameters<typeof failedHere>[2]): Finished[] => [
		{ input, given, showing, outcome: failedHere(declared, code, words) },
	];
	try {
		const reading = declared === undefined ? undefined : readValues(context, declared, itemIndex);
		given = reading?.given ?? {};
		if (refusal !== undefined) return failed(refusal.code, refusal);
		if (declared === undefined || reading === undefined) return failed('Local.UnknownOperation', {});
		const { outcomes, simulated } = await perform(context, vendor, settings, declared, reading, itemIndex);
		return outcomes.map((outcome) => ({ input, given, outcome, showing: { ...showing, simulated } }));
	} catch (thrown) {
		const name = thrown instanceof Error ? thrown.name : typeof thrown;
		return failed('Local.Unexpected', {
			happened: `This node stopped working on the item for a reason of its own (${name})`,
		});
	}
}

/**
 * Puts a finished item on its output.
 *
 * @throws NodeApiError in mode `none` when n8n is set to stop.
 */
function place(run: Run, finished: Finished, itemIndex: number): void {
	const { context, vendor, settings, outputs } = run;
	const { outcome } = finished;
	const pairedItem = { item: itemIndex };
	const json = jsonOf(vendor, settings, finished);
	if (outcome.success) run.done += 1;
	const position = settings.tool ? 0 : outputOf(outcome, settings.branchOn, settings.routes);
	if (outcome.success || settings.tool || settings.branchOn !== 'none') {
		outputs[position]?.push({ json, pairedItem });
	} else if (context.continueOnFail()) {
		outputs[position]?.push({ json: continuedJson(json, outcome), pairedItem });
	} else {
		throw stopWith(context.getNode(), vendor, settings.declared, outcome, itemIndex, run.done);
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
	const settings = readSettings(context, vendor);
	if (settings.refusal !== undefined && !context.continueOnFail() && !settings.tool) {
		throw refuseToRun(context.getNode(), settings.refusal);
	}
	const count = settings.tool ? 1 : outputLabels(settings.branchOn, settings.routes).length;
	const outputs = Array.from({ length: count }, (): INodeExecutionData[] => []);
	const run: Run = { context, vendor, settings, outputs, done: 0 };
	for (const [itemIndex, { json }] of inputOf(context).entries()) {
		for (const finished of await finish(run, json, itemIndex)) place(run, finished, itemIndex);
	}
	return outputs;
}

/** The items that came in; none, instead of a throw that n8n would answer with Success, where n8n has none. */
function inputOf(context: IExecuteFunctions): INodeExecutionData[] {
	try {
		return context.getInputData();
	} catch (thrown) {
		if (context.continueOnFail()) return [];
		throw new NodeOperationError(context.getNode(), 'The node got no items to work on', {
			description: thrown instanceof Error ? thrown.message : '',
		});
	}
}
