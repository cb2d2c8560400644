import { declare, vendorFault } from '../../../engine/words/declare';
import { commonCodes } from '../../codes/commonCodes';
import type { TencentApi } from '../../api';
import {
	contactCodes,
	contactField,
	domainContact,
	domainService,
	mainlandContactCodes,
	typeField,
} from './shared';

/** DeleteIntlPhoneEmail; DeletePhoneEmail on the mainland site, whose codes stand below too. */
export const deleteContact = declare<TencentApi>({
	resource: domainContact,
	value: 'delete',
	name: 'Delete',
	action: 'Delete domain contact',
	about: 'Remove a mobile number or email address from the verified ones of your account',
	api: { ...domainService, action: 'DeleteIntlPhoneEmail', mainland: { action: 'DeletePhoneEmail' } },
	page: 'https://www.tencentcloud.com/document/product/242/54240',
	effect: 'write',
	perSecond: 20,
	fields: [typeField, contactField],
	answer: [],
	codes: {
		...contactCodes,
		'InternalError.DeletePhoneEmailVerifyErr': vendorFault(
			'Tencent Cloud could not remove the contact',
			'List the verified contacts to see whether it is still there, then run the item again',
		),
		...mainlandContactCodes,
		FailedOperation: commonCodes.FailedOperation,
		InternalError: commonCodes.InternalError,
		InvalidParameter: commonCodes.InvalidParameter,
	},
});
