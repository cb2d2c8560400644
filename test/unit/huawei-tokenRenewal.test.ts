import { tokenRenewal } from '../../nodes/HuaweiCloud/tokenRenewal';
import { jsonAnswer, textAnswer } from '../support/declarations';

const { isRefused } = tokenRenewal;

describe('a token is refused', () => {
	it.each([
		['the service', { error_code: 'OSM.0002', error_msg: 'Unauthorized' }],
		['the gateway that cannot read it', { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information: decrypt token fail', request_id: 'r' }],
		['the gateway under its other name', { error_code: 'APIG.0301', error_msg: 'Incorrect IAM authentication information: Decrypt token fail' }],
		['the gateway to which it is too old or foreign', { error_code: 'APIGW.0307', error_msg: 'The token must be updated.' }],
		['the gateway under its other name, to which it is too old', { error_code: 'APIG.0307', error_msg: 'The token must be updated.' }],
		['IAM to which it is too old', { error_code: 'IAM.0066', error_msg: 'The token has expired.' }],
	])('by %s', (_, body) => {
		expect(isRefused(jsonAnswer(body, 401))).toBe(true);
	});
});

describe('a token is not refused', () => {
	it.each([
		['a clock', { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information: signature expired, server time 1' }],
		['a wrong secret key', { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information: verify aksk signature fail' }],
		['an unknown access key', { error_code: 'APIG.0301', error_msg: 'Get secretKey failed, ak abc not exist' }],
		['a locked access key', { error_code: 'APIG.0301', error_msg: 'AK access failed to reach the limit, forbidden' }],
		['the gateway without a word', { error_code: 'APIGW.0301' }],
		['an app', { error_code: 'APIGW.0303', error_msg: 'Incorrect app authentication information' }],
		['anything else', { error_code: 'APIGW.0305', error_msg: 'decrypt token fail' }],
		['another vendor', { Response: { Error: { Code: 'AuthFailure' } } }],
		['a proxy', { error: 'unauthorized' }],
		['nobody', {}],
		['a list', []],
		['a code that is none', { error_code: 307, error_msg: 'decrypt token fail' }],
	])('by a 401 about %s', (_, body) => {
		expect(isRefused(jsonAnswer(body, 401))).toBe(false);
	});

	it.each(['', 'null', '<html>APIGW.0307 decrypt token fail</html>', '{"error_code":"APIGW.0307"'])('by the 401 of a proxy: %p', (text) => {
		expect(isRefused(textAnswer(text, 401))).toBe(false);
	});

	it.each([200, 302, 400, 403, 407, 429, 500, 503])('by HTTP %s, whatever stands in the body', (status) => {
		expect(isRefused(jsonAnswer({ error_code: 'APIGW.0307', error_msg: 'The token must be updated.' }, status))).toBe(false);
	});
});
