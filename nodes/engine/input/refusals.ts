/**
 * What a checked value comes to, and the words in which one is refused. They say what is allowed, and of what was given
 * at most the country code.
 */
import type { LocalCode } from '../words/localCodes';
import type { Advice, Field, Values } from '../words/operation';

/** Why an item is refused before anything is asked, in the words of the form. */
export interface ItemRefusal extends Advice {
	readonly code: LocalCode;
	/** The documented parameter by its name on the wire, or the option by its name. */
	readonly field: string;
}

/** A value of the vendor's type, nothing where an optional one is not set, or why it is refused. */
export type Checked = { readonly value: Values[string] | undefined } | { readonly refusal: ItemRefusal };

/** How a field of one type is checked. */
export type FieldCheck<F> = (field: F, given: unknown, values: Values, fields: readonly Field[]) => Checked;

/** Texts in a sentence: `a, b or c`. */
export const joinedWords = (texts: readonly string[], word: 'or' | 'and'): string =>
	texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;

/** A value is not what is allowed. */
export const mustBe = (label: string, allowed: string, todo = 'Correct the value'): Advice => ({
	happened: `'${label}' must be ${allowed}`,
	todo,
});

/** The refusal of a value that is there. */
export const invalid = (field: string, advice: Advice): ItemRefusal => ({ code: 'Local.InvalidParameter', field, ...advice });

/** The refusal of an expression that n8n could not resolve. */
export const unresolved = (field: string, label: string): ItemRefusal => ({
	code: 'Local.UnresolvedExpression',
	field,
	happened: `The expression in '${label}' could not be resolved`,
	todo: 'Open the node and look at the expression marked in red',
});

/** A field's value is not what is allowed. */
export const notAllowed = ({ wire, label }: Field, allowed: string, todo?: string): Checked => ({
	refusal: invalid(wire, mustBe(label, allowed, todo)),
});

/** A required value is not there. */
export const missing = ({ wire, label }: Field): Checked => ({
	refusal: {
		code: 'Local.MissingParameter',
		field: wire,
		happened: `'${label}' is empty`,
		todo: `Fill in '${label}', or check the expression that should give it`,
	},
});

/** Texts that were numbers in the workflow's data stay what they were; other kinds of data are no text. */
export function asText(given: unknown): string | undefined {
	if (typeof given === 'string') return given;
	if (typeof given === 'bigint' || (typeof given === 'number' && Number.isSafeInteger(given))) return String(given);
	return undefined;
}
