import { readCode } from '../../nodes/engine/judge/readCode';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import documented from '../data/alibaba-codes.json';
import { declared, marked, publicName, reading, readings, strangeFields } from '../support/declarations';

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
		expect(strangeFields(operations)).toEqual([]);
		expect(Object.values(commonCodes).filter(({ field }) => field !== undefined)).toEqual([]);
	});

	it('keep received codes secret, and mark who is contacted', () => {
		expect(marked(operations, 'secret')).toEqual(['whatsAppNumber.verifyAndRegister VerifyCode']);
		expect(marked(operations, 'contact')).toEqual([
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
	const read = (name: string, code: string, message = '', httpStatus = 400) => {
		const { meaning, remark } = readCode(alibabaCloud, declared(alibabaCloud, name), { code, message, httpStatus });
		return [reading(meaning), remark === undefined ? 'listed' : 'unlisted'];
	};

	/** By kind, codes that no list has. */
	const byName: ReadonlyArray<readonly [string, string]> = [
		['MissingPhoneNumber', 'fixInput'],
		['InvalidCustSpaceId', 'fixInput'],
		['InvalidParameter.New', 'fixInput'],
		['Throttling.New', 'retryLater 1'],
		['Throttling.UserQps', 'retryLater 1'],
		['Product.Throttling', 'retryLater 1'],
		['System.LimitControl.New', 'retryLater'],
		['isv.BUSINESS_LIMIT_CONTROL', 'retryLater'],
		['LimitExceeded.RequestLimit', 'retryLater'],
		['TooManyRequests', 'retryLater'],
		['VerifyCodeSendLimit', 'retryLater'],
		['QuotaExceeded.Numbers', 'fixAccount'],
		['SignatureDoesNotMatch.New', 'fixAccount'],
		['InvalidSignature', 'fixAccount'],
		['SignatureNonceUsed.New', 'vendorFault, maybe out'],
		['InvalidSignatureNonce', 'vendorFault, maybe out'],
		['InvalidAccessKeyId.New', 'fixAccount'],
		['MissingAccessKeyId', 'fixAccount'],
		['InvalidAccessKeySecret', 'fixAccount'],
		['InvalidSecurityToken.New', 'fixAccount'],
		['InvalidTimeStamp.New', 'fixAccount'],
		['IllegalTimestamp.New', 'fixAccount'],
		['InvalidAccountStatus.NotEnoughBalance', 'fixAccount'],
		['InvalidAccountStatus.New', 'fixAccount'],
		['Account.Arrearage', 'fixAccount'],
		['Arrearage', 'fixAccount'],
		['UserStatus.Overdue', 'fixAccount'],
		['Product.NotOpened', 'fixAccount'],
		['Ram.New', 'fixAccount'],
		['Forbidden.New', 'fixAccount'],
		['NoPermission', 'fixAccount'],
		['NoPermission.Api', 'fixAccount'],
		['Authentication.New', 'fixAccount'],
		['UnauthorizedOperation', 'fixAccount'],
		['InvalidAction.New', 'fixAccount'],
		['InvalidVersion.New', 'fixAccount'],
		['ServiceUnavailable.New', 'vendorFault, maybe out'],
		['InternalError.New', 'vendorFault, maybe out'],
		['SystemError', 'vendorFault, maybe out'],
		['136024', 'vendorFault, maybe out'],
	];

	it.each(byName)('%s is read by its form', (code, expected) => {
		expect(read('whatsAppNumber.sendCode', code)).toEqual([expected, 'unlisted']);
	});

	it('keeps the balance of an account apart from what else closes it', () => {
		const code = 'InvalidAccountStatus.NotEnoughBalance';
		const { meaning } = readCode(alibabaCloud, declared(alibabaCloud, 'whatsAppNumber.sendCode'), { code });
		expect([meaning.cause, meaning.todo]).toEqual(['quota-exhausted', expect.stringContaining('Top up')]);
	});

	it.each([
		['SomeCode', 401, 'fixAccount'],
		['SomeCode', 403, 'fixAccount'],
		['SomeCode', 429, 'retryLater 1'],
		['SomeCode', 500, 'vendorFault, maybe out'],
		['SomeCode', 503, 'vendorFault, maybe out'],
		['SomeCode', 599, 'vendorFault, maybe out'],
		['SomeCode', 404, 'vendorFault, maybe out'],
		['InvalidParameter.New', 403, 'fixInput'],
		['InvalidParameter.New', 500, 'vendorFault, maybe out'],
		['ServiceUnavailable.New', 403, 'vendorFault, maybe out'],
	])('%s under HTTP %i is read by its status where its name says nothing', (code, status, expected) => {
		expect(read('whatsAppNumber.sendCode', code, '', status)).toEqual([expected, 'unlisted']);
		expect(read('whatsAppNumber.verifyAndRegister', code, '', status)).toEqual([expected, 'unlisted']);
	});

	it.each([
		['SomeCode', 'Too many verification codes were requested for this number.', 'retryLater'],
		['136024', 'You have reached the limit of codes.', 'retryLater'],
		['SomeCode', '验证码发送次数达到上限', 'retryLater'],
		['SomeCode', 'The user has no permission to send a verification code.', 'fixAccount'],
		['SomeCode', 'The account is in arrears.', 'fixAccount'],
		['SomeCode', 'The verification code service is unavailable.', 'vendorFault, maybe out'],
		['SomeCode', 'The length of the number exceeds the limit.', 'fixInput'],
	])('%s with "%s" is read by its words, before and after the code', (code, message, expected) => {
		for (const name of ['whatsAppNumber.sendCode', 'whatsAppNumber.verifyAndRegister']) {
			for (const status of [200, 400]) expect(read(name, code, message, status)).toEqual([expected, 'unlisted']);
		}
	});

	it.each([
		['VerifyCodeError', '', 'fixInput'],
		['System.VerificationCodeExpired', '', 'fixInput'],
		['VerifyCodeError', 'Verification code is wrong', 'fixInput'],
		['136025', 'Verification code could not be checked', 'fixInput, maybe out'],
		['FAIL', 'The verify code is not right', 'fixInput, maybe out'],
		['FAIL', 'The verification code has expired: it exceeded the limit of 10 minutes', 'fixInput, maybe out'],
		['FAIL', '验证码错误，剩余次数：2', 'fixInput, maybe out'],
	])('is about the received code where %s or its message "%s" says so, after the code only', (code, message, expected) => {
		expect(read('whatsAppNumber.verifyAndRegister', code, message)).toEqual([expected, 'unlisted']);
		for (const status of [200, 400]) {
			const { meaning } = readCode(alibabaCloud, declared(alibabaCloud, 'whatsAppNumber.verifyAndRegister'), { code, message, httpStatus: status });
			expect(meaning.field).toBe('VerifyCode');
			const sent = readCode(alibabaCloud, declared(alibabaCloud, 'whatsAppNumber.sendCode'), { code, message, httpStatus: status });
			expect(sent.meaning.field).toBeUndefined();
		}
	});

	it('is never about the received code where its name or its status says what it is, whatever words stand in the message', () => {
		const words = ['verification code', 'The verify code is wrong', 'invalid code', '验证码错误', 'The verification code has expired'];
		const aboutCode = (code: string, message: string, httpStatus: number) => {
			const operation = declared(alibabaCloud, 'whatsAppNumber.verifyAndRegister');
			return readCode(alibabaCloud, operation, { code, message, httpStatus }).meaning.field === 'VerifyCode';
		};
		const named = byName
			.map(([code]) => code)
			.filter((code) => !/^(Missing|Invalid(Parameter|CustSpaceId))|^\d/.test(code));
		const wrong = words.flatMap((message) => [
			...named.filter((code) => aboutCode(code, message, 400)).map((code) => [code, message]),
			...[401, 403, 404, 429, 500, 502, 503, 599].filter((status) => aboutCode('SomeCode', message, status)).map((status) => [status, message]),
			...[401, 403, 429, 500].filter((status) => aboutCode('VerifyCodeError', message, status)).map((status) => [status, message]),
		]);
		expect(wrong).toEqual([]);
	});

	it('names the value that it is about where its name does', () => {
		const meaningOf = (code: string) =>
			readCode(alibabaCloud, declared(alibabaCloud, 'whatsAppNumber.verifyAndRegister'), {
				code,
				message: 'This number cannot get a verification code',
				httpStatus: 400,
			}).meaning;
		expect(meaningOf('InvalidPhoneNumber.New')).toMatchObject({ category: 'fixInput', field: 'PhoneNumber' });
		expect(meaningOf('InvalidCustSpaceId.New')).toMatchObject({ category: 'fixInput', field: 'CustSpaceId' });
	});

	it('stays a vendor fault after a received code where nothing speaks of the code', () => {
		expect(read('whatsAppNumber.verifyAndRegister', 'FAIL', 'Something broke')[0]).toBe('vendorFault, maybe out');
		expect(read('whatsAppNumber.verifyAndRegister', 'InternalError', 'verification code')[0]).toBe('vendorFault, maybe out');
	});
});

describe('a listed code of Alibaba Cloud', () => {
	const codes = alibabaCloud.commonCodes;

	it('names what helps: another key where no permission can, the proxy where the body was changed', () => {
		expect(codes['Forbedden.NotSupportRAM']?.todo).toMatch(/AccessKey of the Alibaba Cloud account itself/);
		expect(codes['Forbedden.NotSupportRAM']?.todo).not.toMatch(/grant/i);
		for (const code of ['ContentLengthDoesNotMatch', 'ContentMD5NotMatched']) {
			expect(codes[code]).toMatchObject({ category: 'vendorFault', maybeSent: false });
			expect(codes[code]?.todo).toContain('proxy');
		}
		expect(codes['Forbidden.InstanceNotFound']).toMatchObject({ category: 'fixInput', maybeSent: false });
	});
});
