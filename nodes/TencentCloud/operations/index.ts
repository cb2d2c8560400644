/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/operation';
import type { TencentApi } from '../vendor';
import { sendCode as sendDomainContactCode } from './domainContact/sendCode';
import { sendCode as sendDriveAdministratorCode } from './driveAdministrator/sendCode';
import { sendCode as sendPartnerCustomerCode } from './partnerCustomer/sendCode';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<TencentApi>> = [
	sendDomainContactCode,
	sendPartnerCustomerCode,
	sendDriveAdministratorCode,
];
