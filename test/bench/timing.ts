/** Times several ways to do one thing, so that what else the machine does falls on all of them alike. */

/** Something to time. A promise is waited for. */
export type Way = () => unknown;

/** The middle value; the lower of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted[(sorted.length - 1) >> 1];
	if (middle === undefined) throw new Error('There is no median of nothing');
	return middle;
}

/** How long one turn is, and how many there are. */
export interface Turns {
	/** Milliseconds of one turn. */
	readonly length: number;
	readonly count: number;
}

const usualTurns: Turns = { length: 60, count: 41 };

/** Microseconds for one call, over a turn of at least `length` ms. */
async function turn(way: Way, length: number): Promise<number> {
	const started = performance.now();
	let calls = 0;
	let spent = 0;
	while (spent < length) {
		for (let index = 0; index < 50; index += 1) {
			const result = way();
			if (result instanceof Promise) await result;
		}
		calls += 50;
		spent = performance.now() - started;
	}
	return (spent * 1000) / calls;
}

/**
 * Microseconds of one call of each way: the median of short turns, taken one after the other in a circle, after as
 * many turns whose figures are thrown away because code is still being compiled.
 */
export async function microseconds<Name extends string>(
	ways: Readonly<Record<Name, Way>>,
	{ length, count }: Turns = usualTurns,
): Promise<Readonly<Record<Name, number>>> {
	const names = Object.keys(ways) as Name[];
	const seen = new Map<Name, number[]>(names.map((name) => [name, []]));
	const warming = Math.ceil(count / 4);
	for (let index = 0; index < warming + count; index += 1) {
		for (const name of names) {
			const spent = await turn(ways[name], length);
			if (index >= warming) seen.get(name)?.push(spent);
		}
	}
	return Object.fromEntries(names.map((name) => [name, median(seen.get(name) ?? [])])) as Record<Name, number>;
}
