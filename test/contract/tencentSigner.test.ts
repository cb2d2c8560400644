/** Tencent Cloud's own signer, from its SDK, against this one. */
import fc from 'fast-check';
import { authorization } from '../../credentials/signing/tc3';
import Sign from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/sign';

const key = { secretId: 'AKIDEXAMPLE', secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE', service: 'smh' };
const host = 'smh.intl.tencentcloudapi.com';

const official = (method: string, query: string, contentType: string, payload: unknown, timestamp: number): string =>
	Sign.sign3({
		...key,
		method,
		url: `https://${host}/${query === '' ? '' : `?${query}`}`,
		payload,
		timestamp,
		multipart: false,
		boundary: '',
		headers: { 'Content-Type': contentType },
	});

const seconds = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });

it("any JSON body, on any day, gets the SDK's signature", () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), seconds, (payload, timestamp) => {
			const request = {
				method: 'POST',
				path: '/',
				query: '',
				headers: { 'content-type': 'application/json', host },
				body: JSON.stringify(payload),
			};
			expect(authorization(request, key, timestamp * 1000)).toBe(official('POST', '', 'application/json', payload, timestamp));
		}),
	);
});

it("any query of a GET request gets the SDK's signature", () => {
	const type = 'application/x-www-form-urlencoded';
	const values = fc.dictionary(fc.stringMatching(/^[A-Za-z.0-9]{1,8}$/), fc.string({ unit: 'grapheme' }));
	fc.assert(
		fc.property(values, seconds, (parameters, timestamp) => {
			const query = Object.entries(parameters)
				.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("'", '%27')}`)
				.join('&');
			const request = { method: 'GET', path: '/', query, headers: { 'content-type': type, host }, body: '' };
			expect(authorization(request, key, timestamp * 1000)).toBe(official('GET', query, type, undefined, timestamp));
		}),
	);
});
