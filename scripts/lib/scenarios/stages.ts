/** Where scenarios run: n8n in one process, or in several around a queue, with the sandbox's clouds beside it. */
import { type Sandbox, startSandbox } from '../../../sandbox/server';
import { step } from '../../prepare/steps';
import { startCluster, type Cluster } from '../queue/cluster';
import type { Place, Stage } from './place';
import { enter } from './scenario';
import { startSingle } from './single';

/** Milliseconds that the fault `slow` takes: less than the shortest time-out of a scenario. */
const slowMs = 1_000;

/** Starts, works, and ends what was started, whatever happens. */
async function within<P extends Place>(
	signal: AbortSignal,
	start: () => Promise<P & { readonly stop: () => Promise<void> }>,
	work: (stage: Stage<P>) => Promise<void>,
): Promise<void> {
	const sandbox: Sandbox = await startSandbox({ slowMs });
	try {
		const place = await start();
		try {
			await work(await enter<P>(place, sandbox, signal));
		} finally {
			await step('Ending what was started', place.stop);
		}
	} finally {
		await sandbox.close();
	}
}

/** Works in n8n in one process. */
export const withSingle = async (signal: AbortSignal, work: (stage: Stage) => Promise<void>): Promise<void> => {
	await within<Place>(signal, async () => await startSingle(signal), work);
};

/** Works in n8n in queue mode. */
export const withCluster = async (signal: AbortSignal, work: (stage: Stage<Cluster>) => Promise<void>): Promise<void> => {
	await within<Cluster>(signal, async () => await startCluster(signal), work);
};
