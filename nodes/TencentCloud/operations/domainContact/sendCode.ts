import { declare, fixAccount, fixInput, retryLater, vendorFault } from '../../../engine/declare';
import type { TencentApi } from '../../vendor';
import { contactField, domainContact, sharedCodes, typeField } from './shared';

/** SendIntlPhoneEmailCode; SendPhoneEmailCode on the mainland site, whose codes stand below too. */
export const sendCode = declare<TencentApi>({
	resource: domainContact,
	operation: 'sendCode',
	name: 'Send Code',
	action: 'Send domain contact code',
	about: 'Send a verification code to a mobile number or email address that is to become a contact for domain registration',
	notice:
		'The code makes a mobile number or email address a verified contact for domain registration in your Tencent Cloud account. It is no login code for users of your own',
	api: {
		service: 'domain',
		version: '2018-08-08',
		action: 'SendIntlPhoneEmailCode',
		mainland: { action: 'SendPhoneEmailCode' },
	},
	page: 'https://www.tencentcloud.com/document/product/242/54231',
	effect: 'message',
	perSecond: 20,
	fields: [typeField, contactField],
	answer: [],
	codes: {
		...sharedCodes,
		'InternalError.SendVerifyCodeErr': vendorFault(
			'Tencent Cloud could not send the code and does not say why; codes sent too often may be the reason',
			'Ask the recipient whether a code arrived, and wait before you send another one',
		),
		'FailedOperation.ProhibitPhoneEmail': fixInput(
			'Tencent Cloud does not allow this mobile number or email address as a contact',
			'Use another mobile number or email address',
			{ field: 'Code' },
		),
		'FailedOperation.SendVerifyCodeIsLimited': retryLater(
			undefined,
			'Codes were sent to this contact too often',
			'Wait, then run the item again; how long is not documented',
		),
		'FailedOperation.VerifyUinIsRealname': fixAccount(
			'The Tencent Cloud account has not passed real-name verification',
			'Complete real-name verification in the Tencent Cloud console',
		),
		'InvalidParameter.CodeTypeIsInvalid': fixInput(
			'Tencent Cloud does not accept this kind of contact',
			"Choose Mobile Number or Email Address in 'Type'",
			{ field: 'Type' },
		),
		'InvalidParameter.EmailIsInvalid': fixInput(
			'Tencent Cloud does not accept this email address',
			"Correct the address in 'Mobile Number or Email'",
			{ field: 'Code' },
		),
		'InvalidParameter.TelephoneIsInvalid': fixInput(
			'Tencent Cloud does not accept this mobile number',
			"Correct the number in 'Mobile Number or Email'",
			{ field: 'Code' },
		),
		'LimitExceeded.RequestLimit': retryLater(
			undefined,
			'Too many requests were made',
			'Wait, then run the item again; how long is not documented',
		),
	},
});
