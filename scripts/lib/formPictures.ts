/** The pictures of a form workflow: its pages as a person sees them, and its canvas. */
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { canvasNode, canvasNote, openWorkflow } from './editor';
import { exampleWorkflows } from './examples';
import { codeFor, publishForm, visit } from './forms';
import type { Session } from './session';

const workflowId = 'onboardPartner01';
const codePage = 'Enter the Code';
const password = 'Example-1!';
const customer = {
	'Country or Region': 'United Kingdom +44 (GB)',
	'Phone Number': '07700 900123',
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
	const code = await codeFor(sandboxUrl, '7700900123');
	await visitor.fill({ 'Verification Code': code, Password: password, 'Confirm Password': password });
	await take('code');
	await visitor.fill({ 'Verification Code': '000000' });
	await visitor.press('Continue', codePage);
	await take('wrong-code');
	await visitor.fill({ 'Verification Code': code, Password: password, 'Confirm Password': password });
	await visitor.press('Continue', 'Your Account Is Ready');
	await take('ready');
	await context.close();
}

/** What lies at the edges of the part of the canvas that is shown: a whole workflow could not be read at the width of a page. */
const edges = (editor: Page): readonly Locator[] => [
	...['Onboard a customer of a partner', 'Who gets the code', 'The pages'].map((heading) => canvasNote(editor, heading)),
	...['Enter Code', 'May a Code Be Out?'].map((name) => canvasNode(editor, name)),
];

/** Pixels around what is shown. */
const margin = 24;

/** Takes a picture of the part of a window that holds what is named. */
async function photographPart(editor: Page, shown: readonly Locator[], file: string): Promise<void> {
	const boxes = await Promise.all(shown.map(async (one) => await one.boundingBox()));
	const found = boxes.filter((box) => box !== null);
	const [left, top] = [Math.min(...found.map(({ x }) => x)), Math.min(...found.map(({ y }) => y))];
	const right = Math.max(...found.map(({ x, width }) => x + width));
	const bottom = Math.max(...found.map(({ y, height }) => y + height));
	const clip = { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
	await editor.screenshot({ path: file, clip });
}

/** Takes the picture of the canvas, then of the pages: n8n lays a list upon the canvas of what is published. */
export async function takeFormPictures(studio: Studio): Promise<void> {
	const { editor, n8nUrl, folder } = studio;
	await editor.setViewportSize({ width: 3200, height: 1800 });
	await openWorkflow(editor, n8nUrl, workflowId);
	await photographPart(editor, edges(editor), join(folder, 'form-canvas.png'));
	await takePages(studio);
}
