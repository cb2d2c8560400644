import { declare, text } from '../../../engine/words/declare';
import { diallingCodes } from '../../../engine/words/diallingCodes';
import { diallingCode, phoneNumber } from '../../../engine/words/readings';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { custSpaceIdField, numberCodes, pageCodes, perSecond, phoneNumberField, whatsAppNumber } from './shared';

/** AddChatappPhoneNumber. */
export const add = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'add',
	name: 'Add',
	action: 'Add WhatsApp number',
	about: 'Add a new number to the WhatsApp Business Account of a space, before a code can be sent to it',
	api: cams('AddChatappPhoneNumber'),
	page: camsPage('AddChatappPhoneNumber'),
	effect: 'write',
	perSecond,
	fields: [
		text('Cc', 'Country Code', 'Calling code of the country', {
			required: true,
			reads: diallingCode(''),
			example: '86',
			source: diallingCodes(''),
		}),
		{
			...phoneNumberField,
			about: "The new number in the country of 'Country Code'; the list holds those that the space has already",
			reads: phoneNumber({ country: 'Cc' }),
			example: '13800001234',
		},
		text('VerifiedName', 'Display Name', 'Name that the recipients of messages see', {
			required: true,
			example: 'Alibaba',
		}),
		custSpaceIdField,
		text(
			'PreValidateId',
			'Pre-Validation ID',
			'ID of a number validated before; Alibaba Cloud no longer recommends it',
		),
	],
	answer: [],
	codes: {
		...pageCodes('AddChatappPhoneNumber'),
		...numberCodes,
	},
});
