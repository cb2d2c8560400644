/** n8n's editor in a browser, as a person uses it. */
import { type Browser, type Locator, type Page, selectors } from 'playwright-core';
import { owner } from './session';

/** Milliseconds that the editor gets to show something: it loads some 10 MB of scripts at first. */
const patience = 60_000;

/** How n8n names the parts of its pages. */
selectors.setTestIdAttribute('data-test-id');

/** Opens the editor and signs in through its form. */
export async function signInToEditor(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'en-US' });
	context.setDefaultTimeout(patience);
	const page = await context.newPage();
	await page.goto(`${url}/signin`);
	await page.locator('input[type=email]').fill(owner.email);
	await page.locator('input[type=password]').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(/\/home\//);
	return page;
}

/** A node on the canvas, by its name. */
export const canvasNode = (page: Page, name: string): Locator =>
	page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a workflow and waits until its nodes are drawn. */
export async function openWorkflow(page: Page, url: string, id: string): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.waitForLoadState('networkidle');
}

/** Runs the open workflow and waits until every node of the list has its tick. */
export async function executeWorkflow(page: Page, nodes: readonly string[]): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	for (const name of nodes) await canvasNode(page, name).getByTestId('canvas-node-status-success').waitFor();
}

/** Opens a node's form by double click. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await canvasNode(page, name).dblclick();
	const form = page.getByTestId('node-parameters');
	await form.waitFor();
	await page.waitForLoadState('networkidle');
	return form;
}
