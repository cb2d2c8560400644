import { declare, fixInput, retryLater, vendorFault } from '../../../engine/words/declare';
import { waitOpen } from '../../codes/families';
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

/** SendSmsCode. */
export const sendCode = declare<TencentApi>({
	resource: driveAdministrator,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send drive administrator code',
	about:
		'Send a verification code by SMS to the mobile number that is to become the super administrator of an official ' +
		'cloud disk instance',
	notice:
		'The code is for changing the super administrator of an official cloud disk instance, or for its upgrade ' +
		'from trial to enterprise. It is no login code for users of your own',
	api: driveApi('SendSmsCode'),
	page: 'https://www.tencentcloud.com/document/product/1283/74886',
	effect: 'message',
	perSecond: 20,
	fields: [purposeField, phoneNumberField, instanceIdField, countryCodeField],
	answer: [],
	codes: {
		...sharedCodes,
		'InternalError.SendSms': vendorFault(
			'Something broke while Tencent Cloud sent the SMS',
			'Ask the recipient whether a code arrived before you send another one',
		),
		'InvalidParameterValue.NotModified': fixInput(
			'This mobile number is already that of the super administrator',
			"Use another number in 'Phone Number', or leave things as they are",
			{ field: 'PhoneNumber' },
		),
		'InvalidParameterValue.NotSuperAdmin': fixInput(
			'This mobile number is not that of the super administrator of the enterprise',
			"Use the number of the present super administrator in 'Phone Number', or choose another 'Purpose'",
			{ field: 'PhoneNumber' },
		),
		'RequestLimitExceeded.SendSms': retryLater(
			undefined,
			'This mobile number has got as many codes as Tencent Cloud sends to one number for now',
			waitOpen,
			{ field: 'PhoneNumber' },
		),
	},
});
