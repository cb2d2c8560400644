import { declare, fixAccount, fixInput, retryLater, vendorFault } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import { sentTooOften, waitOpen } from '../../codes/families';
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

/** SendIntlPhoneEmailCode; SendPhoneEmailCode on the mainland site, whose codes stand below too. */
export const sendCode = declare<TencentApi>({
	resource: domainContact,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send domain contact code',
	about: 'Send a verification code to a number or address that is to become a contact for domain registration',
	notice:
		'The code makes a mobile number or email address a verified contact for domain registration in your ' +
		'Tencent Cloud account. It is no login code for users of your own',
	api: { ...domainService, action: 'SendIntlPhoneEmailCode', mainland: { action: 'SendPhoneEmailCode' } },
	page: 'https://www.tencentcloud.com/document/product/242/54231',
	effect: 'message',
	perSecond: 20,
	fields: [typeField, contactField],
	answer: [],
	codes: {
		...contactCodes,
		'InternalError.SendVerifyCodeErr': vendorFault(
			'Tencent Cloud could not send the code and does not say why; codes sent too often may be the reason',
			'Ask the recipient whether a code arrived, and wait before you send another one',
		),
		...mainlandContactCodes,
		...mainlandTypeCode,
		'FailedOperation.ProhibitPhoneEmail': fixInput(
			'Tencent Cloud does not allow this mobile number or email address as a contact',
			"Use another one in 'Mobile Number or Email'",
			{ field: 'Code' },
		),
		'FailedOperation.SendTcbPhoneEmailCodeFailed': fixAccount(
			'The account was opened through CloudBase, and Tencent Cloud sends no codes for such accounts',
			'Use a key of an account that was not opened through CloudBase',
		),
		'FailedOperation.SendVerifyCodeIsLimited': sentTooOften,
		'FailedOperation.VerifyUinIsRealname': fixAccount(
			'The Tencent Cloud account has not passed real-name verification',
			'Complete real-name verification in the Tencent Cloud console',
		),
		'LimitExceeded.RequestLimit': retryLater(
			undefined,
			'Too many requests were made',
			waitOpen,
		),
		FailedOperation: commonCodes.FailedOperation,
		InternalError: commonCodes.InternalError,
		RequestLimitExceeded: commonCodes.RequestLimitExceeded,
	},
});
