import { readCode } from '../../nodes/engine/judge/readCode';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import documented from '../data/alibaba-codes.json';
import { declared, publicName, reading, readings } from '../support/declarations';

interface Documented {
	readonly action: string;
	readonly page: string;
	readonly effect: string;
	readonly required: readonly string[];
	readonly optional: readonly string[];
	readonly codes: Readonly<Record<string, string>>;
}

const pages: ReadonlyArray<readonly [string, Documented]> = Object.entries(documented.operations);
const { operations, commonCodes } = alibabaCloud;

describe('the declared APIs of Alibaba Cloud', () => {
	it('are the documented ones, each once', () => {
		expect(operations.map(publicName)).toEqual(pages.map(([name]) => name));
	});

	it.each(pages)('%s asks the documented action, version and host, at the documented rate', (name, page) => {
		const { api, perSecond, effect, page: link } = declared(alibabaCloud, name);
		expect({ ...api, perSecond, effect, link }).toEqual({
			host: documented.host,
			version: documented.version,
			action: page.action,
			perSecond: documented.perSecond,
			effect: page.effect,
			link: page.page,
		});
	});

	it.each(pages)('%s has the documented parameters; paging is left to Return All and Limit', (name, page) => {
		const { fields, listing } = declared(alibabaCloud, name);
		const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
		const names = (required: boolean) =>
			fields.filter((field) => field.required === required).map(({ wire }) => wire);
		expect(names(true).sort()).toEqual([...page.required].sort());
		expect([...names(false), ...paging].sort()).toEqual([...page.optional].sort());
	});

	it.each(pages)('%s reads every code of its page as what it means', (name, page) => {
		expect(readings(declared(alibabaCloud, name).codes)).toEqual(page.codes);
	});

	it('share the codes of the gateway and of the product', () => {
		expect(Object.keys(documented.common)).toHaveLength(84);
		expect(readings(commonCodes)).toEqual(documented.common);
	});

	it('say which RAM action a refused permission lacks', () => {
		for (const operation of operations) {
			expect(operation.codes['Ram.PermissionDeny']?.todo).toContain(` cams:${operation.api.action} `);
		}
	});

	it('name only fields of their own in their codes', () => {
		for (const operation of operations) {
			const wires = operation.fields.map(({ wire }) => wire);
			const named = [...Object.values(operation.codes), ...(operation.families ?? [])].flatMap(
				({ field }) => field ?? [],
			);
			expect([publicName(operation), named.filter((field) => !wires.includes(field))]).toEqual([
				publicName(operation),
				[],
			]);
		}
		expect(Object.values(commonCodes).filter(({ field }) => field !== undefined)).toEqual([]);
	});

	it('keep received codes secret, and mark who is contacted', () => {
		const wires = (key: 'secret' | 'contact') =>
			operations.flatMap((operation) =>
				operation.fields
					.filter((field) => field[key] === true)
					.map(({ wire }) => `${publicName(operation)} ${wire}`),
			);
		expect(wires('secret')).toEqual(['whatsAppNumber.verifyAndRegister VerifyCode']);
		expect(wires('contact')).toEqual([
			'whatsAppNumber.sendCode PhoneNumber',
			'whatsAppNumber.verifyAndRegister PhoneNumber',
			'whatsAppNumber.getVerificationStatus PhoneNumber',
			'whatsAppNumber.add PhoneNumber',
			'whatsAppNumber.register PhoneNumber',
		]);
	});

	it('say before a message goes out whom the code serves', () => {
		for (const operation of operations.filter(({ effect }) => effect === 'message')) {
			expect(operation.notice).toMatch(/WhatsApp sends the code to the business number itself.*no login code/s);
		}
	});
});

describe('a code of Alibaba Cloud that no list names', () => {
	const read = (name: string, code: string, message = '') => {
		const { meaning, remark } = readCode(alibabaCloud, declared(alibabaCloud, name), {
			code,
			message,
			httpStatus: 400,
		});
		return [reading(meaning), remark === undefined ? 'listed' : 'unlisted'];
	};

	it.each([
		['MissingPhoneNumber', 'fixInput'],
		['InvalidCustSpaceId', 'fixInput'],
		['InvalidParameter.New', 'fixInput'],
		['Throttling.New', 'retryLater 1'],
		['Product.Throttling', 'retryLater 1'],
		['SignatureDoesNotMatch.New', 'fixAccount'],
		['InvalidSignature', 'fixAccount'],
		['InvalidAccessKeyId.New', 'fixAccount'],
		['InvalidAccessKeySecret', 'fixAccount'],
		['InvalidSecurityToken.New', 'fixAccount'],
		['InvalidTimeStamp.New', 'fixAccount'],
		['Forbidden.New', 'fixAccount'],
		['NoPermission', 'fixAccount'],
		['Authentication.New', 'fixAccount'],
		['ServiceUnavailable.New', 'vendorFault, maybe out'],
		['InternalError.New', 'vendorFault, maybe out'],
		['136024', 'vendorFault, maybe out'],
		['isv.BUSINESS_LIMIT_CONTROL', 'vendorFault, maybe out'],
	])('%s is read by its form', (code, expected) => {
		expect(read('whatsAppNumber.sendCode', code)).toEqual([expected, 'unlisted']);
	});

	it.each([
		['VerifyCodeError', ''],
		['System.VerificationCodeExpired', ''],
		['136025', 'Verification code could not be checked'],
		['FAIL', 'The verify code is not right'],
		['InternalError.New', '验证码错误'],
	])('is about the received code where %s or its message "%s" says so, after the code only', (code, message) => {
		expect(read('whatsAppNumber.verifyAndRegister', code, message)).toEqual(['fixInput', 'unlisted']);
		expect(read('whatsAppNumber.sendCode', code, message)[0]).toBe('vendorFault, maybe out');
	});

	it('stays a vendor fault after a received code where nothing speaks of the code', () => {
		expect(read('whatsAppNumber.verifyAndRegister', 'FAIL', 'Something broke')[0]).toBe('vendorFault, maybe out');
		expect(read('whatsAppNumber.verifyAndRegister', 'InternalError', 'verification code')[0]).toBe(
			'vendorFault, maybe out',
		);
	});
});
