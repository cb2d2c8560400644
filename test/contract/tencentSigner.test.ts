/** Tencent Cloud's own signer, from its SDK, against this one: every step of it, byte for byte. */
import fc from 'fast-check';
import { authorization, canonicalRequest, stringToSign, type Tc3Request } from '../../credentials/signing/tc3';
import Sign from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign';
import { anyClock, anyText, jsonBody, keyText, patience, signedRequests } from '../support/generated';
import { type SignedTexts, textsOf } from '../support/signedTexts';

const key = { secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', service: 'smh' };
const host = 'smh.intl.tencentcloudapi.com';
const clock = Date.UTC(2026, 0, 2);

const own = (request: Tc3Request, { service }: typeof key, at: number, who = key): SignedTexts => ({
	canonicalRequest: canonicalRequest(request),
	stringToSign: stringToSign(request, service, at),
	authorization: authorization(request, who, at),
});

/** The same request in the SDK's terms: it makes the body of `payload` by JSON.stringify, unless that is a Buffer. */
const official = ({ method, path, query, headers }: Tc3Request, who: typeof key, payload: unknown, at: number): SignedTexts =>
	textsOf(() =>
		Sign.sign3({
			...who,
			method,
			url: `https://${headers['host'] ?? ''}${path}${query === '' ? '' : `?${query}`}`,
			payload,
			timestamp: at / 1000,
			multipart: false,
			boundary: '',
			headers: { 'Content-Type': headers['content-type'] ?? '' },
		}),
	);

const someone = fc.record({
	secretId: keyText,
	secretKey: keyText,
	service: fc.constantFrom('smh', 'domain', 'intlpartnersmgt', 'sts', 'cvm'),
});
const contentType = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8');

it('any JSON body, key, service and second goes the way of the SDK', () => {
	fc.assert(
		fc.property(jsonBody, contentType, someone, anyClock, (payload, type, who, at) => {
			const headers = { 'content-type': type, host: `${who.service}.intl.tencentcloudapi.com` };
			const request = { method: 'POST', path: '/', query: '', headers, body: JSON.stringify(payload) };
			expect(own(request, who, at, who)).toEqual(official(request, who, payload, at));
		}),
		{ numRuns: signedRequests },
	);
}, patience);

it('any bytes as a body go the way of the SDK', () => {
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1 }), anyClock, (bytes, at) => {
			const headers = { 'content-type': 'application/octet-stream', host };
			const request = { method: 'POST', path: '/', query: '', headers, body: Buffer.from(bytes) };
			expect(own(request, key, at)).toEqual(official(request, key, request.body, at));
		}),
	);
});

it('any query of a GET request goes the way of the SDK', () => {
	const headers = { 'content-type': 'application/x-www-form-urlencoded', host };
	const values = fc.dictionary(fc.stringMatching(/^[A-Za-z.0-9]{1,8}$/), anyText);
	fc.assert(
		fc.property(values, anyClock, (parameters, at) => {
			const query = Object.entries(parameters)
				.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("'", '%27')}`)
				.join('&');
			const request = { method: 'GET', path: '/', query, headers, body: '' };
			expect(own(request, key, at)).toEqual(official(request, key, undefined, at));
		}),
		{ numRuns: signedRequests },
	);
}, patience);

describe('where the SDK differs from the page of the signature, this one follows the page', () => {
	const request = { method: 'POST', path: '/', query: '', headers: { 'content-type': 'application/json', host }, body: '{}' };
	const lines = (texts: SignedTexts): readonly string[] => texts.canonicalRequest.split('\n');

	it.each([
		{
			what: 'The host is signed as it is sent, with a port that is not the usual one; the SDK leaves the port out',
			given: { ...request, headers: { ...request.headers, host: 'smh.tencentcloudapi.com:8443' } },
			ours: 'host:smh.tencentcloudapi.com:8443',
			theirs: 'host:smh.tencentcloudapi.com',
		},
		{
			what: 'Values of headers are signed in lower case; the SDK signs the type as it was written',
			given: { ...request, headers: { ...request.headers, 'content-type': 'application/json; charset=UTF-8' } },
			ours: 'content-type:application/json; charset=utf-8',
			theirs: 'content-type:application/json; charset=UTF-8',
		},
		{
			what: 'Spaces around a value are cut off; the SDK signs them',
			given: { ...request, headers: { ...request.headers, 'content-type': ' application/json ' } },
			ours: 'content-type:application/json',
			theirs: 'content-type: application/json ',
		},
		{
			what: 'Content-type is signed in every request; the SDK signs it for GET and POST alone',
			given: { ...request, method: 'PUT' },
			ours: 'content-type;host',
			theirs: ';host',
		},
		{
			what: 'The action is signed as well, as in the newer example of the page; the SDK signs two headers',
			given: { ...request, headers: { ...request.headers, 'x-tc-action': 'SendSmsCode' } },
			ours: 'content-type;host;x-tc-action',
			theirs: 'content-type;host',
		},
	])('$what', ({ given, ours, theirs }) => {
		const [ownLines, officialLines] = [lines(own(given, key, clock)), lines(official(given, key, {}, clock))];
		expect(ownLines).toContain(ours);
		expect(ownLines).not.toContain(theirs);
		expect(officialLines).toContain(theirs);
		expect(officialLines).not.toContain(ours);
	});
});
