import { answer, declare, fixInput, integer } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import { partnerApi, partnerCustomer, serviceBusy } from './shared';

/** QueryAccountVerificationStatus. */
export const getVerificationStatus = declare<TencentApi>({
	resource: partnerCustomer,
	value: 'getVerificationStatus',
	name: 'Get Verification Status',
	action: 'Get verification status of partner customer',
	about: 'Find out whether a customer has passed identity verification; it says nothing about a verification code',
	api: partnerApi('QueryAccountVerificationStatus'),
	page: 'https://www.tencentcloud.com/document/product/1085/56038',
	effect: 'read',
	perSecond: 20,
	fields: [
		integer('ClientUin', 'Customer UIN', "Account ID of the customer, which 'Create Account' gives as Uin", {
			required: true,
			range: [1, Number.MAX_SAFE_INTEGER],
			default: 0,
			example: '200000123456',
		}),
	],
	answer: [answer('AccountStatus', 'boolean', 'Whether identity verification is done', { example: true })],
	codes: {
		'FailedOperation.UinInvalid': fixInput(
			'Tencent Cloud does not know this account ID',
			"Correct 'Customer UIN'",
			{ field: 'ClientUin' },
		),
		InternalError: commonCodes.InternalError,
		InvalidParameter: commonCodes.InvalidParameter,
		InvalidParameterValue: commonCodes.InvalidParameterValue,
		MissingParameter: commonCodes.MissingParameter,
		'OperationDenied.ServiceBusy': serviceBusy,
		'UnauthorizedOperation.NotCustomerUin': fixInput(
			'This account is not one of your customers',
			"Use the account ID of one of your customers in 'Customer UIN', or the credential of the right partner",
			{ field: 'ClientUin' },
		),
		UnknownParameter: commonCodes.UnknownParameter,
	},
});
