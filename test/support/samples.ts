/** Values that pass every documented limit, made from the declarations themselves. */
import type { INodeParameters } from 'n8n-workflow';
import { optionalFields, parameterName } from '../../nodes/engine/words/names';
import type { Field, Operation, TextField } from '../../nodes/engine/words/operation';

const candidates = ['18888888888', '852', '+86', '123456', 'name@example.com', 'Abc12345!', 'kghy_01', 'HK', 'n0v9tdme', 'cams-kei1', 'GMT+8', 'en-us', '2026-01-02 03:04:05'];

/** A value of a field, of the type that the vendor wants. */
type SampleValue = string | number | boolean | readonly string[];

function textSample(field: TextField, values: Readonly<Record<string, unknown>>): string {
	const { example, format, formatBy, length, refused, sameAs } = field;
	if (sameAs !== undefined) return String(values[sameAs]);
	const other = formatBy && formatBy.formats[String(values[formatBy.field])];
	const passes = (text: string) =>
		(format?.test(text) ?? true) &&
		(other?.test(text) ?? true) &&
		(length === undefined || (text.length >= length[0] && text.length <= length[1])) &&
		!(refused ?? []).includes(text);
	const found = [...(example === undefined ? [] : [example]), ...candidates].find(passes);
	if (found === undefined) throw new Error(`No sample value passes ${field.wire}`);
	return found;
}

function sampleOf(field: Field, values: Readonly<Record<string, unknown>>): SampleValue {
	switch (field.type) {
		case 'text':
			return textSample(field, values);
		case 'choice':
			return field.choices[0]?.value ?? '';
		case 'integer':
			return field.range?.[0] ?? 1;
		case 'flag':
			return true;
		case 'list':
			return ['one', 'two'];
	}
}

/** Which fields of an operation are filled in. */
export type Filled = 'required' | 'all';

/** Values by wire name that pass every check, of the type that the vendor wants. */
export function sampleValues({ fields }: Operation, filled: Filled = 'required'): Readonly<Record<string, SampleValue>> {
	const values: Record<string, SampleValue> = {};
	for (const field of fields) {
		if (field.required || filled === 'all') values[field.wire] = sampleOf(field, values);
	}
	return values;
}

/** As a person types it: a list has commas between its entries. */
const asTyped = (value: SampleValue): string | number | boolean => (typeof value === 'object' ? value.join(', ') : value);

/** Parameters with which an operation passes every check: resource, operation, and each field that is filled in. */
export function sampleParameters(operation: Operation, filled: Filled = 'required'): INodeParameters {
	const values = sampleValues(operation, filled);
	const entries = (required: boolean) =>
		operation.fields
			.filter((field) => field.required === required && field.wire in values)
			.map(({ wire }) => [parameterName(wire), asTyped(values[wire] ?? '')] as const);
	const optional = entries(false);
	return {
		resource: operation.resource.value,
		operation: operation.value,
		...Object.fromEntries(entries(true)),
		...(optional.length === 0 ? {} : { [optionalFields]: Object.fromEntries(optional) }),
	};
}

const answerValues = { string: 'sample', integer: 1, boolean: true, object: {}, array: [] } as const;

/** The data of an answer as the page of an operation documents it: one entry of a list, each field once. */
export function answerSample({ answer }: Operation): Readonly<Record<string, unknown>> {
	const data: Record<string, unknown> = {};
	for (const { wire, type, example } of answer) {
		const [, name = wire, link, inside] = /^([^.[]+)(\[\]\.|\.)?(.*)/.exec(wire) ?? [];
		const value: unknown = example ?? answerValues[type];
		if (link === undefined) data[name] = value;
		else if (inside !== undefined && !/[.[]/.test(inside)) {
			const known: unknown = data[name];
			const before: object = Array.isArray(known) ? (known as object[])[0] ?? {} : (known as object | undefined) ?? {};
			data[name] = link === '.' ? { ...before, [inside]: value } : [{ ...before, [inside]: value }];
		}
	}
	return data;
}
