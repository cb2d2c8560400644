/** What the tests of the form workflows have in common: the stage, a browser, and the sandbox's switches. */
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { type Workflow, exampleWorkflows } from '../../scripts/lib/examples';
import { type Visitor, codeFor, inbox, publishForm, visit } from '../../scripts/lib/forms';
import { pictureFile } from './pictures';
import { type Access, enterStage } from './stage';

/** An example workflow of the checkout by its id. */
export async function example(id: string): Promise<Workflow> {
	const found = (await exampleWorkflows()).find((workflow) => workflow.id === id);
	if (found === undefined) throw new Error(`There is no example workflow ${id}.`);
	return found;
}

/** A published form workflow and what a test does around it. */
export interface Form {
	/** A new visitor at the first page. */
	readonly open: () => Promise<Visitor>;
	/** A new visitor who has filled the first page and pressed the button. */
	readonly begin: (details: Readonly<Record<string, string>>, next: string) => Promise<Visitor>;
	/** The newest code that went to a number or address; the end of it is enough. */
	readonly codeFor: (recipient: string) => Promise<string>;
	/** How many codes the sandbox has sent. */
	readonly codesSent: () => Promise<number>;
	/** A recipient that provokes an answer of the vendor, from the sandbox's own list. */
	readonly provoking: (operation: string, id: string) => Promise<string>;
	/** Decides how the sandbox answers the next call of an operation. */
	readonly answerNext: (next: Readonly<Record<string, unknown>>) => Promise<void>;
	readonly resetSandbox: () => Promise<void>;
	/** Keeps a picture of the page in test-results. */
	readonly keep: (visitor: Visitor, name: string) => Promise<void>;
}

interface Recipient {
	readonly operation: string;
	readonly id: string;
	readonly phone?: string;
	readonly email?: string;
}

/** A number or address that provokes an answer of the vendor, from the sandbox's own list. */
export async function provoking({ sandboxUrl }: Access, operation: string, id: string): Promise<string> {
	const list = (await (await fetch(`${sandboxUrl}/sandbox/recipients`)).json()) as readonly Recipient[];
	const found = list.find((recipient) => recipient.operation === operation && recipient.id === id);
	const contact = found?.phone ?? found?.email;
	if (contact === undefined) throw new Error(`The sandbox has no recipient for ${operation}: ${id}.`);
	return contact;
}

/** Decides how the sandbox answers the next call of an operation. */
export async function answerNext({ sandboxUrl }: Access, next: Readonly<Record<string, unknown>>): Promise<void> {
	const response = await fetch(`${sandboxUrl}/sandbox/next`, { method: 'POST', body: JSON.stringify(next) });
	if (!response.ok) throw new Error(await response.text());
}

/**
 * Publishes a form workflow before the tests of a file, and gives each test a browser of its own and a sandbox
 * in its first state.
 *
 * @param id - of the workflow
 * @param button - the label of the first page's button
 */
export function useForm(id: string, button: string): Form {
	let stage: Access;
	let browser: Browser;
	let context: BrowserContext;
	let url: string;

	beforeAll(async () => {
		stage = await enterStage();
		url = await publishForm(stage.n8n.url, stage.session, await example(id));
		browser = await openBrowser();
	});
	afterAll(async () => {
		await browser.close();
	});
	beforeEach(async () => {
		await stage.resetSandbox();
		context = await browser.newContext();
	});
	afterEach(async () => {
		await context.close();
	});

	const open = async () => await visit(context, url);
	return {
		open,
		begin: async (details, next) => {
			const visitor = await open();
			await visitor.fill(details);
			await visitor.press(button, next);
			return visitor;
		},
		codeFor: async (recipient) => await codeFor(stage.sandboxUrl, recipient),
		codesSent: async () => (await inbox(stage.sandboxUrl)).length,
		provoking: async (operation, answer) => await provoking(stage, operation, answer),
		answerNext: async (next) => {
			await answerNext(stage, next);
		},
		resetSandbox: async () => {
			await stage.resetSandbox();
		},
		keep: async (visitor, name) => {
			await visitor.photographs(await pictureFile(name));
		},
	};
}

/** Another code of as many digits. */
export const wrongFor = (code: string): string => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');
