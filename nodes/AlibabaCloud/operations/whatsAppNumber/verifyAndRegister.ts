import { declare, family, fixInput, text } from '../../../engine/words/declare';
import { refusedValues, wordsOfSpentCodes } from '../../../engine/words/familiesByWords';
import type { ErrorCode, ErrorFamily } from '../../../engine/words/operation';
import { enterLastCode } from '../../../engine/words/todos';
import { receivedCode } from '../../../engine/words/readings';
import { type AlibabaApi, cams, camsPage } from '../../api';
import { spokenCodes, tooOften } from '../../codes/families';
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
	enterLastCode,
	{ field: 'VerifyCode' },
);

/** A guess from words of a message. */
const aboutTheCode = (texts: readonly string[]): ErrorFamily =>
	family('*', { ...notAccepted, maybeSent: true }, { statuses: refusedValues, texts });

const named = (pattern: string, meaning: ErrorCode): ErrorFamily => family(pattern, meaning, { statuses: refusedValues });

/**
 * No code of its own is documented for a wrong verification code, so its name or the message has to tell. What can
 * mean the code alone comes first, then permissions, faults and limits, whose messages speak of codes as well: a
 * try in vain counts towards the registrations that WhatsApp allows.
 */
const wrongCode: readonly ErrorFamily[] = [
	named(
		'*PhoneNumber*',
		fixInput('Alibaba Cloud does not accept the phone number', "Correct 'Phone Number'", { field: 'PhoneNumber' }),
	),
	named(
		'*CustSpaceId*',
		fixInput('Alibaba Cloud does not accept the space ID', "Correct 'Space ID'", { field: 'CustSpaceId' }),
	),
	named('*Limit*', tooOften),
	aboutTheCode(wordsOfSpentCodes),
	...spokenCodes,
	named('*VerifyCode*', notAccepted),
	named('*VerificationCode*', notAccepted),
	aboutTheCode([
		'verify code',
		'verifycode',
		'verification code',
		'wrong code',
		'incorrect code',
		'invalid code',
		'code is wrong',
		'code is incorrect',
		'code is invalid',
		'验证码',
	]),
];

/** ChatappVerifyAndRegister. */
export const verifyAndRegister = declare<AlibabaApi>({
	resource: whatsAppNumber,
	value: 'verifyAndRegister',
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
