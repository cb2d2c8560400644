/** Checks a value against what the vendor's page allows. Says what is allowed, never what was given. */
import { readAs, type Unread } from './reading';
import type {
	ChoiceField,
	Field,
	FlagField,
	IntegerField,
	ListField,
	TextField,
	TextFormat,
	TextReading,
	Values,
} from '../words/operation';

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

type Given<F> = (field: F, given: unknown, values: Values, fields: readonly Field[]) => Checked;

const listed = (texts: readonly string[], word: 'or' | 'and'): string =>
	texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1) ?? ''}`;

const refusal = (field: Field, allowed: string, todo = 'Correct the value'): Checked => ({
	problem: { code: 'Local.InvalidParameter', field: field.wire, happened: `'${field.label}' must be ${allowed}`, todo },
});

const missing = (field: Field): Checked => ({
	problem: {
		code: 'Local.MissingParameter',
		field: field.wire,
		happened: `'${field.label}' is empty`,
		todo: `Fill in '${field.label}', or check the expression that should give it`,
	},
});

/** Texts that were numbers in the workflow's data stay what they were; other kinds of data are no text. */
function asText(given: unknown): string | undefined {
	if (typeof given === 'string') return given;
	if (typeof given === 'bigint' || (typeof given === 'number' && Number.isSafeInteger(given))) return String(given);
	return undefined;
}

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

const unread = (field: Field, words: Unread): Checked => ({ problem: { code: 'Local.InvalidParameter', field: field.wire, ...words } });

const readingOf = (field: TextField, values: Values): TextReading | undefined =>
	pickedBy(field.readsBy, field.readsBy?.readings, values) ?? field.reads;

/** The name that the form shows for a value of a field. */
function shownName(wire: string, value: string, fields: readonly Field[]): string {
	const field = fields.find((one) => one.wire === wire);
	const choice = field?.type === 'choice' ? field.choices.find((one) => String(one.value) === value) : undefined;
	return choice?.name ?? value;
}

/** Where a text has no form that it must have, but the one that another choice elsewhere asks for: says so. */
function otherChoice(field: TextField, text: string, values: Values, fields: readonly Field[]): Checked | undefined {
	const { formatBy, readsBy } = field;
	const chosen = formatBy === undefined ? undefined : values[formatBy.field];
	if (formatBy === undefined || chosen === undefined) return undefined;
	const fitting = Object.entries(formatBy.formats).find(([value, { test }]) => {
		if (value === String(chosen)) return false;
		const reading = readsBy?.readings[value];
		const read = reading === undefined ? { text } : readAs(reading, field, text, values, fields);
		return 'text' in read && test(read.text);
	});
	if (fitting === undefined) return undefined;
	const label = fields.find(({ wire }) => wire === formatBy.field)?.label ?? formatBy.field;
	const [is, fits] = [String(chosen), fitting[0]].map((value) => shownName(formatBy.field, value, fields));
	return unread(field, {
		happened: `'${label}' is ${is ?? ''}, and what '${field.label}' holds fits ${fits ?? ''}`,
		todo: `Choose ${fits ?? ''} in '${label}', or correct '${field.label}'`,
	});
}

/** What stands against a text that was read, as far as the declaration says. */
function judged(field: TextField, text: string, given: unknown, values: Values, fields: readonly Field[]): Checked {
	if (/\p{Surrogate}/u.test(text)) return refusal(field, 'text without broken characters');
	if (field.place === 'header' && !/^[\x20-\x7e]*$/.test(text)) return refusal(field, 'plain letters, digits and signs');
	if (field.refused?.some((one) => one === text) === true) {
		return unread(field, {
			happened: `'${field.label}' must not be ${listed(field.refused, 'or')}`,
			todo: 'The vendor refuses these: use another value',
		});
	}
	const broken = formatsOf(field, values).find(({ test }) => !test(text));
	if (broken) return otherChoice(field, text, values, fields) ?? refusal(field, broken.allowed, lostZero(field, given));
	if (field.sameAs !== undefined && values[field.sameAs] !== text) {
		const twin = fields.find(({ wire }) => wire === field.sameAs);
		return refusal(field, `the same as '${twin?.label ?? field.sameAs}'`);
	}
	return { value: text };
}

const checkText: Given<TextField> = (field, given, values, fields) => {
	const raw = asText(given);
	if (raw === undefined) return refusal(field, 'text', `Check the expression in '${field.label}'`);
	const trimmed = field.verbatim === true ? raw : raw.trim();
	const reading = readingOf(field, values);
	const read = reading === undefined || trimmed === '' ? { text: trimmed } : readAs(reading, field, trimmed, values, fields);
	if (!('text' in read)) return otherChoice(field, trimmed, values, fields) ?? unread(field, read);
	if (read.text === '') return field.required ? missing(field) : { value: undefined };
	return judged(field, read.text, given, values, fields);
};

/** A value as people write it: capitals, dashes and spaces make no difference where they tell no two values apart. */
const loosely = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/[-_\s]/g, '');

/** More characters than the value of any choice has. */
const longestChoice = 64;

function chosenOf({ choices }: ChoiceField, text: string): Values[string] | undefined {
	const exact = choices.find(({ value }) => String(value) === text);
	if (exact !== undefined || text.length > longestChoice) return exact?.value;
	const alike = choices.filter(({ value }) => typeof value === 'string' && loosely(value) === loosely(text));
	return alike.length === 1 ? alike[0]?.value : undefined;
}

const checkChoice: Given<ChoiceField> = (field, given) => {
	const text = asText(given)?.trim();
	if (text === '') return field.required ? missing(field) : { value: undefined };
	const chosen = text === undefined ? undefined : chosenOf(field, text);
	if (chosen !== undefined) return { value: chosen };
	if (field.open === true && text !== undefined && !/\p{Surrogate}/u.test(text)) return { value: text };
	const allowed =
		field.choices.length > 12
			? 'one of the documented values'
			: `one of ${listed(field.choices.map(({ value, name }) => `${String(value)} (${name})`), 'or')}`;
	return refusal(field, allowed, 'Choose a value from the list');
};

const checkInteger: Given<IntegerField> = (field, given) => {
	const text = asText(given)?.trim();
	if (text === '') return field.required ? missing(field) : { value: undefined };
	const number = text !== undefined && /^-?\d+$/.test(text) ? Number(text) : NaN;
	const [least, most] = field.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
	if (Number.isSafeInteger(number) && number >= least && number <= most) return { value: number };
	return refusal(field, field.range ? `a whole number from ${String(least)} to ${String(most)}` : 'a whole number');
};

const checkFlag: Given<FlagField> = (field, given) => {
	if (typeof given === 'boolean') return { value: given };
	if (given === 'true' || given === 'false') return { value: given === 'true' };
	return refusal(field, 'true or false');
};

const checkList: Given<ListField> = (field, given) => {
	const entries = Array.isArray(given) ? given.map(asText) : asText(given)?.split(',');
	if (entries === undefined || entries.includes(undefined)) return refusal(field, 'texts with commas between them');
	const texts = entries.map((entry) => entry?.trim() ?? '').filter((entry) => entry !== '');
	if (texts.length === 0) return field.required ? missing(field) : { value: undefined };
	if (field.most !== undefined && texts.length > field.most) return refusal(field, `${String(field.most)} entries at the most`);
	return { value: texts };
};

/**
 * Checks one value.
 *
 * @param given - what n8n read; null and undefined stand for a value that is not set.
 * @param values - the values of the fields before this one, by name on the wire.
 * @param fields - all fields of the operation, for labels.
 */
export function check(field: Field, given: unknown, values: Values, fields: readonly Field[]): Checked {
	if (given === null || given === undefined) return field.required ? missing(field) : { value: undefined };
	switch (field.type) {
		case 'text': {
			const checked = checkText(field, given, values, fields);
			return field.display === true && 'problem' in checked ? { value: undefined } : checked;
		}
		case 'choice':
			return checkChoice(field, given, values, fields);
		case 'integer':
			return checkInteger(field, given, values, fields);
		case 'flag':
			return checkFlag(field, given, values, fields);
		case 'list':
			return checkList(field, given, values, fields);
	}
}
