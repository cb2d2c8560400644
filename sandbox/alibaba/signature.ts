/**
 * Checks ACS3-HMAC-SHA256 with the code of Alibaba Cloud's own SDK.
 *
 * https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
import { createHash } from 'node:crypto';
import { type Received, refuse } from '../cloud';
import { pairsOf } from '../query';
import { vendorCode, vendorFunction } from '../vendorCode';
import { type AlibabaKey, alibabaKeys } from './keys';

const utils = vendorCode('@alicloud/openapi-core/dist/utils.js');
const getAuthorization = vendorFunction(Reflect.get(Object(utils), 'default'), 'getAuthorization');

const algorithm = 'ACS3-HMAC-SHA256';
const form = /^ACS3-HMAC-SHA256 Credential=([^,\s]+),\s?SignedHeaders=([a-z\d;_-]+),\s?Signature=([\da-f]{64})$/;

/** Headers that must be there and signed. */
const demanded = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'];

const windowMs = 15 * 60 * 1000;

function headerIn(received: Received, name: string, code: string): string {
	const value = received.headers[name] ?? '';
	if (value === '') refuse(code, `${name} is mandatory for this action.`);
	return value;
}

function checkTime(received: Received, now: number): void {
	const date = headerIn(received, 'x-acs-date', 'IllegalTimestamp');
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(date)) {
		refuse('InvalidTimeStamp.Format', 'Specified time stamp or date value is not well formatted.');
	}
	const time = Date.parse(date);
	if (Number.isNaN(time) || Math.abs(time - now) > windowMs) {
		refuse('InvalidTimeStamp.Expired', 'Specified time stamp or date value is expired.');
	}
}

function checkToken({ securityToken }: AlibabaKey, { headers }: Received): void {
	const token = headers['x-acs-security-token'];
	if (securityToken === token) return;
	if (securityToken === undefined) refuse('InvalidSecurityToken.Malformed', 'Specified SecurityToken is malformed.');
	if (token === undefined) refuse('MissingSecurityToken', 'SecurityToken is mandatory for this action.');
	refuse('InvalidSecurityToken.MismatchWithAccessKey', 'Specified SecurityToken does not match the AccessKey.');
}

/** Signed is all that is demanded, and every other header of the vendor that was sent. */
function checkNames(names: readonly string[], { headers, body }: Received): void {
	const own = Object.keys(headers).filter((name) => name.startsWith('x-acs-'));
	const type = body.length > 0 && headers['content-type'] !== undefined ? ['content-type'] : [];
	const missing = [...demanded, ...own, ...type].find((name) => !names.includes(name));
	if (missing !== undefined) refuse('IncompleteSignature', `The signature does not cover ${missing}.`);
}

/** What the vendor's gateway prints when signatures differ: the request as the server reads it. */
const echo = ({ method, path, headers }: Received, names: readonly string[]): string =>
	[method, path, ...names.map((name) => `${name}:${headers[name] ?? ''}`)].join('\n');

function checkSignature(received: Received, names: readonly string[], key: AlibabaKey, authorization: string): void {
	const hash = createHash('sha256').update(received.body).digest('hex');
	const signed = Object.fromEntries(names.map((name) => [name, received.headers[name] ?? '']));
	const request = {
		method: received.method,
		pathname: received.path,
		query: Object.fromEntries(pairsOf(received.query)),
		headers: signed,
	};
	const right = String(getAuthorization(request, algorithm, hash, key.accessKeyId, key.accessKeySecret));
	const signatureOf = (text: string) => text.slice(text.lastIndexOf('='));
	if (received.headers['x-acs-content-sha256'] !== hash || signatureOf(right) !== signatureOf(authorization)) {
		refuse(
			'SignatureDoesNotMatch',
			`Specified signature does not match our calculation. server string to sign is: ${echo(received, names)}`,
		);
	}
}

/** Knows the nonces of the last 15 minutes. */
export class SignatureCheck {
	private readonly nonces = new Map<string, number>();

	/** @param now - gives the server's time in milliseconds. */
	constructor(private readonly now: () => number) {}

	private takeNonce(received: Received, { accessKeyId }: AlibabaKey): void {
		const nonce = `${accessKeyId} ${received.headers['x-acs-signature-nonce'] ?? ''}`;
		for (const [seen, at] of this.nonces) {
			if (this.now() - at <= windowMs) break;
			this.nonces.delete(seen);
		}
		if (this.nonces.has(nonce)) refuse('SignatureNonceUsed', 'Specified signature nonce was used already.');
		this.nonces.set(nonce, this.now());
	}

	/**
	 * Finds out who signed a request.
	 *
	 * @throws Refused with a code of the gateway.
	 */
	check(received: Received): AlibabaKey {
		const authorization = received.headers['authorization'] ?? '';
		const match = form.exec(authorization);
		const [, accessKeyId = '', list = ''] = match ?? [];
		const names = list.split(';');
		if (match === null || names.toSorted().join(';') !== list) {
			refuse('IncompleteSignature', 'The header Authorization is missing or has not the form of ACS3-HMAC-SHA256.');
		}
		const key = alibabaKeys.find((one) => one.accessKeyId === accessKeyId);
		if (key === undefined) refuse('InvalidAccessKeyId.NotFound', 'Specified access key is not found.');
		checkTime(received, this.now());
		for (const name of demanded) headerIn(received, name, 'MissingParameter');
		checkNames(names, received);
		checkSignature(received, names, key, authorization);
		checkToken(key, received);
		this.takeNonce(received, key);
		return key;
	}
}
