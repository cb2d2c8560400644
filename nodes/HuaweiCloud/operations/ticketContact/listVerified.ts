import { answer, declare, readings, text } from '../../../engine/words/declare';
import { dateAndTime } from '../../../engine/words/formats';
import { type HuaweiApi, ticketPage } from '../../api';
import { contactCodes, headerFields, optionalContactFields, perSecond, ticketContact } from './shared';

/** ListHasVerifiedContacts. */
export const listVerified = declare<HuaweiApi>({
	resource: ticketContact,
	value: 'listVerified',
	name: 'List Verified',
	action: 'List verified ticket contacts',
	about: 'List the verified contacts, with the ID that a support ticket names them by',
	api: { method: 'GET', path: '/v2/servicerequest/verifycodes/has-verified' },
	page: ticketPage('ListHasVerifiedContacts'),
	effect: 'read',
	perSecond,
	fields: [
		...optionalContactFields,
		text('verified_id', 'Verified ID', 'ID of one verified contact', { length: [1, 64] }),
		text('expired_time', 'Expiry Time', 'When the verification expires', {
			format: dateAndTime,
			example: '2026-01-31 23:59:59',
		}),
		text('customer_id', 'Customer ID', 'ID of the customer'),
		text('sub_customer_id', 'Sub-Customer ID', 'ID of the sub-customer', { length: [1, 64] }),
		...headerFields,
	],
	answer: [
		answer('contact_list[].contact_way', 'integer', '0 for SMS, 1 for email', { example: 0 }),
		answer('contact_list[].contact_value', 'string', 'The phone number or email address', {
			contact: true,
			example: '13800001234',
		}),
		answer('contact_list[].area_code', 'string', 'Dialling code', { example: '86' }),
		answer('contact_list[].verified_id', 'string', 'ID by which a support ticket names the contact'),
		answer('count', 'integer', 'How many there are in all', { example: 1 }),
	],
	/* Whether offset, 1 by default, counts entries or pages is not documented. */
	listing: {
		entries: 'contact_list',
		paging: {
			limit: 'limit',
			position: 'offset',
			pageSize: 100,
			total: 'count',
			readings: readings('entries 1', 'entries 0', 'pages 1', 'pages 0'),
		},
	},
	codes: contactCodes,
});
