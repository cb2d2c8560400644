/** What visitors of a trigger's pages go through in queue mode, and what is promised of it. A new one is a new entry. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../scripts/lib/forms';
import type { Cluster } from '../../scripts/lib/queue/cluster';
import { executionsOf, hasEnded, type Listed } from '../../scripts/lib/scenarios/outcomes';
import type { Stage } from '../../scripts/lib/scenarios/place';
import type { Sandbox } from '../../sandbox/server';
import { askForCode, makePages, type MadePages, untilServed } from '../support/madePages';
import { press, type Seen, text, title } from '../support/visitor';

/** What was seen, and whether it is what is promised; undefined where nothing is promised. */
export interface Seeing {
	readonly seen: string;
	readonly held: boolean | undefined;
}

/** A way through the pages. */
export interface Visit {
	readonly name: string;
	readonly go: (stage: Stage<Cluster>) => Promise<Seeing>;
}

/** Long enough for a second start to be listed, in ms: n8n notes an execution before a worker gets it. */
const settling = 3_000;

const credentialOf = ({ credentials }: Stage<Cluster>): string => credentials.get('alibabaCloudAccessKeyApi') ?? '';

function codeFor({ inbox }: Sandbox, number: string): string {
	const code = inbox.messages().find(({ recipient }) => recipient.endsWith(number))?.code;
	if (code === undefined) throw new Error(`No code came for ${number}.`);
	return code;
}

/** The executions that have come, when no more come and all have ended. */
async function startsOf({ place }: Stage<Cluster>, { workflowId }: MadePages): Promise<readonly Listed[]> {
	await new Promise((resolve) => setTimeout(resolve, settling));
	return await until('The end of the executions', async () => {
		const listed = await executionsOf(place.session, workflowId);
		return listed.every(hasEnded) ? listed : undefined;
	});
}

/** Which workers say that they ran an execution. */
async function workersOf({ place }: Stage<Cluster>, { id }: Listed): Promise<readonly string[]> {
	const names = ['worker-1', 'worker-2'];
	const logs = await Promise.all(names.map(async (name) => await readFile(join(place.folder, name, 'n8n.log'), 'utf8')));
	return names.filter((_, index) => new RegExp(`Worker started execution ${id}\\b`).test(logs[index] ?? ''));
}

async function itemOf({ place }: Stage<Cluster>, { id }: Listed): Promise<string> {
	return JSON.stringify(await place.session.ask('GET', `/executions/${id}?includeData=true`));
}

async function open(stage: Stage<Cluster>, parameters: object = {}, behind?: Parameters<typeof makePages>[3]): Promise<MadePages & { readonly url: string }> {
	const made = await makePages(stage.place.session, credentialOf(stage), parameters, behind);
	const url = `${stage.place.webhookUrl}${made.path}`;
	await untilServed(url);
	return { ...made, url };
}

/** The page for the code at another process. */
const at = (page: Seen, url: string): Seen => ({ ...page, url });

const rightAnswers = async (stage: Stage<Cluster>, number: string, urls: (page: Seen) => readonly Seen[], made: MadePages & { readonly url: string }): Promise<Seeing> => {
	const page = await askForCode(made.url, number);
	const code = codeFor(stage.sandbox, number);
	const before = stage.sandbox.inbox.requests().length;
	const pages = await Promise.all(urls(page).map((one) => press(one, 'check', { code })));
	const starts = await startsOf(stage, made);
	const asked = stage.sandbox.inbox.requests().length - before;
	return {
		seen: `the vendor was asked ${String(asked)} times, the workflow started ${String(starts.length)} times, the visitors saw ${pages.map(title).join(', ')}`,
		held: starts.length === 1,
	};
};

/** Every visit, in the order in which they are made. */
export const visits: readonly Visit[] = [
	{
		name: 'pages in queue mode: a visitor proves a number at the process for webhooks, and a worker runs the workflow',
		go: async (stage) => {
			const made = await open(stage);
			const page = await askForCode(made.url, '2025550101');
			const end = await press(page, 'check', { code: codeFor(stage.sandbox, '2025550101') });
			const starts = await startsOf(stage, made);
			const [first] = starts;
			const workers = first === undefined ? [] : await workersOf(stage, first);
			const item = first === undefined ? '' : await itemOf(stage, first);
			const verified = item.includes('+12025550101') && item.includes('verifiedAt');
			return {
				seen: `the visitor saw ${title(end)}, ${String(starts.length)} execution ended with ${first?.status ?? 'nothing'} at ${workers.join(' and ')}, its item is ${verified ? 'that of Verified' : 'another'}`,
				held: title(end) === 'Done' && starts.length === 1 && first?.status === 'success' && workers.length === 1 && verified,
			};
		},
	},
	{
		name: 'pages in queue mode: the workflow answers, from a worker, by the node Verification Page',
		go: async (stage) => {
			const behind = { node: 'verificationPage', parameters: { pageTitle: '=Number {{ $json.contact.number }}', pageText: 'Drawn by a worker' } };
			const made = await open(stage, { ending: 'workflow' }, behind);
			const page = await askForCode(made.url, '2025550102');
			const end = await press(page, 'check', { code: codeFor(stage.sandbox, '2025550102') });
			const [first] = await startsOf(stage, made);
			return { seen: `the visitor saw: ${text(end).trim()}`, held: /Number \+12025550102.*Drawn by a worker/.test(text(end)) && first?.status === 'success' };
		},
	},
	{
		name: 'pages in queue mode: twenty right answers at once to one process',
		go: async (stage) => await rightAnswers(stage, '2025550103', (page) => Array.from({ length: 20 }, () => page), await open(stage)),
	},
	{
		name: 'pages in queue mode: the right answer to two processes for webhooks at once',
		go: async (stage) => {
			const made = await open(stage);
			const other = `${await stage.place.anotherWebhook()}${made.path}`;
			await untilServed(other);
			return await rightAnswers(stage, '2025550104', (page) => [page, at(page, other)], made);
		},
	},
	{
		name: 'pages in queue mode: a code that one process has sent is taken by another',
		go: async (stage) => {
			const made = await open(stage);
			const other = `${await stage.place.anotherWebhook()}${made.path}`;
			await untilServed(other);
			const page = await askForCode(made.url, '2025550105');
			const end = await press(at(page, other), 'check', { code: codeFor(stage.sandbox, '2025550105') });
			const starts = await startsOf(stage, made);
			return { seen: `the visitor saw ${title(end)}, the workflow started ${String(starts.length)} times`, held: title(end) === 'Done' && starts.length === 1 };
		},
	},
	{
		name: 'pages in queue mode: what is in the way keeps the pages closed at every process',
		go: async (stage) => {
			const made = await makePages(stage.place.session, credentialOf(stage), { ending: 'workflow' });
			const said = await until('The reason', async () => {
				const answer = JSON.stringify(await stage.place.session.ask('GET', `/workflows/${made.workflowId}/publication-status`));
				return answer.includes('no node Verification Page hangs behind the trigger') ? 'n8n named the reason' : undefined;
			}, 60_000);
			const { status } = await fetch(`${stage.place.webhookUrl}${made.path}`);
			return { seen: `${said}, and the process for webhooks answers ${String(status)}`, held: status === 404 };
		},
	},
];

/** Makes visits one after the other. */
export async function makeVisits(stage: Stage<Cluster>, chosen: readonly Visit[], say: (line: string) => void): Promise<number> {
	let broken = 0;
	for (const { name, go } of chosen) {
		stage.sandbox.reset();
		const { seen, held } = await go(stage).catch((reason: unknown) => ({ seen: String(reason), held: false }));
		if (held === false) broken += 1;
		say(`${held === false ? 'NOT HELD: ' : ''}${name}: ${seen}.`);
	}
	return broken;
}
