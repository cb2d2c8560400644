/** Checks a received ACS3-HMAC-SHA256 signature with the signers of Alibaba Cloud's two SDK generations. */
import { OpenApiUtil } from '@alicloud/openapi-core';
import OldUtil from '@alicloud/openapi-util';
import { Request } from '@alicloud/tea-typescript';
import { createHash } from 'node:crypto';
import type { Received } from './wire';

/** A request in the SDK's terms: query values decoded, path encoded by the SDK. */
export interface SdkRequest {
	readonly method: string;
	/** Not encoded, unless {@link pathEncoded} says so. */
	readonly path: string;
	/** True to hand the path to the signer as it is, as the SDK's client does; its callers encode by themselves. */
	readonly pathEncoded?: true;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
}

/** What gives the header Authorization by either SDK, oldest first. */
export const officialSigners = (request: SdkRequest, id: string, secret: string): readonly [() => string, () => string] => {
	const sdk = new Request();
	sdk.method = request.method;
	sdk.pathname = request.pathEncoded ? request.path : OldUtil.getEncodePath(request.path);
	sdk.query = { ...request.query };
	sdk.headers = { ...request.headers };
	const payload = createHash('sha256').update(request.body).digest('hex');
	return [
		() => OldUtil.getAuthorization(sdk, 'ACS3-HMAC-SHA256', payload, id, secret),
		() => OpenApiUtil.getAuthorization(sdk, 'ACS3-HMAC-SHA256', payload, id, secret),
	];
};

/** The header Authorization by either SDK, oldest first. */
export function officialAcs3(request: SdkRequest, id: string, secret: string): readonly [string, string] {
	const [older, newer] = officialSigners(request, id, secret);
	return [older(), newer()];
}

/** What the header Authorization of a received request should have been, by either SDK. */
export function expectedAcs3(received: Received, id: string, secret: string, prefix = ''): readonly [string, string] {
	const [path = '', search = ''] = received.target.split('?');
	const query = search.split('&').filter((pair) => pair !== '').map((pair) => pair.split('=').map(decodeURIComponent));
	return officialAcs3(
		{
			method: received.method,
			path: decodeURIComponent(path.slice(prefix.length)),
			query: Object.fromEntries(query.map(([name = '', value = '']) => [name, value])),
			headers: Object.fromEntries(Object.entries(received.headers).map(([name, value]) => [name, String(value)])),
			body: received.body,
		},
		id,
		secret,
	);
}
