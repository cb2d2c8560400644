/** Reads the contact that a person entered, as people write it, and writes it as the vendor wants it. */
import { isSupportedCountry, parsePhoneNumberFromString, validatePhoneNumberLength } from '../input/phoneLibrary';
import { nationalNumber, writtenNumber } from '../input/phoneNumber';
import { emailAddress } from '../words/formats';
import type { EmailContact, Journey, PhoneContact } from '../words/journey';
import type { Language } from '../words/languages';
import { countryName, diallingOf } from './countries';
import type { Contact, Said } from './seal';

/** A contact, or what the person is told. */
export type ReadContact = { readonly contact: Contact } | { readonly said: Said };

/** What the operator lets in. */
export interface Offered {
	readonly kinds: readonly Contact['kind'][];
	/** ISO codes. */
	readonly countries: readonly string[];
}

const refuse = (word: Said['word'], filling?: Said['filling'], field = 'contact'): { readonly said: Said } => ({
	said: { word, field, ...(filling === undefined ? {} : { filling }) },
});

/** Whether a contact's country is still let in: pages stay open for a day, and the operator may have taken it away since. */
export const isOffered = ({ countries }: Offered, { country }: Contact): boolean => country === undefined || countries.includes(country);

/** How a journey takes a kind of contact. */
export const wayOf = <Kind extends Contact['kind']>({ contacts }: Journey, kind: Kind) =>
	contacts.find((contact): contact is Extract<PhoneContact | EmailContact, { kind: Kind }> => contact.kind === kind);

/** Whether a number has a length that numbers of its country have; which way it is off where it has not. */
function lengthOf(dialling: string, digits: string): 'fits' | 'short' | 'long' {
	const judged = validatePhoneNumberLength(`+${dialling}${digits}`);
	if (judged === undefined || judged === 'INVALID_COUNTRY') return 'fits';
	if (judged !== 'INVALID_LENGTH') return judged === 'TOO_LONG' ? 'long' : 'short';
	const longer = ['0', '00', '000', '0000'].some((more) => validatePhoneNumberLength(`+${dialling}${digits}${more}`) === undefined);
	return longer ? 'short' : 'long';
}

/** The country that was chosen, or the only one, or the one that a number with its dialling code names. */
function countryOf(chosen: string, text: string, { countries }: Offered): string | undefined {
	if (chosen !== '') return chosen;
	if (countries.length === 1) return countries[0];
	const written = writtenNumber(text);
	if (written?.international !== true) return undefined;
	const { country, countryCallingCode } = parsePhoneNumberFromString(`+${written.digits}`) ?? {};
	return country ?? countries.find((one) => diallingOf(one) === countryCallingCode);
}

/**
 * The country that a number is of: several share a dialling code, and cost differently. One that is good in the named
 * country is of it; one that the library knows nowhere is left to the vendor.
 */
function countryOfNumber(named: string, dialling: string, digits: string): string {
	const number = parsePhoneNumberFromString(`+${dialling}${digits}`);
	const home = number?.country;
	if (number === undefined || home === undefined || !isSupportedCountry(named)) return home ?? named;
	number.country = named;
	return number.isValid() ? named : home;
}

function readPhone(text: string, chosen: string, offered: Offered, language: Language): ReadContact {
	const written = writtenNumber(text);
	const letters = /\p{L}/u.test(text);
	if (written === undefined) return refuse(letters && offered.kinds.includes('email') ? 'neitherOfBoth' : 'notANumber');
	const named = countryOf(chosen, text, offered);
	if (named === undefined) return refuse('countryMissing', undefined, 'country');
	const dialling = diallingOf(named);
	if (dialling === undefined || !offered.countries.includes(named)) return refuse('countryNotOffered', undefined, 'country');
	const name = countryName(named, language);
	const read = nationalNumber(written, dialling);
	if ('contradicts' in read) {
		const other = read.contradicts.country;
		return other === undefined ? refuse('notANumber') : refuse('otherCountry', { code: other, country: name });
	}
	const length = lengthOf(dialling, read.digits);
	if (length !== 'fits') return refuse(length === 'short' ? 'numberTooShort' : 'numberTooLong', { country: name });
	const country = countryOfNumber(named, dialling, read.digits);
	if (!offered.countries.includes(country)) return refuse('countryNotOffered', undefined, 'country');
	return { contact: { kind: 'phone', country, dialling, digits: read.digits } };
}

/** Signs with which the same mailbox can be written in other ways. */
const aroundAddress = /[<>()[\]\\:"]/;

function readEmail(text: string, chosen: string, journey: Journey, offered: Offered): ReadContact {
	const address = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
	if (!emailAddress.test(address) || address.length > 254 || aroundAddress.test(address)) return refuse('notAnEmail');
	if (wayOf(journey, 'email')?.countryCode === undefined) return { contact: { kind: 'email', address } };
	const country = countryOf(chosen, '', offered);
	if (country === undefined) return refuse('countryMissing', undefined, 'country');
	const dialling = diallingOf(country);
	if (dialling === undefined || !offered.countries.includes(country)) return refuse('countryNotOffered', undefined, 'country');
	return { contact: { kind: 'email', address, country, dialling } };
}

/**
 * Reads a contact. An address is known by its sign, so that one field takes both.
 *
 * @param text - as it was typed.
 * @param chosen - the chosen country as ISO code; empty where none was.
 */
export function readContact(text: string, chosen: string, journey: Journey, offered: Offered, language: Language): ReadContact {
	const given = text.trim().slice(0, 320);
	const isAddress = /[@\uff20]/.test(given);
	if (isAddress && !offered.kinds.includes('email')) return refuse('emailNotHere');
	if (isAddress || !offered.kinds.includes('phone')) return readEmail(given, chosen, journey, offered);
	return readPhone(given, chosen, offered, language);
}

/** A contact as people read it: a number in the groups of its country, with the very digits that the vendor gets. */
export function shownContact(contact: Contact): string {
	if (contact.kind === 'email') return contact.address;
	const { dialling, digits } = contact;
	const grouped = parsePhoneNumberFromString(`+${dialling}${digits}`)?.formatInternational() ?? '';
	return grouped.replace(/\D/g, '') === dialling + digits ? grouped : `+${dialling} ${digits}`;
}

function written({ writing, bare }: PhoneContact, dialling: string, digits: string): string {
	switch (writing) {
		case 'national':
			return digits;
		case 'international':
			return dialling + digits;
		case 'dotted':
			return dialling === bare ? digits : `+${dialling}.${digits}`;
	}
}

/** What a contact puts into the fields of both calls, by wire name. */
export function contactValues(journey: Journey, contact: Contact): Record<string, string | number> {
	const way = wayOf(journey, contact.kind);
	if (way === undefined) return {};
	const { countryCode, fixed } = way;
	const dialled = countryCode === undefined || contact.dialling === undefined ? {} : { [countryCode]: contact.dialling };
	if (contact.kind === 'email' || way.kind === 'email') {
		return { ...fixed, ...dialled, [way.wire]: contact.kind === 'email' ? contact.address : '' };
	}
	const country = way.country === undefined ? {} : { [way.country]: contact.country };
	return { ...fixed, ...dialled, ...country, [way.wire]: written(way, contact.dialling, contact.digits) };
}

/** The same contact is the same text, however it was typed. */
export const contactName = (contact: Contact): string =>
	contact.kind === 'email' ? contact.address.toLowerCase() : `+${contact.dialling}${contact.digits}`;

/** A number without zeros and country codes in front that are none of it: some networks take them away. */
function plainNumber(dialling: string, digits: string): string | undefined {
	const number = parsePhoneNumberFromString(`+${dialling}${digits}`);
	if (number?.isValid() === true) return number.number;
	const more = ['0', dialling].find((front) => digits.startsWith(front));
	return more === undefined ? undefined : plainNumber(dialling, digits.slice(more.length));
}

/** What is the same for all ways to write whom a message reaches: it is for counting, and no contact. */
export function reachedBy(contact: Contact): string {
	if (contact.kind === 'phone') return plainNumber(contact.dialling, contact.digits) ?? contactName(contact);
	const name = contactName(contact);
	const at = name.lastIndexOf('@');
	/* What stands behind a plus sign is the owner's, and leads to the same mailbox. */
	return name.slice(0, at).replace(/\+.*$/, '') + name.slice(at);
}
