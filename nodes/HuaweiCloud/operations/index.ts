/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/words/operation';
import type { HuaweiApi } from '../api';
import { checkIfNeeded } from './ticketContact/checkIfNeeded';
import { listCountryCodes } from './ticketContact/listCountryCodes';
import { listVerified } from './ticketContact/listVerified';
import { sendCode } from './ticketContact/sendCode';
import { verify } from './ticketContact/verify';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<HuaweiApi>> = [
	sendCode,
	verify,
	checkIfNeeded,
	listVerified,
	listCountryCodes,
];
