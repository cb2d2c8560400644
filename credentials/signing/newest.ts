/** What a process remembers and must not remember for ever. */

/**
 * Remembers a value as the newest, and forgets the oldest of more than there may be.
 *
 * @param kept - from the oldest to the newest, as this function leaves it.
 * @param most - how many there may be.
 */
export function keepNewest<Value>(kept: Map<string, Value>, name: string, value: Value, most: number): void {
	kept.delete(name);
	kept.set(name, value);
	for (const oldest of kept.keys()) {
		if (kept.size <= most) return;
		kept.delete(oldest);
	}
}
