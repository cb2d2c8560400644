/**
 * `npm run reliability`: everything that n8n, networks and people do to a batch of messages, in one process and in
 * queue mode; what the clouds were asked for against what n8n recorded, written to docs/reliability.md.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scenarios as queueScenarios } from '../test/queue/scenarios';
import { scenarios as singleScenarios } from '../test/reliability/scenarios';
import { chosenBy, runAll } from './lib/scenarios/runAll';
import { reliabilityPage } from './lib/scenarios/page';
import type { Row } from './lib/scenarios/scenario';
import { withCluster, withSingle } from './lib/scenarios/stages';
import { describeRows, unheld } from './lib/scenarios/table';
import { stoppedByPerson, untilStopped } from './lib/stopping';
import { root } from './prepare/folders';
import { say } from './prepare/steps';

/** A run of some of the scenarios is no table of all of them. */
const words = process.argv.slice(2);

untilStopped(async (signal) => {
	signal.addEventListener('abort', () => { process.exitCode = stoppedByPerson; });
	const rows: Row[] = [];
	const chosen = chosenBy(words);
	const [single, queue] = [chosen(singleScenarios), chosen(queueScenarios)];
	try {
		if (single.length > 0) await withSingle(signal, async (stage) => { await runAll(stage, single, rows); });
		if (queue.length > 0) await withCluster(signal, async (stage) => { await runAll(stage, queue, rows); });
	} finally {
		for (const line of ['', ...describeRows(rows)]) say(line);
	}
	if (words.length === 0) {
		await writeFile(join(root, 'docs', 'reliability.md'), reliabilityPage(rows));
		say('\nWritten to docs/reliability.md.');
	}
	unheld(rows);
});
