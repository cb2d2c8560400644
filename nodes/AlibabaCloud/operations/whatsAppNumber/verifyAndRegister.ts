import { declare, fixInput, text } from '../../../engine/words/declare';
import type { ErrorFamily } from '../../../engine/words/operation';
import { receivedCode } from '../../../engine/words/readings';
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

const notAccepted = fixInput(
	'The verification code is wrong, used or no longer valid',
	"Enter the code of the last message in 'Verification Code', or send a new one",
	{ field: 'VerifyCode' },
);

/** No code of its own is documented for a wrong verification code, so its name or the message has to tell. */
const wrongCode: readonly ErrorFamily[] = [
	{ pattern: '*VerifyCode*', ...notAccepted },
	{ pattern: '*VerificationCode*', ...notAccepted },
	{
		pattern: '*',
		...notAccepted,
		texts: [
			'verify code',
			'verifycode',
			'verification code',
			'wrong code',
			'incorrect code',
			'invalid code',
			'expired code',
			'code is wrong',
			'code is incorrect',
			'code is invalid',
			'code is expired',
			'code has expired',
			'code expired',
			'验证码',
		],
	},
];

/** ChatappVerifyAndRegister. */
export const verifyAndRegister = declare<AlibabaApi>({
	resource: whatsAppNumber,
	operation: 'verifyAndRegister',
	name: 'Verify and Register',
	action: 'Verify and register WhatsApp number',
	about: 'Check the received code and, when it is right, register the number as your WhatsApp sender number',
	notice: registrationLimit,
	api: cams('ChatappVerifyAndRegister'),
	page: camsPage('ChatappVerifyAndRegister'),
	effect: 'write',
	perSecond,
	fields: [
		phoneNumberField,
		custSpaceIdField,
		text('VerifyCode', 'Verification Code', 'Code that the number got', {
			required: true,
			secret: true,
			reads: receivedCode,
			length: [1, 32],
			example: '223222',
		}),
	],
	answer: [],
	codes: {
		...pageCodes('ChatappVerifyAndRegister'),
		...numberCodes,
	},
	families: wrongCode,
});
