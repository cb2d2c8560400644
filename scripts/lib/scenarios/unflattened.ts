/** The data of an execution as n8n keeps it: a list of parts, in which a text inside a part is the number of another part. */

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/**
 * Puts the parts together again. Each is put together once, so that parts that lead back to themselves end.
 *
 * @param text - as n8n answers it
 * @throws SyntaxError where it is no JSON
 */
export function unflattened(text: string): unknown {
	const read: unknown = JSON.parse(text);
	const parts = isList(read) ? read : [];
	const known = new Map<number, unknown>();
	const valueOf = (value: unknown): unknown => (typeof value === 'string' ? partAt(Number(value)) : value);
	function partAt(index: number): unknown {
		if (known.has(index)) return known.get(index);
		const part = parts[index];
		if (typeof part !== 'object' || part === null) return part;
		const whole: object = isList(part) ? [] : {};
		known.set(index, whole);
		for (const [name, value] of Object.entries(part)) Reflect.set(whole, name, valueOf(value));
		return whole;
	}
	return partAt(0);
}
