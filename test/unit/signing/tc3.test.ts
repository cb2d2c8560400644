/** The examples that Tencent Cloud has published over the years, every intermediate text of them. */
import { authorization, canonicalRequest, credentialScope, signature, stringToSign } from '../../../credentials/signing/tc3';
import { sha256Hex } from '../../../credentials/signing/canonical';

const clock = 1551113065_000;
const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}';
const twoHeaders = { 'content-type': 'application/json; charset=utf-8', host: 'cvm.tencentcloudapi.com' };
const threeHeaders = { ...twoHeaders, 'x-tc-action': 'DescribeInstances' };
const requestOf = (headers: Record<string, string>) => ({ method: 'POST', path: '/', query: '', headers, body });

describe('the example of the page Signature v3, signed over three headers', () => {
	const request = requestOf(threeHeaders);
	const key = { secretId: 'AKID********************************', secretKey: '*'.repeat(32), service: 'cvm' };

	it('has the published canonical request', () => {
		expect(canonicalRequest(request)).toBe(
			[
				'POST',
				'/',
				'',
				'content-type:application/json; charset=utf-8',
				'host:cvm.tencentcloudapi.com',
				'x-tc-action:describeinstances',
				'',
				'content-type;host;x-tc-action',
				'35e9c5b0e3ae67532d3c9f17ead6c90222632e5b1ff7f6e89887f1398934f064',
			].join('\n'),
		);
		expect(sha256Hex(canonicalRequest(request))).toBe('7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84');
	});

	it('has the published text to sign', () => {
		expect(credentialScope('cvm', clock)).toBe('2019-02-25/cvm/tc3_request');
		expect(stringToSign(request, 'cvm', clock)).toBe(
			[
				'TC3-HMAC-SHA256',
				'1551113065',
				'2019-02-25/cvm/tc3_request',
				'7019a55be8395899b900fb5564e4200d984910f34794a27cb3fb7d10ff6a1e84',
			].join('\n'),
		);
	});

	it('has the published header Authorization', () => {
		expect(authorization(request, key, clock)).toBe(
			'TC3-HMAC-SHA256 Credential=AKID********************************/2019-02-25/cvm/tc3_request, ' +
				'SignedHeaders=content-type;host;x-tc-action, ' +
				'Signature=10b1a37a7301a02ca19a647ad722d5e43b4b3cff309d421d85b46093f6ab6c4f',
		);
	});
});

it.each([
	['EXAMPLE', '72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168'],
	['*******', '2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c'],
])('the older examples, over two headers, with a key that ends in %s, have the published signature', (end, published) => {
	const request = requestOf(twoHeaders);
	expect(sha256Hex(canonicalRequest(request))).toBe('5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031');
	const key = { secretId: '', secretKey: `Gu5t9xGARNpq86cd98joQYCN3${end}`, service: 'cvm' };
	expect(signature(request, key, clock)).toBe(published);
});
