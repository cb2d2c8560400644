/** Whom a call is about: the contact among its values, and the countries that its number may belong to. */
import type { Field, NationalNumberReading, Operation, TextField, TextReading, Values } from '../words/operation';
import { parsePhoneNumberFromString } from './phoneLibrary';

/** How a field is read, where it is read in a way of its own. */
function readingOf({ reads, readsBy }: TextField, values: Values): TextReading | undefined {
	const chosen = readsBy === undefined ? undefined : values[readsBy.field];
	return (chosen === undefined ? undefined : readsBy?.readings[String(chosen)]) ?? reads;
}

const isNational = (reading: TextReading | undefined): reading is NationalNumberReading => reading?.kind === 'nationalNumber';

/** A contact of a call. */
export interface Contact {
	readonly field: Field;
	/** The same for the same contact, however it was written. */
	readonly name: string;
	/** The number with its country code, in digits; undefined where it is an address, or where no country code is known. */
	readonly number: string | undefined;
	readonly isAddress: boolean;
}

function contactIn(field: Field, values: Values): Contact | undefined {
	const value = values[field.wire];
	if (value === undefined || field.contact !== true) return undefined;
	const text = String(value);
	if (text.includes('@')) return { field, name: text.toLowerCase(), number: undefined, isAddress: true };
	const reading = field.type === 'text' ? readingOf(field, values) : undefined;
	const digits = text.replace(/\D/g, '');
	if (isNational(reading)) {
		const country = String(values[reading.country] ?? reading.otherwise ?? '').replace(/\D/g, '');
		const number = country === '' ? undefined : country + digits;
		return { field, name: `${country} ${digits}`, number, isAddress: false };
	}
	const known = reading?.kind === 'internationalNumber' || text.startsWith('+');
	return { field, name: digits, number: known ? digits : undefined, isAddress: false };
}

/** The contacts of a call, in the order of its fields. */
export const contactsOf = ({ fields }: Operation, values: Values): Contact[] =>
	fields.map((field) => contactIn(field, values)).filter((contact) => contact !== undefined);

/** Countries, by ISO 3166-1 in capitals, that a number may belong to: one where its digits tell; none where it is no number. */
export function countriesOf(digits: string): readonly string[] {
	const number = parsePhoneNumberFromString(`+${digits}`);
	if (number === undefined) return [];
	return number.country === undefined ? number.getPossibleCountries() : [number.country];
}
