/** How often something was done under a name within a time; what has expired is forgotten, and there is an end to the names. */

/** In ms. */
export const hour = 3600 * 1000;

/** In ms. */
export const day = 24 * hour;

interface Counted {
	count: number;
	/** In ms since 1970. */
	until: number;
	/** In ms. */
	readonly window: number;
}

/** Most names of a kind. When they are all in use nothing more is let in: forgetting them would free who counts on it. */
export const mostNames = 100_000;

/** How often what has expired is looked for, in ms. */
const sweepEvery = 30_000;

/** Says from time to time that what has expired has to be looked for; after a clock was set back at once. */
export function sweeping(): (now: number) => boolean {
	let sweptAt = 0;
	return (now) => {
		if (now - sweptAt < sweepEvery && now >= sweptAt) return false;
		sweptAt = now;
		return true;
	};
}

/** Counts of one kind. What fills one kind leaves the room of the others as it is. */
export class Counts {
	private readonly entries = new Map<string, Counted>();
	private readonly isSweepDue = sweeping();

	/** A clock that was set back must not make anybody wait for as long. */
	private entryOf(name: string): Counted | undefined {
		const known = this.entries.get(name);
		if (known !== undefined) known.until = Math.min(known.until, Date.now() + known.window);
		return known;
	}

	private sweep(now: number): void {
		if (!this.isSweepDue(now)) return;
		for (const name of this.entries.keys()) if (this.until(name, now) === now) this.entries.delete(name);
	}

	/** Whether there is room for one more name. */
	hasRoom(now: number): boolean {
		this.sweep(now);
		return this.entries.size < mostNames;
	}

	/** How much was counted under a name. */
	of(name: string, now: number): number {
		const known = this.entryOf(name);
		return known !== undefined && known.until > now ? known.count : 0;
	}

	/** When what was counted under a name is forgotten, in ms since 1970; now where nothing is. */
	until(name: string, now: number): number {
		return Math.max(now, this.entryOf(name)?.until ?? now);
	}

	/** Counts one more under a name, for so many ms from the first on. */
	add(name: string, window: number, now: number): void {
		const known = this.entryOf(name);
		if (known !== undefined && known.until > now) known.count += 1;
		else this.entries.set(name, { count: 1, until: now + window, window });
	}

	/** Takes back what was counted at a time for something that did not come about. What has begun since is about others. */
	takeBack(name: string, countedAt: number): void {
		const known = this.entryOf(name);
		if (known === undefined || known.until - known.window > countedAt) return;
		known.count -= 1;
		if (known.count <= 0) this.entries.delete(name);
	}

	/** Forgets all of it. */
	clear(): void {
		this.entries.clear();
	}
}
