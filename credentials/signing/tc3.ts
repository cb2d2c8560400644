/**
 * Tencent Cloud's signature method v3, TC3-HMAC-SHA256, step by step.
 *
 * The steps and names are those of https://www.tencentcloud.com/document/product/1154/48911 and of
 * https://cloud.tencent.com/document/api/213/30654. The latter's example, signed over content-type, host and
 * x-tc-action, with a secret key of 32 asterisks:
 *
 * | step | value |
 * | --- | --- |
 * | timestamp | 1551113065, which is 2019-02-25 in UTC |
 * | hash of the body | 35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064 |
 * | hash of the canonical request | 7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84 |
 * | signature | 10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f |
 */
import type { KeyObject } from 'node:crypto';
import { type CanonicalHeaders, canonicalHeaders, derivedKey, type HeaderRules, hmacSha256, hmacSha256Hex, sha256Hex } from './canonical';
import { type Bytes } from './encoding';
import { unixSeconds, utcDate } from './clock';

/** The name of the method, in the header and in what is signed. */
export const algorithm = 'TC3-HMAC-SHA256';

/** What is signed of a request. */
export interface Tc3Request {
	readonly method: string;
	/** Path of the address, `/` for every documented API. */
	readonly path: string;
	/** The query as it goes out, without the question mark; empty for POST. */
	readonly query: string;
	/** The headers to sign, by name: content-type and host at least. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as it goes out; empty for GET. */
	readonly body: Bytes;
}

/** Who signs, and for which product. */
export interface Tc3Key {
	readonly secretId: string;
	readonly secretKey: string;
	/** The product, which is the first label of the host: `cvm`. */
	readonly service: string;
}

/** Header values are signed in lower case, whatever is sent. */
const rules: HeaderRules = { value: (text) => text.toLowerCase() };

/** The headers as they are signed; the steps below share them. */
const signedHeaders = (request: Tc3Request): CanonicalHeaders => canonicalHeaders(request.headers, rules);

/** Step 1: the request in one text. */
export const canonicalRequest = (request: Tc3Request, { block, names } = signedHeaders(request)): string =>
	`${request.method}\n${request.path}\n${request.query}\n${block}\n${names}\n${sha256Hex(request.body)}`;

/** `2019-02-25/cvm/tc3_request`: what a signature is good for. `clock` in ms since 1970. */
export const credentialScope = (service: string, clock: number): string =>
	`${utcDate(clock)}/${service}/tc3_request`;

/** Step 2: the text whose HMAC is the signature. `clock` in ms since 1970. */
export const stringToSign = (
	request: Tc3Request,
	service: string,
	clock: number,
	headers = signedHeaders(request),
): string =>
	`${algorithm}\n${unixSeconds(clock)}\n${credentialScope(service, clock)}\n` +
	sha256Hex(canonicalRequest(request, headers));

/** Step 3, first half: the key of one day and one product. `clock` in ms since 1970. */
export function signingKey(key: Tc3Key, clock: number): KeyObject {
	const ofDate = derivedKey(hmacSha256(`TC3${key.secretKey}`, utcDate(clock)));
	const ofService = derivedKey(hmacSha256(ofDate, key.service));
	return derivedKey(hmacSha256(ofService, 'tc3_request'));
}

/** Step 3, second half: the signature in hexadecimal. `clock` in ms since 1970. */
export const signature = (
	request: Tc3Request,
	key: Tc3Key,
	clock: number,
	headers = signedHeaders(request),
): string => hmacSha256Hex(signingKey(key, clock), stringToSign(request, key.service, clock, headers));

/** Step 4: the value of the header Authorization. `clock` in ms since 1970. */
export function authorization(request: Tc3Request, key: Tc3Key, clock: number): string {
	const headers = signedHeaders(request);
	return (
		`${algorithm} Credential=${key.secretId}/${credentialScope(key.service, clock)}, ` +
		`SignedHeaders=${headers.names}, Signature=${signature(request, key, clock, headers)}`
	);
}
