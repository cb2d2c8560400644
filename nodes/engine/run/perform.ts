/** What is done with one item's values: a simulated outcome, a list or a single call. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { ask, type Call } from '../call/call';
import { readList } from '../call/list';
import { timeoutSeconds, usualLimit } from '../words/limits';
import { optionsCollection } from '../words/names';
import type { Listing, Operation, Values, Vendor } from '../words/operation';
import { failedHere, type Outcome } from '../judge/outcome';
import { rawParameter, type Reading } from '../input/parameters';
import type { Settings } from '../input/settings';
import { hasManyFields, simplified } from '../judge/simplify';
import { simulate } from '../judge/simulate';

/** What became of an item, before it is dressed for an output. */
export interface Performed {
	/** One outcome; of a list, one for each entry. */
	readonly outcomes: readonly Outcome[];
	readonly simulated: boolean;
}

const given = (context: IExecuteFunctions, path: string, itemIndex: number): unknown => {
	const raw = rawParameter(context, path, itemIndex);
	return 'given' in raw ? raw.given : undefined;
};

/** The wait for an answer in ms. */
function readTimeout(context: IExecuteFunctions, itemIndex: number): number {
	const { usual, least, most } = timeoutSeconds;
	const seconds = Number(given(context, `${optionsCollection}.timeout`, itemIndex) ?? usual);
	return (seconds >= least && seconds <= most ? seconds : usual) * 1000;
}

function readLimit(context: IExecuteFunctions, itemIndex: number): number {
	if (given(context, 'returnAll', itemIndex) === true) return Infinity;
	const limit = Number(given(context, 'limit', itemIndex) ?? usualLimit);
	return limit >= 1 ? Math.floor(limit) : usualLimit;
}

/** The outcome of the option Simulate; undefined where it is not set. What cannot be read is never a request. */
function readSimulated(
	context: IExecuteFunctions,
	vendor: Vendor,
	operation: Operation,
	itemIndex: number,
): Outcome | undefined {
	const raw = rawParameter(context, `${optionsCollection}.simulate`, itemIndex);
	if ('unresolved' in raw) {
		const happened = "The expression in 'Simulate' could not be resolved";
		return failedHere(operation, 'Local.UnresolvedExpression', { field: 'simulate', happened });
	}
	if (raw.given === null || raw.given === '') return undefined;
	return simulate(vendor, operation, typeof raw.given === 'string' ? raw.given : JSON.stringify(raw.given));
}

async function listed(call: Call, values: Values, listing: Listing, most: number): Promise<Outcome[]> {
	const list = await readList(call, values, listing, most);
	if ('failed' in list) return [list.failed];
	const { entries, requestId } = list;
	return entries.map((data) => ({ success: true, ...(requestId === undefined ? {} : { requestId }), data }));
}

async function outcomesOf(
	context: IExecuteFunctions,
	vendor: Vendor,
	settings: Settings,
	operation: Operation,
	values: Values,
	itemIndex: number,
): Promise<Outcome[]> {
	const { credential } = settings;
	const call = { caller: context, vendor, credential, operation, itemIndex, timeout: readTimeout(context, itemIndex) };
	const outcomes =
		operation.listing === undefined
			? [await ask(call, values)]
			: await listed(call, values, operation.listing, readLimit(context, itemIndex));
	const simplify = hasManyFields(operation) && given(context, 'simplify', itemIndex) !== false;
	if (!simplify) return outcomes;
	return outcomes.map((outcome) =>
		outcome.success ? { ...outcome, data: simplified(operation, outcome.data) } : outcome,
	);
}

/** Carries one item from its values to its outcomes. */
export async function perform(
	context: IExecuteFunctions,
	vendor: Vendor,
	settings: Settings,
	operation: Operation,
	{ values, problem }: Reading,
	itemIndex: number,
): Promise<Performed> {
	if (values === undefined) {
		const { code = 'Local.InvalidParameter', ...words } = problem ?? {};
		return { outcomes: [failedHere(operation, code, words)], simulated: false };
	}
	const simulated = readSimulated(context, vendor, operation, itemIndex);
	if (simulated !== undefined) return { outcomes: [simulated], simulated: true };
	return { outcomes: await outcomesOf(context, vendor, settings, operation, values, itemIndex), simulated: false };
}
