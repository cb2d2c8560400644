/** Runs a workflow in n8n without a browser, and reads which output each item of this package's nodes left by. */
import { isBranchOn, outputLabels } from '../../nodes/engine/outputs';
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

interface RunData {
	readonly data?: { readonly main?: ReadonlyArray<ReadonlyArray<{ readonly json: ItemJson }> | null> };
}

interface RawOutput {
	readonly data: {
		readonly resultData: {
			readonly runData: Readonly<Record<string, readonly RunData[]>>;
			readonly error?: { readonly message: string };
		};
	};
}

/** n8n writes log lines before the JSON, which begins at the first line that is an opening brace alone. */
function readRawOutput(text: string): RawOutput {
	const start = text.search(/^\{$/m);
	if (start < 0) throw new Error(`n8n gave no run data:\n${text}`);
	return JSON.parse(text.slice(start)) as RawOutput;
}

/**
 * Runs a workflow from its manual trigger.
 *
 * @param nodeTypes - how the names of this package's node types begin, such as `n8n-nodes-cloud-verification.`
 * @returns the items of this package's nodes, output by output
 * @throws Error when the run itself stops.
 */
export async function runWorkflow(n8n: N8n, workflow: Workflow, nodeTypes: string): Promise<readonly LeftItem[]> {
	const raw = readRawOutput(await n8n.command(['execute', `--id=${workflow.id}`, '--rawOutput'], true));
	const { runData, error } = raw.data.resultData;
	if (error !== undefined) throw new Error(`"${workflow.name}" stopped: ${error.message}`);
	return workflow.nodes
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

/** Whether an item left by the output that its input item names. */
export const asExpected = ({ output, json }: LeftItem): boolean => json.input?.expected === output;
