/** Checks a received ACS3-HMAC-SHA256 signature with the signers of Alibaba Cloud's two SDK generations. */
import { OpenApiUtil } from '@alicloud/openapi-core';
import OldUtil from '@alicloud/openapi-util';
import { Request } from '@alicloud/tea-typescript';
import { createHash } from 'node:crypto';
import type { Received } from './wire';

/** A request in the SDK's terms: query values decoded, path encoded by the SDK. */
export interface SdkRequest {
	readonly method: string;
	/** Not encoded. */
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
}

/** The header Authorization by either SDK, oldest first. */
export function officialAcs3(request: SdkRequest, id: string, secret: string): readonly [string, string] {
	const sdk = new Request();
	sdk.method = request.method;
	sdk.pathname = OldUtil.getEncodePath(request.path);
	sdk.query = { ...request.query };
	sdk.headers = { ...request.headers };
	const payload = createHash('sha256').update(request.body).digest('hex');
	const algorithm = 'ACS3-HMAC-SHA256';
	return [
		OldUtil.getAuthorization(sdk, algorithm, payload, id, secret),
		OpenApiUtil.getAuthorization(sdk, algorithm, payload, id, secret),
	];
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
