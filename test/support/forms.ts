/** The form workflows as a person meets them: published in n8n, filled in by a browser. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type Workflow, exampleWorkflows } from '../../scripts/lib/examples';
import { root } from '../../scripts/prepare/folders';
import type { Access } from './stage';

/** Milliseconds that a page gets to appear; n8n's own pages ask once a second whether the next one is there. */
const patience = 20_000;

/** Milliseconds between two looks at something that tells nobody when it changes. */
const pause = 200;

/**
 * Looks again and again until something is there.
 *
 * @param look - answers undefined as long as it is not
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

/** An example workflow of the checkout by its id. */
export async function example(id: string): Promise<Workflow> {
	const found = (await exampleWorkflows()).find((workflow) => workflow.id === id);
	if (found === undefined) throw new Error(`There is no example workflow ${id}.`);
	return found;
}

const pathOf = ({ nodes }: Workflow): string => {
	const trigger = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	return String((trigger?.parameters['options'] as Readonly<Record<string, unknown>>)['path']);
};

/** Publishes a workflow that n8n has, and answers the address of its form. */
export async function publishForm({ n8n, session }: Access, workflow: Workflow): Promise<string> {
	const { versionId } = (await session.ask('GET', `/workflows/${workflow.id}`)) as { versionId: string };
	await session.ask('POST', `/workflows/${workflow.id}/activate`, { versionId });
	return `${n8n.url}/form/${pathOf(workflow)}`;
}

/** The same workflow under another id and address, its pages waiting for a second only. */
export function impatient(workflow: Workflow): Workflow {
	const text = JSON.stringify(workflow)
		.replaceAll('"resumeAmount":10,', '"resumeAmount":0.02,')
		.replaceAll(`"path":"${pathOf(workflow)}"`, `"path":"${pathOf(workflow)}-impatient"`);
	return { ...(JSON.parse(text) as Workflow), id: `${workflow.id}x`, name: `${workflow.name}, impatient` };
}

/** A code in the sandbox's inbox. */
interface Message {
	readonly recipient: string;
	readonly code: string;
}

/** The newest code that went to a number or address; the digits or letters at its end are enough. */
export const codeFor = async ({ sandboxUrl }: Access, recipient: string): Promise<string> =>
	await until(`A code for ${recipient}`, async () => {
		const messages = (await (await fetch(`${sandboxUrl}/sandbox/messages`)).json()) as readonly Message[];
		return messages.find((message) => message.recipient.endsWith(recipient))?.code;
	});

/** How many codes the sandbox has sent. */
export const codesSent = async ({ sandboxUrl }: Access): Promise<number> =>
	((await (await fetch(`${sandboxUrl}/sandbox/messages`)).json()) as readonly Message[]).length;

/** A recipient that provokes an answer of the vendor, from the sandbox's own list. */
export async function provoking({ sandboxUrl }: Access, operation: string, id: string): Promise<string> {
	const list = (await (await fetch(`${sandboxUrl}/sandbox/recipients`)).json()) as ReadonlyArray<{
		operation: string;
		id: string;
		phone?: string;
		email?: string;
	}>;
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

/** Another code of as many digits. */
export const wrongFor = (code: string): string => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0');

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
	/** Keeps a picture of the page in test-results. */
	readonly photographs: (name: string) => Promise<void>;
}

async function fillOne(page: Page, label: string, value: string): Promise<void> {
	const text = page.getByLabel(label, { exact: false }).first();
	const choice = page.getByLabel(value, { exact: true });
	const group = page.locator('div', { has: page.locator(`label.form-label:text-is("${label}")`) }).last();
	if ((await group.locator('.multiselect').count()) > 0) await choice.check();
	else if ((await group.locator('select').count()) > 0) await text.selectOption(value);
	else await text.fill(value);
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
		photographs: async (name) => {
			await mkdir(join(root, 'test-results'), { recursive: true });
			await page.locator('.container').screenshot({ path: join(root, 'test-results', `${name}.png`) });
		},
	};
}
