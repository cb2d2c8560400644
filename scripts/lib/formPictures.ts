/** The pictures of a form workflow: its pages as a person sees them, and its canvas. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openWorkflow } from './editor';
import { exampleWorkflows } from './examples';
import { codeFor, publishForm, visit } from './forms';
import type { Session } from './session';

const workflowId = 'onboardPartner01';
const codePage = 'Enter the Code';
const password = 'Example-1!';
const customer = {
	'Country or Region': 'Hong Kong SAR, China +852 (HK)',
	'Phone Number': '6123 4567',
	Email: 'new.customer@example.com',
	'Account Type': 'Company',
};

/** Where the pictures are taken and kept. */
export interface Studio {
	readonly browser: Browser;
	/** A window of n8n's editor, signed in. */
	readonly editor: Page;
	readonly n8nUrl: string;
	readonly session: Session;
	readonly sandboxUrl: string;
	/** Gets the pictures. */
	readonly folder: string;
}

/** Onboards a customer in a small window, and takes a picture of each page. */
async function takePages({ browser, n8nUrl, session, sandboxUrl, folder }: Studio): Promise<void> {
	const workflow = (await exampleWorkflows()).find(({ id }) => id === workflowId);
	if (workflow === undefined) throw new Error(`There is no example workflow ${workflowId}.`);
	const context = await browser.newContext({ viewport: { width: 560, height: 600 }, deviceScaleFactor: 2, locale: 'en-US' });
	const visitor = await visit(context, await publishForm(n8nUrl, session, workflow));
	const take = async (name: string) => {
		await visitor.photographs(join(folder, `form-${name}.png`));
	};
	await visitor.fill(customer);
	await take('details');
	await visitor.press('Send the Code', codePage);
	const code = await codeFor(sandboxUrl, '61234567');
	await visitor.fill({ 'Verification Code': code, Password: password, 'Confirm Password': password });
	await take('code');
	await visitor.fill({ 'Verification Code': '000000' });
	await visitor.press('Open the Account', codePage);
	await take('wrong-code');
	await visitor.fill({ 'Verification Code': code, Password: password, 'Confirm Password': password });
	await visitor.press('Open the Account', 'Your Account Is Ready');
	await take('ready');
	await context.close();
}

/** Takes the picture of the canvas, then of the pages: n8n lays a list upon the canvas of what is published. */
export async function takeFormPictures(studio: Studio): Promise<void> {
	const { editor, n8nUrl, folder } = studio;
	await editor.setViewportSize({ width: 1920, height: 1080 });
	await openWorkflow(editor, n8nUrl, workflowId);
	await editor.screenshot({ path: join(folder, 'form-canvas.png') });
	await takePages(studio);
}
