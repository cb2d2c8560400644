/** The part of the form in which a person says how the workflow branches. */
import type { INodeProperties } from 'n8n-workflow';
import { type BranchOn, outputsOfMode } from '../words/branches';
import { notForTools } from './tool';

/**
 * What becomes of the wires behind the node. n8n keeps them by position and removes those whose output is gone; it
 * says nothing when a parameter changes that.
 */
const wiresNow: Readonly<Record<BranchOn, string>> = {
	category: 'n8n keeps wires by position: a wire that was drawn in another mode may now carry other items, so look at each wire behind this node.',
	successOrError:
		'n8n keeps wires by position: a wire from the second output now carries Error, and wires from a third output on are removed.',
	errorCode:
		'n8n keeps wires by position: a wire from the second output now carries Other, and later wires belong to the route at their place. New routes belong at the end: taking a route out or moving one shifts the routes after it, while their wires stay where they are.',
	none: 'Wires from all other outputs are removed. A failed item stops the workflow, or goes where the setting On Error sends it.',
};

const outputsNow = (mode: BranchOn): string =>
	`Outputs: ${[...outputsOfMode[mode], ...(mode === 'errorCode' ? ['then your routes in this order'] : [])].join(', ')}.`;

/** Stands below the choice and changes with it, so that it is read at that moment. */
const noticeFor = (mode: BranchOn): INodeProperties => ({
	displayName: `${outputsNow(mode)} ${wiresNow[mode]}`,
	name: 'branchNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { branchOn: [mode] }, hide: notForTools },
});

const routesShown = { show: { branchOn: ['errorCode'] }, hide: notForTools };

/** Codes come from the declarations, not from the account: they are neither names nor IDs. */
const documentedCodes = {
	type: 'multiOptions' as const,
	typeOptions: { loadOptionsMethod: 'getErrorCodes', loadOptionsDependsOn: ['resource', 'operation'] },
	default: [],
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
					description: 'Label of the output, of which about 11 characters can be read on the canvas',
				},
				{
					displayName: 'Codes',
					name: 'codes',
					...documentedCodes,
					description: 'Documented codes that leave by this output, each with what it means',
				},
				{
					displayName: 'Typed Codes',
					name: 'typedCodes',
					type: 'string',
					default: '',
					placeholder: 'e.g. RequestLimitExceeded*',
					description: 'Further codes, separated by commas; * stands for any text',
				},
			],
		},
	],
};

/** The parameters `branchOn` and `routes`, with a notice for each mode. */
export const branchProperties: INodeProperties[] = [
	{
		displayName: 'Branch On',
		name: 'branchOn',
		type: 'options',
		noDataExpression: true,
		default: 'category',
		description: 'Which outputs this node has and what leaves by them',
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
				description: 'Two outputs: what the vendor confirmed, and everything else; removes wires from a third output on',
			},
			{
				name: 'Error Code',
				value: 'errorCode',
				description: 'Two outputs, Success and Other, and one more for each route of codes that you pick',
			},
			{
				name: 'Nothing',
				value: 'none',
				description: "One output, which removes all other wires; a failed item stops the workflow or goes where the setting 'On Error' sends it",
			},
		],
	},
	noticeFor('category'),
	noticeFor('successOrError'),
	noticeFor('errorCode'),
	noticeFor('none'),
	routes,
];
