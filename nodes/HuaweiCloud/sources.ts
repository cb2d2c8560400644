/** Lists from which the form offers the vendor's own values. */
import { textOf } from '../engine/words/records';
import type { FieldSource, KnownSource } from '../engine/words/operation';
import { timeZoneNames } from './timeZones';

/** Dialling codes, read with ListAreaCodes. */
export const areaCodes: FieldSource = {
	method: 'searchAreaCodes',
	from: { resource: 'ticketContact', operation: 'listCountryCodes' },
	choices: (entry) => {
		const code = textOf(entry['area_code']);
		return code === '' ? [] : [{ name: `${textOf(entry['area_name'])} (${code})`.trim(), value: code }];
	},
};

/** Time zones to pick from; any other text may be typed. */
export const timeZones: KnownSource = {
	method: 'searchTimeZones',
	known: () => timeZoneNames.map((name) => ({ name, value: name })),
};
