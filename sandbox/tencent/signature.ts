/**
 * Checks TC3-HMAC-SHA256 with the code of Tencent Cloud's own SDK.
 *
 * That code always signs content-type and host and nothing else. The documentation lets a caller sign more
 * headers, so for another list the same file is run with these two fixed places opened; canonical request, key
 * and signature stay the vendor's.
 *
 * https://www.tencentcloud.com/document/product/1154/48911
 */
import { type Received, refuse } from '../cloud';
import { vendorCode, vendorFunction } from '../vendorCode';
import { type TencentKey, tencentKeys } from './keys';

const file = 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign.js';

const sign = vendorFunction(vendorCode(file), 'sign3');

const signHeaders = vendorFunction(
	vendorCode(file, [
		{ fixed: 'headers += `host:${urlObj.hostname}\\n`', open: 'headers = configHeaders.canonical' },
		{ fixed: "signedHeaders += ';host'", open: 'signedHeaders = configHeaders.names' },
	]),
	'sign3',
);

/** What the header Authorization says. */
interface Claim {
	readonly secretId: string;
	/** UTC date of the scope, yyyy-mm-dd. */
	readonly date: string;
	readonly service: string;
	/** Signed names as written. */
	readonly names: string;
	readonly signature: string;
}

const form =
	/^TC3-HMAC-SHA256 Credential=([^/\s]+)\/(\d{4}-\d{2}-\d{2})\/([a-z\d]+)\/tc3_request, ?SignedHeaders=([a-z\d;_-]+), ?Signature=([\da-f]{64})$/;

function claimOf(received: Received): Claim {
	const match = form.exec(received.headers['authorization'] ?? '');
	const [, secretId = '', date = '', service = '', names = '', signature = ''] = match ?? [];
	const sorted = names.split(';').toSorted().join(';');
	if (match === null || sorted !== names) {
		refuse('AuthFailure.InvalidAuthorization', 'The header Authorization is missing or has not the form of TC3-HMAC-SHA256.');
	}
	for (const name of ['content-type', 'host']) {
		if (!names.split(';').includes(name)) {
			refuse('AuthFailure.InvalidAuthorization', `SignedHeaders must contain ${name}.`);
		}
	}
	return { secretId, date, service, names, signature };
}

const valueOf = ({ headers }: Received, name: string): string => (headers[name] ?? '').trim().toLowerCase();

function expected(received: Received, claim: Claim, key: TencentKey, timestamp: number): unknown {
	const plain = claim.names === 'content-type;host';
	const query = received.query === '' ? '' : `?${received.query}`;
	const canonical = claim.names.split(';').map((name) => `${name}:${valueOf(received, name)}\n`).join('');
	return (plain ? sign : signHeaders)({
		method: received.method,
		url: `https://${valueOf(received, 'host')}${received.path}${query}`,
		payload: received.body,
		timestamp,
		service: claim.service,
		secretId: key.secretId,
		secretKey: key.secretKey,
		headers: plain ? { 'Content-Type': valueOf(received, 'content-type') } : { canonical, names: claim.names },
	});
}

const allowedSeconds = 300;

function checkTime(timestamp: number, claim: Claim, nowMs: number): void {
	const now = Math.floor(nowMs / 1000);
	if (Math.abs(now - timestamp) > allowedSeconds) {
		refuse(
			'AuthFailure.SignatureExpire',
			`The request time is more than ${String(allowedSeconds)} seconds away from the server time ${String(now)}`,
		);
	}
	if (claim.date !== new Date(timestamp * 1000).toISOString().slice(0, 10)) {
		refuse('AuthFailure.SignatureFailure', 'The date of the credential is not the UTC date of X-TC-Timestamp.');
	}
}

function checkToken(key: TencentKey, token: string | undefined): void {
	if (key.token !== token) {
		refuse(
			'AuthFailure.TokenFailure',
			key.token === undefined ? 'This key is permanent and goes without X-TC-Token.' : 'X-TC-Token does not belong to this key.',
		);
	}
}

/**
 * Finds out who signed a request.
 *
 * @param service - first label of the host.
 * @param timestamp - X-TC-Timestamp, in seconds.
 * @param now - the server's time in milliseconds.
 * @throws Refused with a code of the family AuthFailure.
 */
export function checkSignature(received: Received, service: string, timestamp: number, now: number): TencentKey {
	const claim = claimOf(received);
	const key = tencentKeys.find(({ secretId }) => secretId === claim.secretId);
	if (key === undefined) refuse('AuthFailure.SecretIdNotFound', 'The SecretId is not found.');
	checkTime(timestamp, claim, now);
	if (claim.service !== service) {
		refuse('AuthFailure.SignatureFailure', `The credential names the service ${claim.service}, the host ${service}.`);
	}
	const { authorization } = received.headers;
	const right = String(expected(received, claim, key, timestamp));
	if (right.slice(right.lastIndexOf('=')) !== authorization?.slice(authorization.lastIndexOf('='))) {
		refuse('AuthFailure.SignatureFailure', 'The signature is not that of this request and this key.');
	}
	checkToken(key, received.headers['x-tc-token']);
	return key;
}
