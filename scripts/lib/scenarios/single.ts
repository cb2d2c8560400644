/** n8n in one process, as most people run it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, step } from '../../prepare/steps';
import { until } from '../forms';
import { prepareN8n } from '../n8n';
import { anyPort } from '../ports';
import { signIn } from '../session';
import { underWay } from '../executionList';
import type { Place } from './place';

/** Where n8n says whether it is ready. */
export const readinessPath = '/healthz/readiness';

/** Milliseconds that a process gets to say that it is ready; after a fault of the database n8n waits longer from try to try. */
const patience = 120_000;

/**
 * Waits until a process of n8n says of itself that it is ready, which the health checks in deploy/ ask it too.
 *
 * @param most - milliseconds that it gets
 */
export async function untilReady(url: string, most = patience): Promise<void> {
	await until(`The answer of ${url}${readinessPath}`, async () =>
		(await fetch(`${url}${readinessPath}`).catch(() => undefined))?.ok === true ? true : undefined, most);
}

/** An n8n that this command has started. */
export interface Single extends Place {
	/** Ends it and takes its folder away. */
	readonly stop: () => Promise<void>;
}

/**
 * Starts n8n with a database of its own.
 *
 * @param signal - ends what is under way
 * @param variables - further variables of its environment
 * @param arrange - works in its folder when the package is installed there and nothing has started
 */
export async function startSingle(
	signal: AbortSignal,
	variables: Readonly<Record<string, string>> = {},
	arrange: (folder: string) => Promise<void> = async () => await Promise.resolve(),
): Promise<Single> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-single-'));
	const n8n = await prepareN8n({ folder, port: await anyPort(), brokerPort: await anyPort(), signal, variables });
	await arrange(folder);
	const program = await step('Starting n8n', async () => await n8n.start());
	const stop = async (): Promise<void> => {
		await program.stop();
		await rm(folder, { recursive: true, force: true });
	};
	const session = await signIn(n8n.url);
	if (session === undefined) {
		await stop();
		throw new Stop('n8n refused the login of the one who started it.');
	}
	return { session, webhookUrl: n8n.url, jobs: async () => await underWay(session), ready: async () => { await untilReady(n8n.url); }, stop };
}
