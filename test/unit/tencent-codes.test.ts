/** How codes of Tencent Cloud are read that no list names, and what the texts of the listed ones claim. */
import { readCode } from '../../nodes/engine/judge/readCode';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import documented from '../data/tencent-codes.json';
import { declared, publicName, reading } from '../support/declarations';

const { operations, firstFamilies = [], families } = tencentCloud;

describe('what a refusal says of a value', () => {
	const said = (name: string, code: string) => {
		const meaning = declared(tencentCloud, name).codes[code];
		if (meaning === undefined) throw new Error(`${name} does not list ${code}`);
		return meaning;
	};

	it.each([
		['partnerCustomer.sendCode', 'FailedOperation.SendVerifyCodeLimit'],
		['partnerCustomer.sendCode', 'FailedOperation.SendVerifyCodeLimit60'],
		['domainContact.sendCode', 'FailedOperation.SendVerifyCodeIsLimited'],
		['domainContact.sendCode', 'LimitExceeded.RequestLimit'],
	])('of %s, %s names no value, because the vendor does not say whether number or account was too fast', (name, code) => {
		const { happened: meaning, todo, field } = said(name, code);
		expect(field).toBeUndefined();
		expect(`${meaning} ${todo}`).not.toMatch(/number|contact|address|recipient/i);
	});

	it('is the number alone where the vendor says so', () => {
		const limit = said('driveAdministrator.sendCode', 'RequestLimitExceeded.SendSms');
		expect(limit.field).toBe('PhoneNumber');
		expect(limit.happened).toContain('number');
	});

	it('names both fields that make up the region, where the vendor speaks of the region', () => {
		const { todo, field } = said('partnerCustomer.createAccount', 'InvalidParameterValue.UnSupportArea');
		expect(todo).toContain("'Country or Region'");
		expect(todo).toContain("'Country Code'");
		expect(field).toBeUndefined();
		expect(said('partnerCustomer.sendCode', 'InvalidParameterValue.UnSupportArea').field).toBe('CountryCode');
	});

	it.each(['sendCode', 'verify', 'delete'])('of domainContact.%s tells how else to write a number', (operation) => {
		const { todo } = said(`domainContact.${operation}`, 'InvalidParameterValue.InvalidParameterFormat');
		expect(todo).toContain('without country code');
		expect(todo).toContain('+86.136');
		expect(todo).not.toMatch(/spaces|dashes/);
	});

	it('of a list, which takes no number, speaks of none', () => {
		const { todo } = said('domainContact.list', 'InvalidParameterValue.InvalidParameterFormat');
		expect(todo).not.toMatch(/number/);
	});
});

describe("a drive administrator's number", () => {
	it('is the one that is to become super administrator; for the upgrade most likely the present one', () => {
		for (const name of ['driveAdministrator.sendCode', 'driveAdministrator.verify']) {
			const about = declared(tencentCloud, name).fields.find(({ wire }) => wire === 'PhoneNumber')?.about ?? '';
			expect(about).toMatch(/to become .*super administrator/);
			expect(about).toMatch(/Upgrade From Trial.*most likely .*present/);
			expect(declared(tencentCloud, name).about).not.toMatch(/code (by SMS )?(to|for) the super administrator/);
		}
	});
});

describe('a code of Tencent Cloud that no list names', () => {
	const read = (name: string, code: string) => {
		const { meaning, remark } = readCode(tencentCloud, declared(tencentCloud, name), { code });
		return [reading(meaning), remark === undefined ? 'listed' : 'unlisted'];
	};

	it.each([
		['AuthFailure.New', 'fixAccount'],
		['UnauthorizedOperation.New', 'fixAccount'],
		['RequestLimitExceeded.New', 'retryLater'],
		['LimitExceeded.New', 'fixAccount'],
		['InvalidParameter.New', 'fixInput'],
		['InvalidParameterValue.New', 'fixInput'],
		['MissingParameter.New', 'fixInput'],
		['UnknownParameter.New', 'fixInput'],
		['NoSuchNew', 'fixAccount'],
		['ResourceNotFound.New', 'fixInput, maybe out'],
		['UnsupportedOperation.New', 'fixInput, maybe out'],
		['OperationDenied.New', 'fixAccount, maybe out'],
		['ResourceInUse.New', 'vendorFault, maybe out'],
		['FailedOperation.New', 'vendorFault, maybe out'],
		['InternalError.New', 'vendorFault, maybe out'],
		['Utterly.New', 'vendorFault, maybe out'],
	])('%s is read by its kind', (code, expected) => {
		expect(read('domainContact.sendCode', code)).toEqual([expected, 'unlisted']);
	});

	it('is about the received code where its name says so, whatever its prefix', () => {
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation.SmsCodeExpired')[0]).toBe('fixInput, maybe out');
		expect(read('partnerCustomer.createAccount', 'FailedOperation.VerificationCodeExpired')[0]).toBe('fixInput, maybe out');
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation')[0]).toBe('fixAccount');
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation.New')[0]).toBe('fixAccount');
	});

	it('is about the received code only as the operation says: the permission of a key stays a matter of the account', () => {
		for (const { resource, value: operation } of operations) {
			const name = publicName({ resource, value: operation });
			expect([name, read(name, 'UnauthorizedOperation.PassRole')]).toEqual([name, ['fixAccount', 'unlisted']]);
		}
		const { meaning } = readCode(tencentCloud, declared(tencentCloud, 'driveAdministrator.verify'), {
			code: 'UnauthorizedOperation.SmsCodeLocked',
		});
		expect(meaning).toMatchObject({ category: 'fixInput', field: 'Code' });
	});

	it.each([
		'UnsupportedOperation.BalanceLess',
		'FailedOperation.BalanceInsufficient',
		'FailedOperation.ClientBalanceIsLessOrEqualZero',
		'ResourceInsufficient.InsufficientBalance',
		'InvalidParameterValue.BalanceNotEnough',
		'ResourceUnavailable.InArrears',
		'UnauthorizedOperation.Arrears',
		'FailedOperation.InsufficientFunds',
		'FailedOperation.InsufficientFund',
		'ResourcesSoldOut.ChargeStatusException',
		'InvalidAccountStatus.NotEnoughBalance',
		'InvalidAccount.UnpaidOrder',
		'OperationDenied.AccountStatusAbnormal',
		'UnsupportedOperation.AccountRealName',
		'FailedOperation.VerifyUinIsRealname',
	])('%s is a matter of the account in every operation, whatever its prefix', (code) => {
		for (const operation of operations.filter(({ codes }) => !Object.hasOwn(codes, code))) {
			expect([publicName(operation), read(publicName(operation), code)[0]]).toEqual([
				publicName(operation),
				'fixAccount, maybe out',
			]);
		}
	});

	it.each([
		'LimitExceeded.RequestLimit',
		'LimitExceeded.RequestLimitPerDay',
		'FailedOperation.RequestLimit',
		'FailedOperation.SendVerifyCodeLimit',
		'FailedOperation.SendVerifyCodeLimit120',
		'FailedOperation.SendVerifyCodeIsLimited',
		'OperationDenied.ServiceBusy',
	])('%s is refused for now in every operation, and nothing was sent', (code) => {
		for (const operation of operations) {
			expect([publicName(operation), read(publicName(operation), code)[0]?.split(' ')[0]]).toEqual([
				publicName(operation),
				'retryLater',
			]);
		}
	});

	it('is about throttling before it is about the received code', () => {
		expect(read('partnerCustomer.createAccount', 'FailedOperation.VerificationCodeRequestLimit')[0]).toBe('retryLater');
	});

	it('is a matter of a value where the code only names the account of the form', () => {
		expect(read('partnerCustomer.createAccount', 'InvalidParameterValue.AccountTypeIncorrect')[0]).toBe('fixInput');
	});

	it('is sure to have sent nothing only where key, rate or value are refused', () => {
		const sure = [...firstFamilies, ...families].filter(({ maybeSent }) => !maybeSent).map(({ pattern }) => pattern);
		expect(sure).toEqual([
			'AuthFailure*',
			'*RequestLimit*',
			'FailedOperation.SendVerifyCode*Limit*',
			'OperationDenied.ServiceBusy*',
			'UnauthorizedOperation*',
			'LimitExceeded*',
			'InvalidParameter*',
			'MissingParameter*',
			'UnknownParameter*',
			'RequestSizeLimitExceeded*',
			'NoSuch*',
		]);
	});

	it('never falls among the listed ones: every pattern leaves the listed codes to their lists', () => {
		for (const code of Object.keys(documented.common)) {
			expect(read('driveAdministrator.listInstances', code)[1]).toBe('listed');
		}
	});
});
