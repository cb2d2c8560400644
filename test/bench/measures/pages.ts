/** What a visitor of the pages costs n8n, one by one and many at once, beside a visitor of n8n's own Form Trigger. */
import { figure, type Report, type Table } from '../report';
import { median } from '../timing';
import { formVisitor, pageVisitor, type Stage, withVisitors } from '../visitors';

/** n8n's engines for expressions: the usual one is made anew for each request, and that is most of what a request costs. */
const engines = [
	{ name: 'as n8n comes', variables: {} },
	{ name: 'with N8N_EXPRESSION_ENGINE=legacy', variables: { N8N_EXPRESSION_ENGINE: 'legacy' } },
] as const;

const visitorsInTurn = 10;
const turns = 5;
const crowd = 200;

/** Milliseconds after which a person who was turned away tries again, and how often. */
const secondTry = 1000;
const mostTries = 30;

let numbersGiven = 0;

/** A number of no person that no visitor had before. */
function freshNumber(): string {
	numbersGiven += 1;
	return `202555${String(1000 + numbersGiven)}`;
}

/** Milliseconds of n8n's processor time for each of several. */
async function spent(stage: Stage, works: ReadonlyArray<() => Promise<void>>): Promise<number> {
	const before = await stage.processorTime();
	for (const work of works) await work();
	return ((await stage.processorTime()) - before) / works.length;
}

/** What each step costs, in ms of n8n's processor time. */
interface Costs {
	readonly formShown: number;
	readonly formStarts: number;
	readonly pageShown: number;
	readonly codeSent: number;
	readonly codePageShown: number;
	readonly codeStarts: number;
}

async function turn(stage: Stage): Promise<Costs> {
	const forms = Array.from({ length: visitorsInTurn }, () => formVisitor(stage));
	const visitors = Array.from({ length: visitorsInTurn }, () => pageVisitor(stage, freshNumber()));
	return {
		formShown: await spent(stage, forms.map(({ open }) => open)),
		formStarts: await spent(stage, forms.map(({ send }) => send)),
		pageShown: await spent(stage, visitors.map(({ open }) => open)),
		codeSent: await spent(stage, visitors.map(({ send }) => send)),
		codePageShown: await spent(stage, visitors.map(({ reload }) => reload)),
		codeStarts: await spent(stage, visitors.map(({ check }) => check)),
	};
}

async function costsIn(stage: Stage): Promise<Costs> {
	await turn(stage);
	const seen: Costs[] = [];
	while (seen.length < turns) seen.push(await turn(stage));
	const middle = (name: keyof Costs): number => median(seen.map((costs) => costs[name]));
	return {
		formShown: middle('formShown'),
		formStarts: middle('formStarts'),
		pageShown: middle('pageShown'),
		codeSent: middle('codeSent'),
		codePageShown: middle('codePageShown'),
		codeStarts: middle('codeStarts'),
	};
}

/** How a crowd fared. */
interface Crowd {
	readonly seconds: number;
	/** Steps at which n8n sent a visitor away, who then tried again. */
	readonly turnedAway: number;
	/** Visitors who never came to the end. */
	readonly lost: number;
	/** Executions that were started. */
	readonly starts: number;
}

type Steps = ReadonlyArray<() => Promise<void>>;

/** All at once, each going on when the answer is there. */
async function crowdOf(visitors: readonly Steps[]): Promise<Omit<Crowd, 'starts'>> {
	const began = performance.now();
	let turnedAway = 0;
	const patient = async (step: () => Promise<void>): Promise<void> => {
		for (let tries = 1; ; tries += 1) {
			try {
				await step();
				return;
			} catch (error) {
				if (tries === mostTries) throw error;
				turnedAway += 1;
				await new Promise((resolve) => setTimeout(resolve, secondTry));
			}
		}
	};
	const ends = await Promise.allSettled(
		visitors.map(async (steps) => {
			for (const step of steps) await patient(step);
		}),
	);
	return { seconds: (performance.now() - began) / 1000, turnedAway, lost: ends.filter(({ status }) => status === 'rejected').length };
}

/** Milliseconds in which nothing was added, after which no more executions are waited for: n8n keeps each when it has ended. */
const quiet = 10_000;

/** The executions that n8n keeps when no more are added. */
async function settled(stage: Stage): Promise<{ readonly pages: number; readonly form: number }> {
	for (let before = await stage.starts(); ; ) {
		await new Promise((resolve) => setTimeout(resolve, quiet));
		const after = await stage.starts();
		if (after.pages === before.pages && after.form === before.form) return after;
		before = after;
	}
}

async function crowdsIn(stage: Stage): Promise<{ readonly pages: Crowd; readonly form: Crowd }> {
	const before = await settled(stage);
	const form = await crowdOf(
		Array.from({ length: crowd }, () => {
			const { open, send } = formVisitor(stage);
			return [open, send];
		}),
	);
	const pages = await crowdOf(
		Array.from({ length: crowd }, () => {
			const { open, send, check } = pageVisitor(stage, freshNumber());
			return [open, send, check];
		}),
	);
	const after = await settled(stage);
	return { form: { ...form, starts: after.form - before.form }, pages: { ...pages, starts: after.pages - before.pages } };
}

interface Taken {
	readonly costs: Costs;
	readonly crowds: Awaited<ReturnType<typeof crowdsIn>>;
}

/** Runs them. */
export async function measure(): Promise<Report> {
	const taken: Taken[] = [];
	for (const { variables } of engines) {
		taken.push(await withVisitors(variables, async (stage) => ({ costs: await costsIn(stage), crowds: await crowdsIn(stage) })));
	}
	return reportOf(taken);
}

const costRows: ReadonlyArray<readonly [string, keyof Costs]> = [
	['Form Trigger: the form is shown', 'formShown'],
	['Pages: the first page is shown', 'pageShown'],
	['Pages: the page for the code is shown again', 'codePageShown'],
	['Form Trigger: the form is sent, the workflow starts', 'formStarts'],
	['Pages: a code is sent, then the page for it (2 requests)', 'codeSent'],
	['Pages: the right code, the workflow starts, then the last page (2 requests)', 'codeStarts'],
];

const costTable = (taken: readonly Taken[]): Table => ({
	head: ['Step', ...engines.map(({ name }) => `ms of n8n's processor time, ${name}`)],
	rows: costRows.map(([name, key]) => [name, ...taken.map(({ costs }) => figure(costs[key]))]),
});

const crowdRow = (name: string, requests: number, { seconds, turnedAway, lost, starts }: Crowd): readonly string[] => [
	name,
	figure(seconds),
	figure((seconds * 1000) / (crowd * requests)),
	String(turnedAway),
	`${String(crowd - lost)} of ${String(crowd)}`,
	String(starts),
];

const crowdTable = (taken: readonly Taken[]): Table => ({
	head: [`${String(crowd)} visitors at once`, 'Seconds until the last one is done', 'ms for each request', 'Sent away by n8n, tried again', 'Came to the end', 'Workflow starts'],
	rows: taken.flatMap(({ crowds: { form, pages } }, index) => [
		crowdRow(`Form Trigger, ${engines[index]?.name ?? ''}`, 2, form),
		crowdRow(`Pages, ${engines[index]?.name ?? ''}`, 5, pages),
	]),
});

const reportOf = (taken: readonly Taken[]): Report => ({
	title: "Pages beside n8n's Form Trigger",
	lead:
		'Visitors of the pages of Huawei Cloud Trigger and of a Form Trigger with one field, in the same real n8n, one process, with the sandbox as vendor. ' +
		"First one visitor after the other: n8n's processor time for a step. Then all at once: a visitor of the form makes 2 requests, one of the pages 5. " +
		'Who gets something other than the page that has to come tries again after a second.',
	tables: [costTable(taken), crowdTable(taken)],
	charts: [
		{
			file: 'pages',
			title: "Milliseconds of n8n's processor time for a step (shorter is faster)",
			kind: 'bars',
			unit: 'milliseconds',
			categories: ['form shown', 'first page', 'page for the code', 'form sent', 'code sent', 'right code'],
			series: engines.map(({ name }, index) => ({ name, values: costRows.map(([, key]) => Math.round(taken[index]?.costs[key] ?? NaN)) })),
		},
	],
	remarks: [
		'n8n makes a new engine for expressions for each request and for each reading of a credential, whatever the node does. N8N_EXPRESSION_ENGINE=legacy spares that.',
		'Under a crowd n8n may answer by itself that its database is not ready, to visitors of any trigger, because nothing else gets its turn meanwhile.',
	],
});
