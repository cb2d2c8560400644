/** Every documented API of the node, in the order of the lists Resource and Operation. */
import type { Operation } from '../../engine/operation';
import type { AlibabaApi } from '../api';
import { sendCode } from './whatsAppNumber/sendCode';

/** One declaration for each API. */
export const operations: ReadonlyArray<Operation<AlibabaApi>> = [sendCode];
