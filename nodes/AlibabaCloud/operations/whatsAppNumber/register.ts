import { declare } from '../../../engine/words/declare';
import { type AlibabaApi, cams, camsPage } from '../../api';
import {
	custSpaceIdField,
	phoneNumberField,
	numberCodes,
	pageCodes,
	perSecond,
	registrationLimit,
	whatsAppNumber,
} from './shared';

/** ChatappPhoneNumberRegister. */
export const register = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'register',
	name: 'Register',
	action: 'Register WhatsApp number',
	about: 'Register a number that is verified already as your WhatsApp sender number, without a code',
	notice: registrationLimit,
	api: cams('ChatappPhoneNumberRegister'),
	page: camsPage('ChatappPhoneNumberRegister'),
	effect: 'write',
	perSecond,
	fields: [phoneNumberField, custSpaceIdField],
	answer: [],
	codes: {
		...pageCodes('ChatappPhoneNumberRegister'),
		...numberCodes,
	},
});
