/** The clouds of the sandbox. */
import { makeAlibabaCloud } from './alibaba/cloud';
import type { CloudMaker } from './cloud';
import { makeHuaweiCloud } from './huawei/cloud';
import { makeTencentCloud } from './tencent/cloud';

/** Each vendor's public name and how it is made. */
export const cloudMakers: ReadonlyArray<{ readonly name: string; readonly make: CloudMaker }> = [
	{ name: 'tencentCloud', make: makeTencentCloud },
	{ name: 'alibabaCloud', make: makeAlibabaCloud },
	{ name: 'huaweiCloud', make: makeHuaweiCloud },
];
