/**
 * Visitors at the pages of a trigger and at n8n's own Form Trigger in the same n8n: `tsx test/bench/pages.mts [visitors]`.
 * Prints what each costs n8n, and what became of the visitors.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTogether } from '../../scripts/lib/cloudsAndN8n';
import { inbox, until } from '../../scripts/lib/forms';
import { anyPort } from '../../scripts/lib/ports';
import { type Session, signIn } from '../../scripts/lib/session';
import { press } from '../support/visitor';

const visitors = Number(process.argv[2] ?? 60);

async function publish(session: Session, url: string, type: string, parameters: object, credentials = {}): Promise<string> {
	const path = randomUUID();
	const nodes = [
		{ id: randomUUID(), name: 'Start', type, typeVersion: type.endsWith('formTrigger') ? 2.2 : 1, position: [0, 0], webhookId: path, parameters: { ...parameters, path }, credentials },
		{ id: randomUUID(), name: 'Behind', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	];
	const connections = { Start: { main: [[{ node: 'Behind', type: 'main', index: 0 }]] } };
	const made = (await session.ask('POST', '/workflows', { name: path, nodes, connections, settings: {} })) as { id: string; versionId: string };
	await session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	const address = `${url}/form/${path}`;
	await until(address, async () => ((await fetch(address)).ok ? true : undefined), 60_000);
	return address;
}

/** The process of the n8n that keeps its data in a folder. */
async function processIn(place: string): Promise<number> {
	for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
		const said = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
		const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
		if (said.includes(`N8N_USER_FOLDER=${place}`) && line.includes('start')) return Number(name);
	}
	throw new Error('n8n does not run');
}

/** Milliseconds of processor time that a process has used, on Linux. */
async function processorTime(pid: number): Promise<number> {
	const fields = (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Visitors one after the other: n8n's processor time for each, which tells the same on a busy machine; and how they ended. */
async function measure(name: string, work: (visitor: number) => Promise<string>): Promise<void> {
	const before = await processorTime(pid);
	const counts = new Map<string, number>();
	for (let visitor = 0; visitor < visitors; visitor += 1) {
		const end = (await work(visitor).catch((error: unknown) => String(error))).slice(0, 60);
		counts.set(end, (counts.get(end) ?? 0) + 1);
	}
	const used = (await processorTime(pid)) - before;
	console.log(`${name}: ${(used / visitors).toFixed(1)} ms of n8n's processor time`, Object.fromEntries(counts));
}

const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
const stop = new AbortController();
const { n8n, sandbox } = await prepareTogether({ folder, n8nPort: await anyPort(), brokerPort: await anyPort(), sandboxPort: 0, signal: stop.signal });
const program = await n8n.start();
const pid = await processIn(folder);
try {
	const session = await signIn(n8n.url);
	if (session === undefined) throw new Error('No login');
	const pages = await publish(
		session,
		n8n.url,
		'n8n-nodes-cloud-verification.alibabaCloudTrigger',
		{ resource: 'whatsAppNumber', countries: ['US'], custSpaceId: { __rl: true, mode: 'value', value: 'cams-sandbox1' }, method: 'sms', locale: 'en', ending: 'text', options: { perAddress: 10_000, perPrefix: 10_000, perDay: 100_000 } },
		{ alibabaCloudAccessKeyApi: { id: 'sandboxAlibaba01', name: 'x' } },
	);
	const form = await publish(session, n8n.url, 'n8n-nodes-base.formTrigger', { formTitle: 'Form', formFields: { values: [{ fieldLabel: 'Number' }] }, options: {}, responseMode: 'onReceived' });
	const get = (url: string) => async () => String((await fetch(url)).status);
	await measure('warm up', get(pages));
	await measure('warm up', get(form));
	await measure('GET, Form Trigger', get(form));
	await measure('GET, pages', get(pages));
	await measure('POST that starts, Form Trigger', async () => {
		const body = new FormData();
		body.set('field-0', '1');
		return String((await fetch(form, { method: 'POST', body })).status);
	});
	const first = { url: pages, html: await (await fetch(pages)).text(), status: 200, headers: new Headers() };
	const numberOf = (visitor: number) => `202555${String(1000 + visitor)}`;
	const seen: Array<Awaited<ReturnType<typeof press>>> = [];
	await measure('POST that sends and the page for the code (2 requests)', async (visitor) => {
		const page = await press(first, 'send', { contact: numberOf(visitor) });
		seen[visitor] = page;
		return page.html.includes('id="code"') ? 'page for the code' : `${String(page.status)} ${page.html.slice(0, 200)}`;
	});
	const messages = await inbox(sandbox.url);
	console.log(`messages: ${String(messages.length)}`);
	await measure('GET of a page for the code', async (visitor) => String((await fetch(seen[visitor]?.url ?? '')).status));
	await measure('POST of the right code that starts, and the end (2 requests)', async (visitor) => {
		const code = messages.find(({ recipient }) => recipient.endsWith(numberOf(visitor)))?.code ?? '';
		const page = seen[visitor];
		if (page === undefined) return 'no page';
		return (await press(page, 'check', { code })).html.includes('is confirmed') ? 'done' : 'not done';
	});
} finally {
	await program.stop();
	await sandbox.close();
	stop.abort();
	await rm(folder, { recursive: true, force: true });
}
