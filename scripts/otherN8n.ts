/** `npm run test:other`: this package in another release of n8n, which the variable OTHER_N8N_PROGRAM names. */
import { makeVisits, visits } from '../test/reliability/visits';
import { startSandbox } from '../sandbox/server';
import { runAll } from './lib/scenarios/runAll';
import { enter, type Row, type Scenario } from './lib/scenarios/scenario';
import { tencentSend } from './lib/scenarios/sends';
import { startSingle } from './lib/scenarios/single';
import { describeRows, unheld } from './lib/scenarios/table';
import { stoppedByPerson, untilStopped } from './lib/stopping';
import { say, Stop } from './prepare/steps';

const sends: readonly Scenario[] = [{ name: 'a webhook brings 40 recipients to the node', send: tencentSend, items: 40, promised: [] }];

untilStopped(async (signal) => {
	signal.addEventListener('abort', () => { process.exitCode = stoppedByPerson; });
	if (process.env['OTHER_N8N_PROGRAM'] === undefined) {
		throw new Stop('Set OTHER_N8N_PROGRAM to the program of another n8n, such as /tmp/n8n/node_modules/n8n/bin/n8n.');
	}
	const sandbox = await startSandbox({});
	const place = await startSingle(signal);
	const rows: Row[] = [];
	const lines: string[] = [];
	try {
		const stage = await enter(place, sandbox, signal);
		await runAll(stage, sends, rows);
		const broken = await makeVisits(stage, visits, (line) => lines.push(`- ${line}`));
		for (const line of ['', ...describeRows(rows), ...lines]) say(line);
		unheld(rows, broken);
	} finally {
		await place.stop();
		await sandbox.close();
	}
});
