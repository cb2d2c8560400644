/** Reads a text as its declaration says that people write it. */
import { DateTime, IANAZone } from 'luxon';
import { internationalNumber, nationalNumber, writtenNumber } from './phoneNumber';
import { mustBe } from './refusals';
import { isDecimal, plainSigns, withoutDashes, withoutSpaces } from './writing';
import { plainDigits } from '../words/digits';
import type { Advice, Field, NationalNumberReading, TextField, TextReading, Values } from '../words/operation';

/** The text for the vendor, empty where nothing was said; or why there is none. */
export type ReadText = { readonly text: string } | Advice;

/** What can be seen at once to be another kind of value. */
const notANumber = (field: Field, text: string): Advice =>
	text.includes('@')
		? { happened: `'${field.label}' holds an email address`, todo: 'Give a phone number in its place' }
		: mustBe(field.label, 'a phone number: digits, with or without spaces, dashes, brackets and a plus sign in front');

const labelOf = (wire: string, fields: readonly Field[]): string => fields.find((field) => field.wire === wire)?.label ?? wire;

function readNational(
	field: Field,
	text: string,
	{ country, otherwise }: NationalNumberReading,
	values: Values,
	fields: readonly Field[],
): ReadText {
	const written = writtenNumber(text);
	if (written === undefined) return notANumber(field, text);
	const countryLabel = labelOf(country, fields);
	const inForm = values[country] === undefined ? '' : String(values[country]).replace(/\D/g, '');
	const chosen = inForm === '' ? otherwise : inForm;
	if (chosen === undefined) {
		if (!written.international) return { text: written.digits };
		return {
			happened: `'${field.label}' begins with a country code, and '${countryLabel}' is empty`,
			todo: `Put the country code into '${countryLabel}'`,
		};
	}
	if (written.international && written.digits === chosen) return notANumber(field, text);
	const read = nationalNumber(written, chosen);
	if ('digits' in read) return { text: read.digits };
	const other = read.contradicts.country;
	const says = inForm === '' ? `left out, which stands for +${chosen}` : `+${chosen}`;
	return {
		happened: `'${field.label}' begins with ${other === undefined ? 'another country code' : `the country code +${other}`}, and '${countryLabel}' is ${says}`,
		todo: `Correct '${countryLabel}' or '${field.label}', whichever is not meant`,
	};
}

function readInternational(field: Field, text: string): ReadText {
	const written = writtenNumber(text);
	if (written === undefined) return notANumber(field, text);
	if (!written.digits.startsWith('0')) return { text: internationalNumber(written) };
	return {
		happened: `'${field.label}' begins with a zero, which no country code does`,
		todo: 'Put the country code in front of the number, such as 44, in place of the zero',
	};
}

/** A dot stays behind a country code, as in `+86.1360000000`; elsewhere it is one of the signs around digits. */
function readWritten(field: Field, text: string): ReadText {
	const dotted = withoutSpaces(plainSigns(plainDigits(text))).replace(/-/g, '');
	if (/^\+?\d{1,3}\.\d+$/.test(dotted)) return { text: dotted };
	const written = writtenNumber(text);
	if (written === undefined) return notANumber(field, text);
	return { text: `${written.international ? '+' : ''}${written.digits}` };
}

/** Dashes inside stay: a vendor's own list may write 1-684. */
function readDiallingCode(field: Field, text: string, prefix: string): ReadText {
	const plain = withoutSpaces(plainSigns(plainDigits(text))).replaceAll('.', '');
	const [, digits] = /^(?:\+?00|\+)?-*(\d+(?:-\d+)*)-*$/.exec(plain) ?? [];
	if (digits !== undefined && !isDecimal(text)) return { text: `${prefix}${digits}` };
	return mustBe(field.label, 'the dialling code of a country, such as 852');
}

function readReceivedCode(field: Field, text: string): ReadText {
	if (isDecimal(text)) return mustBe(field.label, 'the code as the message shows it, without a decimal point');
	const plain = plainDigits(text);
	const joined = withoutDashes(withoutSpaces(plainSigns(plain))).replace(/["'\u2018-\u201f]/g, '');
	if (/^\d*$/.test(joined)) return { text: joined };
	if (!/[@+]/.test(joined)) return { text: plain.trim() };
	return {
		happened: `'${field.label}' holds an email address or a phone number`,
		todo: 'Give the code that the message shows in its place',
	};
}

/** `GMT+5:30` from an offset in minutes. */
function offsetName(minutes: number): string {
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `GMT${minutes < 0 ? '-' : '+'}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The offset that a place has now; other names stay as they are. */
function readTimeZone(text: string): ReadText {
	const isPlace = text.length <= 64 && text.includes('/') && IANAZone.isValidZone(text);
	return { text: isPlace ? offsetName(Math.round(DateTime.now().setZone(text).offset)) : text };
}

/** Reads a text in one way. */
export function readAs(reading: TextReading, field: TextField, text: string, values: Values, fields: readonly Field[]): ReadText {
	switch (reading.kind) {
		case 'nationalNumber':
			return readNational(field, text, reading, values, fields);
		case 'internationalNumber':
			return readInternational(field, text);
		case 'writtenNumber':
			return readWritten(field, text);
		case 'diallingCode':
			return readDiallingCode(field, text, reading.prefix);
		case 'receivedCode':
			return readReceivedCode(field, text);
		case 'timeZone':
			return readTimeZone(text);
	}
}
