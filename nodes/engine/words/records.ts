/** Guards for data that nobody has checked yet: answers, expressions, what n8n hands over. */

/** An object with names. */
export type DataRecord = Readonly<Record<string, unknown>>;

/** Whether a value is an object with names: no list, no null. */
export const isRecord = (value: unknown): value is DataRecord =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value where it is a text; the empty text where it is anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** n8n's resource locator carries its value inside; everything else is the value itself. */
export const unwrapped = (value: unknown): unknown =>
	isRecord(value) && '__rl' in value && 'value' in value ? value['value'] : value;
