/** Lists from which the form offers the vendor's own values. */
import { textOf } from '../engine/words/records';
import type { FieldSource } from '../engine/words/operation';

/** Dialling codes, read with ListAreaCodes. */
export const areaCodes: FieldSource = {
	method: 'searchAreaCodes',
	from: { resource: 'ticketContact', operation: 'listCountryCodes' },
	choices: (entry) => {
		const code = textOf(entry['area_code']);
		return code === '' ? [] : [{ name: `${textOf(entry['area_name'])} (${code})`.trim(), value: code }];
	},
};
