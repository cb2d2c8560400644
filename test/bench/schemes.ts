/** One request for each of the three signatures: what the node's Send Code sends, and all that can sign it. */
import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import Sign from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign';
import { OpenApiUtil } from '@alicloud/openapi-core';
import { Request } from '@alicloud/tea-typescript';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials';
import type { IAuthenticate, ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { fromDist } from './dist';
import type { Way } from './timing';

const tc3 = fromDist<typeof import('../../credentials/signing/tc3')>('credentials/signing/tc3');
const acs3 = fromDist<typeof import('../../credentials/signing/acs3')>('credentials/signing/acs3');
const sdkHmac = fromDist<typeof import('../../credentials/signing/sdkHmac')>('credentials/signing/sdkHmac');
const { queryPairs } = fromDist<typeof import('../../credentials/signing/encoding')>('credentials/signing/encoding');
const { TencentCloudApi } = fromDist<typeof import('../../credentials/TencentCloudApi.credentials')>('credentials/TencentCloudApi.credentials');
const { AlibabaCloudAccessKeyApi } = fromDist<typeof import('../../credentials/AlibabaCloudAccessKeyApi.credentials')>('credentials/AlibabaCloudAccessKeyApi.credentials');
const { HuaweiCloudAccessKeyApi } = fromDist<typeof import('../../credentials/HuaweiCloudAccessKeyApi.credentials')>('credentials/HuaweiCloudAccessKeyApi.credentials');

/** One signature and who makes it. */
export interface Scheme {
	readonly name: string;
	/** Package and version are the vendor's own. */
	readonly official: string;
	readonly ways: {
		/** The header Authorization by this package. */
		readonly own: Way;
		/** The header Authorization by the vendor's signer. */
		readonly official: Way;
		/** The hashes and HMACs that the scheme prescribes over texts that are there already, and nothing else. */
		readonly bare: Way;
		/** `authenticate` of the credential, as n8n calls it: request in, request out. */
		readonly authenticate: Way;
	};
}

const clock = Date.UTC(2026, 0, 2, 3, 4, 5);
const sha256 = (data: string): string => createHash('sha256').update(data).digest('hex');
/** Derived keys as key objects: with bare bytes Node 24 is many times slower. */
const keyOf = (data: string | Buffer): string | KeyObject => (typeof data === 'string' ? data : createSecretKey(data));
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', keyOf(key)).update(data);

const authenticated = (type: { authenticate?: IAuthenticate }, fields: ICredentialDataDecryptedObject, request: object): Way => {
	const { authenticate } = type;
	if (typeof authenticate !== 'function') throw new Error('The credential does not sign by itself');
	return () => authenticate(fields, request as IHttpRequestOptions);
};

/** As nodes/engine/call/send.ts hands a request to n8n. */
const travelling = { encoding: 'stream', returnFullResponse: true, ignoreHttpStatusErrors: true, disableFollowRedirect: true };

function tencent(): Scheme {
	const key = { secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', service: 'intlpartnersmgt' };
	const host = 'intlpartnersmgt.intl.tencentcloudapi.com';
	const payload = { PhoneNum: '18888888888', CountryCode: '852' };
	const body = JSON.stringify(payload);
	const headers = { 'content-type': 'application/json', host, 'x-tc-action': 'SendVerifyCode' };
	const request = { method: 'POST', path: '/', query: '', headers, body };
	const canonical = tc3.canonicalRequest(request);
	const toSign = tc3.stringToSign(request, key.service, clock);
	const fields = { ...key, sessionToken: '', endpoint: '', site: 'international' };
	return {
		name: 'Tencent Cloud, TC3-HMAC-SHA256',
		official: 'tencentcloud-sdk-nodejs-intl-en',
		ways: {
			own: () => tc3.authorization(request, key, clock),
			official: () =>
				Sign.sign3({ ...key, method: 'POST', url: `https://${host}/`, payload, timestamp: clock / 1000, multipart: false, boundary: '', headers: { 'Content-Type': 'application/json' } }),
			bare: () => {
				sha256(body);
				sha256(canonical);
				const ofDate = hmac(`TC3${key.secretKey}`, '2026-01-02').digest();
				const ofService = hmac(ofDate, key.service).digest();
				return hmac(hmac(ofService, 'tc3_request').digest(), toSign).digest('hex');
			},
			authenticate: authenticated(new TencentCloudApi(), fields, {
				...travelling,
				method: 'POST',
				url: `https://${host}/`,
				headers: { 'Content-Type': 'application/json', 'X-TC-Action': 'SendVerifyCode', 'X-TC-Version': '2022-09-28' },
				body,
			}),
		},
	};
}

function alibaba(): Scheme {
	const key = { accessKeyId: 'LTAI5tExampleAccessKeyId', accessKeySecret: 'ExampleAccessKeySecretOf30Chars' };
	const host = 'cams.ap-southeast-1.aliyuncs.com';
	const values = { PhoneNumber: '8613800001234', CustSpaceId: 'cams-kei1', Method: 'sms', Locale: 'zh_CN' };
	const search = new URLSearchParams(values).toString();
	const headers = {
		host,
		accept: 'application/json',
		'x-acs-action': 'GetChatappVerifyCode',
		'x-acs-version': '2020-06-06',
		'x-acs-date': '2026-01-02T03:04:05Z',
		'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
		'x-acs-content-sha256': sha256(''),
	};
	const request = { method: 'POST', path: '/', query: queryPairs(search), headers, body: '' };
	const canonical = acs3.canonicalRequest(request);
	const toSign = acs3.stringToSign(request);
	const sdk = Object.assign(new Request(), { method: 'POST', pathname: '/', query: { ...values }, headers: { ...headers } });
	return {
		name: 'Alibaba Cloud, ACS3-HMAC-SHA256',
		official: '@alicloud/openapi-core',
		ways: {
			own: () => acs3.authorization(request, key),
			// The SDK hashes the body before it calls its signer.
			official: () => OpenApiUtil.getAuthorization(sdk, acs3.algorithm, sha256(''), key.accessKeyId, key.accessKeySecret),
			bare: () => {
				sha256('');
				sha256(canonical);
				return hmac(key.accessKeySecret, toSign).digest('hex');
			},
			authenticate: authenticated(new AlibabaCloudAccessKeyApi(), { ...key, securityToken: '', endpoint: '' }, {
				...travelling,
				method: 'POST',
				url: `https://${host}/?${search}`,
				headers: { accept: 'application/json', 'x-acs-action': 'GetChatappVerifyCode', 'x-acs-version': '2020-06-06' },
			}),
		},
	};
}

function huawei(): Scheme {
	const key = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
	const host = 'osm.ap-southeast-3.myhuaweicloud.com';
	const path = '/v2/servicerequest/verifycodes/send';
	const data = { contact_way: 0, contact_value: '18888888888', area_code: '0086', language: 'en-us' };
	const body = JSON.stringify(data);
	const headers = { host, 'x-sdk-date': '20260102T030405Z', 'x-language': 'en-us', 'x-domain-id': 'd78cbac186b744899480f25bd022f468' };
	const request = { method: 'POST', path, query: [], headers, body };
	const canonical = sdkHmac.canonicalRequest(request);
	const toSign = sdkHmac.stringToSign(request, clock);
	const credentials = new BasicCredentials().withAk(key.accessKey).withSk(key.secretKey);
	const { 'x-sdk-date': date, ...others } = headers;
	const sdk = { endpoint: `https://${host}${path}`, method: 'POST', headers: { ...others, 'X-Sdk-Date': date }, queryParams: {}, data };
	return {
		name: 'Huawei Cloud, SDK-HMAC-SHA256',
		official: '@huaweicloud/huaweicloud-sdk-core',
		ways: {
			own: () => sdkHmac.authorization(request, key, clock),
			official: () => AKSKSigner.sign(sdk, credentials),
			bare: () => {
				sha256(body);
				sha256(canonical);
				return hmac(key.secretKey, toSign).digest('hex');
			},
			authenticate: authenticated(
				new HuaweiCloudAccessKeyApi(),
				{ ...key, securityToken: '', domainId: 'd78cbac186b744899480f25bd022f468', endpoint: '', site: 'international' },
				{ ...travelling, method: 'POST', url: `https://${host}${path}`, headers: { 'Content-Type': 'application/json', 'X-Language': 'en-us' }, body },
			),
		},
	};
}

/** The three, in the order of the nodes. */
export const schemes = (): readonly Scheme[] => [tencent(), alibaba(), huawei()];
