/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/words/operation';
import type { TencentApi } from '../api';
import { deleteContact } from './domainContact/delete';
import { list } from './domainContact/list';
import { sendCode as sendDomainContactCode } from './domainContact/sendCode';
import { verify as verifyDomainContact } from './domainContact/verify';
import { listInstances } from './driveAdministrator/listInstances';
import { sendCode as sendDriveAdministratorCode } from './driveAdministrator/sendCode';
import { verify as verifyDriveAdministrator } from './driveAdministrator/verify';
import { createAccount } from './partnerCustomer/createAccount';
import { getCountryCodes } from './partnerCustomer/getCountryCodes';
import { getIndustries } from './partnerCustomer/getIndustries';
import { getVerificationStatus } from './partnerCustomer/getVerificationStatus';
import { sendCode as sendPartnerCustomerCode } from './partnerCustomer/sendCode';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<TencentApi>> = [
	sendDomainContactCode,
	verifyDomainContact,
	list,
	deleteContact,
	sendPartnerCustomerCode,
	createAccount,
	getCountryCodes,
	getIndustries,
	getVerificationStatus,
	sendDriveAdministratorCode,
	verifyDriveAdministrator,
	listInstances,
];
