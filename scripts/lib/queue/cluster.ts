/** n8n as it scales: one main, one process for webhooks, two workers, around one database and one queue. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say, step } from '../../prepare/steps';
import { mainRole, type N8n, prepareN8n, type Role } from '../n8n';
import { anyPort } from '../ports';
import type { Program } from '../program';
import { signIn } from '../session';
import type { Place } from '../scenarios/place';
import { untilReady } from '../scenarios/single';
import { startStores, type Stores } from './stores';

/** How many executions a worker runs side by side; n8n's own default. */
const concurrency = 10;

/**
 * A worker that is gone is noticed after the lock of its job has run out. n8n's own times are a minute, ten seconds
 * and half a minute; nothing else depends on them, and a run of the scenarios is not to wait for them.
 */
const noticeSooner = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** What makes a process of n8n one of several around a queue; deploy/ sets the same. */
export const queueVariables = {
	DB_TYPE: 'postgresdb',
	EXECUTIONS_MODE: 'queue',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
} as const;

/** Webhooks are for the process that is there for them. */
const mainVariables = { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };

const webhookRole: Role = { args: ['webhook'], readyLine: 'Webhook listener waiting for requests' };
const workerRole: Role = { args: ['worker', `--concurrency=${String(concurrency)}`], readyLine: 'n8n worker is now ready' };

/** A process that takes executions from the queue. */
export interface Worker {
	readonly name: string;
	/** The process as it runs now. */
	readonly program: () => Program;
	/** Resolves when it says of itself that it is ready; at once while it is away. */
	readonly ready: () => Promise<void>;
	/** Takes the process away (SIGKILL). */
	readonly kill: () => Promise<void>;
	/** Starts it anew, with the same folder. */
	readonly start: () => Promise<void>;
}

/** All of it, running. */
export interface Cluster extends Place {
	readonly workers: readonly Worker[];
	readonly stores: Stores;
	/** Address of a second process for webhooks, which is started when it is first asked for. */
	readonly anotherWebhook: () => Promise<string>;
	/** Folder with what every process said. */
	readonly folder: string;
	readonly stop: () => Promise<void>;
}

/** One process of n8n with a folder and ports of its own, as a container would be. */
async function prepared(folder: string, name: string, variables: Readonly<Record<string, string>>, signal: AbortSignal): Promise<N8n> {
	const [port, brokerPort] = [await anyPort(), await anyPort()];
	/* A worker has no port but this one, and the others do not open it. */
	const own = { ...variables, QUEUE_HEALTH_CHECK_PORT: String(port) };
	return await prepareN8n({ folder: join(folder, name), port, brokerPort, signal, variables: own });
}

async function startWorker(name: string, n8n: N8n, running: Set<Program>): Promise<Worker> {
	let program = await n8n.start(workerRole);
	running.add(program);
	return {
		name,
		program: () => program,
		ready: async () => {
			if (running.has(program)) await untilReady(n8n.url);
		},
		kill: async () => {
			running.delete(program);
			await program.kill();
		},
		start: async () => {
			program = await n8n.start(workerRole);
			running.add(program);
		},
	};
}

/** Starts the processes of n8n; those that run are put into `running` as they come. */
async function startAll(folder: string, stores: Stores, running: Set<Program>, signal: AbortSignal): Promise<Omit<Cluster, 'stop'>> {
	const variables = {
		...stores.variables,
		...noticeSooner,
		...queueVariables,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
	};
	const make = async (name: string, more: Readonly<Record<string, string>> = {}) =>
		await prepared(folder, name, { ...variables, ...more }, signal);
	const main = await make('main', mainVariables);
	const webhook = await make('webhook');
	const two = [await make('worker-1'), await make('worker-2')];
	/* The main process sets up the tables, which the others expect. */
	running.add(await step('Starting the main process of n8n', async () => await main.start(mainRole)));
	const workers = await step('Starting the process for webhooks and two workers', async () => {
		const started = two.map(async (n8n, index) => await startWorker(`worker ${String(index + 1)}`, n8n, running));
		running.add(await webhook.start(webhookRole));
		return await Promise.all(started);
	});
	const ready = async (): Promise<void> => {
		await Promise.all([untilReady(main.url), untilReady(webhook.url), ...workers.map(async (worker) => { await worker.ready(); })]);
	};
	await ready();
	const session = await signIn(main.url);
	if (session === undefined) throw new Error('n8n refused the login of the scenarios.');
	let another: Promise<string> | undefined;
	const anotherWebhook = async (): Promise<string> =>
		await (another ??= step('Starting another process for webhooks', async () => {
			const n8n = await make('webhook-2');
			running.add(await n8n.start(webhookRole));
			await untilReady(n8n.url);
			return n8n.url;
		}));
	return { session, webhookUrl: webhook.url, anotherWebhook, jobs: stores.jobs, workers, stores, ready, folder };
}

/**
 * Starts all of it.
 *
 * @param signal - ends what is under way
 * @throws Stop when PostgreSQL or Redis is not on this machine
 */
export async function startCluster(signal: AbortSignal): Promise<Cluster> {
	const stores = await step('Starting PostgreSQL and Redis', startStores);
	const running = new Set<Program>();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	const end = async (keepLogs: boolean): Promise<void> => {
		await Promise.all([...running].map(async (program) => { await program.stop(); }));
		await stores.stop();
		if (keepLogs) say(`What each process said: ${folder}/*/n8n.log`);
		else await rm(folder, { recursive: true, force: true });
	};
	try {
		return { ...(await startAll(folder, stores, running, signal)), stop: async () => { await end(false); } };
	} catch (reason) {
		await end(!signal.aborted);
		throw reason;
	}
}
