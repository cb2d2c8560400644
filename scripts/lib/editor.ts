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

/** A note on the canvas, by its heading. */
export const canvasNote = (page: Page, heading: string): Locator =>
	page.getByTestId('sticky').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Opens a workflow and waits until its nodes are drawn. */
export async function openWorkflow(page: Page, url: string, id: string): Promise<void> {
	await page.goto(`${url}/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
	await page.waitForLoadState('networkidle');
}

/** Runs the open workflow, waits until n8n says that it is done, and puts that message away. */
export async function executeWorkflow(page: Page): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	const message = page.getByRole('alert').filter({ hasText: 'Workflow executed successfully' });
	await message.waitFor();
	await message.locator('.el-notification__closeBtn').click();
	await message.waitFor({ state: 'detached' });
}

/** What the canvas writes on the wire to a node after a run, such as `3 items`. */
export async function wireTo(page: Page, node: string): Promise<string> {
	const wire = page.locator(`[data-test-id="edge-label"][data-target-node-name="${node}"]`).filter({ hasText: /item/ });
	await wire.waitFor();
	return await wire.innerText();
}

/** Opens a node's form by double click. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await canvasNode(page, name).dblclick();
	const form = page.getByTestId('node-parameters');
	await form.waitFor();
	await page.waitForLoadState('networkidle');
	return form;
}
