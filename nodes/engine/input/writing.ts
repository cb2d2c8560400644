/** What people write around digits. */
import { plainDigits } from '../words/digits';

/** Dashes as `-`, and plus signs as `+`, however wide they are. */
export const plainSigns = (text: string): string =>
	text.replace(/[\p{Pd}\u2212\u30fc~\uff5e]/gu, '-').replace(/[\uff0b\ufe62]/g, '+');

/** Takes away spaces, what cannot be seen, and brackets of every kind. */
export const withoutSpaces = (text: string): string => text.replace(/[\s\p{Cf}\p{Ps}\p{Pe}]/gu, '');

/** Takes away dashes, slashes and dots, after {@link plainSigns}. */
export const withoutDashes = (text: string): string => text.replace(/[-/\uff0f\u2044\u2215.\uff0e\u00b7\u2022]/g, '');

/** Whether a program wrote the digits as a decimal number, such as `8123456789.0`: the last zeros are none of theirs. */
export const isDecimal = (text: string): boolean => /^\+?\d+\.0+$/.test(plainDigits(text).trim());
