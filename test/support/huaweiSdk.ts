/** Huawei Cloud's official SDK core as a client of the sandbox. There is no package for Service Tickets itself. */
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/GlobalCredentials';
import { HcClient } from '@huaweicloud/huaweicloud-sdk-core/HcClient';
import { DefaultHttpClient } from '@huaweicloud/huaweicloud-sdk-core/http/DefaultHttpClient';
import { LogLevel } from '@huaweicloud/huaweicloud-sdk-core/logger';
import { account, type HuaweiKey } from '../../sandbox/huawei/keys';

/** The SDK prints every refusal with the whole request. */
const silent = {
	debug: () => undefined,
	info: () => undefined,
	warn: () => undefined,
	error: () => undefined,
	setLevel: () => undefined,
	getLevel: () => LogLevel.ERROR,
	setName: () => undefined,
};

/** What the SDK gave: the answer with `httpStatusCode`, or what it threw. */
export interface SdkAnswer {
	readonly body?: Readonly<Record<string, unknown>>;
	readonly httpStatusCode?: number;
	readonly errorCode?: string;
	readonly errorMsg?: string;
}

/** How a call is made. */
export interface SdkCall {
	readonly host?: string;
	readonly method: 'GET' | 'POST';
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number>>;
	readonly data?: object;
	readonly headers?: Readonly<Record<string, string>>;
	readonly domainId?: string;
}

const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Calls an API through the SDK; the host stays the vendor's, the bytes go to `port`. */
export async function callSdk(port: string, key: HuaweiKey, call: SdkCall): Promise<SdkAnswer> {
	const { host = 'osm.ap-southeast-3.myhuaweicloud.com', method, path, query = {}, data, headers = {}, domainId = account.id } = call;
	const credential = new GlobalCredentials().withAk(key.accessKey).withSk(key.secretKey);
	if (key.securityToken !== undefined) credential.withSecurityToken(key.securityToken);
	credential.setDomainId(domainId);
	const endpoints = [`http://${host}:${port}`];
	const http = new DefaultHttpClient({ logger: silent }, endpoints);
	const client = new HcClient(http).withCredential(credential).withEndpoints(endpoints);
	try {
		const answer: unknown = await client.sendRequest({
			method,
			url: path,
			contentType: method === 'POST' ? 'application/json' : '',
			queryParams: { ...query },
			pathParams: {},
			headers: { ...headers },
			...(data === undefined ? {} : { data: { ...data } }),
		});
		const { httpStatusCode, ...body } = Object(answer) as Readonly<Record<string, unknown>>;
		return { body, httpStatusCode: Number(httpStatusCode) };
	} catch (refused) {
		return {
			httpStatusCode: Number(property(refused, 'httpStatusCode')),
			errorCode: String(property(refused, 'errorCode') ?? refused),
			errorMsg: String(property(refused, 'errorMsg')),
		};
	}
}
