/** Forms that documented texts must have, each with the words that a person reads when a value has another form. */
import type { TextFormat } from './operation';

const howMany = (least: number, most: number): string =>
	least === most ? `${String(least)} digits` : `${String(least)} to ${String(most)} digits`;

/** Digits only, `least` to `most` of them, for a text in which what people write around digits is taken away. */
export const digitCount = (least: number, most: number): TextFormat => ({
	allowed: howMany(least, most),
	test: (text) => /^\d+$/.test(text) && text.length >= least && text.length <= most,
});

/** Digits only, `least` to `most` of them, for a text that is taken as it is. */
export const digits = (least: number, most: number): TextFormat => ({
	...digitCount(least, most),
	allowed: least === most ? howMany(least, most) : `${howMany(least, most)}, without plus sign, spaces or dashes`,
});

/** One mail address. Loose on purpose: only the vendor knows which addresses it accepts. */
export const emailAddress: TextFormat = {
	allowed: 'one email address, such as name@example.com',
	test: (text) => /^[^\s@,;]+@[^\s@,;]+\.[^\s@.,;]+$/.test(text),
};

/** A date and time of day that exists, as `2026-01-31 23:59:59`. */
export const dateAndTime: TextFormat = {
	allowed: 'a date and time such as 2026-01-31 23:59:59',
	test: (text) => {
		if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return false;
		const moment = new Date(`${text.replace(' ', 'T')}Z`);
		return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.replace(' ', 'T'));
	},
};
