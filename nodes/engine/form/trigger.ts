/** The trigger's journeys become the form that n8n draws. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { countriesByName } from '../words/countries';
import type { Journey } from '../words/journey';
import { journeyNamed, operationNamed, operatorFields } from '../words/lookup';
import type { Field, Resource, Vendor } from '../words/operation';
import { pageLabels } from '../words/pages';
import { choiceOfCredential, drawn, pick } from './properties';
import { triggerOptions } from './triggerOptions';
import { pageAccess, triggerEnding, triggerPage } from './triggerPage';

const showFor = (resource: string, rest: Readonly<Record<string, string[]>> = {}) => ({ show: { resource: [resource], ...rest } });

const journeysOf = ({ journeys = [] }: Vendor): readonly Journey[] => journeys;

function resourceOf(vendor: Vendor, { resource, send }: Journey): Resource | undefined {
	return operationNamed(vendor, { resource, operation: send })?.resource;
}

/** As n8n writes what it can begin with, such as `On WhatsApp number verified`: names within a name keep their capitals. */
const eventOf = (name: string): string =>
	`On ${name.replaceAll(/\b[A-Z][a-z]+\b/g, (word) => word.toLowerCase())} verified`;

/** n8n's list of nodes has a line for each entry of a list with this very label, and a press on it sets the entry. */
const choiceOfResource = (vendor: Vendor): INodeProperties =>
	pick(
		'Trigger On',
		'resource',
		journeysOf(vendor).flatMap((journey) => {
			const resource = resourceOf(vendor, journey);
			if (resource === undefined) return [];
			const { name, value, about } = resource;
			return [{ name, value, description: about, action: eventOf(name) }];
		}),
	);

/** The vendor's page of the call that a field belongs to. */
const pageOf = (vendor: Vendor, { resource, send, complete }: Journey, { wire }: Field): string => {
	const calls = [send, complete].map((operation) => operationNamed(vendor, { resource, operation }));
	return calls.find((call) => call?.fields.some((field) => field.wire === wire))?.page ?? '';
};

function settingsOf(vendor: Vendor, journey: Journey): INodeProperties[] {
	const { required, optional } = drawn(operatorFields(vendor, journey), (field) => pageOf(vendor, journey, field), showFor(journey.resource));
	return [...required, ...optional];
}

const kindsOf = ({ resource, contacts }: Journey): INodeProperties[] =>
	contacts.length < 2
		? []
		: [
				pick(
					'Contact',
					'contactKind',
					[
						{ name: 'Phone Number or Email Address', value: 'any', description: 'One field takes both' },
						{ name: 'Phone Number', value: 'phone' },
						{ name: 'Email Address', value: 'email' },
					],
					{ displayOptions: showFor(resource) },
				),
			];

/** When countries matter: wherever a number can be entered, and where the vendor wants one with an address too. */
function whereCountriesMatter({ resource, contacts }: Journey) {
	if (contacts.length < 2) return showFor(resource);
	const withAddress = contacts.some(({ kind, countryCode }) => kind === 'email' && countryCode !== undefined);
	return showFor(resource, { contactKind: ['any', 'phone', ...(withAddress ? ['email'] : [])] });
}

const chosenCountries = { type: 'multiOptions' as const, typeOptions: { loadOptionsMethod: 'getCountries', loadOptionsDependsOn: ['resource'] }, default: [] };

const countriesOf = (journey: Journey): INodeProperties => ({
	displayName: pageLabels.countries,
	name: 'countries',
	...chosenCountries,
	required: true,
	description: 'Countries and regions whose numbers the page takes',
	hint: 'At least one. Each code to a number costs money: choose those that your people are in.',
	displayOptions: whereCountriesMatter(journey),
});

/** Says how to go on, below the addresses that n8n draws above every form. */
const addressNotice: INodeProperties = {
	displayName:
		'To try the page, press Execute Step and open the Test URL, which stands above under Webhook URLs. The Production URL works when the workflow is published.',
	name: 'addressNotice',
	type: 'notice',
	default: '',
};

/** The whole form of a vendor's trigger. */
export function triggerPropertiesOf(vendor: Vendor): INodeProperties[] {
	return [
		addressNotice,
		...choiceOfCredential(vendor),
		pageAccess,
		choiceOfResource(vendor),
		...journeysOf(vendor).flatMap((journey) => [...kindsOf(journey), countriesOf(journey), ...settingsOf(vendor, journey)]),
		...triggerPage,
		...triggerEnding,
		triggerOptions,
	];
}

/** Dialling codes, in digits, that the calls of a journey do not take. */
function refusedCodes(vendor: Vendor, { resource, send, contacts }: Journey): readonly string[] {
	const fields = operationNamed(vendor, { resource, operation: send })?.fields ?? [];
	const codes = contacts.map(({ countryCode }) => countryCode);
	return fields.flatMap((field) => (codes.includes(field.wire) && field.type === 'text' ? (field.refused ?? []) : []));
}

/** The countries whose numbers the calls of a resource take. */
export function countriesFor(vendor: Vendor, resource: string): INodePropertyOptions[] {
	const journey = journeyNamed(vendor, resource);
	const refused = journey === undefined ? [] : refusedCodes(vendor, journey);
	return countriesByName()
		.filter(([, { phone }]) => phone.length > 0 && !phone.some((code) => refused.includes(String(code))))
		.map(([value, { name, phone }]) => ({ name: `${name} (+${phone.map(String).join(', +')})`, value }));
}
