import { declare, fixInput, retryLater } from '../../../engine/words/declare';
import { sentTooOften } from '../../codes/families';
import type { TencentApi } from '../../api';
import {
	countryCodeField,
	noAccountsThere,
	partnerApi,
	partnerCustomer,
	phoneBindUpper,
	phoneNumField,
} from './shared';

/** SendVerifyCode. */
export const sendCode = declare<TencentApi>({
	resource: partnerCustomer,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send partner customer code',
	about: 'Send a verification code by SMS to the mobile number that a new customer account is registered with',
	notice:
		"The code is for 'Create Account', with which a partner of Tencent Cloud registers a customer. " +
		'It is no login code for users of your own',
	api: partnerApi('SendVerifyCode'),
	page: 'https://www.tencentcloud.com/document/product/1085/65907',
	effect: 'message',
	perSecond: 20,
	fields: [countryCodeField, phoneNumField],
	answer: [],
	codes: {
		'FailedOperation.PhoneBindUpper': phoneBindUpper,
		'FailedOperation.SendVerifyCodeLimit': sentTooOften,
		'FailedOperation.SendVerifyCodeLimit60': retryLater(
			60,
			'The last code was sent less than 60 seconds ago',
			'Wait 60 seconds, then run the item again',
		),
		InvalidParameterValue: fixInput(
			'Tencent Cloud does not accept one of the values',
			"Check 'Country Code' and 'Phone Number'",
		),
		'InvalidParameterValue.UnSupportArea': fixInput(
			noAccountsThere,
			"Use the number of another country or region, with its 'Country Code'",
			{ field: 'CountryCode' },
		),
	},
});
