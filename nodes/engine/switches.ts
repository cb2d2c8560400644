/** The collection Options, which every operation has. */
import type { INodeProperties } from 'n8n-workflow';
import { optionsCollection } from './names';
import { defaultTimeoutSeconds } from './perform';

/** The parameter `options`. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: optionsCollection,
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
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
			displayName: 'Simulate Name or ID',
			name: 'simulate',
			type: 'options',
			typeOptions: { loadOptionsMethod: 'getOutcomes', loadOptionsDependsOn: ['resource', 'operation'] },
			default: '',
			hint: 'Answers without any request, so that each branch can be tried for nothing. Items say simulated: true. Take the option away before real use.',
			description:
				'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300 },
			default: defaultTimeoutSeconds,
			description: 'How long to wait for the answer. A message or a change that was not answered is not asked for again.',
		},
	],
};
