/** What a scenario is, and how one is run: traffic through n8n, something that happens meanwhile, figures. */
import type { Sandbox } from '../../../sandbox/server';
import type { Place, Stage } from './place';
import { Tally } from './tally';
import { type Figures, type Item, itemsFrom, Traffic } from './traffic';
import { bringCredentials, type Manner, publish, type Send } from './workflow';

/** One line of the table. */
export interface Row extends Figures {
	readonly scenario: string;
	/** Whether it only shows what happens; nothing is promised of it. */
	readonly shown: boolean;
	/** Promises that were not held. */
	readonly broken: readonly string[];
	/** What else was seen. */
	readonly remarks: readonly string[];
}

/** What the package promises of a scenario. */
export interface Promised {
	readonly text: string;
	readonly holds: (figures: Figures) => boolean;
}

/** What happens beside the traffic; answers what was seen. */
export type Happening<P extends Place = Place> = (stage: Stage<P>, traffic: Traffic) => Promise<readonly string[]>;

/** A scenario, as data. */
export interface Scenario<P extends Place = Place> extends Partial<Pick<Manner, 'node' | 'options' | 'again'>> {
	readonly name: string;
	readonly send: Send;
	/** How many recipients that provoke nothing. */
	readonly items: number;
	/** Recipients in front of them. */
	readonly before?: (sandbox: Sandbox) => readonly Item[];
	/** Items that one call of the webhook brings; all of them when left out. */
	readonly batch?: number;
	/** Executions under way at the most; 1 when left out. */
	readonly atOnce?: number;
	/** Settings of the sandbox's clouds, by vendor. */
	readonly settings?: readonly { readonly vendor: string; readonly setting: string; readonly value: number }[];
	readonly happening?: Happening<P>;
	/** What happens when all recipients were handed over and nothing is under way any more. */
	readonly afterwards?: Happening<P>;
	/** What is promised beside what is promised of every scenario; undefined where it only shows what happens. */
	readonly promised: readonly Promised[] | undefined;
}

/** Promised of every scenario. */
const always: readonly Promised[] = [
	{ text: 'nobody was sent to twice', holds: ({ doubles }) => doubles === 0 },
	{ text: 'n8n knows what became of every recipient', holds: ({ lost }) => lost.length === 0 },
];

/** Puts the sandbox's credentials into n8n. */
export async function enter<P extends Place>(place: P, sandbox: Sandbox, signal: AbortSignal): Promise<Stage<P>> {
	return { place, sandbox, credentials: await bringCredentials(place.session, sandbox.url), signal };
}

const batchesOf = (items: readonly Item[], size: number): Item[][] =>
	Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const brokenOf = (promised: readonly Promised[] | undefined, figures: Figures): string[] =>
	promised === undefined ? [] : [...always, ...promised].filter(({ holds }) => !holds(figures)).map(({ text }) => text);

async function carriedOut<P extends Place>(stage: Stage<P>, scenario: Scenario<P>, tally: Tally, first: number): Promise<Row> {
	const { place, sandbox, credentials, signal } = stage;
	const { name, send, before, batch = Infinity, atOnce = 1, again = false, options = {}, node = {}, happening, afterwards, promised } = scenario;
	const workflow = await publish(place.session, name, send, credentials.get(send.credential) ?? '', { options, again, node });
	const traffic = new Traffic(place, workflow, tally, signal);
	const items = [...(before?.(sandbox) ?? []), ...itemsFrom(first, scenario.items)];
	const [remarks = []] = await Promise.all([
		happening?.(stage, traffic),
		traffic.postAll(batchesOf(items, Math.min(batch, items.length)), atOnce),
	]);
	const later = afterwards === undefined ? [] : await traffic.settled().then(async () => await afterwards(stage, traffic));
	const withoutEnd = await traffic.withoutEnd();
	const figures = await traffic.figures();
	const more = withoutEnd === 0 ? [] : [`n8n never noted the end of ${String(withoutEnd)} executions`];
	return { scenario: name, shown: promised === undefined, ...figures, remarks: [...remarks, ...later, ...more], broken: brokenOf(promised, figures) };
}

/**
 * Runs a scenario.
 *
 * @param first - tells its numbers from those of the other scenarios
 */
export async function runScenario<P extends Place>(stage: Stage<P>, scenario: Scenario<P>, first: number): Promise<Row> {
	const { sandbox } = stage;
	sandbox.reset();
	for (const { vendor, setting, value } of scenario.settings ?? []) sandbox.set(vendor, setting, value);
	const tally = new Tally(sandbox.inbox, scenario.send.api);
	try {
		return await carriedOut(stage, scenario, tally, first);
	} finally {
		tally.end();
	}
}
