/** `npm run test:queue`: n8n in queue mode around PostgreSQL and Redis, and this package in it; prints what was counted. */
import { scenarios } from '../test/queue/scenarios';
import { chosenBy, runAll } from './lib/scenarios/runAll';
import type { Row } from './lib/scenarios/scenario';
import { withCluster } from './lib/scenarios/stages';
import { describeRows, unheld } from './lib/scenarios/table';
import { stoppedByPerson, untilStopped } from './lib/stopping';
import { say } from './prepare/steps';

untilStopped(async (signal) => {
	signal.addEventListener('abort', () => { process.exitCode = stoppedByPerson; });
	const rows: Row[] = [];
	const chosen = chosenBy(process.argv.slice(2))(scenarios);
	await withCluster(signal, async (stage) => { await runAll(stage, chosen, rows); }).finally(() => {
		for (const line of ['', ...describeRows(rows)]) say(line);
	});
	unheld(rows);
});
