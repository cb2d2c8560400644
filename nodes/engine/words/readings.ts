/** How a text is read as people write it, before the documented limits judge it. Data alone: `input` does the reading. */

interface ReadingBase {
	/** What a person may write, as it reads in the form: one sentence without a full stop. */
	readonly takes: string;
}

/** A phone number whose country code stands in a field of its own: what goes out is the number within the country. */
export interface NationalNumberReading extends ReadingBase {
	readonly kind: 'nationalNumber';
	/** Wire name of the field that holds the country code. */
	readonly country: string;
	/** The country code, in digits, that the vendor takes where that field is left out. */
	readonly otherwise?: string;
}

/** A phone number with its country code in front: what goes out are digits alone. */
export interface InternationalNumberReading extends ReadingBase {
	readonly kind: 'internationalNumber';
}

/** A phone number of which only the writing is cleaned, because no form of the country code is documented. */
export interface WrittenNumberReading extends ReadingBase {
	readonly kind: 'writtenNumber';
}

/** The code by which a country is dialled. */
export interface DiallingCodeReading extends ReadingBase {
	readonly kind: 'diallingCode';
	/** What the vendor writes before the digits. */
	readonly prefix: '+' | '';
}

/** The code that a person received, typed as the message shows it. */
export interface ReceivedCodeReading extends ReadingBase {
	readonly kind: 'receivedCode';
}

/** A time zone: the name of a place becomes its offset, such as `GMT+8`; anything else stays as it is. */
export interface TimeZoneReading extends ReadingBase {
	readonly kind: 'timeZone';
}

/** One way of reading a text. */
export type TextReading =
	| NationalNumberReading
	| InternationalNumberReading
	| WrittenNumberReading
	| DiallingCodeReading
	| ReceivedCodeReading
	| TimeZoneReading;

/**
 * A phone number beside a country code.
 *
 * @param where - `country`: wire name of the field with the country code; `otherwise`: the code, in digits, that the
 * vendor takes where that field is left out.
 */
export const phoneNumber = (where: { readonly country: string; readonly otherwise?: string }): NationalNumberReading => ({
	kind: 'nationalNumber',
	takes: 'Spaces, dashes, brackets, a trunk zero and a repeated country code do no harm',
	...where,
});

/** A phone number in one field, its country code in front. */
export const phoneNumberWithCountry: InternationalNumberReading = {
	kind: 'internationalNumber',
	takes: 'Plus sign, 00, spaces, dashes and brackets do no harm',
};

/** A phone number that keeps its country code as it was written. */
export const phoneNumberAsWritten: WrittenNumberReading = {
	kind: 'writtenNumber',
	takes: 'Spaces, dashes and brackets do no harm',
};

/** The code by which a country is dialled, with the vendor's prefix. */
export const diallingCode = (prefix: '+' | ''): DiallingCodeReading => ({
	kind: 'diallingCode',
	takes: '852, +852 and 00852 mean the same',
	prefix,
});

/** The code that a person received. */
export const receivedCode: ReceivedCodeReading = { kind: 'receivedCode', takes: 'Spaces and dashes do no harm' };

/** A time zone that only dresses up what the answer shows. */
export const timeZone: TimeZoneReading = { kind: 'timeZone', takes: 'A place such as Asia/Shanghai becomes its offset' };
