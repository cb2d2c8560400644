/** Digits as people and machines write them. */

/** The zeros of the scripts in which phones and keyboards write digits; the nine others follow each. */
const zeros = ['0', '٠', '۰', '०', '০', '๐', '０'].map((zero) => zero.charCodeAt(0));

/** The ASCII digit of one character; undefined for what is no digit. */
export function asciiDigit(character: string): string | undefined {
	const code = character.charCodeAt(0);
	const zero = zeros.find((one) => code >= one && code <= one + 9);
	return zero === undefined ? undefined : String(code - zero);
}

/** All digits of a text in ASCII, without whatever stands between them. */
export const asciiDigits = (text: string): string => Array.from(text, (character) => asciiDigit(character) ?? '').join('');
