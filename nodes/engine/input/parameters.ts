/** Reads one item's values from the node and checks them against the documented limits. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { check, type Problem } from './check';
import { optionalFields, parameterName } from '../words/names';
import type { Field, Operation, Values } from '../words/operation';

/** What n8n gives for a parameter: a value, nothing, or an expression that could not be resolved. */
type Raw = { readonly given: unknown } | { readonly unresolved: true };

/** What is wrong with an item's values. */
export type ParameterProblem = Problem & {
	readonly code: 'Local.MissingParameter' | 'Local.InvalidParameter' | 'Local.UnresolvedExpression';
};

/** One item's values. */
export interface Reading {
	/** Every text and number as it was given, by wire name: what has to be kept out of outputs is found here. */
	readonly given: Readonly<Record<string, string>>;
	/** Checked values; undefined where there is a problem. */
	readonly values?: Values;
	readonly problem?: ParameterProblem;
}

/** A resource locator carries its value inside; everything else is the value itself. */
export const unwrapped = (value: unknown): unknown =>
	typeof value === 'object' && value !== null && '__rl' in value && 'value' in value ? value.value : value;

/**
 * Reads a parameter without letting n8n convert or check it.
 *
 * @returns the value, null when it is not set.
 */
export function rawParameter(context: IExecuteFunctions, path: string, itemIndex: number): Raw {
	try {
		return { given: unwrapped(context.getNodeParameter(path, itemIndex, null, { skipValidation: true })) };
	} catch {
		return { unresolved: true };
	}
}

const pathOf = (field: Field): string =>
	field.required ? parameterName(field.wire) : `${optionalFields}.${parameterName(field.wire)}`;

const unresolved = (field: Field): ParameterProblem => ({
	code: 'Local.UnresolvedExpression',
	field: field.wire,
	happened: `The expression in '${field.label}' could not be resolved`,
	todo: 'Open the node and look at the expression marked in red',
});

/** Reads and checks all documented parameters of an operation for one item. Throws nothing. */
export function readValues(context: IExecuteFunctions, operation: Operation, itemIndex: number): Reading {
	const raws = operation.fields.map((field) => ({ field, raw: rawParameter(context, pathOf(field), itemIndex) }));
	const given: Record<string, string> = {};
	for (const { field, raw } of raws) {
		if ('given' in raw && (typeof raw.given === 'string' || typeof raw.given === 'number')) {
			given[field.wire] = String(raw.given);
		}
	}
	const values: Record<string, Values[string]> = {};
	for (const { field, raw } of raws) {
		if ('unresolved' in raw) return { given, problem: unresolved(field) };
		const checked = check(field, raw.given, values, operation.fields);
		if ('problem' in checked) return { given, problem: checked.problem };
		if (checked.value !== undefined) values[field.wire] = checked.value;
	}
	return { given, values };
}
