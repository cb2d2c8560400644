/** The form with a verification in its middle: nothing but a right code leads to success, however long or often somebody tries. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { executionsOf } from '../../scripts/lib/executionList';
import type { Workflow } from '../../scripts/lib/examples';
import { type Visitor, codeFor, formPath, inbox, publishForm, until, visit } from '../../scripts/lib/forms';
import { example, wrongFor } from '../support/forms';
import { type Access, enterStage } from '../support/stage';

/** The form's own id; the copy whose pages wait for a second has another. */
const formId = 'formPartner01';

/** Another person for each test, so that nobody is told to wait for the code of another. */
type Person = '10' | '20' | '30';
const details = (person: Person) => ({
	'Country or Region': 'United States +1 (US)',
	'Phone Number': `202 555 01${person}`,
	Email: `late${person}@example.com`,
	'Account Type': 'Company',
});
const passwords = { Password: 'Password-1!', 'Confirm Password': 'Password-1!' };
const sentTo = (person: Person): string => `20255501${person}`;

/** The page that only a right code may lead to. */
const success = 'Your Account Is Ready';
const codePage = 'Enter the Code';
const button = 'Continue';

/** n8n looks once a minute for pages whose time is over. */
const untilTimeIsUp = 150_000;

let stage: Access;
let browser: Browser;
let context: BrowserContext;

/** The visitor whose page stays open until its time is over, which passes during the other tests. */
let late: { readonly workflow: Workflow; readonly visitor: Visitor; readonly code: string };

beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
	browser = await openBrowser();
	const workflow = impatient(await example(formId));
	await stage.n8n.command(['import:workflow', `--input=${await written(workflow)}`]);
	context = await browser.newContext();
	const visitor = await begin('10', workflow);
	late = { workflow, visitor, code: await codeFor(stage.sandboxUrl, sentTo('10')) };
}, 120_000);

afterAll(async () => {
	await browser.close();
});

beforeEach(async () => {
	context = await browser.newContext();
});

afterEach(async () => {
	await context.close();
});

/** The same workflow under another id and address, its pages waiting for a second, its executions kept. */
function impatient(workflow: Workflow) {
	const nodes = workflow.nodes.map((node) => {
		const { operation, options } = node.parameters;
		if (operation === 'page') return { ...node, parameters: { ...node.parameters, resumeAmount: 0.02 } };
		if (node.type !== 'n8n-nodes-base.formTrigger') return node;
		const path = `${formPath(workflow)}-impatient`;
		return { ...node, parameters: { ...node.parameters, options: { ...(options as object), path } } };
	});
	return { ...workflow, id: `${workflow.id}x`, name: `${workflow.name}, impatient`, nodes, settings: { executionOrder: 'v1' } };
}

async function written(workflow: Workflow): Promise<string> {
	const file = join(await mkdtemp(join(tmpdir(), 'impatient-')), 'workflow.json');
	await writeFile(file, JSON.stringify([workflow]));
	return file;
}

async function begin(person: Person, workflow: Workflow): Promise<Visitor> {
	const visitor = await visit(context, await publishForm(stage.n8n.url, stage.session, workflow));
	await visitor.fill(details(person));
	await visitor.press('Send the Code', codePage);
	return visitor;
}

/** Waits until the newest execution of a workflow has come to a node. */
async function comesTo(workflow: Workflow, node: string): Promise<void> {
	await until(
		`The page "${node}" of "${workflow.name}"`,
		async () => {
			const newest = (await executionsOf(stage.session, workflow.id)).at(-1);
			const { data } = (await stage.session.ask('GET', `/executions/${newest?.id ?? ''}`)) as { data: string };
			return data.includes(`"${node}":"`) ? true : undefined;
		},
		untilTimeIsUp,
	);
}

test('who enters wrong codes again and again comes to an end after ten, and the right one is too late', async () => {
	const visitor = await begin('20', await example(formId));
	const code = await codeFor(stage.sandboxUrl, sentTo('20'));
	for (let tries = 1; tries <= 10; tries += 1) {
		await visitor.fill({ 'Verification Code': wrongFor(code), ...passwords });
		await visitor.press(button, codePage);
	}
	await visitor.fill({ 'Verification Code': code, ...passwords });
	await visitor.press(button, 'Too Many Tries');
}, 90_000);

test('who goes back and forth, and enters a wrong code on the way, comes to no success', async () => {
	const visitor = await begin('30', await example(formId));
	const wrong = wrongFor(await codeFor(stage.sandboxUrl, sentTo('30')));
	for (const round of ['first', 'second']) {
		await visitor.fill({ 'Verification Code': wrong, ...passwords });
		await visitor.press(button, codePage);
		expect({ round, text: await visitor.reads() }).toEqual({ round, text: expect.not.stringContaining(success) });
		await visitor.page.goBack();
		expect(await visitor.reads()).not.toContain(success);
		await visitor.page.goForward();
		await visitor.sees(codePage);
	}
});

test('a page left open until its time is over never leads to success, not even with the right code', async () => {
	const { workflow, visitor, code } = late;
	await comesTo(workflow, 'Time Is Up');
	await visitor.fill({ 'Verification Code': code, ...passwords });
	await visitor.press(button, 'Time Is Up');
	expect(await visitor.reads()).not.toContain(success);
	const recipients = (await inbox(stage.sandboxUrl)).map(({ recipient }) => recipient);
	expect(recipients.filter((recipient) => recipient.endsWith(sentTo('10')))).toHaveLength(1);
}, 240_000);
