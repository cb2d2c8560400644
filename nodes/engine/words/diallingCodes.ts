/** Dialling codes of the world, for vendors that offer no list of their own. */
import { countriesByName } from './countries';
import type { KnownSource, ListEntry } from './fields';

/**
 * Countries by name with their dialling codes.
 *
 * @param prefix - what the vendor writes before the digits: a plus sign, or nothing.
 * @param refused - codes, in digits, that the call does not take; the list says so.
 */
export const diallingCodes = (prefix: '+' | '', refused: readonly string[] = []): KnownSource => ({
	method: prefix === '+' ? 'searchDiallingCodesWithPlus' : 'searchDiallingCodes',
	known: () =>
		countriesByName().flatMap(([, { name, phone }]) =>
			phone.map((digits): ListEntry => {
				const remark = refused.includes(String(digits)) ? ' - refused by this call' : '';
				return { name: `${name} (${prefix}${String(digits)})${remark}`, value: `${prefix}${String(digits)}` };
			}),
		),
});
