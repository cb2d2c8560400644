/** Texts: how they are read, and what they may be. */
import { readAs, type ReadText } from './reading';
import { asText, type Checked, type FieldCheck, invalid, joinedWords, missing, notAllowed } from './refusals';
import type { Field, TextField, TextFormat, Values } from '../words/operation';

const lostZero = (field: Field, given: unknown): string =>
	typeof given === 'number'
		? `The expression gives a number, which has no leading zeros: give '${field.label}' as text`
		: 'Correct the value';

function lengthOf({ length }: TextField): TextFormat | undefined {
	if (length === undefined) return undefined;
	const [least, most] = length;
	return {
		allowed: least === most ? `${String(least)} characters long` : `${String(least)} to ${String(most)} characters long`,
		test: (text) => text.length >= least && text.length <= most,
	};
}

/** What another field's value picks among several forms or readings. */
const pickedBy = <T>(by: { readonly field: string } | undefined, among: Readonly<Record<string, T>> | undefined, values: Values) => {
	const other = by === undefined ? undefined : values[by.field];
	return other === undefined ? undefined : among?.[String(other)];
};

function formatsOf(field: TextField, values: Values): TextFormat[] {
	const byOther = pickedBy(field.formatBy, field.formatBy?.formats, values);
	return [lengthOf(field), field.format, byOther].filter((format) => format !== undefined);
}

/** The name that the form shows for a value of a field. */
function shownName(wire: string, value: string, fields: readonly Field[]): string {
	const field = fields.find((one) => one.wire === wire);
	const choice = field?.type === 'choice' ? field.choices.find((one) => String(one.value) === value) : undefined;
	return choice?.name ?? value;
}

/** The first form of those that another field chooses between that a text has: that field's value, and the text as read. */
function fittingForm(field: TextField, text: string, values: Values, fields: readonly Field[]) {
	for (const [value, { test }] of Object.entries(field.formatBy?.formats ?? {})) {
		const reading = field.readsBy?.readings[value];
		const read = reading === undefined ? { text } : readAs(reading, field, text, values, fields);
		if ('text' in read && test(read.text)) return { value, text: read.text };
	}
	return undefined;
}

/** Where a text has no form that it must have, but the one that another choice elsewhere asks for: says so. */
function otherChoice(field: TextField, text: string, values: Values, fields: readonly Field[]): Checked | undefined {
	const wire = field.formatBy?.field ?? '';
	const chosen = values[wire];
	const fitting = chosen === undefined ? undefined : fittingForm(field, text, values, fields);
	if (chosen === undefined || fitting === undefined || fitting.value === String(chosen)) return undefined;
	const label = fields.find((one) => one.wire === wire)?.label ?? wire;
	const [is, fits] = [shownName(wire, String(chosen), fields), shownName(wire, fitting.value, fields)];
	const happened = `'${label}' is ${is}, and what '${field.label}' holds fits ${fits}`;
	const todo = `Choose ${fits} in '${label}', or correct '${field.label}'`;
	return { refusal: invalid(field.wire, { happened, todo }) };
}

/** Reads a text as its declaration says; where the field that decides is left out, in the way that fits. */
function readText(field: TextField, text: string, values: Values, fields: readonly Field[]): ReadText {
	const { readsBy } = field;
	if (text === '') return { text };
	if (readsBy !== undefined && values[readsBy.field] === undefined) {
		return { text: fittingForm(field, text, values, fields)?.text ?? text };
	}
	const reading = pickedBy(readsBy, readsBy?.readings, values) ?? field.reads;
	return reading === undefined ? { text } : readAs(reading, field, text, values, fields);
}

/** What stands against a text that was read, as far as the declaration says. */
function judged(field: TextField, text: string, given: unknown, values: Values, fields: readonly Field[]): Checked {
	if (/\p{Surrogate}/u.test(text)) return notAllowed(field, 'text without broken characters');
	if (field.place === 'header' && !/^[\x20-\x7e]*$/.test(text)) return notAllowed(field, 'plain letters, digits and signs');
	if (field.refused?.some((one) => one === text) === true) {
		const happened = `'${field.label}' must not be ${joinedWords(field.refused, 'or')}`;
		return { refusal: invalid(field.wire, { happened, todo: 'The vendor refuses these: use another value' }) };
	}
	const broken = formatsOf(field, values).find(({ test }) => !test(text));
	if (broken) return otherChoice(field, text, values, fields) ?? notAllowed(field, broken.allowed, lostZero(field, given));
	if (field.sameAs !== undefined && values[field.sameAs] !== text) {
		const twin = fields.find(({ wire }) => wire === field.sameAs);
		return notAllowed(field, `the same as '${twin?.label ?? field.sameAs}'`);
	}
	return { value: text };
}

/** Checks a text: reads it as people write it, then holds it against what the vendor's page allows. */
export const checkText: FieldCheck<TextField> = (field, given, values, fields) => {
	const raw = asText(given);
	if (raw === undefined) return notAllowed(field, 'text', `Check the expression in '${field.label}'`);
	const trimmed = field.verbatim === true ? raw : raw.trim();
	const read = readText(field, trimmed, values, fields);
	if (!('text' in read)) return otherChoice(field, trimmed, values, fields) ?? { refusal: invalid(field.wire, read) };
	if (read.text === '') return field.required ? missing(field) : { value: undefined };
	return judged(field, read.text, given, values, fields);
};
