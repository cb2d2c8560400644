/** Alibaba Cloud's official SDK core as a client of the sandbox. */
import { $OpenApiUtil, default as Client } from '@alicloud/openapi-core';
import { RuntimeOptions } from '@darabonba/typescript';
import type { AlibabaKey } from '../../sandbox/alibaba/keys';

/** What the SDK gave: the body of the answer, or the code of a refusal. */
export interface SdkAnswer {
	readonly body?: Readonly<Record<string, unknown>>;
	readonly code?: string;
	readonly statusCode?: number;
	readonly retryAfter?: number;
}

/** How a call is made. */
export interface SdkCall {
	readonly host?: string;
	readonly version?: string;
	readonly action: string;
	readonly values: Readonly<Record<string, string>>;
	/** Where the values travel. */
	readonly place?: 'query' | 'form';
	readonly method?: 'GET' | 'POST';
}

const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Calls an API through the SDK; the host stays the vendor's, the bytes go to `port`. */
export async function callSdk(port: string, key: AlibabaKey, call: SdkCall): Promise<SdkAnswer> {
	const { host = 'cams.ap-southeast-1.aliyuncs.com', version = '2020-06-06', action, values, place = 'query', method = 'POST' } = call;
	const client = new Client(
		new $OpenApiUtil.Config({ ...key, type: key.securityToken === undefined ? 'access_key' : 'sts', endpoint: `${host}:${port}`, protocol: 'HTTP' }),
	);
	const params = new $OpenApiUtil.Params({
		action,
		version,
		protocol: 'HTTP',
		pathname: '/',
		method,
		authType: 'AK',
		style: 'RPC',
		reqBodyType: 'formData',
		bodyType: 'json',
	});
	const request = new $OpenApiUtil.OpenApiRequest(place === 'query' ? { query: values } : { body: values });
	try {
		const answer: unknown = await client.callApi(params, request, new RuntimeOptions({}));
		const body = property(answer, 'body');
		return { body: isRecord(body) ? body : {}, statusCode: Number(property(answer, 'statusCode')) };
	} catch (refused) {
		return {
			code: String(property(refused, 'code') ?? refused),
			statusCode: Number(property(refused, 'statusCode')),
			...(property(refused, 'retryAfter') === undefined ? {} : { retryAfter: Number(property(refused, 'retryAfter')) }),
		};
	}
}
