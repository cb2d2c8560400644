/** Alibaba Cloud's own signers, from its two SDK generations, against this one: every step, byte for byte. */
import fc from 'fast-check';
import { type Acs3Request, authorization, canonicalRequest, hashedPayload, stringToSign } from '../../credentials/signing/acs3';
import { objectPairs } from '../../credentials/signing/form';
import { officialSigners, type SdkRequest } from '../support/acs3Judge';
import { anyText, headerValue, keyText, patience, signedRequests } from '../support/generated';
import { type SignedTexts, textsOf } from '../support/signedTexts';

const key = { accessKeyId: 'LTAI5tExample', accessKeySecret: 'secretOfTheKey' };
const host = 'cams.ap-southeast-1.aliyuncs.com';

const own = (request: Acs3Request, who = key): SignedTexts => ({
	canonicalRequest: canonicalRequest(request),
	stringToSign: stringToSign(request),
	authorization: authorization(request, who),
});

const official = (request: SdkRequest, who = key): readonly SignedTexts[] =>
	officialSigners(request, who.accessKeyId, who.accessKeySecret).map(textsOf);

const someone = fc.record({ accessKeyId: keyText, accessKeySecret: keyText });
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE');
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9._~-]{0,11}$/);

/** The old SDK replaces only the first plus sign and asterisk of a path, and both take them for spaces. */
const segment = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[+*/]/g, '-'));

it('any method, path, query, header, body and key goes the way of both SDKs', () => {
	fc.assert(
		fc.property(
			method,
			fc.array(segment, { maxLength: 4 }),
			fc.dictionary(name, anyText),
			fc.dictionary(fc.stringMatching(/^[xX]-(acs|ACS|Acs)-[a-z0-9-]{1,8}$/), headerValue),
			fc.oneof(anyText, fc.json()),
			someone,
			(verb, segments, query, extra, body, who) => {
				const path = `/${segments.join('/')}`;
				const unlike = Object.fromEntries(Object.entries(extra).map(([one, value]) => [one.toLowerCase(), [one, value] as const]));
				const headers = {
					host,
					'Content-Type': 'application/json; charset=utf-8',
					'user-agent': 'not signed',
					'x-acs-content-sha256': hashedPayload(body),
					...Object.fromEntries(Object.values(unlike)),
				};
				const encoded = path.split('/').map(encodeURIComponent).join('/');
				const ours = own({ method: verb, path: encoded, query: objectPairs(query), headers, body }, who);
				expect([ours, ours]).toEqual(official({ method: verb, path, query, headers, body }, who));
			},
		),
		{ numRuns: signedRequests },
	);
}, patience);

describe('where the SDKs differ from the page of signature V3, this one follows the page', () => {
	const request = { method: 'POST', path: '/', query: {}, headers: { host }, body: '' };
	const line = (texts: SignedTexts | undefined, index: number): string => texts?.canonicalRequest.split('\n')[index] ?? '';
	const [pathLine, queryLine] = [1, 2];

	it.each([
		{
			what: 'Names of parameters are encoded as values are; both SDKs leave them as they are',
			given: { ...request, query: { 'Filter [1]': 'a b' } },
			at: queryLine,
			ours: 'Filter%20%5B1%5D=a%20b',
			theirs: ['Filter [1]=a%20b', 'Filter [1]=a%20b'],
		},
		{
			what: 'Every plus sign of a path is one; both SDKs take it for a space, the older one only the first',
			given: { ...request, path: '/a+b+c' },
			at: pathLine,
			ours: '/a%2Bb%2Bc',
			theirs: ['/a%20b+c', '/a%20b%20c'],
		},
		{
			what: 'Every asterisk and tilde of a path is encoded alike; the older SDK only the first',
			given: { ...request, path: '/*/*/%7E%7E' },
			at: pathLine,
			ours: '/%2A/%2A/~~',
			theirs: ['/%2A/*/~%7E', '/%2A/%2A/~~'],
		},
	])('$what', ({ given, at, ours, theirs }) => {
		expect(line(own({ ...given, query: objectPairs(given.query) }), at)).toBe(ours);
		expect(official({ ...given, pathEncoded: true }).map((texts) => line(texts, at))).toEqual(theirs);
	});
});
