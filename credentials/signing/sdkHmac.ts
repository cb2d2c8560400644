/**
 * Huawei Cloud's request signature SDK-HMAC-SHA256, step by step.
 *
 * The steps and names are those of
 * https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm-001.html and the pages after it. Their
 * example (GET .../vpcs with limit and marker, secret access key `MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc`):
 *
 * | step | value |
 * | --- | --- |
 * | X-Sdk-Date | 20191115T033655Z |
 * | hash of the canonical request | b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a |
 * | signature | 7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe |
 */
import { canonicalHeaders, canonicalPath, hmacSha256Hex, secretKey, sha256Hex, sortedPairs } from './canonical';
import { type Bytes, type QueryPair, queryText } from './encoding';
import { utcCompact } from './clock';

/** The name of the method, in the header and in what is signed. */
export const algorithm = 'SDK-HMAC-SHA256';

/** The header that replaces the hash of the body, and its word for a body that is not signed. */
export const payloadHeader = 'X-Sdk-Content-Sha256';

/** What stands for the hash of a body that is not signed, such as a file. */
export const unsignedPayload = 'UNSIGNED-PAYLOAD';

/** What is signed of a request. */
export interface SdkHmacRequest {
	readonly method: string;
	readonly path: string;
	readonly query: readonly QueryPair[];
	/** The headers to sign, by name: X-Sdk-Date at least. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as it goes out; empty when there is none. */
	readonly body: Bytes;
}

/** Who signs. */
export interface SdkHmacKey {
	readonly accessKey: string;
	readonly secretKey: string;
}

/**
 * The headers that are signed of all that go out: Host and those that begin with X-. Content-Type is left out, since
 * the guide does not ask for it and HTTP libraries change it; names with an underscore, since proxies drop them.
 */
export const headersToSign = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => /^(host|x-[^_]+)$/i.test(name)));

/** Only for signing, the path ends in a slash. */
const signedPath = (path: string): string => {
	const encoded = canonicalPath(path);
	return encoded.endsWith('/') ? encoded : `${encoded}/`;
};

const hashedPayload = ({ headers, body }: SdkHmacRequest): string => {
	const given = Object.entries(headers).find(([name]) => name.toLowerCase() === payloadHeader.toLowerCase());
	return given?.[1] ?? sha256Hex(body);
};

/** Step 1: the request in one text. */
export function canonicalRequest(request: SdkHmacRequest): string {
	const { block, names } = canonicalHeaders(request.headers);
	const query = queryText(sortedPairs(request.query));
	return [request.method, signedPath(request.path), query, block, names, hashedPayload(request)].join('\n');
}

/** Step 2: the text whose HMAC is the signature. `clock` in ms since 1970, the time in X-Sdk-Date. */
export const stringToSign = (request: SdkHmacRequest, clock: number): string =>
	[algorithm, utcCompact(clock), sha256Hex(canonicalRequest(request))].join('\n');

/** Step 3: the signature in hexadecimal. The secret itself is the key. `clock` in ms since 1970. */
export const signature = (request: SdkHmacRequest, key: SdkHmacKey, clock: number): string =>
	hmacSha256Hex(secretKey(key.secretKey), stringToSign(request, clock));

/** Step 4: the value of the header Authorization. `clock` in ms since 1970. */
export const authorization = (request: SdkHmacRequest, key: SdkHmacKey, clock: number): string =>
	`${algorithm} Access=${key.accessKey}, SignedHeaders=${canonicalHeaders(request.headers).names}, ` +
	`Signature=${signature(request, key, clock)}`;
