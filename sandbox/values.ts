/** Reads values whose types the gate has checked. */
export type Given = Readonly<Record<string, unknown>>;

/** A text; empty when the caller left it out. */
export const text = (values: Given, name: string): string => {
	const value = values[name];
	return typeof value === 'string' ? value : '';
};

/** Whether a text has the form of a mail address. Longer than RFC 5321 allows is none. */
export const isAddress = (value: string): boolean => value.length <= 254 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value);

/** A whole number; undefined when the caller left it out. */
export const wholeIn = (values: Given, name: string): number | undefined => {
	const value = values[name];
	return typeof value === 'number' ? value : undefined;
};
