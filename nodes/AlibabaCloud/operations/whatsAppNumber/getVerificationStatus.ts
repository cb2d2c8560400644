import { answer, declare } from '../../../engine/words/declare';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { custSpaceIdField, phoneNumberField, numberCodes, pageCodes, perSecond, whatsAppNumber } from './shared';

/** GetPhoneNumberVerificationStatus. */
export const getVerificationStatus = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'getVerificationStatus',
	name: 'Get Verification Status',
	action: 'Get verification status of WhatsApp number',
	about:
		'Find out whether a number is verified, so that no new code is needed; a verification holds for about 14 days',
	api: cams('GetPhoneNumberVerificationStatus'),
	page: camsPage('GetPhoneNumberVerificationStatus'),
	effect: 'read',
	perSecond,
	fields: [phoneNumberField, custSpaceIdField],
	answer: [
		answer('Data.PhoneNumber', 'string', 'The number with country code', {
			contact: true,
			example: '8613800001234',
		}),
		answer('Data.Id', 'string', 'ID of the number'),
		answer(
			'Data.CodeVerificationStatus',
			'string',
			'VERIFIED, REJECTED, MORE_INFORMATION_REQUESTED or REVOKED; the guide also writes NOT_VERIFIED',
			{ example: 'VERIFIED' },
		),
	],
	codes: {
		...pageCodes('GetPhoneNumberVerificationStatus'),
		...numberCodes,
	},
});
