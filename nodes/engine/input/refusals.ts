/**
 * What a checked value comes to, and the words in which one is refused. They say what is allowed, and of what was given
 * at most the country code.
 */
import type { Field, Values } from '../words/operation';

/** What is wrong with a value, in the words of the form. */
export interface Problem {
	/** Name on the wire. */
	readonly field: string;
	/** What happened, without full stop. */
	readonly happened: string;
	/** What to do, without full stop. */
	readonly todo: string;
}

/** A value of the vendor's type, nothing where an optional one is not set, or what is wrong. */
export type Checked =
	| { readonly value: Values[string] | undefined }
	| { readonly problem: Problem & { readonly code: 'Local.MissingParameter' | 'Local.InvalidParameter' } };

/** How a field of one type is checked. */
export type Given<F> = (field: F, given: unknown, values: Values, fields: readonly Field[]) => Checked;

/** Texts in a sentence: `a, b or c`. */
export const joinedWords = (texts: readonly string[], word: 'or' | 'and'): string =>
	texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;

/** A value is not what is allowed. */
export const refusal = (field: Field, allowed: string, todo = 'Correct the value'): Checked => ({
	problem: { code: 'Local.InvalidParameter', field: field.wire, happened: `'${field.label}' must be ${allowed}`, todo },
});

/** A required value is not there. */
export const missing = (field: Field): Checked => ({
	problem: {
		code: 'Local.MissingParameter',
		field: field.wire,
		happened: `'${field.label}' is empty`,
		todo: `Fill in '${field.label}', or check the expression that should give it`,
	},
});

/** Texts that were numbers in the workflow's data stay what they were; other kinds of data are no text. */
export function asText(given: unknown): string | undefined {
	if (typeof given === 'string') return given;
	if (typeof given === 'bigint' || (typeof given === 'number' && Number.isSafeInteger(given))) return String(given);
	return undefined;
}
