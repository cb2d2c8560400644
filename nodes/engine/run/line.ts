/** Work of the same name: one after the other, in the order in which it came. All other work goes side by side. */

/** Lets wait what must not overtake or overlap what came before it. */
export class Line {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Does a work when it is its turn, whatever became of the one before. The place in the line is taken before the first
	 * await.
	 *
	 * @param name - of the line; undefined for work that may be done at any time.
	 */
	async inOrder<T>(name: string | undefined, work: () => Promise<T>): Promise<T> {
		if (name === undefined) return await work();
		const mine = this.last.get(name)?.then(work, work) ?? work();
		this.last.set(name, mine);
		try {
			return await mine;
		} finally {
			if (this.last.get(name) === mine) this.last.delete(name);
		}
	}
}
