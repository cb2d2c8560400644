/** A real n8n in which one node works on many items, against a server that answers at once or some milliseconds late. */
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { until } from '../../scripts/lib/forms';
import { packageName } from '../../scripts/lib/n8n';
import { executionsOf } from '../../scripts/lib/executionList';
import { tencentSend } from '../../scripts/lib/scenarios/sends';
import { itemsFrom } from '../../scripts/lib/scenarios/traffic';
import { unflattened } from '../../scripts/lib/scenarios/unflattened';
import { bringCredentials } from '../../scripts/lib/scenarios/workflow';
import type { Session } from '../../scripts/lib/session';
import { startProbed } from '../../scripts/lib/soak/probed';

/** A node that sends, as a workflow has it. */
export interface Sender {
	readonly type: string;
	readonly typeVersion: number;
	readonly parameters: Readonly<Record<string, unknown>>;
}

/** The node of this package. */
export const ownNode = async (options: Readonly<Record<string, unknown>> = {}): Promise<Sender> => ({
	type: `${await packageName()}.${tencentSend.node}`,
	typeVersion: 1,
	parameters: { ...tencentSend.parameters, options },
});

const headers = { 'X-TC-Action': tencentSend.api, 'X-TC-Version': '2022-09-28' };

/** n8n's own node for requests, set up by hand for the same request with the same credential. */
export const httpRequestNode: Sender = {
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: 'https://intlpartnersmgt.intl.tencentcloudapi.com/',
		authentication: 'predefinedCredentialType',
		nodeCredentialType: tencentSend.credential,
		sendHeaders: true,
		headerParameters: { parameters: Object.entries(headers).map(([name, value]) => ({ name, value })) },
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ JSON.stringify({ CountryCode: $json.area, PhoneNum: $json.phone }) }}',
	},
};

const timed = 'Timed';

/** Milliseconds that a node took for all items of a run, by n8n's own clock. */
function timeIn(data: string, items: number): number {
	const whole = unflattened(data) as {
		readonly resultData: { readonly runData: Readonly<Record<string, ReadonlyArray<{ executionTime: number; data?: { main: unknown[][] } }>>> };
	};
	const [run] = whole.resultData.runData[timed] ?? [];
	const came = run?.data?.main[0]?.length;
	if (run === undefined || came !== items) throw new Error(`Of ${String(items)} items ${String(came)} came out of Success.`);
	return run.executionTime;
}

/** An n8n and a server. */
export interface Workbench {
	/** Milliseconds after which the server answers from now on. */
	readonly answerAfter: (ms: number) => void;
	/** Runs a node on items and answers the milliseconds that it took for all of them. */
	readonly run: (sender: Sender, items: number) => Promise<number>;
	/** MB that JavaScript keeps in n8n's process, after a collection. */
	readonly heap: () => Promise<number>;
	readonly stop: () => Promise<void>;
}

const vendorsYes = JSON.stringify({ Response: { RequestId: '00000000-0000-4000-8000-000000000000' } });

async function startServer() {
	let delay = 0;
	const server = createServer((request, response) => {
		const answer = () => response.writeHead(200, { 'content-type': 'application/json' }).end(vendorsYes);
		request.resume().once('end', () => {
			if (delay === 0) answer();
			else setTimeout(answer, delay);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
		answerAfter: (ms: number) => { delay = ms; },
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const documented = `perSecond: ${String(tencentSend.perSecond)},`;

/** Lets the installed copy of the package send as fast as it can: the documented rate is not what is measured. */
async function liftPace(folder: string): Promise<void> {
	const file = join(folder, '.n8n', 'nodes', 'node_modules', await packageName(), 'dist', 'nodes', 'TencentCloud', 'operations', 'partnerCustomer', 'sendCode.js');
	const code = await readFile(file, 'utf8');
	if (code.split(documented).length !== 2) throw new Error(`${file} does not say "${documented}" once.`);
	await writeFile(file, code.replace(documented, 'perSecond: 1_000_000,'));
}

async function published(session: Session, { type, typeVersion, parameters }: Sender, credentialId: string) {
	const path = randomUUID();
	const node = (name: string, nodeType: string, version: number, given: object, more: object = {}) =>
		({ id: randomUUID(), name, type: nodeType, typeVersion: version, position: [0, 0], parameters: given, ...more });
	const { credential } = tencentSend;
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST', responseMode: 'lastNode', options: {} }, { webhookId: path }),
		node('One Item Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.recipients', options: {} }),
		node(timed, type, typeVersion, parameters, { credentials: { [credential]: { id: credentialId, name: credential } } }),
	];
	const to = (name: string) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
	const connections = { Webhook: to('One Item Each'), 'One Item Each': to(timed) };
	const made = (await session.ask('POST', '/workflows', { name: path, nodes, connections, settings: { executionOrder: 'v1' } })) as { id: string; versionId: string };
	await session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	return { id: made.id, path };
}

/** Starts both. */
export async function startWorkbench(): Promise<Workbench> {
	const server = await startServer();
	const { session, webhookUrl, probe, stop } = await startProbed(new AbortController().signal, liftPace);
	const credentials = await bringCredentials(session, server.url);
	const workflows = new Map<Sender, { readonly id: string; readonly path: string }>();
	return {
		answerAfter: server.answerAfter,
		run: async (sender, items) => {
			const workflow = workflows.get(sender) ?? (await published(session, sender, credentials.get(tencentSend.credential) ?? ''));
			workflows.set(sender, workflow);
			const body = JSON.stringify({ recipients: itemsFrom(0, items) });
			const post = async () => await fetch(`${webhookUrl}/webhook/${workflow.path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
			/* n8n answers that a workflow is active a moment before it takes calls for it. */
			const answer = await until('The webhook', async () => await post().then((came) => (came.status === 404 ? undefined : came)));
			if (!answer.ok) throw new Error(`The workflow ended with ${String(answer.status)}: ${await answer.text()}`);
			const newest = (await executionsOf(session, workflow.id)).at(-1);
			const { data } = (await session.ask('GET', `/executions/${newest?.id ?? ''}`)) as { readonly data: string };
			return timeIn(data, items);
		},
		heap: async () => (await probe.look()).heapMb,
		stop: async () => {
			await stop();
			await server.close();
		},
	};
}
