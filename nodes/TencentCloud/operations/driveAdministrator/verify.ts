import { declare, fixAccount, fixInput, text } from '../../../engine/words/declare';
import { enterLastCode } from '../../../engine/words/todos';
import { receivedCode } from '../../../engine/words/readings';
import type { TencentApi } from '../../api';
import {
	countryCodeField,
	driveAdministrator,
	driveApi,
	instanceIdField,
	phoneNumberField,
	purposeField,
	sharedCodes,
} from './shared';

const wrongCode = fixInput(
	'The verification code is wrong or has expired',
	enterLastCode,
	{ field: 'Code' },
);

/** VerifySmsCode. */
export const verify = declare<TencentApi>({
	resource: driveAdministrator,
	value: 'verify',
	name: 'Verify',
	action: 'Verify drive administrator',
	about:
		'Check the received code and, when it is right, most likely make the number the super administrator of an ' +
		'official cloud disk instance',
	notice:
		'Treat this as a change, not as a harmless check: a right code most likely makes the number ' +
		'the super administrator at once',
	api: driveApi('VerifySmsCode'),
	page: 'https://www.tencentcloud.com/document/product/1283/74885',
	effect: 'write',
	perSecond: 20,
	fields: [
		purposeField,
		phoneNumberField,
		text('Code', 'Verification Code', 'Code that the recipient got by SMS', {
			required: true,
			secret: true,
			reads: receivedCode,
			example: '2261',
		}),
		instanceIdField,
		countryCodeField,
	],
	answer: [],
	codes: {
		...sharedCodes,
		'LimitExceeded.UserLimit': fixAccount(
			'All user seats of the instance are taken',
			'Free a seat in the instance or buy more of them',
			{ cause: 'quota-exhausted' },
		),
		'UnauthorizedOperation.SmsCode': wrongCode,
		'UnauthorizedOperation.SmsCodeExceeded': fixInput(
			'A wrong code was entered too many times',
			"Send a new code, then enter it in 'Verification Code'",
			{ field: 'Code' },
		),
	},
	/* Here the prefix UnauthorizedOperation is about the code, not about the permissions of the key. */
	families: [{ pattern: 'UnauthorizedOperation.SmsCode*', ...wrongCode, maybeSent: true }],
});
