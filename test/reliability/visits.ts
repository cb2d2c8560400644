/** What visitors of a trigger's pages go through in any n8n, and what is promised of it. A new one is a new entry. */
import { until } from '../../scripts/lib/forms';
import { executionsOf, hasEnded, type Listed } from '../../scripts/lib/executionList';
import type { Place, Stage } from '../../scripts/lib/scenarios/place';
import { askForCode, makePages, type MadePages, untilServed } from '../support/madePages';
import { look, press, type Seen, text, title } from '../support/visitor';

/** What was seen, and whether it is what is promised. */
export interface Seeing {
	readonly seen: string;
	readonly held: boolean;
}

/** A way through the pages. */
export interface Visit<P extends Place = Place> {
	readonly name: string;
	readonly go: (stage: Stage<P>) => Promise<Seeing>;
}

/** Pages that are served. */
export interface OpenPages extends MadePages {
	readonly url: string;
}

/** Long enough for a second start to be listed, in ms: n8n notes an execution before a worker gets it. */
const settling = 3_000;

const credentialOf = ({ credentials }: Stage): string => credentials.get('alibabaCloudAccessKeyApi') ?? '';

/** The newest code that the sandbox sent to a number. */
export function codeFor({ sandbox: { inbox } }: Stage, number: string): string {
	const code = inbox.messages().find(({ recipient }) => recipient.endsWith(number))?.code;
	if (code === undefined) throw new Error(`No code came for ${number}.`);
	return code;
}

/** The executions that have come, when no more come and all have ended. */
export async function startsOf({ place }: Stage, { workflowId }: MadePages): Promise<readonly Listed[]> {
	await new Promise((resolve) => setTimeout(resolve, settling));
	return await until('The end of the executions', async () => {
		const listed = await executionsOf(place.session, workflowId);
		return listed.every(hasEnded) ? listed : undefined;
	});
}

/** All that n8n keeps of an execution. */
export const keptOf = async ({ place }: Stage, { id }: Listed): Promise<string> =>
	JSON.stringify(await place.session.ask('GET', `/executions/${id}?includeData=true`));

/** Publishes pages and waits until they are served. */
export async function openPages(stage: Stage, parameters: object = {}, behind?: Parameters<typeof makePages>[3]): Promise<OpenPages> {
	const made = await makePages(stage.place.session, credentialOf(stage), parameters, behind);
	const url = `${stage.place.webhookUrl}${made.path}`;
	await untilServed(url);
	return { ...made, url };
}

/** Gives the right answer on several pages at once. */
export async function answerAtOnce(stage: Stage, made: OpenPages, number: string, pagesOf: (page: Seen) => readonly Seen[]): Promise<Seeing> {
	const page = await askForCode(made.url, number);
	const code = codeFor(stage, number);
	const before = stage.sandbox.inbox.requests().length;
	const pages = await Promise.all(pagesOf(page).map((one) => press(one, 'check', { code })));
	const starts = await startsOf(stage, made);
	const asked = stage.sandbox.inbox.requests().length - before;
	return {
		seen: `requests to the vendor ${String(asked)}, starts ${String(starts.length)}, visitors saw ${[...new Set(pages.map(title))].join(' and ')}`,
		held: starts.length === 1,
	};
}

const reason = 'no node Verification Page hangs behind the trigger';

/** What n8n says of a workflow that it did not publish: at once, or, as newer releases do, when it has tried for a while. */
async function refusalOf(stage: Stage): Promise<string> {
	let made: MadePages;
	try {
		made = await makePages(stage.place.session, credentialOf(stage), { ending: 'workflow' });
	} catch (error) {
		return String(error).includes(reason) ? 'n8n named the reason at once' : String(error);
	}
	const named = await until('The reason', async () => {
		const status = JSON.stringify(await stage.place.session.ask('GET', `/workflows/${made.workflowId}/publication-status`));
		return status.includes(reason) ? 'n8n named the reason' : undefined;
	}, 60_000);
	const { status } = await fetch(`${stage.place.webhookUrl}${made.path}`);
	return status === 404 ? named : `${named}, and the page is answered with ${String(status)}`;
}

/** Every visit, in the order in which they are made. */
export const visits: readonly Visit[] = [
	{
		name: 'pages: a visitor proves a number, and the workflow runs once with the item of Verified',
		go: async (stage) => {
			const made = await openPages(stage);
			const end = await press(await askForCode(made.url, '2025550101'), 'check', { code: codeFor(stage, '2025550101') });
			const starts = await startsOf(stage, made);
			const kept = await Promise.all(starts.map(async (start) => await keptOf(stage, start)));
			const held = title(end) === 'Done' && starts.length === 1 && kept.every((text) => text.includes('+12025550101') && text.includes('verifiedAt'));
			return { seen: `the visitor saw ${title(end)}, starts ${starts.map(({ status }) => status).join(' and ')}`, held };
		},
	},
	{
		name: 'pages: the workflow answers by the node Verification Page',
		go: async (stage) => {
			const behind = { node: 'verificationPage', parameters: { pageTitle: '=Number {{ $json.contact.number }}', pageText: 'Drawn by the workflow' } };
			const made = await openPages(stage, { ending: 'workflow' }, behind);
			const end = await press(await askForCode(made.url, '2025550102'), 'check', { code: codeFor(stage, '2025550102') });
			return { seen: `the visitor saw:${text(end)}`, held: /Number \+12025550102.*Drawn by the workflow/.test(text(end)) };
		},
	},
	{
		name: 'pages: trouble with the account starts the workflow by Needs Help, with the contact masked',
		go: async (stage) => {
			const made = await openPages(stage);
			stage.sandbox.answerNext({ vendor: 'alibabaCloud', operation: 'whatsAppNumber.sendCode', code: 'Forbidden.RAM' });
			const page = await askForCode(made.url, '2025550103');
			const starts = await startsOf(stage, made);
			const kept = await Promise.all(starts.map(async (start) => await keptOf(stage, start)));
			const held = starts.length === 1 && kept.every((text) => text.includes('Forbidden.RAM') && text.includes('+12****0103') && !text.includes('2025550103'));
			return { seen: `the visitor saw ${title(page)}, starts ${String(starts.length)}`, held };
		},
	},
	{
		name: 'pages: twenty right answers at once to one process',
		go: async (stage) => await answerAtOnce(stage, await openPages(stage), '2025550104', (page) => Array.from({ length: 20 }, () => page)),
	},
	{
		name: 'pages: with a password they open to who knows it',
		go: async (stage) => {
			const data = { user: 'staff', password: 'long' };
			const { id } = (await stage.place.session.ask('POST', '/credentials', { name: 'Page', type: 'verificationPageAccessApi', data })) as { id: string };
			const made = await makePages(stage.place.session, credentialOf(stage), { pageAccess: 'basicAuth' }, undefined, { verificationPageAccessApi: { id, name: 'Page' } });
			const url = `${stage.place.webhookUrl}${made.path}`;
			await until(`The page ${url}`, async () => ((await look(url)).status === 401 ? true : undefined), 40_000);
			const basic = (password: string) => ({ Authorization: `Basic ${Buffer.from(`staff:${password}`).toString('base64')}` });
			const statuses = [await look(url), await look(url, basic('short')), await look(url, basic('long'))].map(({ status }) => status);
			return { seen: `none, a wrong and the right one are answered with ${statuses.join(', ')}`, held: statuses.join() === '401,401,200' };
		},
	},
	{
		name: 'pages: what is in the way is named and keeps them closed',
		go: async (stage) => {
			const seen = await refusalOf(stage);
			return { seen, held: /^n8n named the reason(?: at once)?$/.test(seen) };
		},
	},
];

/** Makes visits one after the other, and answers how many did not go as promised. */
export async function makeVisits<P extends Place>(stage: Stage<P>, chosen: ReadonlyArray<Visit<P>>, say: (line: string) => void): Promise<number> {
	let broken = 0;
	for (const { name, go } of chosen) {
		stage.sandbox.reset();
		const { seen, held } = await go(stage).catch((error: unknown) => ({ seen: String(error), held: false }));
		if (!held) broken += 1;
		say(`${held ? '' : 'NOT HELD: '}${name}: ${seen}.`);
	}
	return broken;
}
