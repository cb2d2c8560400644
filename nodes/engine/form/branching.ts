/** The part of the form in which a person says how the workflow branches. */
import type { INodeProperties } from 'n8n-workflow';
import { notForTools } from './tool';

const movedWires =
	'n8n keeps wires by position: after choosing another mode, look at the wires behind this node and draw them anew';

const routesNotice =
	'Outputs are Success, Other, then your routes in this order. New routes belong at the end: taking a route out or moving one shifts the routes after it, while their wires stay where they are.';

const routesShown = { show: { branchOn: ['errorCode'] }, hide: notForTools };

const routesHelp: INodeProperties = {
	displayName: routesNotice,
	name: 'routesNotice',
	type: 'notice',
	default: '',
	displayOptions: routesShown,
};

const routes: INodeProperties = {
	displayName: 'Routes',
	name: 'routes',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Route',
	default: {},
	description: 'One output for each route. What fits no route leaves by Other.',
	displayOptions: routesShown,
	options: [
		{
			displayName: 'Route',
			name: 'values',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Too Fast',
					description: 'The label of the output; about 11 characters can be read on the canvas',
				},
				{
					displayName: 'Code Names or IDs',
					name: 'codes',
					type: 'multiOptions',
					typeOptions: { loadOptionsMethod: 'getErrorCodes', loadOptionsDependsOn: ['resource', 'operation'] },
					default: [],
					description:
						'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Typed Codes',
					name: 'typedCodes',
					type: 'string',
					default: '',
					placeholder: 'e.g. RequestLimitExceeded*',
					description: 'More codes with commas between them; * stands for any text',
				},
			],
		},
	],
};

/** The parameters `branchOn` and `routes`. */
export const branchProperties: INodeProperties[] = [
	{
		displayName: 'Branch On',
		name: 'branchOn',
		type: 'options',
		noDataExpression: true,
		default: 'category',
		description: 'Which outputs this node has and what leaves by them',
		hint: movedWires,
		displayOptions: { hide: notForTools },
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
				name: 'Error Code',
				value: 'errorCode',
				description: 'Success, Other, and one output for each route of codes that you pick',
			},
			{
				name: 'Nothing',
				value: 'none',
				description: "One output; a failed item stops the workflow or goes where the setting 'On Error' sends it",
			},
		],
	},
	routesHelp,
	routes,
];
