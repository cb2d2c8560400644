import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import type { Workflow } from '../../scripts/lib/examples';
import { type Visitor, codeFor, formPath, inbox, publishForm, until, visit } from '../../scripts/lib/forms';
import { example, wrongFor } from '../support/forms';
import { type Access, enterStage } from '../support/stage';

/** Each form with what a person enters, where the code goes, and the page that only a right code may lead to. */
const forms = [
	{
		id: 'onboardPartner01',
		details: {
			'Country or Region': 'United States +1 (US)',
			'Phone Number': '202 555 0111',
			Email: 'late@example.com',
			'Account Type': 'Company',
		},
		more: { Password: 'Password-1!', 'Confirm Password': 'Password-1!' },
		sentTo: '2025550111',
		success: 'Your Account Is Ready',
	},
	{
		id: 'onboardContact01',
		details: { 'Kind of Contact': 'Email Address', 'Mobile Number or Email': 'late@example.com' },
		more: {},
		sentTo: 'late@example.com',
		success: 'You Are a Domain Contact',
	},
	{
		id: 'onboardDrive01',
		details: { 'Country or Region': 'United States +1 (US)', 'Phone Number': '202 555 0112' },
		more: {},
		sentTo: '2025550112',
		success: 'You Are the Super Administrator',
	},
	{
		id: 'onboardWhatsApp01',
		details: {
			'Country or Region': 'United States +1 (US)',
			'Phone Number': '202 555 0113',
			'How to Get the Code': 'Text Message',
		},
		more: {},
		sentTo: '2025550113',
		success: 'The Number Is Registered',
	},
	{
		id: 'onboardTicket01',
		details: {
			'Contact Way': 'Email',
			'Country or Region': 'Singapore +65 (SG)',
			'Phone Number or Email': 'late.ticket@example.com',
		},
		more: {},
		sentTo: 'late.ticket@example.com',
		success: 'You Are a Ticket Contact',
	},
] as const;
type FormCase = (typeof forms)[number];

const codePage = 'Enter the Code';
const button = 'Continue';

/** n8n looks once a minute for pages whose time is over. */
const untilTimeIsUp = 150_000;

let stage: Access;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
	stage = await enterStage();
	browser = await openBrowser();
	await stage.n8n.command(['import:workflow', `--input=${await writeCopies()}`]);
}, 60_000);

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

async function begin({ details }: FormCase, workflow: Workflow): Promise<Visitor> {
	const visitor = await visit(context, await publishForm(stage.n8n.url, stage.session, workflow));
	await visitor.fill(details);
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
	const visitor = await begin(form, await example(form.id));
	const code = await codeFor(stage.sandboxUrl, form.sentTo);
	for (let tries = 1; tries <= 10; tries += 1) {
		await visitor.fill({ 'Verification Code': wrongFor(code) });
		await visitor.press(button, codePage);
	}
	await visitor.fill({ 'Verification Code': code });
	await visitor.press(button, 'Too Many Tries');
}, 90_000);

test('a page left open until its time is over never leads to success, not even with the right code', async () => {
	const late = [];
	for (const form of forms) {
		const workflow = impatient(await example(form.id));
		late.push({ form, workflow, visitor: await begin(form, workflow) });
	}
	const sent = (await inbox(stage.sandboxUrl)).length;
	await Promise.all(late.map(async ({ workflow }) => { await comesTo(workflow, 'Time Is Up'); }));
	for (const { form, visitor } of late) {
		await visitor.fill({ 'Verification Code': await codeFor(stage.sandboxUrl, form.sentTo), ...form.more });
		await visitor.press(button, 'Time Is Up');
		expect(await visitor.reads()).not.toContain(form.success);
	}
	expect(await inbox(stage.sandboxUrl)).toHaveLength(sent);
}, 240_000);

test.each(forms)('who goes back and forth, and enters a wrong code on the way, comes to no success: $id', async (form) => {
	const visitor = await begin(form, await example(form.id));
	const wrong = wrongFor(await codeFor(stage.sandboxUrl, form.sentTo));
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
