import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import type { Workflow } from '../../scripts/lib/examples';
import { type Visitor, codeFor, formPath, inbox, publishForm, until, visit } from '../../scripts/lib/forms';
import { example, wrongFor } from '../support/forms';
import { type Access, enterStage } from '../support/stage';

/** Each form with what a person, known by two digits, enters, where the code goes, and the page that only a right code may lead to. */
const forms = [
	{
		id: 'onboardPartner01',
		details: (person: string) => ({
			'Country or Region': 'United States +1 (US)',
			'Phone Number': `202 555 01${person}`,
			Email: `late${person}@example.com`,
			'Account Type': 'Company',
		}),
		more: { Password: 'Password-1!', 'Confirm Password': 'Password-1!' },
		sentTo: (person: string) => `20255501${person}`,
		success: 'Your Account Is Ready',
	},
	{
		id: 'onboardContact01',
		details: (person: string) => ({ 'Kind of Contact': 'Email Address', 'Mobile Number or Email': `late${person}@example.com` }),
		more: {},
		sentTo: (person: string) => `late${person}@example.com`,
		success: 'You Are a Domain Contact',
	},
	{
		id: 'onboardDrive01',
		details: (person: string) => ({ 'Country or Region': 'United States +1 (US)', 'Phone Number': `202 555 01${person}` }),
		more: {},
		sentTo: (person: string) => `20255501${person}`,
		success: 'You Are the Super Administrator',
	},
	{
		id: 'onboardWhatsApp01',
		details: (person: string) => ({
			'Country or Region': 'United States +1 (US)',
			'Phone Number': `202 555 01${person}`,
			'How to Get the Code': 'Text Message',
		}),
		more: {},
		sentTo: (person: string) => `20255501${person}`,
		success: 'The Number Is Registered',
	},
	{
		id: 'onboardTicket01',
		details: (person: string) => ({
			'Contact Way': 'Email',
			'Country or Region': 'Singapore +65 (SG)',
			'Phone Number or Email': `ticket${person}@example.com`,
		}),
		more: {},
		sentTo: (person: string) => `ticket${person}@example.com`,
		success: 'You Are a Ticket Contact',
	},
] as const;
type FormCase = (typeof forms)[number];

/** Another person for each test and form, so that nobody is told to wait for the code of another. */
const personOf = (form: FormCase, test: '1' | '2' | '3'): string => `${test}${String(forms.indexOf(form))}`;

const codePage = 'Enter the Code';
const button = 'Continue';

/** n8n looks once a minute for pages whose time is over. */
const untilTimeIsUp = 150_000;

let stage: Access;
let browser: Browser;
let context: BrowserContext;

/** The visitors whose pages stay open until their time is over, which passes during the other tests. */
const late: { readonly form: FormCase; readonly workflow: Workflow; readonly visitor: Visitor; readonly code: string }[] = [];

beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
	browser = await openBrowser();
	await stage.n8n.command(['import:workflow', `--input=${await writeCopies()}`]);
	context = await browser.newContext();
	for (const form of forms) {
		const person = personOf(form, '1');
		const workflow = impatient(await example(form.id));
		const visitor = await begin(form, person, workflow);
		late.push({ form, workflow, visitor, code: await codeFor(stage.sandboxUrl, form.sentTo(person)) });
	}
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

async function writeCopies(): Promise<string> {
	const copies = await Promise.all(forms.map(async ({ id }) => impatient(await example(id))));
	const file = join(await mkdtemp(join(tmpdir(), 'impatient-')), 'workflows.json');
	await writeFile(file, JSON.stringify(copies));
	return file;
}

async function begin({ details }: FormCase, person: string, workflow: Workflow): Promise<Visitor> {
	const visitor = await visit(context, await publishForm(stage.n8n.url, stage.session, workflow));
	await visitor.fill(details(person));
	await visitor.press('Send the Code', codePage);
	return visitor;
}

/** Waits until the newest execution of a workflow has come to a node. */
async function comesTo(workflow: Workflow, node: string): Promise<void> {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: workflow.id }));
	await until(
		`The page "${node}" of "${workflow.name}"`,
		async () => {
			const list = (await stage.session.ask('GET', `/executions?filter=${filter}`)) as { results: { id: string }[] };
			const newest = list.results[0]?.id ?? '';
			const { data } = (await stage.session.ask('GET', `/executions/${newest}`)) as { data: string };
			return data.includes(`"${node}":"`) ? true : undefined;
		},
		untilTimeIsUp,
	);
}

test('who enters wrong codes again and again comes to an end after ten, and the right one is too late', async () => {
	const form = forms[1];
	const person = personOf(form, '2');
	const visitor = await begin(form, person, await example(form.id));
	const code = await codeFor(stage.sandboxUrl, form.sentTo(person));
	for (let tries = 1; tries <= 10; tries += 1) {
		await visitor.fill({ 'Verification Code': wrongFor(code) });
		await visitor.press(button, codePage);
	}
	await visitor.fill({ 'Verification Code': code });
	await visitor.press(button, 'Too Many Tries');
}, 90_000);

test.each(forms)('who goes back and forth, and enters a wrong code on the way, comes to no success: $id', async (form) => {
	const person = personOf(form, '3');
	const visitor = await begin(form, person, await example(form.id));
	const wrong = wrongFor(await codeFor(stage.sandboxUrl, form.sentTo(person)));
	for (const round of ['first', 'second']) {
		await visitor.fill({ 'Verification Code': wrong, ...form.more });
		await visitor.press(button, codePage);
		expect({ round, text: await visitor.reads() }).toEqual({ round, text: expect.not.stringContaining(form.success) });
		await visitor.page.goBack();
		expect(await visitor.reads()).not.toContain(form.success);
		await visitor.page.goForward();
		await visitor.sees(codePage);
	}
});

test('a page left open until its time is over never leads to success, not even with the right code', async () => {
	await Promise.all(late.map(async ({ workflow }) => { await comesTo(workflow, 'Time Is Up'); }));
	for (const { form, visitor, code } of late) {
		await visitor.fill({ 'Verification Code': code, ...form.more });
		await visitor.press(button, 'Time Is Up');
		expect(await visitor.reads()).not.toContain(form.success);
	}
	const recipients = (await inbox(stage.sandboxUrl)).map(({ recipient }) => recipient);
	for (const form of forms) {
		expect(recipients.filter((recipient) => recipient.endsWith(form.sentTo(personOf(form, '1'))))).toHaveLength(1);
	}
}, 240_000);
