/** The four ways of branching, as n8n's editor draws them and as n8n runs them under each On Error setting. */
import type { Browser } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { canvasNode, openWorkflow, signInToEditor } from '../../scripts/lib/editor';
import { execute } from '../support/execution';
import { pictureFile } from '../support/pictures';
import { type Access, enterStage } from '../support/stage';

const code = 'FailedOperation.SendVerifyCodeLimit60';
const labels: Readonly<Record<string, readonly string[]>> = {
	category: ['Success', 'Fix Input', 'Retry Later', 'Fix Account', 'Vendor Fault'],
	successOrError: ['Success', 'Error'],
	errorCode: ['Success', 'Other', 'Too Fast', 'No Number'],
	none: ['Success'],
};
const modes = Object.keys(labels);
const settings = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Where an item with the code leaves in each mode. */
const positions: Readonly<Record<string, number>> = { category: 2, successOrError: 1, errorCode: 2, none: 0 };

const nodeOf = (branchOn: string, onError: string, index: number) => ({
	id: `${branchOn}-${onError}`,
	name: onError === 'stopWorkflow' ? branchOn : `${branchOn} ${onError}`,
	type: 'n8n-nodes-cloud-verification.tencentCloud',
	typeVersion: 1,
	position: [300, 260 * index],
	onError,
	parameters: {
		resource: 'partnerCustomer',
		operation: 'sendCode',
		countryCode: '852',
		phoneNum: '51234567',
		branchOn,
		routes: {
			values: [
				{ name: 'Too Fast', codes: [code], typedCodes: 'RequestLimitExceeded*' },
				{ name: 'No Number', codes: ['FailedOperation.PhoneBindUpper'], typedCodes: '' },
			],
		},
		options: { simulate: code },
	},
	credentials: { tencentCloudApi: { id: 'sandboxTencent01', name: 'Tencent Cloud (sandbox)' } },
});

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

/** Makes a workflow in which one trigger feeds all of the nodes. */
async function workflowOf(name: string, nodes: ReadonlyArray<ReturnType<typeof nodeOf>>): Promise<string> {
	const start = { id: 'start', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} };
	const { id } = (await stage.session.ask('POST', '/workflows', {
		name,
		nodes: [start, ...nodes],
		connections: { Start: { main: [nodes.map((node) => ({ node: node.name, type: 'main', index: 0 }))] } },
		settings: { executionOrder: 'v1' },
	})) as { id: string };
	return id;
}

describe('on the canvas', () => {
	let browser: Browser;

	beforeAll(async () => {
		browser = await openBrowser();
	});

	afterAll(async () => {
		await browser.close();
	});

	test('each mode shows its outputs with labels that can be read', async () => {
		const id = await workflowOf('Four modes', modes.map((mode, index) => nodeOf(mode, 'stopWorkflow', index)));
		const page = await signInToEditor(browser, stage.n8n.url);
		await openWorkflow(page, stage.n8n.url, id);
		const drawn: Record<string, readonly string[]> = {};
		for (const mode of modes) {
			drawn[mode] = await canvasNode(page, mode).getByTestId('canvas-node-output-handle').allInnerTexts();
		}
		expect(drawn).toEqual({ ...labels, none: ['Success'] });
		await page.screenshot({ path: await pictureFile('four-modes') });
	});
});

describe('in a run', () => {
	test('the item leaves by its output under each On Error setting, and nothing by Success but what Nothing keeps there', async () => {
		const nodes = modes.flatMap((mode, row) =>
			settings
				.filter((onError) => mode !== 'none' || onError !== 'stopWorkflow')
				.map((onError, column) => nodeOf(mode, onError, row * settings.length + column)),
		);
		const { runData, error } = await execute<{ readonly failure?: { readonly code: string }; readonly details?: object }>(
			stage.session,
			await workflowOf('On Error', nodes),
		);
		expect(error).toBeUndefined();
		for (const { name, onError, parameters } of nodes) {
			const outputs = (runData[name]?.[0]?.data?.main ?? []).map((items) => items?.length ?? 0);
			const own = labels[parameters.branchOn]?.length ?? 0;
			const errorOutput = onError === 'continueErrorOutput' ? 1 : 0;
			const position = parameters.branchOn === 'none' ? errorOutput : (positions[parameters.branchOn] ?? -1);
			expect([name, outputs]).toEqual([name, Array.from({ length: own + errorOutput }, (_, index) => (index === position ? 1 : 0))]);
		}
	});

	test('Nothing with On Error set to stop ends the workflow and says what happened', async () => {
		const { error } = await execute(stage.session, await workflowOf('Stop', [nodeOf('none', 'stopWorkflow', 0)]));
		expect(error?.message).toBe('Tencent Cloud: The last code was sent less than 60 seconds ago [item 0]');
	});
});
