import { choice, declare } from '../../../engine/words/declare';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { locales } from '../../locales';
import { productCodes } from '../../codes/productCodes';
import { custSpaceIdField, numberCodes, pageCodes, perSecond, phoneNumberField, whatsAppNumber } from './shared';

/** GetChatappVerifyCode. */
export const sendCode = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send WhatsApp number code',
	about:
		'Have WhatsApp send a registration code, by SMS or phone call, to a number that is to become your WhatsApp sender number',
	notice:
		"WhatsApp sends the code to the business number itself, to prove that it is yours; enter it in 'Verify and Register'. It is no login code for users of your own",
	api: cams('GetChatappVerifyCode'),
	page: camsPage('GetChatappVerifyCode'),
	effect: 'message',
	perSecond,
	fields: [
		phoneNumberField,
		custSpaceIdField,
		choice(
			'Method',
			'Method',
			'How the code reaches the number',
			[
				{ value: 'sms', name: 'Text Message' },
				{ value: 'voice', name: 'Phone Call' },
			],
			{ required: true, default: 'sms' },
		),
		choice('Locale', 'Language', 'Language of the message', locales, { required: true, default: 'en' }),
	],
	answer: [],
	codes: {
		...pageCodes('GetChatappVerifyCode'),
		...numberCodes,
		'InvalidParameter.LanguageNotSupport': {
			...productCodes['InvalidParameter.LanguageNotSupport'],
			field: 'Locale',
		},
		'InvalidParameter.LanguageNotEmpty': { ...productCodes['InvalidParameter.LanguageNotEmpty'], field: 'Locale' },
	},
});
