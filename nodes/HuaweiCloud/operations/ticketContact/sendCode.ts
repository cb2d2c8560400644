import { declare } from '../../../engine/words/declare';
import { type HuaweiApi, ticketPage } from '../../api';
import { ticketCodes } from '../../codes/ticketCodes';
import {
	areaCodeField,
	contactCodes,
	contactValueField,
	contactWayField,
	headerFields,
	perSecond,
	ticketContact,
} from './shared';

/** SendVerifyCodes. */
export const sendCode = declare<HuaweiApi>({
	resource: ticketContact,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send ticket contact code',
	about: 'Send a verification code by SMS or email to a contact that is to be named in support tickets',
	notice:
		"The code proves that a phone number or email address may be the contact of a Huawei Cloud support ticket; enter it in 'Verify'. Huawei Cloud writes the text, and it is no login code for users of your own",
	api: { method: 'POST', path: '/v2/servicerequest/verifycodes/send' },
	page: ticketPage('SendVerifyCodes'),
	effect: 'message',
	perSecond,
	/* Codes can be asked for once a minute; the page does not say whether by contact, and a contact is the least. */
	contactSeconds: 60,
	fields: [contactWayField, contactValueField, areaCodeField, ...headerFields],
	answer: [],
	codes: {
		...contactCodes,
		'OSM.01010024': { ...ticketCodes['OSM.01010024'], field: 'contact_value' },
	},
});
