/** A real n8n with a trigger of this package and n8n's own Form Trigger, and visitors who come to both. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTogether } from '../../scripts/lib/cloudsAndN8n';
import { inbox, until } from '../../scripts/lib/forms';
import { packageName } from '../../scripts/lib/n8n';
import { anyPort } from '../../scripts/lib/ports';
import { type Session, signIn } from '../../scripts/lib/session';
import { look, press, type Seen } from '../support/visitor';

/** Where visitors go. */
export interface Stage {
	/** Address of this package's pages. */
	readonly pages: string;
	/** Address of n8n's own form. */
	readonly form: string;
	/** Milliseconds of processor time that n8n has used so far. Linux alone tells. */
	readonly processorTime: () => Promise<number>;
	/** The code that went to a number. */
	readonly codeFor: (number: string) => Promise<string>;
	/** How many executions n8n keeps of the pages' workflow, and of the form's. */
	readonly starts: () => Promise<{ readonly pages: number; readonly form: number }>;
}

interface Published {
	readonly id: string;
	readonly address: string;
}

async function publish(session: Session, url: string, trigger: { readonly type: string; readonly typeVersion: number; readonly parameters: object; readonly credentials?: object }): Promise<Published> {
	const path = randomUUID();
	const nodes = [
		{ id: randomUUID(), name: 'Start', position: [0, 0], webhookId: path, ...trigger, parameters: { ...trigger.parameters, path } },
		{ id: randomUUID(), name: 'Behind', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [200, 0], parameters: {} },
	];
	const connections = { Start: { main: [[{ node: 'Behind', type: 'main', index: 0 }]] } };
	const made = (await session.ask('POST', '/workflows', { name: path, nodes, connections, settings: {} })) as { id: string; versionId: string };
	await session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	const address = `${url}/form/${path}`;
	await until(address, async () => ((await fetch(address)).ok ? true : undefined), 60_000);
	return { id: made.id, address };
}

/** The process of the n8n that keeps its data in a folder. */
async function processIn(place: string): Promise<number> {
	for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
		const variables = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
		const line = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
		if (variables.includes(`N8N_USER_FOLDER=${place}`) && line.includes('start')) return Number(name);
	}
	throw new Error('n8n does not run');
}

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

async function processorTimeOf(pid: number): Promise<number> {
	const fields = (await readFile(`/proc/${String(pid)}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * tick;
}

const started = async (session: Session, { id }: Published): Promise<number> => {
	const filter = encodeURIComponent(JSON.stringify({ workflowId: id, status: ['success'] }));
	const { count } = (await session.ask('GET', `/executions?filter=${filter}&limit=1`)) as { count: number };
	return count;
};

/** The trigger whose vendor allows most requests a second, so that its pace is not what is measured. */
const trigger = async () => ({
	type: `${await packageName()}.huaweiCloudTrigger`,
	typeVersion: 1,
	parameters: {
		authentication: 'accessKey',
		resource: 'ticketContact',
		contactKind: 'phone',
		countries: ['US'],
		additionalFields: { xLanguage: 'en-us' },
		ending: 'text',
		options: { perAddress: 10_000, perPrefix: 100_000, perDay: 1_000_000 },
	},
	credentials: { huaweiCloudAccessKeyApi: { id: 'sandboxHuawei01', name: 'Huawei Cloud (sandbox)' } },
});

const formTrigger = {
	type: 'n8n-nodes-base.formTrigger',
	typeVersion: 2.2,
	parameters: { formTitle: 'Form', formFields: { values: [{ fieldLabel: 'Number' }] }, options: {}, responseMode: 'onReceived' },
};

/**
 * Starts an n8n, does something with it and takes it away again.
 *
 * @param variables - of n8n's, such as its engine for expressions.
 */
export async function withVisitors<T>(variables: Readonly<Record<string, string>>, work: (stage: Stage) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-bench-'));
	const ports = { n8nPort: await anyPort(), brokerPort: await anyPort(), sandboxPort: 0 };
	const { n8n, sandbox } = await prepareTogether({ folder, ...ports, signal: new AbortController().signal, variables });
	const program = await n8n.start();
	try {
		const pid = await processIn(folder);
		const session = await signIn(n8n.url);
		if (session === undefined) throw new Error('n8n refused the login of the bench.');
		const pages = await publish(session, n8n.url, await trigger());
		const form = await publish(session, n8n.url, formTrigger);
		return await work({
			pages: pages.address,
			form: form.address,
			processorTime: async () => await processorTimeOf(pid),
			codeFor: async (number) =>
				await until(`A code for ${number}`, async () => (await inbox(sandbox.url)).find(({ recipient }) => recipient.endsWith(number))?.code),
			starts: async () => ({ pages: await started(session, pages), form: await started(session, form) }),
		});
	} finally {
		await program.stop();
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	}
}

/** A visitor of the pages, press by press. Each step throws where the page is not the one that has to come. */
export interface PageVisitor {
	readonly open: () => Promise<void>;
	readonly send: () => Promise<void>;
	readonly reload: () => Promise<void>;
	readonly check: () => Promise<void>;
}

function shows(page: Seen, part: string): Seen {
	if (page.status === 200 && page.html.includes(part)) return page;
	throw new Error(`${String(page.status)} ${page.html.slice(0, 60)}`);
}

/** A visitor with a number. */
export function pageVisitor({ pages, codeFor }: Stage, number: string): PageVisitor {
	let page: Seen | undefined;
	const seen = (): Seen => {
		if (page === undefined) throw new Error('No page was opened');
		return page;
	};
	return {
		open: async () => { page = shows(await look(pages), 'id="contact"'); },
		send: async () => { page = shows(await press(seen(), 'send', { contact: number }), 'id="code"'); },
		reload: async () => { shows(await look(seen().url), 'id="code"'); },
		check: async () => { page = shows(await press(seen(), 'check', { code: await codeFor(number) }), 'is confirmed'); },
	};
}

/** A visitor of n8n's own form. */
export const formVisitor = ({ form }: Stage) => ({
	open: async (): Promise<void> => { shows(await look(form), '<form'); },
	send: async (): Promise<void> => {
		const body = new FormData();
		body.set('field-0', '1');
		const response = await fetch(form, { method: 'POST', body });
		if (!response.ok) throw new Error(`${String(response.status)} ${(await response.text()).slice(0, 60)}`);
	},
});
