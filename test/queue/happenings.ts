/** What happens to several processes of n8n beside the traffic of a scenario. */
import type { Cluster, Worker } from '../../scripts/lib/queue/cluster';
import type { Happening } from '../../scripts/lib/scenarios/scenario';
import { untilSent } from '../reliability/happenings';

/** Messages after which the worker is killed. */
const killAfter = 30;

/** Messages after which the database goes. */
const goneAfter = 60;

const tenSeconds = 10_000;

const busyOf = async (workers: readonly Worker[]): Promise<Worker> =>
	await Promise.race(
		workers.map(async (worker) => {
			if (await worker.program().says('Worker started execution')) return worker;
			throw new Error(`${worker.name} ended before it got the execution.`);
		}),
	);

/**
 * The worker that has the only execution is gone in its middle. Later another one takes its place, a person presses
 * Retry in n8n, and the caller, who knows of nothing, hands the same recipients over again.
 */
export const workerKilled: Happening<Cluster> = async ({ place }, traffic) => {
	const busy = await busyOf(place.workers);
	await untilSent(traffic, killAfter);
	await busy.kill();
	const interrupted = await traffic.firstEnd();
	const sent = traffic.sentSoFar();
	await busy.start();
	const before = traffic.requestsSoFar();
	const retried = await traffic.retry(interrupted.id);
	const asked = traffic.requestsSoFar() - before;
	const { outcomes, items } = await traffic.figures();
	await traffic.postAgain();
	return [
		`${busy.name} was killed when ${String(sent)} of ${String(items)} messages were out; n8n ended the execution with "${interrupted.status}" and kept ${String(outcomes)} outcomes`,
		`n8n's Retry ended with "${retried}" and made ${String(asked)} requests; then all recipients were handed over once more`,
	];
};

/** The database ends and comes back while executions are under way. */
export const databaseGone: Happening<Cluster> = async ({ place }, traffic) => {
	await untilSent(traffic, goneAfter);
	const before = traffic.sentSoFar();
	let during = before;
	await place.stores.withoutDatabase(tenSeconds, async () => {
		await new Promise((resolve) => setTimeout(resolve, tenSeconds - 500));
		during = traffic.sentSoFar();
	});
	return [`${String(during - before)} messages went out while the database was gone`];
};
