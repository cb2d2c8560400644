/**
 * Checks SDK-HMAC-SHA256 with the signer of Huawei Cloud's own SDK.
 *
 * Three fixed places of that file are opened, because a server must sign what arrived: the path as the gateway reads
 * it, the bytes of the body, and Host only where the caller signed it.
 *
 * https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-algorithm.html
 */
import { createHash } from 'node:crypto';
import { type Received, refuse } from '../cloud';
import { pairsOf } from '../query';
import { vendorCode, vendorFunction } from '../vendorCode';
import { type HuaweiKey, huaweiKeys } from './keys';

const signer = vendorCode('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js', [
	{ fixed: 'this.CanonicalURI(parsedUrl.pathname)', open: 'this.CanonicalURI(request.pathname)' },
	{ fixed: 'this.Hex(JSON.stringify(request.data))', open: 'this.Hex(request.data)' },
	{ fixed: 'Object.assign(authenticationHeaders, { "host": host });', open: '' },
]);
const sign = vendorFunction(Reflect.get(Object(signer), 'AKSKSigner'), 'sign');

const form = /^SDK-HMAC-SHA256 Access=([^,\s]+),\s*SignedHeaders=([a-z\d;_-]+),\s*Signature=([\da-f]{64})$/;

const windowMs = 15 * 60 * 1000;
const mostFailures = 5;
const lockMs = 5 * 60 * 1000;

/** Names that the vendor's file looks up in its own spelling. */
const spelling: ReadonlyMap<string, string> = new Map([
	['x-sdk-date', 'X-Sdk-Date'],
	['x-sdk-content-sha256', 'X-Sdk-Content-Sha256'],
	['content-type', 'Content-Type'],
]);

/** The gateway's refusal of a key or a token. */
export const refuseCredential = (why: string): never =>
	refuse('APIGW.0301', `Incorrect IAM authentication information: ${why}`);

const decodedPath = (path: string): string => {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
};

function queryOf(query: string): Readonly<Record<string, string | string[]>> {
	const found = new Map<string, string[]>();
	for (const [name, value] of pairsOf(query)) {
		const values = found.get(name);
		if (values === undefined) found.set(name, [value]);
		else values.push(value);
	}
	return Object.fromEntries([...found].map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]));
}

function checkTime(received: Received, now: number): void {
	const date = received.headers['x-sdk-date'] ?? '';
	const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(date);
	const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] = match ?? [];
	const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
	if (match === null || Number.isNaN(time)) refuseCredential('X-Sdk-Date is missing or has not the form YYYYMMDDTHHMMSSZ');
	if (Math.abs(time - now) > windowMs) {
		refuseCredential(`signature expired, signature time: ${date}, server time: ${new Date(now).toISOString()}`);
	}
}

function checkPayload({ headers, body }: Received): void {
	const stated = headers['x-sdk-content-sha256'];
	if (stated === undefined || stated === 'UNSIGNED-PAYLOAD') return;
	if (stated !== createHash('sha256').update(body).digest('hex')) refuseCredential('X-Sdk-Content-Sha256 is not that of the body');
}

/** What the gateway prints when signatures differ; it shows line ends as bars. */
const echo = ({ method, path, query, headers }: Received, names: readonly string[]): string =>
	[method, `${path}/`, query, ...names.map((name) => `${name}:${headers[name] ?? ''}`), '', names.join(';')].join('|');

/** Counts wrong signatures. */
export class SignatureCheck {
	private readonly failures = new Map<string, { count: number; at: number }>();

	/** @param now - gives the server's time in milliseconds. */
	constructor(private readonly now: () => number) {}

	private checkLock(accessKey: string): void {
		const failed = this.failures.get(accessKey);
		if (failed === undefined || failed.count <= mostFailures) return;
		if (this.now() - failed.at < lockMs) refuseCredential('AK access failed to reach the limit, forbidden');
		this.failures.delete(accessKey);
	}

	private isRight(received: Received, names: readonly string[], key: HuaweiKey, signature: string): boolean {
		const headers = Object.fromEntries(names.map((name) => [spelling.get(name) ?? name, (received.headers[name] ?? '').trim()]));
		const request = {
			method: received.method,
			endpoint: `https://${received.headers['host'] ?? ''}`,
			pathname: decodedPath(received.path),
			queryParams: queryOf(received.query),
			headers,
			data: received.body,
		};
		const signed: unknown = sign(request, { getAk: () => key.accessKey, getSk: () => key.secretKey });
		const right = String(Reflect.get(Object(signed), 'Authorization'));
		return right.slice(right.lastIndexOf('=') + 1) === signature;
	}

	/**
	 * Finds out who signed a request.
	 *
	 * @throws Refused with a code of the gateway.
	 */
	check(received: Received): HuaweiKey {
		const [, accessKey = '', list = '', signature = ''] = form.exec(received.headers['authorization'] ?? '') ?? [];
		const names = list.split(';');
		if (accessKey === '' || names.toSorted().join(';') !== list || !names.includes('x-sdk-date')) {
			refuseCredential('the header Authorization is missing or has not the form of SDK-HMAC-SHA256');
		}
		const key = huaweiKeys.find((one) => one.accessKey === accessKey);
		if (key === undefined) return refuseCredential(`Get secretKey failed, ak ${accessKey} not exist`);
		this.checkLock(accessKey);
		checkTime(received, this.now());
		checkPayload(received);
		if (!this.isRight(received, names, key, signature)) {
			this.failures.set(accessKey, { count: (this.failures.get(accessKey)?.count ?? 0) + 1, at: this.now() });
			refuseCredential(`verify aksk signature fail, canonicalRequest:${echo(received, names)}`);
		}
		this.failures.delete(accessKey);
		if (key.securityToken !== received.headers['x-security-token']) refuseCredential('the security token does not belong to the ak');
		return key;
	}
}
