/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/words/operation';
import type { AlibabaApi } from '../api';
import { add } from './whatsAppNumber/add';
import { getVerificationStatus } from './whatsAppNumber/getVerificationStatus';
import { list } from './whatsAppNumber/list';
import { listSpaces } from './whatsAppNumber/listSpaces';
import { register } from './whatsAppNumber/register';
import { sendCode } from './whatsAppNumber/sendCode';
import { verifyAndRegister } from './whatsAppNumber/verifyAndRegister';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<AlibabaApi>> = [
	sendCode,
	verifyAndRegister,
	getVerificationStatus,
	list,
	add,
	register,
	listSpaces,
];
