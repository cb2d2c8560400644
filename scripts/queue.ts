/** `npm run test:queue`: n8n in queue mode around PostgreSQL and Redis, and this package in it; prints what was counted. */
import { scenarios } from '../test/queue/scenarios';
import { visits } from '../test/queue/visits';
import { makeVisits } from '../test/reliability/visits';
import { chosenBy, runAll } from './lib/scenarios/runAll';
import type { Row } from './lib/scenarios/scenario';
import { withCluster } from './lib/scenarios/stages';
import { describeRows, unheld } from './lib/scenarios/table';
import { stoppedByPerson, untilStopped } from './lib/stopping';
import { say } from './prepare/steps';

untilStopped(async (signal) => {
	signal.addEventListener('abort', () => { process.exitCode = stoppedByPerson; });
	const rows: Row[] = [];
	const chosen = chosenBy(process.argv.slice(2));
	const lines: string[] = [];
	let broken = 0;
	await withCluster(signal, async (stage) => {
		await runAll(stage, chosen(scenarios), rows);
		broken = await makeVisits(stage, chosen(visits), (line) => lines.push(`- ${line}`));
	}).finally(() => {
		for (const line of ['', ...describeRows(rows), ...lines]) say(line);
	});
	unheld(rows, broken);
});
