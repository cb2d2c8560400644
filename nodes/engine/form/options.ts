/** The collection Options, which every operation has. */
import type { INodeProperties } from 'n8n-workflow';
import type { Vendor } from '../words/operation';
import { guardOptions } from './guardOptions';
import { optionsCollection } from '../words/names';
import { concurrencyBounds, timeoutSeconds } from '../words/limits';

/** Drawn from the bounds that a run holds. */
const timeoutLook = {
	type: 'number' as const,
	typeOptions: { minValue: timeoutSeconds.least, maxValue: timeoutSeconds.most },
	default: timeoutSeconds.usual,
};

const concurrencyLook = {
	type: 'number' as const,
	typeOptions: { minValue: concurrencyBounds.least, maxValue: concurrencyBounds.most },
	default: concurrencyBounds.usual,
};

/** As fast as the vendor allows, unless a person takes the option and says otherwise. */
const perSecondLook = { type: 'number' as const, typeOptions: { minValue: 0, numberPrecision: 2 }, default: '' };

/** Outcomes come from the declarations, not from the account: they are neither names nor IDs. */
const outcomes = {
	type: 'options' as const,
	typeOptions: { loadOptionsMethod: 'getOutcomes', loadOptionsDependsOn: ['resource', 'operation'] },
	default: '',
};

/** What every operation has. */
const generalOptions: readonly INodeProperties[] = [
	{
		displayName: 'Concurrency',
		name: 'concurrency',
		...concurrencyLook,
		description:
			"How many items are worked on side by side. Results come out in the order of the items. With 'Branch On' set to Nothing and 'On Error' to stop, items go one after the other.",
	},
	{
		displayName: 'Include Input',
		name: 'includeInput',
		type: 'boolean',
		default: false,
		description: "Whether to add the input item's own fields under 'input'",
	},
	{
		displayName: 'Mask Contact',
		name: 'maskContact',
		type: 'boolean',
		default: false,
		description: 'Whether to shorten phone numbers and email addresses in the output, such as 188****8888',
	},
	{
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		...perSecondLook,
		placeholder: 'e.g. 10',
		description:
			"How many requests may go out in a second. The documented rate is held in any case, by each n8n process for itself: where several workers share one account, give each its part.",
	},
	{
		displayName: 'Simulate',
		name: 'simulate',
		...outcomes,
		hint: 'No request is made, so each branch can be tried for nothing. Items say simulated: true. Remove this option before real use.',
		description: 'The outcome to answer with: success, or one of the documented codes',
	},
	{
		displayName: 'Timeout (Seconds)',
		name: 'timeout',
		...timeoutLook,
		description:
			'How long to wait for the answer, repetitions included. A message or a change that was not answered is not asked for again, unless the vendor is sure to carry it out only once.',
	},
];

/** The parameter `options`, in the order of the labels; they are plain ASCII, for which nobody's alphabet has to be loaded. */
export const optionsOf = (vendor: Vendor): INodeProperties => ({
	displayName: 'Options',
	name: optionsCollection,
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...generalOptions, ...guardOptions(vendor)].sort((one, other) => (one.displayName < other.displayName ? -1 : 1)),
});
