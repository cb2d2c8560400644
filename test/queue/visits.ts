/** What visitors of a trigger's pages go through where several processes of n8n serve them. A new one is a new entry. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cluster } from '../../scripts/lib/queue/cluster';
import type { Listed } from '../../scripts/lib/executionList';
import type { Stage } from '../../scripts/lib/scenarios/place';
import { answerAtOnce, codeFor, openPages, startsOf, type Visit, visits as anywhere } from '../reliability/visits';
import { askForCode, untilServed } from '../support/madePages';
import { press, type Seen, title } from '../support/visitor';

/** Which workers say that they ran an execution. */
async function workersOf({ place }: Stage<Cluster>, { id }: Listed): Promise<readonly string[]> {
	const names = ['worker-1', 'worker-2'];
	const logs = await Promise.all(names.map(async (name) => await readFile(join(place.folder, name, 'n8n.log'), 'utf8')));
	return names.filter((_, index) => new RegExp(`Worker started execution ${id}\\b`).test(logs[index] ?? ''));
}

/** The same pages at a second process. */
async function atAnother({ place }: Stage<Cluster>, path: string): Promise<(page: Seen) => Seen> {
	const url = `${await place.anotherWebhook()}${path}`;
	await untilServed(url);
	return (page) => ({ ...page, url });
}

/** Every visit, in the order in which they are made. */
export const visits: ReadonlyArray<Visit<Cluster>> = [
	...anywhere,
	{
		name: 'pages: the process for webhooks takes the answer, and one worker runs the workflow',
		go: async (stage) => {
			const made = await openPages(stage);
			await press(await askForCode(made.url, '2025550110'), 'check', { code: codeFor(stage, '2025550110') });
			const starts = await startsOf(stage, made);
			const workers = (await Promise.all(starts.map(async (start) => await workersOf(stage, start)))).flat();
			return { seen: `it ran at ${workers.join(' and ')}`, held: workers.length === 1 };
		},
	},
	{
		name: 'pages: a code that one process for webhooks has sent is taken by another',
		go: async (stage) => {
			const made = await openPages(stage);
			const atOther = await atAnother(stage, made.path);
			const end = await press(atOther(await askForCode(made.url, '2025550111')), 'check', { code: codeFor(stage, '2025550111') });
			const starts = await startsOf(stage, made);
			return { seen: `the visitor saw ${title(end)}, starts ${String(starts.length)}`, held: title(end) === 'Done' && starts.length === 1 };
		},
	},
	{
		name: 'pages: the right answer to two processes for webhooks at once',
		go: async (stage) => {
			const made = await openPages(stage);
			const atOther = await atAnother(stage, made.path);
			return await answerAtOnce(stage, made, '2025550112', (page) => [page, atOther(page)]);
		},
	},
];
