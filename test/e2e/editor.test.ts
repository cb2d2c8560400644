import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { canvasNode, executeWorkflow, openNode, openWorkflow, signInToEditor, wireTo } from '../../scripts/lib/editor';
import { pictureFile } from '../support/pictures';
import { enterStage } from '../support/stage';

const sendCode = 'Send Partner Customer Code';
const outputs = ['Success', 'Fix Input', 'Retry Later', 'Fix Account', 'Vendor Fault'];

let browser: Browser;
let page: Page;
let url: string;

/** Signs in once; the tests go on in the same window, as a person would. */
beforeAll(async () => {
	const stage = await enterStage();
	await stage.resetSandbox();
	url = stage.n8n.url;
	browser = await openBrowser();
	page = await signInToEditor(browser, url);
	await openWorkflow(page, url, 'tencentPartner01');
}, 120_000);

afterAll(async () => {
	await browser.close();
});

const labelsOf = async (node: string): Promise<readonly string[]> =>
	await canvasNode(page, node).getByTestId('canvas-node-output-handle').allInnerTexts();

test('the canvas shows the five outputs with their labels', async () => {
	expect(await labelsOf(sendCode)).toEqual(outputs);
});

test('after a click on Execute Workflow each wire says how many items left by it', async () => {
	await executeWorkflow(page);
	await page.screenshot({ path: await pictureFile('tencent-canvas') });
	const wires = await Promise.all(outputs.map(async (node) => [node, await wireTo(page, node)] as const));
	expect(Object.fromEntries(wires)).toEqual({
		Success: '2 items',
		'Fix Input': '3 items',
		'Retry Later': '1 item',
		'Fix Account': '1 item',
		'Vendor Fault': '1 item',
	});
});

test('the form shows the parameters of the operation, what it is for, and each output with its items', async () => {
	const form = await openNode(page, sendCode);
	await page.screenshot({ path: await pictureFile('tencent-form') });
	const text = await form.innerText();
	for (const label of ['Resource', 'Operation', 'Country Code', 'Phone Number', 'Branch On']) expect(text).toContain(label);
	expect(text).toContain('It is no login code for users of your own');
	expect(await page.getByTestId('node-credentials-select').locator('input').inputValue()).toBe('Tencent Cloud (sandbox)');
	expect(await page.getByTestId('branches').innerText()).toContain('Fix Input Branch (3 items)');
});

test('another choice of Branch On draws other outputs', async () => {
	await page.getByTestId('parameter-input-branchOn').click();
	await page.getByTestId('parameter-input-item').getByText('Success or Error', { exact: true }).click();
	await page.getByTestId('ndv-close-button').click();
	await canvasNode(page, sendCode).getByText('Error', { exact: true }).waitFor();
	expect(await labelsOf(sendCode)).toEqual(['Success', 'Error']);
});
