/** Forms that documented texts must have, each with the words that a person reads when a value has another form. */
import type { TextFormat } from './operation';

/** Digits only, `least` to `most` of them. */
export const digits = (least: number, most: number): TextFormat => ({
	allowed: least === most ? `${String(least)} digits` : `${String(least)} to ${String(most)} digits`,
	test: (text) => /^\d+$/.test(text) && text.length >= least && text.length <= most,
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
