/** One item of a run, read once: its values, its options, and what of it must not be shown. */
import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { type ItemSecrets, noSecrets } from '../judge/secrets';
import { contactNamesIn } from '../words/documentedAnswer';
import { optionalFields, parameterName } from '../words/names';
import type { Field, Operation, Values } from '../words/operation';
import { type DataRecord, isRecord } from '../words/records';
import { checkAll, type ReadField } from './check';
import { type ItemGuards, readGuards, unguarded } from './guards';
import { type ItemOptions, readOptions } from './options';
import { expressionWords, rawParameter } from './parameters';
import type { ItemRefusal } from './refusals';

/** One item as a run needs it. */
export interface ReadItem {
	readonly index: number;
	/** The item's own json; undefined where a secret in it could not be read, so that it could not be kept out either. */
	readonly json: DataRecord | undefined;
	readonly options: ItemOptions;
	/** What may keep a message from going out; of use for a message alone. */
	readonly guards: ItemGuards;
	readonly secrets: ItemSecrets;
	/** Phone numbers and addresses that were given or are sent. */
	readonly contacts: readonly string[];
	/** Checked values by wire name; undefined where the item is refused. */
	readonly values: Values | undefined;
	readonly refusal: ItemRefusal | undefined;
}

const pathOf = (field: Field): string =>
	field.required ? parameterName(field.wire) : `${optionalFields}.${parameterName(field.wire)}`;

/** Texts and numbers in what was given, also where a list or an object was given in place of a text. */
function textsIn(given: unknown, depth = 0): string[] {
	if (typeof given === 'string') return [given];
	if (typeof given === 'number' || typeof given === 'bigint') return [String(given)];
	if (depth > 3 || typeof given !== 'object' || given === null) return [];
	return Object.values(given).slice(0, 50).flatMap((entry) => textsIn(entry, depth + 1));
}

const isPlain = (given: unknown): boolean =>
	given === null || given === undefined || typeof given === 'string' || typeof given === 'number';

/** Texts of some fields, as they were given and as they are sent. */
const textsOf = (read: readonly ReadField[], values: Values, wanted: (field: Field) => boolean): string[] =>
	read
		.filter(({ field }) => wanted(field))
		.flatMap(({ field, raw }) => ['given' in raw ? raw.given : undefined, values[field.wire]].flatMap((one) => textsIn(one)));

function secretsOf(
	node: INode,
	operation: Operation,
	read: readonly ReadField[],
	values: Values,
	contacts: readonly string[],
	maskContact: boolean,
): ItemSecrets {
	const secretFields = operation.fields.filter(({ secret }) => secret === true);
	const names = secretFields.flatMap((field) => [
		field.wire.toLowerCase(),
		parameterName(field.wire).toLowerCase(),
		...expressionWords(node, pathOf(field)),
	]);
	return {
		codes: textsOf(read, values, ({ secret }) => secret === true),
		codeNames: new Set(names),
		contacts: maskContact ? contacts : [],
		contactNames: maskContact ? contactNamesIn(operation) : new Set(),
	};
}

/** Whether every secret of an item is known: what is not known cannot be kept out of the input. */
const secretsKnown = (read: readonly ReadField[]): boolean =>
	read.every(({ field, raw }) => field.secret !== true || ('given' in raw && isPlain(raw.given)));

/**
 * Reads an item. Throws nothing.
 *
 * @param operation - undefined where the node is set to one that is not declared: then nobody knows which values are
 * secret, and the input is not shown.
 */
export function readItem(
	context: IExecuteFunctions,
	node: INode,
	operation: Operation | undefined,
	index: number,
	json: unknown,
): ReadItem {
	const { options, refusal } = readOptions(context, index, operation?.listing !== undefined);
	if (operation === undefined) {
		return { index, options, guards: unguarded(operation), refusal, json: undefined, secrets: noSecrets, contacts: [], values: undefined };
	}
	const read = operation.fields.map((field) => ({ field, raw: rawParameter(context, pathOf(field), index) }));
	const result = checkAll(read);
	const values = 'values' in result ? result.values : {};
	const contacts = textsOf(read, values, ({ contact }) => contact === true);
	const guarded =
		operation.effect === 'message'
			? readGuards(context, index, operation, values)
			: { guards: unguarded(operation), refusal: undefined };
	const refused = 'refusal' in result ? result.refusal : (refusal ?? guarded.refusal);
	return {
		index,
		options,
		guards: guarded.guards,
		refusal: refused,
		json: secretsKnown(read) && isRecord(json) ? json : undefined,
		secrets: secretsOf(node, operation, read, values, contacts, options.maskContact),
		contacts,
		values: refused === undefined ? values : undefined,
	};
}
