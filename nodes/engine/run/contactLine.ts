/** Items of a run for the same contact: one after the other, in the order of the items. All others go side by side. */

/**
 * What changes something for a contact waits until the item before it has its answer. Side by side the later of two
 * messages could arrive first, and a wrong code could be asked about while a right one is on its way.
 */
export class ContactLine {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Does an item's work when it is its turn. The place in the line is taken before the first await.
	 *
	 * @param contact - names whom it is about; undefined for work that may be done at any time.
	 */
	async inOrder<T>(contact: string | undefined, work: () => Promise<T>): Promise<T> {
		if (contact === undefined) return await work();
		const mine = this.last.get(contact)?.then(work, work) ?? work();
		this.last.set(contact, mine);
		try {
			return await mine;
		} finally {
			if (this.last.get(contact) === mine) this.last.delete(contact);
		}
	}
}
