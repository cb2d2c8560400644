import { declare, fixInput, text, vendorFault } from '../../../engine/words/declare';
import { enterLastCode } from '../../../engine/words/todos';
import { receivedCode } from '../../../engine/words/readings';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import {
	contactCodes,
	contactField,
	domainContact,
	domainService,
	mainlandContactCodes,
	mainlandTypeCode,
	typeField,
} from './shared';

const wrongCode = fixInput(
	'The verification code is wrong or no longer valid',
	enterLastCode,
	{ field: 'VerifyCode' },
);

const alreadyVerified = fixInput(
	'This contact is already verified in your account',
	'Nothing is left to do: go on as if it had just been verified, or use another contact',
	{ field: 'Code' },
);

/** CreateIntlPhoneEmail; CreatePhoneEmail on the mainland site, whose codes stand below too. */
export const verify = declare<TencentApi>({
	resource: domainContact,
	value: 'verify',
	name: 'Verify',
	action: 'Verify domain contact',
	about: 'Check the received code and, when it is right, add the contact to the verified ones of your account',
	api: { ...domainService, action: 'CreateIntlPhoneEmail', mainland: { action: 'CreatePhoneEmail' } },
	page: 'https://www.tencentcloud.com/document/product/242/54241',
	effect: 'write',
	perSecond: 20,
	fields: [
		typeField,
		contactField,
		text('VerifyCode', 'Verification Code', 'Code that the recipient got', {
			required: true,
			secret: true,
			reads: receivedCode,
			example: '123456',
		}),
	],
	answer: [],
	codes: {
		...contactCodes,
		'InternalError.AddPhoneEmailErr': vendorFault(
			'Tencent Cloud could not add the contact',
			'List the verified contacts to see whether it is there, then run the item again',
		),
		'InternalError.CheckVerifyCodeErr': vendorFault(
			'Tencent Cloud could not check the code',
			'Run the item again in a minute, and send a new code if it comes back',
		),
		'InternalError.VerifiedPhoneEmailErr': alreadyVerified,
		'InternalError.VerifyCodeErr': wrongCode,
		...mainlandContactCodes,
		...mainlandTypeCode,
		'FailedOperation.DuplicatePhoneEmail': alreadyVerified,
		'InvalidParameter.VerifyCodeIsInvalid': wrongCode,
		InternalError: commonCodes.InternalError,
	},
});
