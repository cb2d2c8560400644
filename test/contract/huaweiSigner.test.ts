/** Huawei Cloud's own signer, from its SDK, against this one. */
import fc from 'fast-check';
import { objectPairs } from '../../credentials/signing/form';
import { authorization } from '../../credentials/signing/sdkHmac';
import { utcCompact } from '../../credentials/signing/clock';
import { officialSdkHmac } from '../support/sdkHmacJudge';

const accessKey = 'QTWAOYTTINDUT2QVKYUC';
const secretKey = 'MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc';
const host = 'osm.ap-southeast-1.myhuaweicloud.com';

const awkward = fc.constantFrom('', '+', '*', ' ', '%', '~', '%2A', 'a+b c', "!'()", '你好', '😀', 'é', '&=?#/', '\n');
const value = fc.oneof(awkward, fc.string({ unit: 'grapheme' }), fc.string());
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,11}$/);
/** Node's old parser, which the SDK uses, escapes some characters of a path before the SDK escapes them again. */
const segment = fc.stringMatching(/^[A-Za-z0-9\-_.~!$&()*+,=:@你é]{1,10}$/).filter((text) => !/^\.+$/.test(text));

it("any method, path, query, header and JSON body gets the SDK's signature", () => {
	fc.assert(
		fc.property(
			fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
			fc.array(segment, { minLength: 1, maxLength: 4 }),
			fc.dictionary(name, fc.oneof(value, fc.array(fc.string({ unit: 'grapheme-ascii' }), { minLength: 1, maxLength: 3 }))),
			fc.dictionary(fc.constantFrom('x-domain-id', 'x-language', 'x-security-token'), fc.stringMatching(/^[\x21-\x7e]{1,20}$/)),
			fc.option(fc.dictionary(fc.string({ unit: 'grapheme' }), value, { minKeys: 1 }), { nil: undefined }),
			fc.date({ min: new Date(Date.UTC(2000, 0)), max: new Date(Date.UTC(2099, 0)), noInvalidDate: true }),
			(method, segments, query, extra, data, date) => {
				const path = `/${segments.join('/')}`;
				const clock = date.getTime();
				const headers = { host, 'x-sdk-date': utcCompact(clock), ...extra };
				const body = data === undefined ? '' : JSON.stringify(data);
				const request = { method, path: encodeURI(path), query: objectPairs(query, 'repeat'), headers, body };
				expect(authorization(request, { accessKey, secretKey }, clock)).toBe(
					officialSdkHmac({ method, host, path, query, headers, data }, accessKey, secretKey),
				);
			},
		),
		{ numRuns: 500 },
	);
});
