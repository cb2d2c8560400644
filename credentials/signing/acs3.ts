/**
 * Alibaba Cloud's signature V3, ACS3-HMAC-SHA256, step by step.
 *
 * The steps and names are those of
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature. That page's example
 * with fixed parameters (RunInstances in ecs.cn-shanghai.aliyuncs.com, secret `YourAccessKeySecret`):
 *
 * | step | value |
 * | --- | --- |
 * | x-acs-date | 2023-10-26T10:22:32Z |
 * | x-acs-signature-nonce | 3156853299f313e23d1673dc12e1703d |
 * | hash of the canonical request | 7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259 |
 * | signature | 06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0 |
 */
import {
	type CanonicalHeaders,
	canonicalHeaders,
	canonicalPath,
	type HeaderRules,
	hmacSha256Hex,
	sha256Hex,
	sortedPairs,
} from './canonical';
import { type Bytes, type QueryPair, queryText } from './encoding';

/** The name of the method, in the header and in what is signed. */
export const algorithm = 'ACS3-HMAC-SHA256';

/** What is signed of a request. */
export interface Acs3Request {
	readonly method: string;
	/** Path of the address: `/` for RPC, the resource's path for ROA. */
	readonly path: string;
	readonly query: readonly QueryPair[];
	/** All headers that go out; those that belong to the signature are picked. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as it goes out; empty when there is none. */
	readonly body: Bytes;
}

/** Who signs. */
export interface Acs3Key {
	readonly accessKeyId: string;
	readonly accessKeySecret: string;
}

const belongs = (name: string): boolean =>
	name === 'host' || name === 'content-type' || name.startsWith('x-acs-');

const rules: HeaderRules = { belongs };

/** The headers as they are signed; the steps below share them. */
const signedHeaders = (request: Acs3Request): CanonicalHeaders => canonicalHeaders(request.headers, rules);

/** The hash of an empty body, which most requests have. */
const hashOfNothing = sha256Hex('');

/** The value of x-acs-content-sha256, which is part of what is signed. */
export const hashedPayload = (body: Bytes): string => (body.length === 0 ? hashOfNothing : sha256Hex(body));

/** Step 1: the request in one text. */
export const canonicalRequest = (request: Acs3Request, { block, names } = signedHeaders(request)): string =>
	`${request.method}\n${canonicalPath(request.path)}\n${queryText(sortedPairs(request.query))}\n` +
	`${block}\n${names}\n${hashedPayload(request.body)}`;

/** Step 2: the text whose HMAC is the signature. */
export const stringToSign = (request: Acs3Request, headers = signedHeaders(request)): string =>
	`${algorithm}\n${sha256Hex(canonicalRequest(request, headers))}`;

/** Step 3: the signature in hexadecimal. The secret itself is the key. */
export const signature = (request: Acs3Request, key: Acs3Key, headers = signedHeaders(request)): string =>
	hmacSha256Hex(key.accessKeySecret, stringToSign(request, headers));

/** Step 4: the value of the header Authorization. */
export function authorization(request: Acs3Request, key: Acs3Key): string {
	const headers = signedHeaders(request);
	return (
		`${algorithm} Credential=${key.accessKeyId},SignedHeaders=${headers.names},` +
		`Signature=${signature(request, key, headers)}`
	);
}
