/** The collection Options of a trigger's form, the same for every vendor. */
import type { INodeProperties } from 'n8n-workflow';
import { languages } from '../words/languages';
import { optionsCollection } from '../words/names';
import { type PageLimit, pageLimits } from '../words/pages';

const languageOptions = [
	{ name: "The Browser's", value: 'browser' },
	...Object.entries(languages).map(([value, { name }]) => ({ name, value })),
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
		limit('perAddress', 'Codes an Hour for an Address', 'How many codes visitors from one address of the internet may ask for in an hour. Behind a proxy set N8N_PROXY_HOPS, so that n8n knows the address.'),
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
