/** Checks a value against what the vendor's page allows. */
import { checkText } from './checkText';
import type { RawParameter } from './parameters';
import { asText, type Checked, type FieldCheck, type ItemRefusal, joinedWords, missing, notAllowed, unresolved } from './refusals';
import type { ChoiceField, Field, FlagField, IntegerField, ListField, Values } from '../words/operation';

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

const checkChoice: FieldCheck<ChoiceField> = (field, given) => {
	const text = asText(given)?.trim();
	if (text === '') return field.required ? missing(field) : { value: undefined };
	const chosen = text === undefined ? undefined : chosenOf(field, text);
	if (chosen !== undefined) return { value: chosen };
	if (field.open === true && text !== undefined && !/\p{Surrogate}/u.test(text)) return { value: text };
	const allowed =
		field.choices.length > 12
			? 'one of the documented values'
			: `one of ${joinedWords(field.choices.map(({ value, name }) => `${String(value)} (${name})`), 'or')}`;
	return notAllowed(field, allowed, 'Choose a value from the list');
};

const checkInteger: FieldCheck<IntegerField> = (field, given) => {
	const text = asText(given)?.trim();
	if (text === '') return field.required ? missing(field) : { value: undefined };
	const number = text !== undefined && /^-?\d+$/.test(text) ? Number(text) : NaN;
	const [least, most] = field.range ?? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
	if (Number.isSafeInteger(number) && number >= least && number <= most) return { value: number };
	return notAllowed(field, field.range ? `a whole number from ${String(least)} to ${String(most)}` : 'a whole number');
};

const checkFlag: FieldCheck<FlagField> = (field, given) => {
	if (typeof given === 'boolean') return { value: given };
	if (given === 'true' || given === 'false') return { value: given === 'true' };
	return notAllowed(field, 'true or false');
};

const checkList: FieldCheck<ListField> = (field, given) => {
	const entries = Array.isArray(given) ? given.map(asText) : asText(given)?.split(',');
	if (entries === undefined || entries.includes(undefined)) return notAllowed(field, 'texts with commas between them');
	const texts = entries.map((entry) => entry?.trim() ?? '').filter((entry) => entry !== '');
	if (texts.length === 0) return field.required ? missing(field) : { value: undefined };
	if (field.most !== undefined && texts.length > field.most) return notAllowed(field, `${String(field.most)} entries at the most`);
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
			return field.display === true && 'refusal' in checked ? { value: undefined } : checked;
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

/** A field with what was given for it. */
export interface ReadField {
	readonly field: Field;
	readonly raw: RawParameter;
}

/**
 * Checks the fields of a call one after the other: what one allows may depend on those before it.
 *
 * @param read - all fields of the call, in the order of its declaration.
 * @returns the values that are set, by name on the wire, or the first refusal.
 */
export function checkAll(read: readonly ReadField[]): { readonly values: Values } | { readonly refusal: ItemRefusal } {
	const fields = read.map(({ field }) => field);
	const values: Record<string, Values[string]> = {};
	for (const { field, raw } of read) {
		if ('unresolved' in raw) return { refusal: unresolved(field.wire, field.label) };
		const result = check(field, raw.given, values, fields);
		if ('refusal' in result) return result;
		if (result.value !== undefined) values[field.wire] = result.value;
	}
	return { values };
}
