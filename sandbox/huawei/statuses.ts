/**
 * HTTP statuses with which codes come: https://support.huaweicloud.com/intl/en-us/api-ticket/ErrorCode.html,
 * https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html,
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0006.html
 */

/** By status, the numbers of the service's and the gateway's codes. */
const numbered: Readonly<Record<'OSM' | 'APIG' | 'IAM', ReadonlyArray<readonly [number, readonly string[]]>>> = {
	OSM: [
		[400, ['0001']],
		[401, ['0002']],
		[403, ['0003']],
		[500, ['0004']],
	],
	APIG: [
		[404, ['0101', '0108']],
		[500, ['0103', '0104', '0105', '0107', '0601', '0605', '0606', '0608', '0609', '0611', '0612', '0705']],
		[400, ['0106', '0204', '0602', '0607', '1009']],
		[502, ['0202', '0610']],
		[504, ['0203']],
		[401, ['0301', '0303', '0305', '0307', '0311']],
		[403, ['0302', '0304', '0306', '0310', '0401', '0402', '0404', '0802']],
		[429, ['0308']],
		[405, ['0501', '0502']],
		[503, ['0613']],
	],
	IAM: [
		[400, ['0007', '0009', '0011', '0072', '0073', '1061', '1101', '1102', '1103', '1104', '1105', '1106', '1107', '1108', '1109']],
		[401, ['0001', '0061', '0062', '0063', '0064', '0065', '0066', '0067']],
		[403, ['0002', '0003', '0080', '0081', '0082', '0083']],
		[404, ['0004']],
		[409, ['0005']],
		[410, ['0020']],
		[429, ['0012']],
		[500, ['0006']],
	],
};

/** One code for nearly everything about the request itself. */
const aboutTheRequest: readonly [number, ...number[]] = [400, 413, 414, 494, 502, 504, 500];

/** The statuses of a code, the usual one first. Business refusals come with HTTP 200. */
export function statusesOf(code: string): readonly [number, ...number[]] {
	const [prefix = '', number = ''] = code.replace(/^(APIGW|APIC)\./, 'APIG.').split('.');
	if (prefix === 'APIG' && number === '0201') return aboutTheRequest;
	if (prefix === 'IAM' && number.length === 3) return [Number(number)];
	const list = prefix === 'OSM' || prefix === 'APIG' || prefix === 'IAM' ? numbered[prefix] : [];
	const found = list.find(([, numbers]) => numbers.includes(number));
	return [found?.[0] ?? (prefix === 'OSM' ? 200 : 400)];
}
