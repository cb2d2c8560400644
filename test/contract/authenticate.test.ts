/**
 * Whatever a node or the HTTP Request node hands to a credential: what comes out is signed as the vendor's own code
 * would sign it, address, headers and bytes alike, and says what went in.
 */
import fc from 'fast-check';
import { signAlibabaCloud } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { signHuaweiCloud } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { signTencentCloud } from '../../credentials/TencentCloudApi.credentials';
import { expectedAcs3 } from '../support/acs3Judge';
import { anyClock, anyText, headerValue, jsonBody, keyText, patience, signedRequests } from '../support/generated';
import { expectedSdkHmac } from '../support/sdkHmacJudge';
import { expectedTc3 } from '../support/tc3Judge';
import type { Received } from '../support/wire';

/** What all three signers hand back, as far as it is looked at here. */
interface Signed {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: unknown;
}

/** The request as it arrives, with the address as every client of HTTP writes it. */
function arrived({ method, url, headers, body = '' }: Signed): Received {
	const { pathname, search } = new URL(url);
	expect(url.endsWith(pathname + search)).toBe(true);
	const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.from(body) : undefined;
	if (bytes === undefined) throw new Error('The body has no bytes yet');
	return {
		method,
		target: pathname + search,
		headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
		names: Object.keys(headers),
		body: bytes,
	};
}

const endpoint = fc.constantFrom('', '', 'https://gateway.example.com/cloud');
const prefixOf = (address: string): string => (address === '' ? '' : '/cloud');
const json = fc.constantFrom('application/json', 'application/json; charset=utf-8');

/** A body as n8n hands it over, with the header that a caller writes to it. */
const body = fc.oneof(
	fc.record({ body: fc.constant(undefined) }),
	fc.record({ body: jsonBody }),
	fc.record({ body: jsonBody.map((value) => JSON.stringify(value)), type: json }),
	fc.record({ body: jsonBody.map((value) => Buffer.from(JSON.stringify(value))), type: json }),
);

const parameter = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._~-]{0,11}$/);
const values = fc.dictionary(parameter.map((name) => `q${name}`), fc.oneof(anyText, fc.integer(), fc.boolean()));
const typed = fc.dictionary(parameter.map((name) => `t${name}`), anyText);
const written = (query: Readonly<Record<string, string>>): string => {
	const text = new URLSearchParams(query).toString();
	return text === '' ? '' : `?${text}`;
};

/** Marks and letters of a path; the judges read a slash, a space, a plus sign and an asterisk in their own way. */
const segment = fc.stringMatching(/^[A-Za-z0-9\-_.~!$&()=:@,;你é]{1,10}$/).filter((text) => !/^\.{1,2}$/.test(text));
const path = fc.array(segment, { maxLength: 3 }).map((segments) => `/${segments.map(encodeURIComponent).join('/')}`);

const saysWhatWentIn = (received: Received, query: object, given: unknown): void => {
	const sent = Object.fromEntries(new URL(received.target, 'https://x').searchParams);
	expect(sent).toEqual(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])));
	if (given === undefined) return;
	const text = typeof given === 'string' || Buffer.isBuffer(given) ? given.toString() : JSON.stringify(given);
	expect(received.body.toString('utf8')).toBe(text);
};

it('Tencent Cloud', () => {
	const headers = { 'X-TC-Action': 'SendSmsCode', 'X-TC-Version': '2021-07-12' };
	fc.assert(
		fc.property(typed, values, body, keyText, keyText, fc.option(keyText, { nil: '' }), endpoint, anyClock, (search, qs, given, id, secret, token, address, at) => {
			const fields = { secretId: id.replaceAll('/', '_'), secretKey: secret, sessionToken: token, endpoint: address };
			const type = 'type' in given ? { 'content-type': given.type } : {};
			const request = { method: 'post', url: `https://smh.intl.tencentcloudapi.com/${written(search)}`, qs, body: given.body, headers: { ...headers, ...type } };
			const received = arrived(signTencentCloud(fields, request, at));
			expect(received.headers.authorization).toBe(expectedTc3(received, secret));
			expect(received.headers['x-tc-timestamp']).toBe(String(at / 1000));
			expect(received.headers['x-tc-token']).toBe(token === '' ? undefined : token);
			saysWhatWentIn(received, { ...search, ...qs }, given.body);
		}),
		{ numRuns: signedRequests },
	);
}, patience);

it('Alibaba Cloud', () => {
	const extra = fc.dictionary(fc.constantFrom('x-acs-region-id', 'X-Acs-Trace', 'Accept', 'User-Agent'), headerValue);
	const api = { 'x-acs-action': 'GetChatappVerifyCode', 'x-acs-version': '2020-06-06' };
	fc.assert(
		fc.property(path, typed, values, body, extra, keyText, fc.option(keyText, { nil: '' }), endpoint, anyClock, (at, search, qs, given, more, secret, token, address, clock) => {
			const fields = { accessKeyId: 'LTAI5tExample', accessKeySecret: secret, securityToken: token, endpoint: address };
			const type = 'type' in given ? { 'content-type': given.type } : {};
			const request = { method: 'PUT', url: `https://cams.ap-southeast-1.aliyuncs.com${at}${written(search)}`, qs, body: given.body, headers: { ...api, ...type, ...more } };
			const received = arrived(signAlibabaCloud(fields, request, clock));
			const { authorization } = received.headers;
			expect([authorization, authorization]).toEqual(expectedAcs3(received, 'LTAI5tExample', secret, prefixOf(address)));
			expect(received.headers['x-acs-security-token']).toBe(token === '' ? undefined : token);
			saysWhatWentIn(received, { ...search, ...qs }, given.body);
		}),
		{ numRuns: signedRequests },
	);
}, patience);

it('Huawei Cloud', () => {
	const extra = fc.dictionary(fc.constantFrom('X-Language', 'x-time-zone', 'X-Project-Id', 'Accept', 'x_odd'), headerValue);
	const host = 'osm.ap-southeast-3.myhuaweicloud.com';
	fc.assert(
		fc.property(path, typed, values, body, extra, keyText, fc.option(keyText, { nil: '' }), endpoint, anyClock, (at, search, qs, given, more, secret, account, address, clock) => {
			const fields = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: secret, securityToken: '', domainId: account, endpoint: address };
			const type = 'type' in given ? { 'content-type': given.type } : {};
			const request = { method: 'POST', url: `https://${host}${at}${written(search)}`, qs, body: given.body, headers: { ...type, ...more } };
			const received = arrived(signHuaweiCloud(fields, request, clock));
			expect(received.headers.authorization).toBe(expectedSdkHmac(received, 'QTWAOYTTINDUT2QVKYUC', secret, prefixOf(address)));
			expect(received.headers['x-domain-id']).toBe('X-Project-Id' in more || account === '' ? undefined : account);
			saysWhatWentIn(received, { ...search, ...qs }, given.body);
		}),
		{ numRuns: signedRequests },
	);
}, patience);
