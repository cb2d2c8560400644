/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/operation';
import type { HuaweiApi } from '../api';
import { sendCode } from './ticketContact/sendCode';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<HuaweiApi>> = [sendCode];
