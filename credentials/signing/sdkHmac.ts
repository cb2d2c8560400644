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
import {
	type CanonicalHeaders,
	canonicalHeaders,
	canonicalPath,
	hmacSha256Hex,
	sha256Hex,
	sortedPairs,
} from './canonical';
import { type Bytes, type QueryPair, queryText } from './encoding';
import { utcCompact } from './clock';

/** The name of the method, in the header and in what is signed. */
export const algorithm = 'SDK-HMAC-SHA256';

/** The header that replaces the hash of the body, and its word for a body that is not signed. */
export const payloadHeader = 'X-Sdk-Content-Sha256';
const payloadHeaderInLowerCase = payloadHeader.toLowerCase();

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
export function headersToSign(headers: Readonly<Record<string, string>>): Record<string, string> {
	const signed: Record<string, string> = {};
	for (const name of Object.keys(headers)) {
		const lower = name.toLowerCase();
		if (lower === 'host' || (lower.startsWith('x-') && lower.length > 2 && !lower.includes('_'))) {
			signed[name] = headers[name] ?? '';
		}
	}
	return signed;
}

/** Only for signing, the path ends in a slash. */
const signedPath = (path: string): string => {
	const encoded = canonicalPath(path);
	return encoded.endsWith('/') ? encoded : `${encoded}/`;
};

/** The headers as they are signed; the steps below share them. */
const signedHeaders = (request: SdkHmacRequest): CanonicalHeaders => canonicalHeaders(request.headers);

/** The header is looked for only where the signed names hold it: most requests have none. */
function hashedPayload({ headers, body }: SdkHmacRequest, names: string): string {
	if (!names.includes(payloadHeaderInLowerCase)) return sha256Hex(body);
	const given = Object.keys(headers).find((name) => name.toLowerCase() === payloadHeaderInLowerCase);
	return (given === undefined ? undefined : headers[given]) ?? sha256Hex(body);
}

/** Step 1: the request in one text. */
export const canonicalRequest = (request: SdkHmacRequest, { block, names } = signedHeaders(request)): string =>
	`${request.method}\n${signedPath(request.path)}\n${queryText(sortedPairs(request.query))}\n` +
	`${block}\n${names}\n${hashedPayload(request, names)}`;

/** Step 2: the text whose HMAC is the signature. `clock` in ms since 1970, the time in X-Sdk-Date. */
export const stringToSign = (request: SdkHmacRequest, clock: number, headers = signedHeaders(request)): string =>
	`${algorithm}\n${utcCompact(clock)}\n${sha256Hex(canonicalRequest(request, headers))}`;

/** Step 3: the signature in hexadecimal. The secret itself is the key. `clock` in ms since 1970. */
export const signature = (
	request: SdkHmacRequest,
	key: SdkHmacKey,
	clock: number,
	headers = signedHeaders(request),
): string => hmacSha256Hex(key.secretKey, stringToSign(request, clock, headers));

/** Step 4: the value of the header Authorization. `clock` in ms since 1970. */
export function authorization(request: SdkHmacRequest, key: SdkHmacKey, clock: number): string {
	const headers = signedHeaders(request);
	return (
		`${algorithm} Access=${key.accessKey}, SignedHeaders=${headers.names}, ` +
		`Signature=${signature(request, key, clock, headers)}`
	);
}
