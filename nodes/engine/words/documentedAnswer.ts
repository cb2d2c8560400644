/** What a declaration says of an answer: its fields, and whether data is such an answer, which one of another make is not. */
import type { AnswerField, Operation } from './operation';
import { type DataRecord, isRecord } from './records';

/** A documented field at the top of an answer, with the names of what is inside it. */
interface TopField {
	readonly name: string;
	readonly type: AnswerField['type'];
	/** Empty where the declaration names nothing inside. */
	readonly inside: readonly string[];
}

/** `Data[].Code` by its parts: `Data`, `[].`, `Code`. */
const parts = /^([^.[]+)(\[\]\.|\.)?([^.[]*)/;

function topFields(answer: readonly AnswerField[]): TopField[] {
	const fields = new Map<string, TopField>();
	for (const { wire, type } of answer) {
		const [, name = wire, link = '', within = ''] = parts.exec(wire) ?? [];
		const known = fields.get(name) ?? {
			name,
			type: link === '' ? type : link === '.' ? 'object' : 'array',
			inside: [],
		};
		fields.set(name, { ...known, inside: within === '' ? known.inside : [...known.inside, within] });
	}
	return [...fields.values()];
}

const hasOneOf = (value: unknown, names: readonly string[]): boolean =>
	isRecord(value) && (names.length === 0 || names.some((name) => Object.hasOwn(value, name)));

function isOfType(value: unknown, { type, inside }: TopField): boolean {
	switch (type) {
		case 'string':
			return typeof value === 'string';
		case 'integer':
			return Number.isInteger(value);
		case 'boolean':
			return typeof value === 'boolean';
		case 'object':
			return hasOneOf(value, inside);
		case 'array':
			return Array.isArray(value) && (inside.length === 0 || value.every((entry) => hasOneOf(entry, inside)));
	}
}

/** Where the data of one item begins in a declared answer: at its top, or in an entry of the list, such as `Data[].`. */
export const itemPrefix = ({ listing }: Operation): string => (listing === undefined ? '' : `${listing.entries}[].`);

/** Declared fields right below a prefix, each with its name there; those that lie deeper are left to their parents. */
export const fieldsBelow = (
	fields: readonly AnswerField[],
	prefix: string,
): ReadonlyArray<{ readonly name: string; readonly field: AnswerField }> =>
	fields
		.filter(({ wire }) => wire.startsWith(prefix) && !/[.[]/.test(wire.slice(prefix.length)))
		.map((field) => ({ name: field.wire.slice(prefix.length), field }));

/** Names under which contacts stand in an answer, each without those of what it lies in. */
export const contactNamesIn = ({ answer }: Operation): ReadonlySet<string> =>
	new Set(answer.filter(({ contact }) => contact === true).map(({ wire }) => wire.split('.').at(-1) ?? wire));

/**
 * Whether data is what a declaration documents: what the answer is about stands there (the entries of a list,
 * else the field that is documented first), each documented field at the top has its type or is null, and each
 * entry has one documented field at least. Fields that are not documented are no contradiction.
 */
export function isAsDocumented({ answer, listing }: Operation, data: DataRecord): boolean {
	const fields = topFields(answer);
	const subject = listing?.entries ?? fields[0]?.name;
	return fields.every((field) => {
		const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined;
		if (value === undefined || value === null) return field.name !== subject;
		return isOfType(value, field);
	});
}

/** Names, without case and signs, under which a refusal stands in answers of any make. */
const refusalNames = new Set('err errcode errmsg error errorcode errormessage errormsg errors exception fault'.split(' '));

/** The same for names that say yes or no, and what stands there when it is a yes. */
const verdictNames = new Set('code result success verified'.split(' '));
const isYes = (value: unknown): boolean =>
	value === true || value === 0 || (typeof value === 'string' && /^(?:0+|ok|success|true)$/i.test(value.trim()));

const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Whether data beside a yes of the envelope says no, by a name that is not documented: then nobody knows what happened.
 */
export function saysNo({ answer }: Operation, data: DataRecord): boolean {
	return Object.entries(data).some(([name, value]) => {
		if (isNothing(value) || answer.some(({ wire }) => wire === name)) return false;
		const plain = name.toLowerCase().replace(/[_-]/g, '');
		return (refusalNames.has(plain) && value !== false && value !== 0) || (verdictNames.has(plain) && !isYes(value));
	});
}
