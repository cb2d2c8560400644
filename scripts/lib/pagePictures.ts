/** The pictures of a trigger: its workflow on the canvas, and its pages as a person with a telephone sees them. */
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { canvasNode, canvasNote, openWorkflow } from './editor';
import { exampleWorkflows } from './examples';
import { codeFor, publishForm } from './forms';
import type { Session } from './session';

const workflowId = 'onboardPartner01';
const password = 'Example-1!';

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

/** A telephone, high enough for the longest page. */
const telephone = { viewport: { width: 390, height: 1000 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB' };

/** Takes a picture of the part of a window that holds what is named, with a margin in pixels. */
async function photographPart(page: Page, shown: readonly Locator[], file: string, margin: number): Promise<void> {
	const boxes = await Promise.all(shown.map(async (one) => await one.boundingBox()));
	const found = boxes.filter((box) => box !== null);
	const [left, top] = [Math.min(...found.map(({ x }) => x)), Math.min(...found.map(({ y }) => y))];
	const right = Math.max(...found.map(({ x, width }) => x + width));
	const bottom = Math.max(...found.map(({ y, height }) => y + height));
	const clip = { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
	await page.screenshot({ path: file, clip });
}

/** Onboards a customer on a telephone, and takes a picture of each page. */
async function takePages({ browser, n8nUrl, session, sandboxUrl, folder }: Studio): Promise<void> {
	const workflow = (await exampleWorkflows()).find(({ id }) => id === workflowId);
	if (workflow === undefined) throw new Error(`There is no example workflow ${workflowId}.`);
	const context = await browser.newContext(telephone);
	const page = await context.newPage();
	await page.goto(await publishForm(n8nUrl, session, workflow));
	/* The links to the other languages stay out: not every machine has letters for all of them. */
	const take = async (name: string) => {
		await photographPart(page, [page.locator('main')], join(folder, `page-${name}.png`), 16);
	};
	const choosePassword = async () => {
		await page.locator('#newPassword').fill(password);
	};
	await page.locator('select#country').selectOption('GB');
	/* People type; what is filled in at once looks like a machine to the page. */
	await page.locator('#contact').pressSequentially('07700 900123', { delay: 100 });
	await page.locator('#accountEmail').fill('new.customer@example.com');
	await take('contact');
	await page.locator('button.main').click();
	await page.locator('#code').waitFor();
	const code = await codeFor(sandboxUrl, '7700900123');
	await take('code');
	await page.locator('#code').fill('000000');
	await choosePassword();
	await page.locator('button.main').click();
	await page.getByText('Tries left').waitFor();
	await take('wrong-code');
	await page.locator('#code').fill(code);
	await choosePassword();
	await page.locator('button.main').click();
	await page.getByRole('heading', { name: 'Your Account Is Ready' }).waitFor();
	await take('end');
	await context.close();
}

/** What lies at the edges of the workflow on the canvas. */
const edges = (editor: Page): readonly Locator[] => [
	...['Onboard a Partner Customer', 'What leaves'].map((heading) => canvasNote(editor, heading)),
	canvasNode(editor, 'Message to Operator'),
];

/** Takes the picture of the canvas, then of the pages: n8n lays a list upon the canvas of what is published. */
export async function takePagePictures(studio: Studio): Promise<void> {
	const { editor, n8nUrl, folder } = studio;
	await editor.setViewportSize({ width: 1800, height: 1400 });
	await openWorkflow(editor, n8nUrl, workflowId);
	await photographPart(editor, edges(editor), join(folder, 'trigger-canvas.png'), 24);
	await takePages(studio);
}
