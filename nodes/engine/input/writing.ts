/** What people write around digits, and digits of other scripts. */

const isDigit = (codePoint: number): boolean => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** Unicode keeps the ten digits of a script in a row from zero to nine; several rows may follow one another. */
function digitValue(digit: string): number {
	const codePoint = digit.codePointAt(0) ?? 0;
	let first = codePoint;
	while (isDigit(first - 1)) first -= 1;
	return (codePoint - first) % 10;
}

/** Digits of every script, full-width ones too, as 0 to 9. */
export function plainDigits(text: string): string {
	const known = new Map<string, string>();
	return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
		const value = known.get(digit) ?? String(digitValue(digit));
		known.set(digit, value);
		return value;
	});
}

/** Dashes as `-`, and plus signs as `+`, however wide they are. */
export const plainSigns = (text: string): string =>
	text.replace(/[\p{Pd}\u2212\u30fc~\uff5e]/gu, '-').replace(/[\uff0b\ufe62]/g, '+');

/** Takes away spaces, what cannot be seen, and brackets of every kind. */
export const withoutSpaces = (text: string): string => text.replace(/[\s\p{Cf}\p{Ps}\p{Pe}]/gu, '');

/** Takes away dashes, slashes and dots, after {@link plainSigns}. */
export const withoutDashes = (text: string): string => text.replace(/[-/\uff0f\u2044\u2215.\uff0e\u00b7\u2022]/g, '');

/** Whether a program wrote the digits as a decimal number, such as `8123456789.0`: the last zeros are none of theirs. */
export const isDecimal = (text: string): boolean => /^\+?\d+\.0+$/.test(plainDigits(text).trim());
