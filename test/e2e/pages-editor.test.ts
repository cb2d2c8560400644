/** The trigger in n8n's editor: its outputs, its form, and the page that a builder tries before publishing. */
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { canvasNode, openNode, openWorkflow, signInToEditor } from '../../scripts/lib/editor';
import { codeFor, until } from '../../scripts/lib/forms';
import { pictureFile } from '../support/pictures';
import { type Access, enterStage } from '../support/stage';

let stage: Access;
let browser: Browser;
let page: Page;

beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
	browser = await openBrowser();
	page = await signInToEditor(browser, stage.n8n.url);
	await openWorkflow(page, stage.n8n.url, 'onboardPartner01');
}, 120_000);
afterAll(async () => {
	await browser.close();
});

/** The editor says that it waits a moment before n8n serves the page. */
const isOpen = async (url: string): Promise<void> => {
	await until(`The page ${url}`, async () => ((await fetch(url)).ok ? true : undefined));
};

test('the canvas shows both outputs by name, and what the trigger proves', async () => {
	await page.screenshot({ path: await pictureFile('trigger-canvas') });
	const node = canvasNode(page, 'New Customer');
	expect(await node.getByTestId('canvas-node-output-handle').allInnerTexts()).toEqual(['Verified', 'Needs Help']);
	expect(await node.innerText()).toContain('Partner Customer');
});

test('the form asks for what the operator sets, and for nothing that the person gives', async () => {
	const form = await openNode(page, 'New Customer');
	await page.screenshot({ path: await pictureFile('trigger-form') });
	const text = await form.innerText();
	for (const label of ['Trigger On', 'Allowed Countries', 'Account Type', 'Industry', 'Path', 'Title', 'Own Fields', 'When Verified', 'Ending Text', 'Options']) {
		expect(text).toContain(label);
	}
	for (const label of ['Phone Number', 'Verification Code', 'Password', 'Email']) expect(text).not.toContain(`\n${label}\n`);
	await page.getByTestId('ndv-close-button').click();
});

test('a builder presses Execute Workflow, goes the way of a visitor, and sees the item behind Verified', async () => {
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Waiting for a person to prove a contact').first().waitFor();
	const visitor = await (await browser.newContext({ locale: 'en-US' })).newPage();
	const url = `${stage.n8n.url}/form-test/onboard-partner-customer`;
	await isOpen(url);
	await visitor.goto(url);
	await visitor.locator('select#country').selectOption('GB');
	await visitor.locator('#contact').pressSequentially('7700 900188', { delay: 110 });
	await visitor.locator('#accountEmail').fill('builder@example.com');
	await visitor.locator('button.main').click();
	await visitor.locator('#code').fill(await codeFor(stage.sandboxUrl, '7700900188'));
	await visitor.locator('#newPassword').fill('Sample-Pass!1');
	await visitor.locator('button.main').click();
	await visitor.getByText(/Account ID: \d{12}/).waitFor();
	await page.locator('[data-test-id="edge-label"][data-target-node-name="What to Do Then"]').filter({ hasText: '1 item' }).waitFor();
	await page.screenshot({ path: await pictureFile('trigger-tried') });
});

test('from an empty canvas to a verified person it takes a search, a country, one press and the Test URL', async () => {
	await page.goto(`${stage.n8n.url}/workflow/new`);
	await page.getByTestId('canvas-add-button').click();
	await page.getByTestId('node-creator-search-bar').fill('Tencent Cloud');
	await page.getByText('Serves pages on which a person proves a contact').click();
	await page.getByText('On domain contact verified').click();
	const countries = page.getByTestId('parameter-input-countries');
	await countries.locator('input.el-input__inner:not([disabled])').waitFor();
	await countries.locator('input.el-select__input').pressSequentially('United King');
	await page.getByText('United Kingdom (+44)').click();
	await page.keyboard.press('Escape');
	await page.getByText('Execute step').first().click();
	await page.getByText('Stop Listening').first().waitFor();
	expect(await page.getByText('create an event').count()).toBe(0);
	await page.getByText('Webhook URLs', { exact: true }).click();
	expect(await page.getByText(/\/form-test\//).count()).toBe(1);
	await page.screenshot({ path: await pictureFile('trigger-from-nothing') });
	const shown = await page.getByText(/\/form-test\//).first().innerText();
	const [url = ''] = /http\S+/.exec(shown) ?? [];
	const visitor = await (await browser.newContext({ locale: 'en-GB' })).newPage();
	await isOpen(url);
	await visitor.goto(url);
	await visitor.locator('#contact').pressSequentially('07700 900189', { delay: 110 });
	await visitor.locator('button.main').click();
	const asked = await visitor.locator('#code').waitFor().then(
		() => 'for the code',
		async () => await visitor.locator('body').innerText(),
	);
	expect(asked).toBe('for the code');
	await visitor.locator('#code').fill(await codeFor(stage.sandboxUrl, '7700900189'));
	await visitor.locator('button.main').click();
	await visitor.getByText('+44 7700 900189 is confirmed').waitFor();
	await page.getByText('+447700900189').first().waitFor();
});
