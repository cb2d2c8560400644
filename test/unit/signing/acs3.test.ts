/** The published examples of Alibaba Cloud's signature V3, every intermediate text of them. */
import { authorization, canonicalRequest, hashedPayload, stringToSign } from '../../../credentials/signing/acs3';
import { sha256Hex } from '../../../credentials/signing/canonical';
import { queryPairs } from '../../../credentials/signing/encoding';

const request = {
	method: 'POST',
	path: '/',
	query: queryPairs('RegionId=cn-shanghai&ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'),
	headers: {
		'user-agent': 'n8n',
		accept: 'application/json',
		'x-acs-version': '2014-05-26',
		'X-Acs-Action': 'RunInstances',
		host: 'ecs.cn-shanghai.aliyuncs.com',
		'x-acs-date': '2023-10-26T10:22:32Z',
		'x-acs-signature-nonce': ' 3156853299f313e23d1673dc12e1703d ',
		'x-acs-content-sha256': hashedPayload(''),
	},
	body: '',
};

describe('the example with fixed parameters of the page on signature V3', () => {
	it('has the published canonical request', () => {
		const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
		expect(canonicalRequest(request)).toBe(
			[
				'POST',
				'/',
				'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
				'host:ecs.cn-shanghai.aliyuncs.com',
				'x-acs-action:RunInstances',
				`x-acs-content-sha256:${emptyHash}`,
				'x-acs-date:2023-10-26T10:22:32Z',
				'x-acs-signature-nonce:3156853299f313e23d1673dc12e1703d',
				'x-acs-version:2014-05-26',
				'',
				'host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version',
				emptyHash,
			].join('\n'),
		);
		expect(sha256Hex(canonicalRequest(request))).toBe('7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259');
	});

	it('has the published text to sign and the published header Authorization', () => {
		expect(stringToSign(request)).toBe('ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259');
		expect(authorization(request, { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' })).toBe(
			'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
				'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
				'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
		);
	});
});

it('signs the headers that begin with x-acs-, and none whose name only looks like one that is signed', () => {
	const near = { 'x-ac': '1', 'X-Access-Token': '2', 'X-Acsa': '3', 'my-x-acs-a': '4', 'content-type-options': '5', 'host-name': '6', 'X-ACS-A': '7', 'x-acs-': '8' };
	const names = authorization({ ...request, headers: { ...request.headers, ...near } }, { accessKeyId: 'i', accessKeySecret: 's' });
	expect(names).toContain(
		'SignedHeaders=host;x-acs-;x-acs-a;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,',
	);
});

it('signs a content type that is sent', () => {
	const typed = { ...request, headers: { ...request.headers, 'Content-Type': 'application/json' }, body: '{}' };
	expect(canonicalRequest(typed)).toContain('\ncontent-type:application/json\nhost:');
});
