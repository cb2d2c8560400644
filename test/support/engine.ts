/** Runs one node in n8n's own engine: a trigger that gives the items, the node, and a NoOp behind each output. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import type {
	IDataObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IRun,
	IRunExecutionData,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

process.env['N8N_USER_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'n8n-engine-'));
process.env['N8N_LOG_LEVEL'] ??= 'silent';
process.env['N8N_ENCRYPTION_KEY'] ??= 'engine-tests-encryption-key';

import { configureGlobalAxiosDefaults } from '@n8n/backend-network';
import { ExecutionLifecycleHooks, LoadOptionsContext, WorkflowExecute } from 'n8n-core';
import { NodeConnectionTypes, NodeHelpers, Workflow } from 'n8n-workflow';
import { Credentials, type GivenCredential } from './credentials';

export type { GivenCredential };

configureGlobalAxiosDefaults();

const plain = (name: string, inputs: INodeTypeDescription['inputs']): INodeTypeDescription => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: name,
	defaults: { name },
	inputs,
	outputs: [NodeConnectionTypes.Main],
	properties: [],
});

const noOp: INodeType = {
	description: plain('noOp', [NodeConnectionTypes.Main]),
	async execute(this: IExecuteFunctions) {
		return await Promise.resolve([this.getInputData()]);
	},
};

const triggerOf = (items: INodeExecutionData[]): INodeType => ({
	description: plain('manualTrigger', []),
	async execute() {
		return await Promise.resolve([items]);
	},
});


/** What a run is made of. */
export interface Run {
	readonly node: INodeType;
	readonly parameters: INode['parameters'];
	/** The json of the items that go in; one empty item when left out. */
	readonly items?: readonly IDataObject[];
	readonly credentials?: readonly GivenCredential[];
	/** The node's own settings in n8n. */
	readonly settings?: Partial<Pick<INode, 'onError' | 'alwaysOutputData' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries'>>;
	/** False takes the credential away from the node. */
	readonly credentialChosen?: boolean;
	/** Cancels the execution, as a person or a time-out of the workflow does, when it settles. */
	readonly cancelled?: Promise<unknown>;
	/** How often a person presses n8n's button Retry on the failed execution; parameters may have changed meanwhile. */
	readonly retries?: ReadonlyArray<INode['parameters']>;
}

/** What came of a run. */
export interface Result {
	/** Items by output, as n8n hands them on. */
	readonly outputs: readonly INodeExecutionData[][];
	/** Items that reached the node behind each output. */
	readonly reached: readonly INodeExecutionData[][];
	/** What n8n shows beside the items in the node's output panel. */
	readonly hints: readonly string[];
	/** Custom data of the execution, by which a person finds it in n8n's list. */
	readonly customData: Readonly<Record<string, string>>;
	/** What stopped the workflow. */
	readonly error:
		| (Error & { description?: string | null; context?: IDataObject; failure?: unknown; httpCode?: string | null; messages?: string[] })
		| undefined;
}

const nodeName = 'Cloud';
const behind = (output: number) => `Behind ${String(output)}`;
const outputsDrawn = 12;

function nodesOf(run: Run): INode[] {
	const base = { typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
	const credentials = Object.fromEntries(
		(run.credentials ?? []).map(({ type }) => [type.name, { id: '1', name: type.displayName }]),
	);
	return [
		{ ...base, id: 'start', name: 'Start', type: 'test.manualTrigger' },
		{
			...base,
			id: 'cloud',
			name: nodeName,
			type: `test.${run.node.description.name}`,
			parameters: run.parameters,
			...(run.credentialChosen === false ? {} : { credentials }),
			...run.settings,
		},
		...Array.from({ length: outputsDrawn }, (_, output) => ({
			...base,
			id: behind(output),
			name: behind(output),
			type: 'test.noOp',
		})),
	];
}

/** The workflow of a run, and what n8n keeps around it. */
function stageOf(run: Run) {
	const items = (run.items ?? [{}]).map((json, item) => ({ json, pairedItem: { item } }));
	const types: Record<string, INodeType> = {
		'test.manualTrigger': triggerOf(items),
		'test.noOp': noOp,
		[`test.${run.node.description.name}`]: run.node,
	};
	const nodeTypes = {
		getByName: (type: string) => types[type] as INodeType,
		getByNameAndVersion: (type: string, version?: number) => NodeHelpers.getVersionedNodeType(types[type] as INodeType, version),
		getKnownTypes: () => ({}),
	};
	const nodes = nodesOf(run);
	const main = NodeConnectionTypes.Main;
	const connections = {
		Start: { main: [[{ node: nodeName, type: main, index: 0 }]] },
		[nodeName]: { main: Array.from({ length: outputsDrawn }, (_, output) => [{ node: behind(output), type: main, index: 0 }]) },
	};
	const drawn = { id: 'w', name: 'w', nodes, connections, active: false };
	const workflow = new Workflow({ ...drawn, nodeTypes, settings: { executionOrder: 'v1' } });
	const kept = { ...drawn, isArchived: false, createdAt: new Date(0), updatedAt: new Date(0), activeVersionId: null };
	const additional = {
		executionId: '1',
		credentialsHelper: new Credentials(run.credentials ?? []),
		hooks: new ExecutionLifecycleHooks('manual', '1', kept),
		currentNodeExecutionIndex: 0,
		variables: {},
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, additional };
}

/** Does what n8n does when a person retries a failed execution: the failed node runs again, with what n8n kept. */
async function retried(run: Run, additional: IWorkflowExecuteAdditionalData, first: IRun): Promise<IRun> {
	let finished = first;
	for (const parameters of run.retries ?? []) {
		const { resultData } = finished.data;
		if (resultData.error === undefined) throw new Error('The execution did not fail');
		const data = structuredClone({ ...finished.data, resultData: { ...resultData, error: undefined } }) as unknown as IRunExecutionData;
		delete data.resultData.error;
		data.resultData.runData[nodeName]?.pop();
		const { workflow } = stageOf({ ...run, parameters });
		for (const waiting of data.executionData?.nodeExecutionStack ?? []) {
			waiting.node = workflow.getNode(waiting.node.name) ?? waiting.node;
		}
		finished = await new WorkflowExecute(additional, 'retry', data).processRunExecutionData(workflow);
	}
	return finished;
}

/** Runs the node in n8n's engine and answers what left by which output. */
export async function runNode(run: Run): Promise<Result> {
	const { workflow, additional } = stageOf(run);
	const start = workflow.getNode('Start') ?? undefined;
	const running = new WorkflowExecute(additional, 'manual').run({ workflow, ...(start ? { startNode: start } : {}) });
	void run.cancelled?.then(() => {
		running.cancel();
	});
	const finished = await retried(run, additional, await running);
	const { runData, error } = finished.data.resultData;
	const mainOf = (name: string) => (runData[name]?.[0]?.data?.['main'] ?? []).map((output) => output ?? []);
	return {
		outputs: mainOf(nodeName),
		customData: finished.data.resultData.metadata ?? {},
		hints: (runData[nodeName]?.[0]?.hints ?? []).map(({ message }) => message),
		reached: Array.from({ length: outputsDrawn }, (_, output) => mainOf(behind(output))[0] ?? []),
		error: error as Result['error'],
	};
}

/** The line that n8n's editor draws below a node. */
export function drawnSubtitle(node: INodeType, parameters: INode['parameters']): unknown {
	const { workflow } = stageOf({ node, parameters });
	const drawn = workflow.getNode(nodeName);
	return drawn && workflow.expression.getSimpleParameterValue(drawn, node.description.subtitle, 'internal', {});
}

/** What n8n's editor gets when it asks for a list of the form, with the parameters as they stand. */
export function formOf(run: Run) {
	const { workflow, additional } = stageOf(run);
	const node = workflow.getNode(nodeName);
	if (!node) throw new Error('The workflow has no node');
	// n8n hands its context over under this interface; its class is declared with fewer members than it has.
	const context = new LoadOptionsContext(workflow, node, { ...additional, currentNodeParameters: run.parameters }, '') as unknown as ILoadOptionsFunctions;
	const { loadOptions = {}, listSearch = {} } = run.node.methods ?? {};
	return {
		options: async (method: string) => await (loadOptions[method]?.call(context) ?? Promise.reject(new Error(`No method ${method}`))),
		search: async (method: string, filter?: string) =>
			await (listSearch[method]?.call(context, filter) ?? Promise.reject(new Error(`No method ${method}`))),
	};
}
