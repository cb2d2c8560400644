/** The part of a trigger's form that is about its pages, the same for every vendor. */
import type { INodeProperties } from 'n8n-workflow';
import { languages } from '../words/languages';
import { optionsCollection } from '../words/names';
import { pageAccesses } from '../words/pageAccess';
import { ownFieldTypes, type PageLimit, pageLimits } from '../words/pages';

const languageOptions = [
	{ name: "The Browser's", value: 'browser' },
	...Object.entries(languages).map(([value, { name }]) => ({ name, value })),
];

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
		displayName: 'Path',
		name: 'path',
		type: 'string',
		default: '',
		noDataExpression: true,
		placeholder: 'e.g. verify',
		description: "The last part of the page's address; one that nobody can guess when left empty",
	},
	{
		displayName: 'Title',
		name: 'pageTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Become a Customer',
		description: 'Title of the first page. When left empty the page has one in the language of each visitor.',
	},
	{
		displayName: 'Text',
		name: 'pageText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What stands below the title. When left empty the page has a text in the language of each visitor.',
	},
	{
		displayName: 'Own Fields',
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
	{
		displayName: 'Ending Title',
		name: 'endingTitle',
		type: 'string',
		default: '',
		placeholder: 'e.g. Your Account Is Ready',
		displayOptions: { show: { ending: ['text'] } },
	},
	{
		displayName: 'Ending Text',
		name: 'endingText',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Your account ID is {data.Uin}.',
		description: valuesHint,
		displayOptions: { show: { ending: ['text'] } },
	},
	{
		displayName: 'Redirect URL',
		name: 'redirectUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://www.example.com/welcome?reference={reference}',
		description: valuesHint,
		displayOptions: { show: { ending: ['redirect'] } },
	},
];

function limit(name: PageLimit, displayName: string, description: string): INodeProperties {
	const { usual, least, most } = pageLimits[name];
	const look = { type: 'number' as const, typeOptions: { minValue: least, maxValue: most }, default: usual };
	return { displayName, name, ...look, description };
}

/** Labels of lists that are not the account's, which n8n's own rule for names and IDs is about. */
const languageLook = { type: 'options' as const, options: languageOptions, default: 'browser' };

/** The collection Options of a trigger. */
export const triggerOptions: INodeProperties = {
	displayName: 'Options',
	name: optionsCollection,
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accent Color',
			name: 'accentColor',
			type: 'color',
			default: '#1a56db',
			description: 'Color of the main button',
		},
		{
			displayName: 'Allowed Origins',
			name: 'allowedOrigins',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://www.example.com',
			description: 'Sites whose own front end may ask this address by JSON, and that may show the page in a frame. Separate several with commas.',
		},
		limit('perContact', 'Codes a Day for a Contact', 'How many codes go to one number or address in a day'),
		limit('perPrefix', 'Codes a Day for a Number Range', 'How many codes go in a day to numbers that differ in their last four digits alone'),
		limit('perDay', 'Codes a Day in All', 'How many codes this trigger sends in a day. Each webhook process of n8n counts for itself, as for all limits here.'),
		limit('perAddress', 'Codes an Hour for an Address', 'How many codes visitors from one address of the internet get in an hour. Behind a proxy set N8N_PROXY_HOPS, so that n8n knows the address.'),
		{
			displayName: 'CSS',
			name: 'css',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			description: 'Style rules behind those of the page',
		},
		{
			displayName: 'Language',
			name: 'language',
			...languageLook,
			description: 'Language of the pages. A title or a text of your own stays as you wrote it.',
		},
		{
			displayName: 'Logo',
			name: 'logo',
			type: 'string',
			default: '',
			placeholder: 'e.g. data:image/png;base64,...',
			description: 'A picture as data URI. The page asks no other address, so an address of a picture is not taken.',
		},
		{
			displayName: 'Mask Contact',
			name: 'maskContact',
			type: 'boolean',
			default: true,
			description: 'Whether to shorten phone numbers and email addresses in the items that leave by Needs Help',
		},
		limit('cooldown', 'Seconds Between Codes', 'How long a person waits before another code can be asked for'),
		{
			displayName: 'Signed Proof',
			name: 'proof',
			type: 'boolean',
			default: false,
			description: 'Whether to add a short-lived signed proof (JWT) of the verification, for another service',
		},
		limit('tries', 'Tries for a Code', 'How many wrong codes a person may enter before a new one has to be sent'),
	],
};
