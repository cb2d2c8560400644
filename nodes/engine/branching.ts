/** The part of the form in which a person says how the workflow branches. */
import type { INodeProperties } from 'n8n-workflow';

const movedWires =
	'n8n keeps wires by position: after choosing another mode, look at the wires behind this node and draw them anew';

/** The parameter `branchOn`. */
export const branchProperties: INodeProperties[] = [
	{
		displayName: 'Branch On',
		name: 'branchOn',
		type: 'options',
		noDataExpression: true,
		default: 'category',
		description: 'Which outputs this node has and what leaves by them',
		hint: movedWires,
		options: [
			{
				name: 'What to Do Next',
				value: 'category',
				description: 'Five outputs: Success, Fix Input, Retry Later, Fix Account, Vendor Fault',
			},
			{
				name: 'Success or Error',
				value: 'successOrError',
				description: 'Two outputs: what the vendor confirmed, and everything else',
			},
			{
				name: 'Nothing',
				value: 'none',
				description: "One output; a failed item stops the workflow or goes where the setting 'On Error' sends it",
			},
		],
	},
];
