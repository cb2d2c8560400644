/** The options of one item: the collection Options, and what only some operations have. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { timeoutSeconds, usualLimit } from '../words/limits';
import { optionsCollection } from '../words/names';
import { readNumber, type ReadOption } from './numberOption';
import { rawParameter, readSwitch } from './parameters';
import { invalid, type ItemRefusal, mustBe, unresolved } from './refusals';

/** How one item wants to be worked on. */
export interface ItemOptions {
	/** The input item's own fields are added under `input`. */
	readonly includeInput: boolean;
	/** Contacts are shortened to what is enough to recognise them. A switch that cannot be read protects. */
	readonly maskContact: boolean;
	/** The outcome to answer without any request. */
	readonly simulate: string | undefined;
	/** Longest wait for an answer, in ms. */
	readonly timeout: number;
	/** Requests a second that the person allows; Infinity where nothing is set. */
	readonly perSecond: number;
	/** Most entries of a list. */
	readonly limit: number;
	/** Whether answers of many fields are cut down to the main ones. */
	readonly simplify: boolean;
}

/** What cannot be read is never a request: the item is refused. */
function readSimulate(context: IExecuteFunctions, itemIndex: number): ReadOption<string | undefined> {
	const raw = rawParameter(context, `${optionsCollection}.simulate`, itemIndex);
	if ('unresolved' in raw) return { refusal: unresolved('simulate', 'Simulate') };
	if (raw.given === null || raw.given === undefined || raw.given === '') return { value: undefined };
	if (typeof raw.given === 'string') return { value: raw.given };
	return { refusal: invalid('simulate', mustBe('Simulate', 'text')) };
}

function readLimit(context: IExecuteFunctions, itemIndex: number): ReadOption<number> {
	const all = readSwitch(context, 'returnAll', itemIndex);
	if (all === 'unclear') return { refusal: invalid('returnAll', mustBe('Return All', 'true or false')) };
	if (all) return { value: Infinity };
	return readNumber(context, itemIndex, { path: 'limit', label: 'Limit', usual: usualLimit, least: 1, most: Infinity });
}

/** Reads the options of an item. Throws nothing: what makes no sense is a refusal beside the options. */
export function readOptions(
	context: IExecuteFunctions,
	itemIndex: number,
	lists: boolean,
): { readonly options: ItemOptions; readonly refusal: ItemRefusal | undefined } {
	const on = (name: string) => readSwitch(context, `${optionsCollection}.${name}`, itemIndex);
	const { usual, least, most } = timeoutSeconds;
	const path = `${optionsCollection}.timeout`;
	const timeout = readNumber(context, itemIndex, { path, label: 'Timeout (Seconds)', usual, least, most });
	const simulate = readSimulate(context, itemIndex);
	const limit: ReadOption<number> = lists ? readLimit(context, itemIndex) : { value: usualLimit };
	const perSecond = readNumber(context, itemIndex, {
		path: `${optionsCollection}.requestsPerSecond`,
		label: 'Requests per Second',
		usual: Infinity,
		least: 0.01,
		most: Infinity,
	});
	const refused = [simulate, timeout, perSecond, limit].find((read) => 'refusal' in read);
	return {
		options: {
			includeInput: on('includeInput') === true,
			maskContact: on('maskContact') !== false,
			simulate: 'value' in simulate ? simulate.value : undefined,
			perSecond: 'value' in perSecond ? perSecond.value : Infinity,
			timeout: ('value' in timeout ? timeout.value : usual) * 1000,
			limit: 'value' in limit ? Math.floor(limit.value) : usualLimit,
			simplify: readSwitch(context, 'simplify', itemIndex) !== false,
		},
		refusal: refused !== undefined && 'refusal' in refused ? refused.refusal : undefined,
	};
}
