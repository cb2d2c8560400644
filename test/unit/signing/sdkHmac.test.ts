/** The published examples of Huawei Cloud's signature, every intermediate text of them. */
import { authorization, canonicalRequest, headersToSign, signature, stringToSign } from '../../../credentials/signing/sdkHmac';
import { sha256Hex } from '../../../credentials/signing/canonical';
import { queryPairs } from '../../../credentials/signing/encoding';

const clock = Date.UTC(2019, 10, 15, 3, 36, 55);
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const request = {
	method: 'GET',
	path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
	query: queryPairs('marker=13551d6b-755d-4757-b956-536f674975c0&limit=2'),
	headers: { 'X-Sdk-Date': '20191115T033655Z', Host: 'service.region.example.com', 'Content-Type': ' application/json ' },
	body: '',
};

describe('the example of the API Request Signing Guide', () => {
	it('has the published canonical request', () => {
		expect(canonicalRequest(request)).toBe(
			[
				'GET',
				'/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/',
				'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
				'content-type:application/json',
				'host:service.region.example.com',
				'x-sdk-date:20191115T033655Z',
				'',
				'content-type;host;x-sdk-date',
				emptyHash,
			].join('\n'),
		);
		expect(sha256Hex(canonicalRequest(request))).toBe('b25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a');
	});

	it('has the published text to sign and the published signature', () => {
		expect(stringToSign(request, clock)).toBe(
			'SDK-HMAC-SHA256\n20191115T033655Z\nb25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a',
		);
		expect(signature(request, { accessKey: '', secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' }, clock)).toBe(
			'7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
		);
	});

	it('has the header Authorization of the documented form', () => {
		const key = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
		expect(authorization(request, key, clock)).toBe(
			'SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, ' +
				'Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe',
		);
	});
});

it('signs the word for an unsigned body in place of its hash', () => {
	const unsigned = { ...request, headers: { ...request.headers, 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD' }, body: 'a file' };
	expect(canonicalRequest(unsigned).split('\n').at(-1)).toBe('UNSIGNED-PAYLOAD');
});

it.each(['/a/', '/a//', '//'])('adds no slash to the path %s, which ends in one', (path) => {
	expect(canonicalRequest({ ...request, path }).split('\n')[1]).toBe(path);
});

it('leaves the path of the root at one slash', () => {
	expect(canonicalRequest({ ...request, path: '/' }).split('\n')[1]).toBe('/');
});

it('signs Host and the headers that begin with X-, and none that a library or a proxy changes', () => {
	const sent = { Host: 'h', 'X-Sdk-Date': 'd', 'x-language': 'en-us', 'Content-Type': 't', Accept: 'a', X_Odd: 'o', 'X-Odd_Name': 'o', 'X-A': 'short', 'X-': 'none' };
	expect(Object.keys(headersToSign(sent))).toEqual(['Host', 'X-Sdk-Date', 'x-language', 'X-A']);
});
