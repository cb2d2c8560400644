/** The part of a trigger's form that is about its pages, the same for every vendor. */
import type { INodeProperties } from 'n8n-workflow';
import { pageAccesses } from '../words/pageAccess';
import { ownFieldTypes, pageLabels } from '../words/pages';

const optionRow: INodeProperties[] = [{ displayName: 'Option', name: 'option', type: 'string', default: '' }];

/** What an operator says of a field, in the order in which a person thinks of it. */
const ownFieldRow: INodeProperties[] = [
	{
		displayName: 'Label',
		name: 'fieldLabel',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Company',
		description: 'What the person reads',
	},
	{
		displayName: 'Name',
		name: 'fieldName',
		type: 'string',
		default: '',
		placeholder: 'e.g. company',
		description: 'Name in the item that leaves; the label when left empty',
	},
	{
		displayName: 'Type',
		name: 'fieldType',
		type: 'options',
		default: 'text',
		options: Object.entries(ownFieldTypes).map(([value, name]) => ({ name, value })),
	},
	{
		displayName: 'Options',
		name: 'fieldOptions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { fieldType: ['dropdown'] } },
		options: [{ displayName: 'Option', name: 'values', values: optionRow }],
	},
	{
		displayName: 'Placeholder',
		name: 'placeholder',
		type: 'string',
		default: '',
		displayOptions: { hide: { fieldType: ['checkbox', 'date', 'dropdown'] } },
	},
	{
		displayName: 'Required',
		name: 'requiredField',
		type: 'boolean',
		default: false,
		description: 'Whether the person must fill it in',
	},
];

/** Who gets to see the pages. n8n draws all credentials above the last list that one of them depends on: near the top, as in its own nodes. */
export const pageAccess: INodeProperties = {
	displayName: 'Page Access',
	name: 'pageAccess',
	type: 'options',
	noDataExpression: true,
	default: 'none',
	options: [
		{ name: pageAccesses.none, value: 'none', description: 'Whoever has the address sees the page' },
		{ name: pageAccesses.basicAuth, value: 'basicAuth', description: 'The page asks for a user name and a password' },
	],
	description: 'Who gets to see the page and may ask the same address by JSON',
};

/** Where the page is and what stands on it. */
export const triggerPage: INodeProperties[] = [
	{
		displayName: pageLabels.path,
		name: 'path',
		type: 'string',
		default: '',
		noDataExpression: true,
		placeholder: 'e.g. verify',
		description: "The last part of the page's address; one that nobody can guess when left empty",
	},
	{
		displayName: pageLabels.pageTitle,
		name: 'pageTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Become a Customer',
		description: 'Title of the first page. When left empty the page has one in the language of each visitor.',
	},
	{
		displayName: pageLabels.pageText,
		name: 'pageText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What stands below the title. When left empty the page has a text in the language of each visitor.',
	},
	{
		displayName: pageLabels.formFields,
		name: 'formFields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Field',
		default: {},
		description: 'What else the first page asks. The answers stand under fields in the item that leaves.',
		options: [{ displayName: 'Field', name: 'values', values: ownFieldRow }],
	},
];

const valuesHint = 'Values of the result stand in single braces, such as {data.Uin}, {contact.number} or {reference}';

/** n8n runs the trigger alone on Execute Step, and a visitor who waits for another node's page would get an empty one. */
const tryWithAll: INodeProperties = {
	displayName: 'To try it, press Execute Workflow on the canvas. Execute Step runs the trigger alone, and the page stays empty at the end.',
	name: 'workflowNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { ending: ['workflow'] } },
};

/** What a person sees when the vendor said yes. */
export const triggerEnding: INodeProperties[] = [
	{
		displayName: 'When Verified',
		name: 'ending',
		type: 'options',
		noDataExpression: true,
		default: 'text',
		options: [
			{ name: 'Show Text', value: 'text', description: 'A page with your text, or with one in the language of each visitor' },
			{ name: 'Redirect', value: 'redirect', description: 'Lead on to an address of yours' },
			{
				name: 'Let the Workflow Answer',
				value: 'workflow',
				description: "The page waits until the node Verification Page draws its ending from the workflow's result",
			},
		],
	},
	tryWithAll,
	{
		displayName: pageLabels.endingTitle,
		name: 'endingTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your Account Is Ready',
		displayOptions: { show: { ending: ['text'] } },
	},
	{
		displayName: pageLabels.endingText,
		name: 'endingText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Your account ID is {data.Uin}.',
		description: valuesHint,
		displayOptions: { show: { ending: ['text'] } },
	},
	{
		displayName: pageLabels.redirectUrl,
		name: 'redirectUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://www.example.com/welcome?reference={reference}',
		description: valuesHint,
		displayOptions: { show: { ending: ['redirect'] } },
	},
];
