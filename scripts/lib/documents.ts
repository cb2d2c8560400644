/** Every generated document with its path in the repository; a test holds the files against this. */
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { house } from './house';
import { localReference, referenceOf } from './reference';

/** A generated document. */
export interface Document {
	/** Path from the root of the repository. */
	readonly path: string;
	readonly text: string;
}

/** The reference of each vendor and of the package's own codes, and the way through the engine. */
export const documents = (): Document[] => [
	{ path: 'docs/tencent-cloud.md', text: referenceOf(tencentCloud) },
	{ path: 'docs/alibaba-cloud.md', text: referenceOf(alibabaCloud) },
	{ path: 'docs/huawei-cloud.md', text: referenceOf(huaweiCloud) },
	{ path: 'docs/local-codes.md', text: localReference() },
	{ path: 'nodes/engine/README.md', text: house() },
];
