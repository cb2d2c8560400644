/** Tencent Cloud's official SDK as a client of the sandbox, signing with TC3-HMAC-SHA256. */
import { Client as Domain, Models as domainModels } from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/domain/v20180808/index.js';
import { Client as Partner, Models as partnerModels } from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/intlpartnersmgt/v20220928/index.js';
import { Client as Drive, Models as driveModels } from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/smh/v20210712/index.js';
import { Client as Sts, Models as stsModels } from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/sts/v20180813/index.js';

const services = {
	domain: { Client: Domain, models: domainModels },
	intlpartnersmgt: { Client: Partner, models: partnerModels },
	smh: { Client: Drive, models: driveModels },
	sts: { Client: Sts, models: stsModels },
};

/** A service of the SDK. */
export type Service = keyof typeof services;

/** Whether the SDK's clients above are told of a service. */
export const isService = (name: string): name is Service => Object.hasOwn(services, name);

/** What the SDK gave: the answer, or the code of a refusal. */
export type SdkAnswer =
	| { readonly data: Readonly<Record<string, unknown>>; readonly code?: undefined }
	| { readonly code: string; readonly data?: undefined };

/** Whose key signs, and how. */
export interface SdkCaller {
	readonly secretId: string;
	readonly secretKey: string;
	readonly token?: string;
	readonly reqMethod?: 'GET' | 'POST';
}

/**
 * Calls an action through the SDK.
 *
 * @param port - where the sandbox listens; the host stays the vendor's.
 */
export const callSdk = async (
	port: string,
	{ secretId, secretKey, token, reqMethod = 'POST' }: SdkCaller,
	service: Service,
	action: string,
	values: object,
): Promise<SdkAnswer> => {
	const { Client, models } = services[service];
	const client = new Client({ secretId, secretKey, token: token ?? null }, '', {
		signMethod: 'TC3-HMAC-SHA256',
		httpProfile: { protocol: 'http://', endpoint: `${service}.intl.tencentcloudapi.com:${port}`, reqMethod, reqTimeout: 10, headers: {} },
	});
	const Request = models[`${action}Request`];
	if (Request === undefined) throw new Error(`The SDK has no ${action}`);
	const request = new Request();
	request.from_json_string(JSON.stringify(values));
	return await new Promise((resolve) => {
		client[action]?.(request, (refused, answer) => {
			resolve(refused === null ? { data: answer ?? {} } : { code: refused.code ?? `no code: ${refused.message}` });
		});
	});
};
