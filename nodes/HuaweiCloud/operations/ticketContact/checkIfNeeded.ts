import { answer, declare } from '../../../engine/words/declare';
import { type HuaweiApi, ticketPage } from '../../api';
import {
	contactCodes,
	contactValueField,
	contactWayField,
	headerFields,
	optionalAreaCodeField,
	perSecond,
	ticketContact,
} from './shared';

/** CheckNeedVerify. */
export const checkIfNeeded = declare<HuaweiApi>({
	resource: ticketContact,
	value: 'checkIfNeeded',
	name: 'Check If Needed',
	action: 'Check if ticket contact needs verification',
	about: 'Find out whether a contact has to be verified, or an earlier verification still holds',
	api: { method: 'GET', path: '/v2/servicerequest/verifycodes/need-verify' },
	page: ticketPage('CheckNeedVerify'),
	effect: 'read',
	perSecond,
	fields: [contactWayField, contactValueField, optionalAreaCodeField, ...headerFields],
	answer: [
		answer('need_verify_code', 'integer', '1 when a code is needed; the page shows no other value', {
			example: 1,
		}),
		answer('expire_time', 'string', 'Until when an earlier verification holds'),
	],
	codes: contactCodes,
});
