/** What a person can prove on pages: to which calls it belongs, and what the page asks for them. */
import type { Journey } from '../engine/words/journey';

/** Contacts of support tickets, by mobile number or by email; both want the dialling code. A code is valid for 5 minutes. */
const ticketContact: Journey = {
	resource: 'ticketContact',
	send: 'sendCode',
	complete: 'verify',
	probe: 'listCountryCodes',
	contacts: [
		{ kind: 'phone', wire: 'contact_value', writing: 'national', countryCode: 'area_code', fixed: { contact_way: 0 } },
		{ kind: 'email', wire: 'contact_value', countryCode: 'area_code', fixed: { contact_way: 1 } },
	],
	code: { wire: 'verify_code', digits: 6 },
	words: { 'OSM.01010024': 'sentJustNow' },
};

/** In the order of the list Resource. */
export const journeys: readonly Journey[] = [ticketContact];
