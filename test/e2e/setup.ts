/** Starts a real n8n and a sandbox for each worker of the end-to-end tests; jest calls it before the first of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTogether } from '../../scripts/lib/cloudsAndN8n';
import { anyPort } from '../../scripts/lib/ports';
import { signIn } from '../../scripts/lib/session';
import { type Stage, publishStages } from '../support/stage';
import { atTheEnd } from './teardown';

/** A person who stops the tests stops what runs for them, which jest would leave behind. */
function endOnSignals(): void {
	process.once('SIGINT', () => process.exit(130));
	process.once('SIGTERM', () => process.exit(143));
}

/** Starts one n8n and one sandbox. */
async function startStage(): Promise<Stage> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-e2e-'));
	atTheEnd(async () => {
		await rm(folder, { recursive: true, force: true });
	});
	const place = { folder, n8nPort: await anyPort(), brokerPort: await anyPort() };
	const stop = new AbortController();
	const { n8n, sandbox } = await prepareTogether({ ...place, sandboxPort: 0, signal: stop.signal });
	atTheEnd(async () => {
		await sandbox.close();
	});
	const program = await n8n.start();
	atTheEnd(program.stop);
	await signIn(n8n.url);
	return { ...place, sandboxUrl: sandbox.url };
}

/**
 * Jest hands over what it runs with.
 *
 * @throws Error with n8n's last lines when one does not start.
 */
export default async function setup({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
	endOnSignals();
	publishStages(await Promise.all(Array.from({ length: maxWorkers }, startStage)));
}
