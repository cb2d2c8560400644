/** Reads phone numbers as people write them. Never throws, and takes time in proportion to what was written. */
import { plainDigits } from '../words/digits';
import { parsePhoneNumberFromString } from './phoneLibrary';
import { isDecimal, plainSigns, withoutDashes, withoutSpaces } from './writing';

/** A number without what people write around digits. */
interface Written {
	readonly digits: string;
	/** Whether a plus sign or 00 says that the country code stands in front. */
	readonly international: boolean;
}

/** What the library knows about digits that begin with a country code. */
interface Known {
	/** The country code: one to three digits. */
	readonly country: string;
	/** All digits as they are dialled from abroad: without a trunk zero. */
	readonly digits: string;
	/** The plan of the country has such numbers. */
	readonly valid: boolean;
	/** The plan of the country has numbers of this length. */
	readonly possible: boolean;
}

/** A number of this many digits exists nowhere (the longest has 15), so that nobody needs to be asked. */
const mostDigits = 20;

function knownOf(digits: string): Known | undefined {
	if (digits.length > mostDigits) return undefined;
	const number = parsePhoneNumberFromString(`+${digits}`);
	return number && {
		country: number.countryCallingCode,
		digits: number.number.slice(1),
		valid: number.isValid(),
		possible: number.isPossible(),
	};
}

const withoutPrefix = (digits: string): string => digits.replace(/^00/, '');

/** A range of numbers; or one slash, and behind it so few digits that they are another ending of the same number. */
const severalNumbers = /[~\uff5e\u301c]|^[^/]*\/\D{0,8}(?:\d\D{0,8}){1,3}$/;

/** Brackets at the end of a text. */
const lastBrackets = /\p{Ps}[^\p{Ps}\p{Pe}]*\p{Pe}$/u;

/** Whether digits behind the number are none of its own: then nobody knows which digits are, and a stranger may have them. */
function hasForeignDigits(text: string): boolean {
	const plain = plainDigits(text).replace(/[\s\p{Cf}]/gu, '');
	const brackets = lastBrackets.exec(plain);
	const hasRemark = brackets !== null && /\d/.test(brackets[0]) && /\d/.test(plain.slice(0, brackets.index));
	return hasRemark || isDecimal(text) || severalNumbers.test(plain.replace(/[\uff0f\u2044\u2215]/g, '/'));
}

/** The digits of a text and whether they begin with a country code; undefined where the text is no phone number. */
export function writtenNumber(text: string): Written | undefined {
	if (hasForeignDigits(text)) return undefined;
	const parts = withoutDashes(withoutSpaces(plainSigns(plainDigits(text))).replace(/^tel:/i, '')).split('+');
	const [first = '', second] = parts;
	if (parts.length > 2 || parts.some((part) => !/^\d*$/.test(part))) return undefined;
	/* A country code joined with a number that has its own: 852+85251234567. */
	if (second !== undefined && first !== '' && !second.startsWith(withoutPrefix(first))) return undefined;
	const digits = second ?? first;
	const plain = withoutPrefix(digits);
	return plain === '' ? undefined : { digits: plain, international: second !== undefined || plain !== digits };
}

/** The digits behind a country code; undefined where other digits stand in front. */
const behind = (country: string, digits: string): string | undefined =>
	digits.startsWith(country) && digits.length > country.length ? digits.slice(country.length) : undefined;

/** Whether a country code is the chosen one, or that of a chosen one with an area behind it, as 1 is of 1684. */
const isOf = (chosen: string, known: Known | undefined): known is Known => known !== undefined && chosen.startsWith(known.country);

/**
 * The number within the country, from digits that may have a trunk zero or the country code in front.
 *
 * What is a valid number of the country as it stands is never taken for one with the country code in front.
 */
function withinCountry(digits: string, chosen: string): string {
	const whole = knownOf(chosen + digits);
	const asIs = isOf(chosen, whole) ? behind(chosen, whole.digits) : undefined;
	if (whole?.valid === true && asIs !== undefined) return asIs;
	/* The country code once more; or only the area of one such as 1684. */
	const again = [digits, ...(whole === undefined ? [] : [whole.country + digits])];
	for (const candidate of again) {
		const known = behind(chosen, candidate) === undefined ? undefined : knownOf(candidate);
		const rest = isOf(chosen, known) ? behind(chosen, known.digits) : undefined;
		if (rest === undefined) continue;
		if (known?.valid === true || (known?.possible === true && whole?.possible !== true)) return rest;
	}
	return whole?.possible === true && asIs !== undefined && digits.endsWith(asIs) ? asIs : digits;
}

/** What became of a number: digits for the vendor, or why not. */
export type ReadNumber =
	| { readonly digits: string }
	/** It belongs to another country than the chosen one. */
	| { readonly contradicts: { readonly country: string | undefined } };

/** The number within the chosen country, whose code is given in digits. */
export function nationalNumber({ digits, international }: Written, chosen: string): ReadNumber {
	if (!international) return { digits: withinCountry(digits, chosen) };
	const known = knownOf(digits);
	const rest = known === undefined || isOf(chosen, known) ? behind(chosen, digits) : undefined;
	return rest === undefined ? { contradicts: { country: known?.country } } : { digits: withinCountry(rest, chosen) };
}

/**
 * Digits with the country code in front. They stay as they are but for a repeated country code and a trunk zero: a
 * vendor's own list may hold numbers in a form that is no longer dialled.
 */
export function internationalNumber({ digits }: Written): string {
	const known = knownOf(digits);
	if (known === undefined) return digits;
	const { country } = known;
	const rest = behind(country, digits) ?? '';
	const inside = behind(country, known.digits) ?? '';
	if (rest.startsWith('0') && inside !== '' && rest.endsWith(inside) && known.possible) return country + inside;
	const repeated = known.valid || !rest.startsWith(country) ? undefined : knownOf(rest);
	return repeated?.valid === true ? repeated.digits : digits;
}
