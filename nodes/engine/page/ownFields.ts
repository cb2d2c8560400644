/** The operator's own fields on the first page: what they ask, and what a person may answer. */
import { DateTime } from 'luxon';
import { emailAddress } from '../words/formats';
import { isOwnFieldType, type OwnFieldType } from '../words/pages';
import { type DataRecord, isRecord, textOf } from '../words/records';
import type { Said } from './seal';

/** One field of the operator's own. */
export interface OwnField {
	/** Name in the page. */
	readonly input: string;
	/** Name in the item that starts the workflow. */
	readonly name: string;
	readonly label: string;
	readonly type: OwnFieldType;
	readonly placeholder: string;
	readonly required: boolean;
	/** What a dropdown offers. */
	readonly options: readonly string[];
}

/** Most fields of a page. */
export const mostOwnFields = 20;

/** The longest answer, in characters. */
export const longestAnswer = 2000;

const optionsOf = (value: unknown): string[] => {
	const values: unknown = isRecord(value) ? value['values'] : undefined;
	return (Array.isArray(values) ? values : []).map((entry) => (isRecord(entry) ? textOf(entry['option']).trim() : '')).filter((one) => one !== '');
};

/** Reads the collection in which n8n keeps them. */
export function readOwnFields({ values }: DataRecord): OwnField[] {
	const rows = Array.isArray(values) ? values.filter(isRecord) : [];
	return rows.flatMap((row, index) => {
		const label = textOf(row['fieldLabel']).trim();
		const type = isOwnFieldType(row['fieldType']) ? row['fieldType'] : 'text';
		if (label === '') return [];
		return [
			{
				input: `own${String(index)}`,
				name: textOf(row['fieldName']).trim() || label,
				label,
				type,
				placeholder: textOf(row['placeholder']),
				required: row['requiredField'] === true,
				options: optionsOf(row['fieldOptions']),
			},
		];
	});
}

const longestOf = ({ type }: OwnField): number => (type === 'textarea' ? longestAnswer : 300);

function fits(field: OwnField, text: string): boolean {
	switch (field.type) {
		case 'email':
			return emailAddress.test(text);
		case 'number':
			return Number.isFinite(Number(text));
		case 'date':
			return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid;
		case 'dropdown':
			return field.options.includes(text);
		case 'checkbox':
			return text === 'yes';
		default:
			return true;
	}
}

/** What is said of the answers; undefined where all are in order. */
export function checkOwnFields(fields: readonly OwnField[], entries: Readonly<Record<string, string>>): Said | undefined {
	for (const field of fields) {
		const text = (entries[field.input] ?? '').trim();
		if (text === '' && field.required) return { word: 'fillIn', filling: { field: field.label }, field: field.input };
		if (text !== '' && (text.length > longestOf(field) || !fits(field, text))) {
			return { word: 'checkField', filling: { field: field.label }, field: field.input };
		}
	}
	return undefined;
}

/** The answers as they stand in the item, by the names of the fields. */
export const ownAnswers = (fields: readonly OwnField[], entries: Readonly<Record<string, string>>): Record<string, string | number | boolean> =>
	Object.fromEntries(
		fields.map((field): [string, string | number | boolean] => {
			const text = (entries[field.input] ?? '').trim();
			if (field.type === 'checkbox') return [field.name, text === 'yes'];
			return [field.name, field.type === 'number' && text !== '' ? Number(text) : text];
		}),
	);
