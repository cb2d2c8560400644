/** Holds callers to the documented number of requests a second. */
export class Pace {
	private readonly taken = new Map<string, number[]>();

	/** @param now - gives the time in milliseconds. */
	constructor(private readonly now: () => number) {}

	/** Takes one request, unless as many as allowed were taken in the last second. */
	take(key: string, perSecond: number): boolean {
		const from = this.now() - 1000;
		const recent = (this.taken.get(key) ?? []).filter((at) => at > from);
		const free = recent.length < perSecond;
		if (free) recent.push(this.now());
		this.taken.set(key, recent);
		return free;
	}
}
