/** Answers of many fields, cut down to those that people mostly want. */
import { fieldsBelow, itemPrefix } from '../words/documentedAnswer';
import type { Operation } from '../words/operation';

/** An answer with more fields than this gets the switch Simplify, as n8n's guidelines ask. */
const manyFields = 10;

/** Documented fields of an item's data; of a list, those of one entry. */
const fieldsOf = (operation: Operation) => fieldsBelow(operation.answer, itemPrefix(operation));

/** Whether an operation's form has the switch Simplify. */
export const hasManyFields = (operation: Operation): boolean => fieldsOf(operation).length > manyFields;

/** The data with its main fields alone. */
export function simplified(operation: Operation, data: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const main = fieldsOf(operation).filter(({ field }) => field.main === true);
	return Object.fromEntries(main.filter(({ name }) => Object.hasOwn(data, name)).map(({ name }) => [name, data[name]]));
}
