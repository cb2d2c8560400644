/** Queue mode: one worker against two. */
import { runScenario, type Row, type Scenario } from '../../../scripts/lib/scenarios/scenario';
import { huaweiSend, tencentSend } from '../../../scripts/lib/scenarios/sends';
import { withCluster } from '../../../scripts/lib/scenarios/stages';
import type { Cluster } from '../../../scripts/lib/queue/cluster';
import { figure, type Report } from '../report';

/** Small executions at an API that allows more than two workers do, and large ones at one that allows little. */
const runs: ReadonlyArray<Scenario<Cluster>> = [
	{ name: '90 executions of 10 items, Huawei Cloud, 200 a second', send: huaweiSend, items: 900, batch: 10, atOnce: 20, promised: [] },
	{ name: '20 executions of 25 items, Tencent Cloud, 20 a second, half for each worker', send: tencentSend, items: 500, batch: 25, atOnce: 8, options: { requestsPerSecond: 10 }, promised: [] },
];

/** Runs them with two workers, then with one of them gone. */
export async function measure(): Promise<Report> {
	const two: Row[] = [];
	const one: Row[] = [];
	await withCluster(new AbortController().signal, async (stage) => {
		for (const [index, run] of runs.entries()) two.push(await runScenario(stage, run, index * 10_000));
		await stage.place.workers[1]?.kill();
		for (const [index, run] of runs.entries()) one.push(await runScenario(stage, run, index * 10_000));
	});
	const rate = (row: Row | undefined): string => (row === undefined ? '' : figure(row.sent / row.seconds));
	return {
		title: 'Queue mode, one worker and two',
		lead:
			"Executions that come in through the process for webhooks, at the sandbox's clouds, which hold the documented rates. Messages a second, from the " +
			'first to the last at the cloud.',
		tables: [
			{
				head: ['Traffic', 'One worker', 'Two workers', 'Refused as too fast by two'],
				rows: runs.map(({ name }, index) => [name, rate(one[index]), rate(two[index]), String(two[index]?.tooFast ?? '')]),
			},
		],
		charts: [],
		remarks: ['All of it, n8n, PostgreSQL, Redis and the clouds, shares the processors of one machine.'],
	};
}
