/** Whether a process that worked for a while keeps what it should have given back. */
import type { Look, Signals } from './probe';

/** A look with the traffic that had gone before it. */
export interface Sample extends Look {
	/** Minutes since the traffic began. */
	readonly minute: number;
	/** Items that had been worked on. */
	readonly items: number;
}

/**
 * Growth of the heap that counts as flat, as a part of it: n8n's own lists, and the optimised code of the engine,
 * which come and go, are within it.
 */
const flatWithin = 0.05;

const median = (values: readonly number[]): number => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;

/**
 * How much the heap grew, as a part of it: the median of the last third of the looks over that of the second third.
 * In the first third n8n loads what it needs, and the engine of JavaScript compiles it.
 */
export function growthOf(samples: readonly Sample[]): number {
	const third = Math.floor(samples.length / 3);
	const heaps = samples.map(({ heapMb }) => heapMb);
	return median(heaps.slice(-third)) / median(heaps.slice(third, samples.length - third)) - 1;
}

/** Kinds of resources of which more are there than at first. */
const leftOver = (first: Look, last: Look): string[] =>
	Object.entries(last.resources)
		.filter(([kind, count]) => count > (first.resources[kind] ?? 0))
		.map(([kind, count]) => `${String(count - (first.resources[kind] ?? 0))} more of ${kind}`);

/** A look at everything, when nothing is under way. */
export interface Rest {
	readonly look: Look;
	readonly signals: Signals;
}

/**
 * What is not as it should be, as sentences; none when all is well.
 *
 * @param first - before the traffic that is measured
 * @param samples - while the traffic went on, in pauses of it
 * @param last - when it was over and every time-out had passed
 */
export function judged(first: Rest, samples: readonly Sample[], last: Rest): readonly string[] {
	const growth = growthOf(samples);
	const left = leftOver(first.look, last.look);
	const listeners = last.signals.listeners - first.signals.listeners;
	const alive = last.signals.alive - first.signals.alive;
	return [
		...(growth <= flatWithin ? [] : [`The heap grew by ${(growth * 100).toFixed(1)} % from the second third to the last; ${String(flatWithin * 100)} % count as flat.`]),
		...(left.length === 0 ? [] : [`Left behind: ${left.join(', ')}.`]),
		...(listeners <= 0 ? [] : [`${String(listeners)} more listeners for an abort than at first.`]),
		...(alive <= 0 ? [] : [`${String(alive)} more signals for an abort than at first.`]),
	];
}
