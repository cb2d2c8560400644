/** Numbers among the options. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { rawParameter } from './parameters';
import { invalid, type ItemRefusal, mustBe, unresolved } from './refusals';

/** An option as it was read, or why the item is refused for it. */
export type ReadOption<T> = { readonly value: T } | { readonly refusal: ItemRefusal };

/** A number that a person may set. */
export interface NumberOption {
	/** Where it stands among the parameters, such as `options.timeout`. */
	readonly path: string;
	/** As the form shows it. */
	readonly label: string;
	/** Taken where nothing is set. */
	readonly usual: number;
	readonly least: number;
	/** Infinity where there is no upper bound. */
	readonly most: number;
}

/** A number between two bounds; texts of digits count, as expressions often give them. */
export function readNumber(
	context: IExecuteFunctions,
	itemIndex: number,
	{ path, label, usual, least, most }: NumberOption,
): ReadOption<number> {
	const field = path.split('.').at(-1) ?? path;
	const raw = rawParameter(context, path, itemIndex);
	if ('unresolved' in raw) return { refusal: unresolved(field, label) };
	const { given } = raw;
	if (given === null || given === undefined || given === '') return { value: usual };
	const number = typeof given === 'number' || typeof given === 'string' ? Number(given) : NaN;
	if (number >= least && number <= most) return { value: number };
	const upTo = Number.isFinite(most) ? `from ${String(least)} to ${String(most)}` : `of ${String(least)} or more`;
	return { refusal: invalid(field, mustBe(label, `a number ${upTo}`)) };
}
