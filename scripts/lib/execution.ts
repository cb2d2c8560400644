/** Runs a workflow in n8n without a browser, and reads which output each item of this package's nodes left by. */
import { isBranchOn, outputLabels } from '../../nodes/engine/words/branches';
import type { Workflow } from './examples';
import type { N8n } from './n8n';

/** The json of an item that this package's nodes give. */
export interface ItemJson {
	readonly success?: boolean;
	readonly simulated?: boolean;
	readonly failure?: {
		readonly code: string;
		readonly category: string;
		readonly explanation: string;
		readonly retryAfterSeconds?: number;
		readonly maybeSent?: boolean;
	};
	/** The input item's own fields; the example workflows say in it what to expect. */
	readonly input?: { readonly about?: string; readonly expected?: string };
}

/** An item that came out. */
export interface LeftItem {
	readonly node: string;
	/** The label of the output, as on the canvas. */
	readonly output: string;
	readonly json: ItemJson;
}

/** One run of a node: items by output. */
interface NodeRun<Json> {
	readonly data?: { readonly main?: ReadonlyArray<ReadonlyArray<{ readonly json: Json }> | null> };
}

/** What n8n keeps of an execution, as far as it is read here. */
export interface Execution<Json> {
	/** Runs by the node's name. */
	readonly runData: Readonly<Record<string, readonly NodeRun<Json>[]>>;
	/** Set when the execution was stopped. */
	readonly error?: { readonly message: string };
}

/**
 * Runs a workflow from its manual trigger.
 *
 * @throws Error with n8n's own words when it does not come to a run at all.
 */
export async function execute<Json>(n8n: N8n, id: string): Promise<Execution<Json>> {
	const text = await n8n.command(['execute', `--id=${id}`, '--rawOutput'], true);
	/* Log lines stand around the data, which begins and ends with a line that is a brace alone. */
	const [json] = /^\{$[^]*?^\}$/m.exec(text) ?? [];
	if (json === undefined) throw new Error(`n8n gave no run data for workflow ${id}:\n${text}`);
	const { data } = JSON.parse(json) as { data: { resultData: Execution<Json> } };
	return data.resultData;
}

/**
 * The items that this package's nodes gave in a run, output by output.
 *
 * @param nodeTypes - how the names of this package's node types begin, such as `n8n-nodes-cloud-verification.`
 * @throws Error when the run itself stopped.
 */
export function leftItems(
	{ runData, error }: Execution<ItemJson>,
	{ name: title, nodes }: Workflow,
	nodeTypes: string,
): readonly LeftItem[] {
	if (error !== undefined) throw new Error(`"${title}" stopped: ${error.message}`);
	return nodes
		.filter(({ type }) => type.startsWith(nodeTypes))
		.flatMap(({ name, parameters }) => {
			const branchOn = parameters['branchOn'] ?? 'category';
			const labels = isBranchOn(branchOn) ? outputLabels(branchOn, []) : [];
			return (runData[name] ?? []).flatMap(({ data }) =>
				(data?.main ?? []).flatMap((items, index) =>
					(items ?? []).map(({ json }) => ({ node: name, output: labels[index] ?? `output ${String(index)}`, json })),
				),
			);
		});
}

/**
 * Runs a workflow by n8n's command, and answers the items of this package's nodes.
 *
 * @param nodeTypes - how the names of this package's node types begin
 * @throws Error when the run itself stops.
 */
export const runWorkflow = async (n8n: N8n, workflow: Workflow, nodeTypes: string): Promise<readonly LeftItem[]> =>
	leftItems(await execute<ItemJson>(n8n, workflow.id), workflow, nodeTypes);

/** Whether an item left by the output that its input item names. */
export const asExpected = ({ output, json }: LeftItem): boolean => json.input?.expected === output;
