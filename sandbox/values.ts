/** Reads values whose types the gate has checked. */
export type Given = Readonly<Record<string, unknown>>;

/** A text; empty when the caller left it out. */
export const text = (values: Given, name: string): string => {
	const value = values[name];
	return typeof value === 'string' ? value : '';
};

/** A whole number, or what counts when the caller left it out. */
export const whole = (values: Given, name: string, otherwise: number): number => {
	const value = values[name];
	return typeof value === 'number' ? value : otherwise;
};

/** One page of a list. */
export const pageOf = <T>(entries: readonly T[], offset: number, limit: number): readonly T[] =>
	entries.slice(offset, offset + limit);
