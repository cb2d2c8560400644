/** The workflows with pages as a person meets them: published in n8n, filled in by a browser. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Workflow } from './examples';
import type { Session } from './session';

/** Milliseconds that a page gets to appear; n8n's own pages ask once a second whether the next one is there. */
const patience = 20_000;

/** Milliseconds between two looks at something that tells nobody when it changes. */
const pause = 200;

/**
 * Looks again and again until something is there.
 *
 * @param what - its name in the error's text
 * @param look - answers undefined as long as it is not there
 * @param most - milliseconds after which it is given up
 * @throws Error that says what did not come.
 */
export async function until<T>(what: string, look: () => Promise<T | undefined>, most = patience): Promise<T> {
	const end = Date.now() + most;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > end) throw new Error(`${what} did not come within ${String(most / 1000)} s.`);
		await new Promise((resolve) => setTimeout(resolve, pause));
	}
}

/** The node that serves a workflow's first page: n8n's own form, or a trigger of this package. */
const pageTrigger = ({ nodes }: Workflow) =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger' || (type.startsWith('n8n-nodes-cloud-verification.') && type.endsWith('Trigger')));

/** Whether a workflow begins with a page for visitors. */
export const hasForm = (workflow: Workflow): boolean => pageTrigger(workflow) !== undefined;

/** The last part of the address of a workflow's first page. */
export function formPath(workflow: Workflow): string {
	const { path, options } = pageTrigger(workflow)?.parameters ?? {};
	return String(path ?? (options as Readonly<Record<string, unknown>>)['path']);
}

/** Publishes a workflow that n8n has, and answers the address of its first page when n8n serves it. */
export async function publishForm(n8nUrl: string, session: Session, workflow: Workflow): Promise<string> {
	const { versionId } = (await session.ask('GET', `/workflows/${workflow.id}`)) as { versionId: string };
	await session.ask('POST', `/workflows/${workflow.id}/activate`, { versionId });
	const url = `${n8nUrl}/form/${formPath(workflow)}`;
	return await until(`The form ${url}`, async () => ((await fetch(url)).ok ? url : undefined));
}

/** A code in the sandbox's inbox. */
export interface Message {
	readonly recipient: string;
	readonly code: string;
}

/** The codes that the sandbox has sent, newest first. */
export const inbox = async (sandboxUrl: string): Promise<readonly Message[]> =>
	(await (await fetch(`${sandboxUrl}/sandbox/messages`)).json()) as readonly Message[];

/** The newest code that went to a number or address; the end of it is enough. */
export const codeFor = async (sandboxUrl: string, recipient: string): Promise<string> =>
	await until(
		`A code for ${recipient}`,
		async () => (await inbox(sandboxUrl)).find((message) => message.recipient.endsWith(recipient))?.code,
	);

/** A person at a form. */
export interface Visitor {
	readonly page: Page;
	/** Writes or chooses a value in each field, by its label. */
	readonly fill: (values: Readonly<Record<string, string>>) => Promise<void>;
	/** Presses the button and waits for the next page. */
	readonly press: (button: string, next: string) => Promise<void>;
	/** Waits for the page with this heading. */
	readonly sees: (heading: string) => Promise<void>;
	/** All that the page says. */
	readonly reads: () => Promise<string>;
	/** Takes a picture of the form alone. */
	readonly photographs: (file: string) => Promise<void>;
}

/** n8n gives each field a label; a field to choose from is a list, or a group of boxes with labels of their own. */
async function fillOne(page: Page, label: string, value: string): Promise<void> {
	const field = page.locator('div', { has: page.locator(`label.form-label:text-is("${label}")`) }).last();
	if ((await field.locator('.multiselect').count()) > 0) await field.getByLabel(value, { exact: true }).check();
	else if ((await field.locator('select').count()) > 0) await field.locator('select').selectOption(value);
	else await field.locator('input').fill(value);
}

/** Opens a form in a tab of its own. */
export async function visit(context: BrowserContext, url: string): Promise<Visitor> {
	const page = await context.newPage();
	page.setDefaultTimeout(patience);
	await page.goto(url);
	const sees = async (heading: string) => {
		await page.getByRole('heading', { name: heading, exact: true }).waitFor();
	};
	return {
		page,
		sees,
		fill: async (values) => {
			for (const [label, value] of Object.entries(values)) await fillOne(page, label, value);
		},
		press: async (button, next) => {
			const left = page.waitForEvent('framenavigated');
			await page.getByRole('button', { name: button, exact: true }).click();
			await left;
			await sees(next);
		},
		reads: async () => await page.locator('body').innerText(),
		photographs: async (file) => {
			await page.locator('.container').screenshot({ path: file });
		},
	};
}
