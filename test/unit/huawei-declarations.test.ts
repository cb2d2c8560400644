import { readCode } from '../../nodes/engine/judge/readCode';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import documented from '../data/huawei-codes.json';
import { declared, marked, publicName, reading, readings, strangeFields } from '../support/declarations';

interface Documented {
	readonly method: string;
	readonly path: string;
	readonly page: string;
	readonly effect: string;
	readonly required: readonly string[];
	readonly optional: readonly string[];
	readonly codes: Readonly<Record<string, string>>;
}

const pages: ReadonlyArray<readonly [string, Documented]> = Object.entries(documented.operations);
const { operations, commonCodes } = huaweiCloud;

describe('the declared APIs of Huawei Cloud', () => {
	it('are the documented ones, each once', () => {
		expect(operations.map(publicName)).toEqual(pages.map(([name]) => name));
	});

	it.each(pages)('%s asks the documented method and path', (name, page) => {
		const { api, effect, page: link } = declared(huaweiCloud, name);
		expect({ ...api, effect, link }).toEqual({
			method: page.method,
			path: page.path,
			effect: page.effect,
			link: page.page,
		});
	});

	it.each(pages)('%s has the documented parameters; paging is left to Return All and Limit', (name, page) => {
		const { fields, listing } = declared(huaweiCloud, name);
		const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
		const names = (required: boolean) =>
			fields.filter((field) => field.required === required).map(({ wire }) => wire);
		expect(names(true).sort()).toEqual([...page.required].sort());
		expect([...names(false), ...paging].sort()).toEqual([...page.optional].sort());
	});

	it.each(pages)('%s reads the codes that are about its own parameters', (name, page) => {
		expect(readings(declared(huaweiCloud, name).codes)).toEqual(page.codes);
	});

	it('share the codes of the service, the gateway and IAM', () => {
		expect(Object.keys(documented.common)).toHaveLength(109);
		expect(readings(commonCodes)).toEqual(documented.common);
	});

	it('name only fields of their own in their codes', () => {
		expect(strangeFields(operations)).toEqual([]);
		expect(Object.values(commonCodes).filter(({ field }) => field !== undefined)).toEqual([]);
	});

	it('keep received codes secret, and mark who is contacted', () => {
		expect(marked(operations, 'secret')).toEqual(['ticketContact.verify verify_code']);
		expect(marked(operations, 'contact')).toEqual([
			'ticketContact.sendCode contact_value',
			'ticketContact.verify contact_value',
			'ticketContact.checkIfNeeded contact_value',
			'ticketContact.listVerified contact_value',
		]);
	});

	it('say before a message goes out whom the code serves', () => {
		for (const operation of operations.filter(({ effect }) => effect === 'message')) {
			expect(operation.notice).toMatch(/support ticket.*no login code/s);
		}
	});
});

const sendCode = declared(huaweiCloud, 'ticketContact.sendCode');
const verify = declared(huaweiCloud, 'ticketContact.verify');

describe('a code of Huawei Cloud', () => {
	it.each(documented.variants)('$code with HTTP status $status and "$message" is read as $reading', (variant) => {
		const { code, status: httpStatus, message } = variant;
		const { meaning, remark } = readCode(huaweiCloud, sendCode, { code, httpStatus, message });
		expect([reading(meaning), remark]).toEqual([variant.reading, undefined]);
	});

	it('gives each circumstance words of its own', () => {
		for (const code of ['APIG.0201', 'APIG.0301']) {
			const words = documented.variants
				.filter((variant) => variant.code === code)
				.map(({ status: httpStatus, message }) => readCode(huaweiCloud, sendCode, { code, httpStatus, message }))
				.map(({ meaning }) => `${meaning.happened}. ${meaning.todo}`);
			expect(new Set(words).size).toBe(words.length);
			const plain = readCode(huaweiCloud, sendCode, { code }).meaning;
			const asPlain = words.filter((text) => text === `${plain.happened}. ${plain.todo}`);
			expect([code, asPlain.length]).toEqual([code, code === 'APIG.0201' ? 1 : 0]);
		}
	});

	it.each(['APIGW', 'APIC'])('means the same with the prefix %s', (prefix) => {
		const gateway = Object.keys(commonCodes).filter((code) => code.startsWith('APIG.'));
		expect(gateway).toHaveLength(40);
		for (const code of gateway) {
			const twin = code.replace('APIG', prefix);
			expect(readCode(huaweiCloud, sendCode, { code: twin })).toEqual(readCode(huaweiCloud, sendCode, { code }));
		}
	});

	it('of another vendor’s gateway is not taken for one of this gateway', () => {
		for (const code of ['APIGX.0301', 'XAPIGW.0301', 'APIGWX0301']) {
			expect(readCode(huaweiCloud, sendCode, { code }).remark).toBeDefined();
		}
	});

	it('asked for again too soon names the wait and says that the earlier code is still good', () => {
		const { meaning } = readCode(huaweiCloud, sendCode, { code: 'OSM.01010024' });
		expect(meaning).toMatchObject({ category: 'retryLater', retryAfterSeconds: 60, maybeSent: false });
		expect(`${meaning.happened} ${meaning.todo}`).toMatch(/valid for 5 minutes.*Use the code that was sent/);
	});
});

describe('a code of Huawei Cloud that no list names', () => {
	const read = (code: string, httpStatus?: number, message = '', operation = sendCode) => {
		const { meaning, remark } = readCode(huaweiCloud, operation, { code, httpStatus, message });
		return [reading(meaning), remark === undefined ? 'listed' : 'unlisted'];
	};

	it.each([
		['OSM.01010099', 200, 'vendorFault, maybe out'],
		['OSM.01010099', 500, 'vendorFault, maybe out'],
		['OSM.0009', 400, 'fixInput'],
		['OSM.0009', 401, 'fixAccount'],
		['OSM.0009', 403, 'fixAccount'],
		['OSM.0009', 429, 'retryLater'],
		['APIGW.0999', 401, 'fixAccount'],
		['APIG.0999', 403, 'fixAccount'],
		['APIG.0999', 404, 'fixAccount'],
		['APIG.0999', 413, 'fixInput'],
		['APIG.0999', 429, 'retryLater 1'],
		['APIG.0999', 400, 'fixInput'],
		['APIG.0999', 502, 'vendorFault, maybe out'],
		['APIG.0999', undefined, 'vendorFault, maybe out'],
		['IAM.9999', 401, 'fixAccount'],
		['IAM.9999', 500, 'vendorFault, maybe out'],
		['IAM.429', 429, 'retryLater 1'],
		['IAM.500', 500, 'vendorFault, maybe out'],
		['IAM.503', 503, 'vendorFault, maybe out'],
		['PAP5.0001', 403, 'fixAccount'],
		['PAP5.0009', 429, 'retryLater 1'],
		['PAP5.0009', 503, 'vendorFault, maybe out'],
		['ABC.1', 200, 'vendorFault, maybe out'],
		['ABC.1', 401, 'fixAccount'],
		['ABC.1', 403, 'fixAccount'],
		['ABC.1', 429, 'retryLater 1'],
		['ABC.1', 599, 'vendorFault, maybe out'],
	])('%s with HTTP status %s is read by its kind', (code, status, expected) => {
		for (const operation of [sendCode, verify]) expect(read(code, status, '', operation)).toEqual([expected, 'unlisted']);
	});

	it.each([
		['验证码发送次数达到最大值', 'retryLater'],
		['Exceeded the number of times the verification code was sent.', 'retryLater'],
		['The number of verification codes sent has reached the maximum.', 'retryLater'],
		['Verify code was requested too many times', 'retryLater'],
		['验证码错误次数过多，请稍后再试', 'retryLater'],
		['操作过于频繁', 'retryLater'],
		['No permission to verify the code', 'fixAccount'],
		['无权限获取验证码', 'fixAccount'],
		['账户已欠费', 'fixAccount'],
		['The verification code service: internal error', 'vendorFault, maybe out'],
		['验证码服务异常', 'vendorFault, maybe out'],
		['The length of contact_value exceeds the maximum', 'fixInput'],
	])('with "%s" is read by its words, before and after the code', (message, expected) => {
		for (const operation of [sendCode, verify]) {
			for (const status of [200, 400]) {
				expect(read('OSM.01010099', status, message, operation)).toEqual([expected, 'unlisted']);
			}
		}
	});

	it.each([
		'Verification code is wrong.',
		'Verify code expired',
		'The verification code has expired after the limit of 5 minutes',
		'验证码错误',
		'验证码错误，剩余次数2',
		'验证码已过期',
	])('is about the received code where the message says "%s", after the code only', (message) => {
		for (const status of [200, 400]) {
			expect(read('OSM.01010099', status, message, verify)).toEqual(['fixInput, maybe out', 'unlisted']);
			expect(readCode(huaweiCloud, verify, { code: 'OSM.01010099', message, httpStatus: status }).meaning.field).toBe('verify_code');
			expect(readCode(huaweiCloud, sendCode, { code: 'OSM.01010099', message, httpStatus: status }).meaning.field).toBeUndefined();
		}
	});

	it('is never about the received code where the status or another maker says what it is, whatever words stand in the message', () => {
		const words = ['Verification code is wrong.', 'verify not pass', 'Verify code expired', '验证码错误'];
		const isAboutCode = (code: string, message: string, httpStatus: number) =>
			readCode(huaweiCloud, verify, { code, message, httpStatus }).meaning.field === 'verify_code';
		const wrong = words.flatMap((message) => [
			...[401, 403, 404, 405, 429, 500, 502, 503, 599].filter((status) => isAboutCode('OSM.01010099', message, status)),
			...['APIGW.0999', 'IAM.9999', 'PAP5.0009', 'ABC.1'].filter((code) => [200, 400, 403].some((status) => isAboutCode(code, message, status))),
		]);
		expect(wrong).toEqual([]);
	});

	it('stays a vendor fault after a received code where nothing speaks of the code', () => {
		expect(read('OSM.01010099', 200, 'Operation failed.', verify)[0]).toBe('vendorFault, maybe out');
	});
});
