/** The published nodes with what a test needs around each: credential, and answers in the vendor's own envelope. */
import type { ServerResponse } from 'node:http';
import type { INodeType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';
import { AlibabaCloud } from '../../nodes/AlibabaCloud/AlibabaCloud.node';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import type { Vendor } from '../../nodes/engine/words/operation';
import { HuaweiCloud } from '../../nodes/HuaweiCloud/HuaweiCloud.node';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { TencentCloud } from '../../nodes/TencentCloud/TencentCloud.node';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import type { GivenCredential } from './engine';
import { json } from './parcel';

/** One of the published nodes. */
export interface Cloud {
	readonly vendor: Vendor;
	readonly node: INodeType;
	/** A credential whose bytes go to a server of the test. */
	credential(endpoint: string): GivenCredential;
	/** Answers success in the vendor's envelope. */
	succeed(response: ServerResponse, data?: object): void;
	/** Answers a code in the vendor's envelope. */
	refuse(response: ServerResponse, code: string, message: string, status?: number): void;
}

const tencent: Cloud = {
	vendor: tencentCloud,
	node: new TencentCloud(),
	credential: (endpoint) => ({
		type: new TencentCloudApi(),
		values: { site: 'international', secretId: 'AKIDsecretid', secretKey: 'secretkey', sessionToken: '', endpoint },
	}),
	succeed: (response, data = {}) => {
		json(response, { Response: { ...data, RequestId: 'request-1' } });
	},
	refuse: (response, Code, Message) => {
		json(response, { Response: { Error: { Code, Message }, RequestId: 'request-1' } });
	},
};

const alibaba: Cloud = {
	vendor: alibabaCloud,
	node: new AlibabaCloud(),
	credential: (endpoint) => ({
		type: new AlibabaCloudAccessKeyApi(),
		values: { accessKeyId: 'LTAIaccesskeyid', accessKeySecret: 'accesskeysecret', securityToken: '', endpoint },
	}),
	succeed: (response, data = {}) => {
		json(response, { ...data, RequestId: 'request-1', Code: 'OK', Message: 'None', Success: true });
	},
	refuse: (response, Code, Message, status) => {
		json(response, { RequestId: 'request-1', HostId: 'cams', Code, Message }, status);
	},
};

const huawei: Cloud = {
	vendor: huaweiCloud,
	node: new HuaweiCloud(),
	credential: (endpoint) => ({
		type: new HuaweiCloudAccessKeyApi(),
		values: { site: 'international', accessKey: 'HWaccesskey', secretKey: 'huaweisecretkey', securityToken: '', domainId: '', endpoint },
	}),
	succeed: (response, data = {}) => {
		response.setHeader('X-Request-Id', 'request-1');
		json(response, data);
	},
	refuse: (response, error_code, error_msg, status) => {
		response.setHeader('X-Request-Id', 'request-1');
		json(response, { error_code, error_msg }, status);
	},
};

/** A server of a test counts nothing, and thousands of requests at the documented pace would take hours. */
for (const operation of [tencentCloud, alibabaCloud, huaweiCloud].flatMap(({ operations }: Vendor) => operations)) {
	Reflect.set(operation, 'perSecond', 1_000_000);
	Reflect.deleteProperty(operation, 'contactSeconds');
}

/** Every published node. */
export const clouds: readonly [Cloud, ...Cloud[]] = [tencent, alibaba, huawei];

/** A credential that sends each item to a place of its own on the server, whatever the item holds. */
export const credentialByItem = (cloud: Cloud, address: string): GivenCredential => {
	const { type } = cloud.credential(address);
	return {
		type,
		values: (itemIndex) => {
			const { values } = cloud.credential(`${address}/item-${String(itemIndex)}`);
			return typeof values === 'function' ? values(itemIndex) : values;
		},
	};
};

/** Which item a request was for, of those sent with {@link credentialByItem}. */
export const askedFor = (path: string): number => Number(/^\/item-(\d+)/.exec(path)?.[1] ?? NaN);
