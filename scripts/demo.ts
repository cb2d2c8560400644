/** `npm run demo`: the example workflows in a real n8n against the sandbox, without a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, say, step } from './prepare/steps';
import { type Workflow, exampleWorkflows, startsByHand } from './lib/examples';
import { type LeftItem, asExpected, runWorkflow } from './lib/execution';
import { type N8n, packageName } from './lib/n8n';
import { anyPort } from './lib/ports';
import { untilStopped } from './lib/stopping';
import { prepareTogether } from './lib/cloudsAndN8n';

/** Width of the column with what an item is about. */
const column = 48;

/** Lines for one item: what it was, the output it left by, and why. */
function describe(item: LeftItem): readonly string[] {
	const { about = 'An item that does not say what it is', expected } = item.json.input ?? {};
	const { failure } = item.json;
	return [
		`  ${about.padEnd(column)} ${item.output.padEnd(13)} ${failure?.code ?? ''}`.trimEnd(),
		...(failure === undefined ? [] : [`      ${failure.explanation}`]),
		...(failure?.maybeSent === true ? ['      A code may be on its way all the same.'] : []),
		...(asExpected(item) ? [] : [`      NOT AS EXPECTED: it should have left by ${expected ?? 'an output that it names'}.`]),
	];
}

const recipientsOf = ({ nodes }: Workflow): number =>
	nodes
		.map(({ parameters }) => parameters['jsonOutput'])
		.filter((text): text is string => typeof text === 'string')
		.map((text) => (JSON.parse(text) as { recipients: readonly unknown[] }).recipients.length)
		.reduce((sum, count) => sum + count, 0);

/** Runs one workflow, prints its items, and answers how many things were not as expected. */
async function show(n8n: N8n, workflow: Workflow, nodeTypes: string): Promise<number> {
	const items = await step(`Running "${workflow.name}"`, async () => await runWorkflow(n8n, workflow, nodeTypes));
	say(`\n${workflow.name}: ${[...new Set(items.map(({ node }) => node))].join(', ')}\n`);
	for (const line of items.flatMap(describe)) say(line);
	const lost = recipientsOf(workflow) - items.length;
	if (lost !== 0) say(`  NOT AS EXPECTED: ${String(lost)} of ${String(recipientsOf(workflow))} items did not come out.`);
	return items.filter((item) => !asExpected(item)).length + Math.abs(lost);
}

untilStopped(async (signal) => {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-demo-'));
	const place = { folder, signal, n8nPort: await anyPort(), brokerPort: await anyPort(), sandboxPort: 0 };
	const { n8n, sandbox } = await step('Starting the sandbox and putting the package into a new n8n', async () =>
		await prepareTogether(place),
	);
	try {
		let unexpected = 0;
		for (const workflow of (await exampleWorkflows()).filter(startsByHand)) {
			unexpected += await show(n8n, workflow, `${await packageName()}.`);
		}
		say(`\nThe sandbox "sent" ${String(sandbox.inbox.messages().length)} codes. "npm start" shows all this in n8n's editor.`);
		if (unexpected > 0) throw new Stop(`${String(unexpected)} items were not as expected.`);
	} finally {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	}
});
