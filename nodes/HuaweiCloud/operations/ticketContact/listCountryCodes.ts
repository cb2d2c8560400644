import { answer, declare } from '../../../engine/words/declare';
import { type HuaweiApi, ticketPage } from '../../api';
import { headerFields, perSecond, ticketContact } from './shared';

/** ListAreaCodes. All codes come in one answer. */
export const listCountryCodes = declare<HuaweiApi>({
	resource: ticketContact,
	value: 'listCountryCodes',
	name: 'List Country Codes',
	action: 'List country codes for ticket contacts',
	about: 'List the countries and regions that a contact can be in, with their dialling codes',
	api: { method: 'GET', path: '/v2/servicerequest/config/area-codes' },
	page: ticketPage('ListAreaCodes'),
	effect: 'read',
	perSecond,
	fields: headerFields,
	answer: [
		answer('area_code_list[].id', 'integer', 'ID of the country or region', { example: 1 }),
		answer('area_code_list[].area_code', 'string', 'Dialling code without plus sign', { example: '86' }),
		answer(
			'area_code_list[].area_name',
			'string',
			"Name of the country or region, in the language of 'Language'",
			{
				example: 'China',
			},
		),
	],
	listing: { entries: 'area_code_list' },
	codes: {},
});
