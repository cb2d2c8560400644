/** Checks a received SDK-HMAC-SHA256 signature with the signer of Huawei Cloud's own SDK. */
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials';
import type { Received } from './wire';

/** A request in the SDK's terms. */
export interface SdkRequest {
	readonly method: string;
	readonly host: string;
	/** Not encoded: the SDK encodes what it is given. */
	readonly path: string;
	readonly query: Readonly<Record<string, string | readonly string[]>>;
	/** The headers to sign, X-Sdk-Date among them. */
	readonly headers: Readonly<Record<string, string>>;
	/** The SDK hashes what JSON.stringify makes of it. */
	readonly data?: unknown;
}

/** The header Authorization by the SDK. */
export function officialSdkHmac(request: SdkRequest, accessKey: string, secretKey: string): string {
	// The SDK looks for these two by their very case.
	const spelled: Record<string, string> = { 'x-sdk-date': 'X-Sdk-Date', 'x-sdk-content-sha256': 'X-Sdk-Content-Sha256' };
	const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [spelled[name] ?? name, value]));
	const sdk = {
		endpoint: `https://${request.host}${request.path}`,
		method: request.method,
		headers,
		queryParams: structuredClone(request.query),
		...(request.data === undefined ? {} : { data: request.data }),
	};
	const credentials = new BasicCredentials().withAk(accessKey).withSk(secretKey);
	const signed: Record<string, string> = AKSKSigner.sign(sdk, credentials);
	return signed['Authorization'] ?? '';
}

/** What the header Authorization of a received request should have been, over the headers that it says it signs. */
export function expectedSdkHmac(received: Received, accessKey: string, secretKey: string, prefix = ''): string {
	const [path = '', search = ''] = received.target.split('?');
	const names = /SignedHeaders=([^,]+),/.exec(received.headers.authorization ?? '')?.[1]?.split(';') ?? [];
	const query: Record<string, string[]> = {};
	for (const pair of search.split('&').filter((part) => part !== '')) {
		const [name = '', value = ''] = pair.split('=').map(decodeURIComponent);
		(query[name] ??= []).push(value);
	}
	const body = received.body.toString('utf8');
	return officialSdkHmac(
		{
			method: received.method,
			host: String(received.headers.host),
			path: decodeURIComponent(path.slice(prefix.length)),
			query,
			headers: Object.fromEntries(names.map((name) => [name, String(received.headers[name])])),
			...(body === '' ? {} : { data: JSON.parse(body) as unknown }),
		},
		accessKey,
		secretKey,
	);
}
