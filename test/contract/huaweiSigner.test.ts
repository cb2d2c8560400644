/** Huawei Cloud's own signer, from its SDK, against this one: every step of it, byte for byte. */
import fc from 'fast-check';
import { objectPairs } from '../../credentials/signing/form';
import { authorization, canonicalRequest, type SdkHmacRequest, stringToSign } from '../../credentials/signing/sdkHmac';
import { utcCompact } from '../../credentials/signing/clock';
import { anyClock, anyName, anyText, headerValue, keyText, patience, signedRequests } from '../support/generated';
import { officialSdkHmac, type SdkRequest } from '../support/sdkHmacJudge';
import { type SignedTexts, textsOf } from '../support/signedTexts';

const key = { accessKey: 'QTWAOYTTINDUT2QVKYUC', secretKey: 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc' };
const host = 'osm.ap-southeast-1.myhuaweicloud.com';
const clock = Date.UTC(2026, 0, 2);

const own = (request: SdkHmacRequest, at: number, who = key): SignedTexts => ({
	canonicalRequest: canonicalRequest(request),
	stringToSign: stringToSign(request, at),
	authorization: authorization(request, who, at),
});

const official = (request: SdkRequest, who = key): SignedTexts =>
	textsOf(() => officialSdkHmac(request, who.accessKey, who.secretKey));

/** Node's old parser, which the SDK uses, escapes some characters of a path before the SDK escapes them again. */
const segment = fc.stringMatching(/^[A-Za-z0-9\-_.~!$&()*+,=:@你é]{1,10}$/).filter((text) => !/^\.+$/.test(text));
const extraHeader = fc.constantFrom('x-domain-id', 'X-Language', 'x-security-token', 'X-Time-Zone', 'x-project-id', 'x-a', 'X-A-B', 'x-ab', 'x-a1', 'Content-Type');
const someone = fc.record({ accessKey: keyText, secretKey: keyText });

it('any method, path, query, header, JSON body, key and second goes the way of the SDK', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
			fc.array(segment, { minLength: 1, maxLength: 4 }),
			fc.dictionary(anyName, fc.oneof(anyText, fc.array(anyText, { minLength: 1, maxLength: 3 }))),
			fc.dictionary(extraHeader, headerValue),
			fc.option(fc.dictionary(fc.string({ unit: 'grapheme' }), anyText), { nil: undefined }),
			someone,
			anyClock,
			(method, segments, query, extra, data, who, at) => {
				const path = `/${segments.join('/')}`;
				const headers = { host, 'x-sdk-date': utcCompact(at), ...extra };
				const body = data === undefined ? '' : JSON.stringify(data);
				const request = { method, path: encodeURI(path), query: objectPairs(query, 'repeat'), headers, body };
				expect(own(request, at, who)).toEqual(official({ method, host, path, query, headers, data }, who));
			},
		),
		{ numRuns: signedRequests },
	);
}, patience);

describe('where the SDK differs from the guide of the signature, this one follows the guide', () => {
	const date = utcCompact(clock);
	const request = { method: 'GET', host, path: '/v2/x', query: {}, headers: { host, 'x-sdk-date': date } };
	const lines = (texts: SignedTexts): readonly string[] => texts.canonicalRequest.split('\n');

	it.each([
		{
			what: 'Spaces around a value of a header are cut off; the SDK signs them',
			given: { ...request, headers: { ...request.headers, 'x-language': ' en-us ' } },
			ours: ['x-language:en-us'],
			theirs: ['x-language: en-us '],
		},
		{
			what: 'Headers stand in the order of their characters; the SDK sorts the lines by the rules of a language',
			given: { ...request, headers: { ...request.headers, 'x-a-b': '1', 'x-a!b': '2' } },
			ours: ['x-a!b:2', 'x-a-b:1'],
			theirs: ['x-a-b:1', 'x-a!b:2'],
		},
		{
			what: 'A path is encoded once; the SDK encodes again what the parser of Node has escaped',
			given: { ...request, path: "/v2/a b'c" },
			ours: ['/v2/a%20b%27c/'],
			theirs: ['/v2/a%2520b%2527c/'],
		},
	])('$what', ({ given, ours, theirs }) => {
		const ownLines = lines(own({ ...given, query: [], body: '' }, clock));
		const officialLines = lines(official(given));
		expect(ownLines.filter((line) => ours.includes(line))).toEqual(ours);
		expect(officialLines.filter((line) => theirs.includes(line))).toEqual(theirs);
		expect(ownLines).not.toEqual(officialLines);
	});
});
