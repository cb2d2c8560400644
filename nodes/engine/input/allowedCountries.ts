/** The guard Allowed Countries: numbers of any other country get no message. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { countries } from '../words/countries';
import { optionsCollection } from '../words/names';
import type { Operation, Values } from '../words/operation';
import { type Contact, contactsOf, countriesOf } from './contact';
import type { ReadOption } from './numberOption';
import { rawParameter } from './parameters';
import { invalid, type ItemRefusal, mustBe, unresolved } from './refusals';

const name = 'allowedCountries';
const label = 'Allowed Countries';

/** What an expression may give: a list, or a text with commas. */
function entriesOf(given: unknown): readonly unknown[] | undefined {
	if (typeof given === 'string') return given.split(',');
	return Array.isArray(given) ? given : undefined;
}

/** Reads the list of countries. One that does not exist is a slip that would lock people out: the item is refused. */
export function readCountries(context: IExecuteFunctions, itemIndex: number): ReadOption<ReadonlySet<string> | undefined> {
	const raw = rawParameter(context, `${optionsCollection}.${name}`, itemIndex);
	if ('unresolved' in raw) return { refusal: unresolved(name, label) };
	if (raw.given === null || raw.given === undefined) return { value: undefined };
	const codes = entriesOf(raw.given)?.map((entry) => (typeof entry === 'string' ? entry.trim().toUpperCase() : ''));
	if (codes === undefined || codes.length === 0 || !codes.every((code) => Object.hasOwn(countries, code))) {
		return { refusal: invalid(name, mustBe(label, 'two-letter codes of countries, such as CN or GB')) };
	}
	return { value: new Set(codes) };
}

/** What a refused contact is told; nothing of the contact itself. */
function refusalOf({ field, number }: Contact, among: readonly string[]): ItemRefusal {
	const refusal = { code: 'Local.CountryNotAllowed', field: field.wire } as const;
	const unknown = `The country of '${field.label}' is not known, and '${label}' is set`;
	if (number === undefined) return { ...refusal, happened: unknown, todo: 'Put a plus sign and the country code in front of the number' };
	const todo = `Use the number of an allowed country, or add the country to '${label}'`;
	if (among.length === 0) return { ...refusal, happened: unknown, todo };
	const where = among.length === 1 ? ` (${among.join('')})` : '';
	return { ...refusal, happened: `'${field.label}' belongs to a country${where} that '${label}' does not name`, todo };
}

/** Why a message must not go out; undefined where each number is certainly one of an allowed country, or an address. */
export function notAllowedIn(allowed: ReadonlySet<string>, operation: Operation, values: Values): ItemRefusal | undefined {
	for (const contact of contactsOf(operation, values)) {
		const among = contact.number === undefined ? [] : countriesOf(contact.number);
		const isAllowed = contact.isAddress || (among.length > 0 && among.every((country) => allowed.has(country)));
		if (!isAllowed) return refusalOf(contact, among);
	}
	return undefined;
}
