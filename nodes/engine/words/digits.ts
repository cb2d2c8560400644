/** Digits as people and machines write them. */

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

/** All digits of a text as 0 to 9, without whatever stands between them. */
export const digitsIn = (text: string): string => plainDigits(text).replace(/[^0-9]/g, '');
