/** Alibaba Cloud's own signers, from its two SDK generations, against this one. */
import fc from 'fast-check';
import { authorization, hashedPayload } from '../../credentials/signing/acs3';
import { objectPairs } from '../../credentials/signing/form';
import { officialAcs3 } from '../support/acs3Judge';

const accessKeyId = 'LTAI5tExample';
const accessKeySecret = 'secretOfTheKey';

const awkward = fc.constantFrom('', '+', '*', ' ', '%', '~', '%2A', 'a+b c', "!'()", '你好', '😀', 'é', '&=?#/', '\n');
const value = fc.oneof(awkward, fc.string({ unit: 'grapheme' }), fc.string());
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9.]{0,11}$/);
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE');

/** The old SDK replaces only the first plus sign and asterisk of a path, and both take them for spaces. */
const segment = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[+*/]/g, '-'));

it("any method, path, query, header and body gets both SDKs' signature", () => {
	fc.assert(
		fc.property(
			method,
			fc.array(segment, { maxLength: 4 }),
			fc.dictionary(name, value),
			fc.dictionary(fc.stringMatching(/^x-acs-[a-z]{1,8}$/), fc.stringMatching(/^[\x21-\x7e]{0,20}$/)),
			fc.oneof(value, fc.json()),
			(verb, segments, query, extra, body) => {
				const path = `/${segments.join('/')}`;
				const headers = {
					host: 'cams.ap-southeast-1.aliyuncs.com',
					'content-type': 'application/json; charset=utf-8',
					'user-agent': 'not signed',
					'x-acs-content-sha256': hashedPayload(body),
					...extra,
				};
				const official = officialAcs3({ method: verb, path, query, headers, body }, accessKeyId, accessKeySecret);
				const encoded = path.split('/').map(encodeURIComponent).join('/');
				const request = { method: verb, path: encoded, query: objectPairs(query), headers, body };
				const own = authorization(request, { accessKeyId, accessKeySecret });
				expect([own, own]).toEqual(official);
			},
		),
		{ numRuns: 500 },
	);
});
