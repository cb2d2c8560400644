/** Declarations become the form that n8n draws. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { branchProperties } from './branching';
import { usualLimit } from '../words/limits';
import { optionalFields, parameterName } from '../words/names';
import type { Field, FieldSource, Operation, TextField, Vendor } from '../words/operation';
import { hasManyFields } from '../judge/simplify';
import { optionsOf } from './options';
import { toolDescriptionOf } from './tool';

/** When a parameter is shown. */
type Shown = NonNullable<INodeProperties['displayOptions']>;

const showFor = ({ resource, value: operation }: Operation): Shown => ({
	show: { resource: [resource.value], operation: [operation] },
});

/** What a person may write, as it reads in the form. */
const readingsOf = ({ reads, readsBy }: TextField): string[] => [
	...new Set([...(reads === undefined ? [] : [reads]), ...Object.values(readsBy?.readings ?? {})].map(({ takes }) => takes)),
];

/** What a field allows, as it reads in the form. */
function limitsOf(field: Field): string[] {
	switch (field.type) {
		case 'text': {
			const [least, most] = field.length ?? [];
			return [
				...readingsOf(field),
				field.format === undefined ? '' : `Allowed: ${field.format.allowed}`,
				most === undefined ? '' : `${String(least)} to ${String(most)} characters`,
				field.refused === undefined ? '' : `Not allowed: ${field.refused.join(', ')}`,
				field.default === undefined ? '' : `Default: ${field.default}`,
			];
		}
		case 'integer':
			return [field.range === undefined ? '' : `From ${String(field.range[0])} to ${String(field.range[1])}`];
		case 'list':
			return ['Separate entries with commas', field.most === undefined ? '' : `At most ${String(field.most)}`];
		default:
			return [];
	}
}

/** The sentence or two below a label, with the link to the vendor's page. */
function describe(field: Field, page: string): string {
	const sentences = [field.about, ...limitsOf(field)].filter((sentence) => sentence !== '');
	return `${sentences.join('. ')}. <a href="${page}" target="_blank">Documentation of ${field.wire}</a>.`;
}

type Look = Pick<INodeProperties, 'type' | 'default' | 'options' | 'typeOptions' | 'modes'>;

const placeholderOf = ({ example }: Field) => (example === undefined ? {} : { placeholder: `e.g. ${example}` });

/** A value that is picked from the account's own or typed by hand. */
function locatorOf(field: Field, { method }: FieldSource): Look {
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select...',
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{ displayName: 'By Value', name: 'value', type: 'string', ...placeholderOf(field) },
		],
	};
}

/** How n8n draws a field. */
function lookOf(field: Field): Look {
	switch (field.type) {
		case 'text':
			return field.source === undefined
				? { type: 'string', default: '', ...(field.secret === true ? { typeOptions: { password: true } } : {}) }
				: locatorOf(field, field.source);
		case 'choice':
			return {
				type: 'options',
				default: field.default ?? field.choices[0]?.value ?? '',
				options: field.choices.map(({ value, name, about }) => ({
					name,
					value,
					...(about === undefined ? {} : { description: about }),
				})),
			};
		case 'integer': {
			const [minValue, maxValue] = field.range ?? [];
			return {
				type: 'number',
				default: field.default ?? minValue ?? 0,
				...(minValue === undefined || maxValue === undefined ? {} : { typeOptions: { minValue, maxValue } }),
			};
		}
		case 'flag':
			return { type: 'boolean', default: field.default ?? false };
		case 'list':
			return { type: 'string', default: '' };
	}
}

/** A field as n8n draws it. */
function propertyOf(field: Field, page: string): INodeProperties {
	return {
		displayName: field.label,
		name: parameterName(field.wire),
		...lookOf(field),
		description: describe(field, page),
		...placeholderOf(field),
	};
}

/**
 * Fields as n8n draws them: each required one by itself, the optional ones in a collection, if there are any.
 *
 * @param pageOf - the vendor's page that documents a field.
 */
export function drawn(fields: readonly Field[], pageOf: (field: Field) => string, displayOptions: Shown): Record<'required' | 'optional', INodeProperties[]> {
	const required = fields.filter((field) => field.required).map((field) => ({ ...propertyOf(field, pageOf(field)), required: true, displayOptions }));
	const options = fields.filter((field) => !field.required).map((field) => propertyOf(field, pageOf(field)));
	const collection = { displayName: 'Additional Fields', name: optionalFields, type: 'collection' as const, placeholder: 'Add Field' };
	return { required, optional: options.length === 0 ? [] : [{ ...collection, default: {}, options, displayOptions }] };
}

function noticeOf(operation: Operation): INodeProperties[] {
	if (operation.notice === undefined) return [];
	const displayName = `${operation.notice}. <a href="${operation.page}" target="_blank">Documentation</a>.`;
	return [{ displayName, name: 'notice', type: 'notice', default: '', displayOptions: showFor(operation) }];
}

function simplifyOf(operation: Operation): INodeProperties[] {
	if (!hasManyFields(operation)) return [];
	return [
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
			displayOptions: showFor(operation),
		},
	];
}

/** Drawn from the limit that a run takes where none is set. */
const limitLook: Look = { type: 'number', typeOptions: { minValue: 1 }, default: usualLimit };

function listingOf(operation: Operation): INodeProperties[] {
	if (operation.listing === undefined) return [];
	const { show } = showFor(operation);
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			default: false,
			description: 'Whether to return all results or only up to a given limit',
			displayOptions: { show: { ...show } },
		},
		{
			displayName: 'Limit',
			name: 'limit',
			...limitLook,
			description: 'Max number of results to return',
			displayOptions: { show: { ...show, returnAll: [false] } },
		},
	];
}

function formOf(operation: Operation): INodeProperties[] {
	const displayOptions = showFor(operation);
	const { required, optional } = drawn(operation.fields, () => operation.page, displayOptions);
	return [...noticeOf(operation), ...required, ...listingOf(operation), ...simplifyOf(operation), ...optional];
}

/** A list to pick from, its first entry chosen, without expressions: what follows in the form depends on it. */
export function pick(displayName: string, name: string, options: INodePropertyOptions[], rest: Partial<INodeProperties> = {}) {
	const look: Look = { type: 'options', default: options[0]?.value ?? '', options };
	const drawn: INodeProperties = { displayName, name, ...look, noDataExpression: true, ...rest };
	return drawn;
}

function choiceOfOperation({ operations }: Vendor): INodeProperties[] {
	const resources = [...new Set(operations.map(({ resource }) => resource))];
	return [
		pick(
			'Resource',
			'resource',
			resources.map(({ name, value, about }) => ({ name, value, description: about })),
		),
		...resources.map(({ value }) =>
			pick(
				'Operation',
				'operation',
				operations
					.filter(({ resource }) => resource.value === value)
					.map(({ name, value: operation, action, about }) => ({ name, value: operation, action, description: about })),
				{ displayOptions: { show: { resource: [value] } } },
			),
		),
	];
}

/** The choice among the credentials of a vendor, where it has several. */
export function choiceOfCredential({ credentials }: Vendor): INodeProperties[] {
	if (credentials.length < 2) return [];
	return [pick('Authentication', 'authentication', credentials.map(({ name, value }) => ({ name, value })))];
}

/** The whole form of a vendor's node. */
export function propertiesOf(vendor: Vendor): INodeProperties[] {
	return [
		...choiceOfCredential(vendor),
		...choiceOfOperation(vendor),
		...vendor.operations.map(toolDescriptionOf),
		...vendor.operations.flatMap(formOf),
		...branchProperties,
		optionsOf(vendor),
	];
}
