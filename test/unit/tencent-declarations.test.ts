import { readCode } from '../../nodes/engine/judge/readCode';
import type { ErrorMeaning, Operation } from '../../nodes/engine/words/operation';
import type { TencentApi } from '../../nodes/TencentCloud/api';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import documented from '../data/tencent-codes.json';

interface Documented {
	readonly action: string;
	/** The action on the mainland site; null where that site has none. */
	readonly mainland: string | null;
	readonly host: string;
	readonly version: string;
	readonly page: string;
	readonly perSecond: number;
	readonly effect: string;
	readonly required: readonly string[];
	readonly optional: readonly string[];
	readonly codes: Readonly<Record<string, string>>;
	readonly mainlandCodes: Readonly<Record<string, string>>;
}

const pages: ReadonlyArray<readonly [string, Documented]> = Object.entries(documented.operations);
const { operations, commonCodes, firstFamilies = [], families } = tencentCloud;

const publicName = ({ resource, operation }: Operation<TencentApi>) => `${resource.value}.${operation}`;

function declared(name: string): Operation<TencentApi> {
	const found = operations.find((operation) => publicName(operation) === name);
	if (found === undefined) throw new Error(`${name} is not declared`);
	return found;
}

/** What a code leads to, in the words of the data file. */
const reading = ({ category, retryAfterSeconds, maybeSent }: ErrorMeaning) =>
	`${category}${retryAfterSeconds === undefined ? '' : ` ${String(retryAfterSeconds)}`}${maybeSent ? ', maybe out' : ''}`;

const readings = (codes: Readonly<Record<string, ErrorMeaning>>) =>
	Object.fromEntries(Object.entries(codes).map(([code, meaning]) => [code, reading(meaning)]));

describe('the declared APIs of Tencent Cloud', () => {
	it('are the documented ones, each once', () => {
		expect(operations.map(publicName)).toEqual(pages.map(([name]) => name));
	});

	it.each(pages)('%s asks the documented action, version and host, at the documented rate', (name, page) => {
		const { api, perSecond, effect, page: link } = declared(name);
		expect({
			service: api.service,
			version: api.version,
			action: api.action,
			perSecond,
			effect,
			link,
		}).toEqual({
			service: page.host,
			version: page.version,
			action: page.action,
			perSecond: page.perSecond,
			effect: page.effect,
			link: page.page,
		});
	});

	it.each(pages)('%s has the documented parameters; paging is left to Return All and Limit', (name, page) => {
		const { fields, listing } = declared(name);
		const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
		const names = (required: boolean) =>
			fields.filter((field) => field.required === required).map(({ wire }) => wire);
		expect(names(true).sort()).toEqual([...page.required].sort());
		expect([...names(false), ...paging].sort()).toEqual([...page.optional].sort());
	});

	it.each(pages)(
		'%s reads every documented code of both sites as what it means, and invents none',
		(name, page) => {
			expect(readings(declared(name).codes)).toEqual({ ...page.codes, ...page.mainlandCodes });
		},
	);

	it('share all 38 common codes', () => {
		expect(Object.keys(documented.common)).toHaveLength(38);
		expect(readings(commonCodes)).toEqual(documented.common);
	});

	it('name only fields of their own in their codes', () => {
		for (const { fields, codes, families: own = [], ...operation } of operations) {
			const wires = fields.map(({ wire }) => wire);
			const named = [...Object.values(codes), ...own].flatMap(({ field }) => field ?? []);
			expect([operation.operation, named.filter((field) => !wires.includes(field))]).toEqual([
				operation.operation,
				[],
			]);
		}
		expect(Object.values(commonCodes).filter(({ field }) => field !== undefined)).toEqual([]);
	});

	it('keep passwords and received codes secret, and mark who is contacted', () => {
		const wires = (key: 'secret' | 'contact') =>
			operations.flatMap((operation) =>
				operation.fields
					.filter((field) => field[key] === true)
					.map(({ wire }) => `${publicName(operation)} ${wire}`),
			);
		expect(wires('secret')).toEqual([
			'domainContact.verify VerifyCode',
			'partnerCustomer.createAccount Password',
			'partnerCustomer.createAccount ConfirmPassword',
			'partnerCustomer.createAccount VerifyCode',
			'driveAdministrator.verify Code',
		]);
		expect(wires('contact')).toEqual([
			'domainContact.sendCode Code',
			'domainContact.verify Code',
			'domainContact.delete Code',
			'partnerCustomer.sendCode PhoneNum',
			'partnerCustomer.createAccount Mail',
			'partnerCustomer.createAccount PhoneNum',
			'driveAdministrator.sendCode PhoneNumber',
			'driveAdministrator.verify PhoneNumber',
		]);
	});

	it('say before a message goes out whom the code serves', () => {
		for (const operation of operations.filter(({ effect }) => effect === 'message')) {
			expect(operation.notice).toMatch(/no login code/);
		}
	});
});

describe('what a refusal says of a value', () => {
	const said = (name: string, code: string) => {
		const meaning = declared(name).codes[code];
		if (meaning === undefined) throw new Error(`${name} does not list ${code}`);
		return meaning;
	};

	it.each([
		['partnerCustomer.sendCode', 'FailedOperation.SendVerifyCodeLimit'],
		['partnerCustomer.sendCode', 'FailedOperation.SendVerifyCodeLimit60'],
		['domainContact.sendCode', 'FailedOperation.SendVerifyCodeIsLimited'],
		['domainContact.sendCode', 'LimitExceeded.RequestLimit'],
	])('of %s, %s names no value, because the vendor does not say whether number or account was too fast', (name, code) => {
		const { meaning, todo, field } = said(name, code);
		expect(field).toBeUndefined();
		expect(`${meaning} ${todo}`).not.toMatch(/number|contact|address|recipient/i);
	});

	it('is the number alone where the vendor says so', () => {
		const limit = said('driveAdministrator.sendCode', 'RequestLimitExceeded.SendSms');
		expect(limit.field).toBe('PhoneNumber');
		expect(limit.meaning).toContain('number');
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
			const about = declared(name).fields.find(({ wire }) => wire === 'PhoneNumber')?.about ?? '';
			expect(about).toMatch(/to become .*super administrator/);
			expect(about).toMatch(/Upgrade From Trial.*most likely .*present/);
			expect(declared(name).about).not.toMatch(/code (by SMS )?(to|for) the super administrator/);
		}
	});
});

describe('a code of Tencent Cloud that no list names', () => {
	const read = (name: string, code: string) => {
		const { meaning, remark } = readCode(tencentCloud, declared(name), { code });
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
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation.SmsCodeExpired')[0]).toMatch(/^fixInput/);
		expect(read('partnerCustomer.createAccount', 'FailedOperation.VerificationCodeExpired')[0]).toMatch(
			/^fixInput/,
		);
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation')[0]).toBe('fixAccount');
		expect(read('driveAdministrator.verify', 'UnauthorizedOperation.New')[0]).toBe('fixAccount');
	});

	it('is about the received code only as the operation says: the permission of a key stays a matter of the account', () => {
		for (const { resource, operation } of operations) {
			const name = `${resource.value}.${operation}`;
			expect([name, read(name, 'UnauthorizedOperation.PassRole')]).toEqual([name, ['fixAccount', 'unlisted']]);
		}
		const { meaning } = readCode(tencentCloud, declared('driveAdministrator.verify'), {
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
