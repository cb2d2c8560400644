/**
 * The customers of a partner, service intlpartnersmgt: https://www.tencentcloud.com/document/product/1085/65907,
 * /51417, /51416, /68181, /56038.
 */
import { type Desk, refuse } from '../cloud';
import { VerificationCodes } from '../codes';
import { countries } from '../countries';
import { resident } from '../fiction';
import { industries } from './industries';
import { ownerUin } from './keys';
import { type Given, isAddress, text } from '../values';

interface Account {
	readonly uin: string;
	readonly mail: string;
	readonly phone: string;
	/** Whether the customer has passed identity verification. */
	readonly verified: boolean;
}

/** A customer whose identity is verified; new ones are not. */
export const verifiedCustomer: Account = {
	uin: '200000000001',
	mail: 'customer@example.com',
	phone: `1 ${resident('03')}`,
	verified: true,
};

const mostAccounts = 5;

/** Dialling codes where no account can be created. */
const refusedDiallingCodes = ['7', '380', '86'];

const emptyNames: ReadonlyArray<readonly [string, string]> = [
	['AccountType', 'AccountTypeEmpty'],
	['Mail', 'MailEmpty'],
	['Password', 'PasswordEmpty'],
	['CountryCode', 'CountryCodeEmpty'],
	['PhoneNum', 'PhoneNumEmpty'],
	['Area', 'AreaEmpty'],
	['TradeOne', 'TradeInfoEmpty'],
	['TradeTwo', 'TradeInfoEmpty'],
];

/** What each value must be like, and the code of the family InvalidParameter where it is not. */
const forms: ReadonlyArray<readonly [(values: Given) => boolean, string]> = [
	[(values) => ['personal', 'company', 'business'].includes(text(values, 'AccountType')), 'AccountTypeContentIncorrect'],
	[(values) => isAddress(text(values, 'Mail')), 'MailFormatIncorrect'],
	[(values) => /^\S{8,20}$/.test(text(values, 'Password')), 'PasswordFormatIncorrect'],
	[
		(values) => [/\d/, /[A-Za-z]/, /[!@#$%^&*()]/].every((part) => part.test(text(values, 'Password'))),
		'PasswordContentIncorrect',
	],
	[(values) => text(values, 'Password') === text(values, 'ConfirmPassword'), 'ConfirmPasswordContentIncorrect'],
	[(values) => /^\d{1,6}$/.test(text(values, 'CountryCode')), 'CountryCodeFormatIncorrect'],
	[(values) => /^\d{1,32}$/.test(text(values, 'PhoneNum')), 'PhoneNumFormatIncorrect'],
	[(values) => /^[A-Z]{2}$/.test(text(values, 'Area')), 'AreaFormatIncorrect'],
	[(values) => countries.some(({ dialling }) => dialling === text(values, 'CountryCode')), 'CountryCodeContentIncorrect'],
	[
		(values) => countries.some(({ dialling, iso2 }) => dialling === text(values, 'CountryCode') && iso2 === text(values, 'Area')),
		'AreaContentIncorrect',
	],
];

function checkForms(values: Given): void {
	const empty = emptyNames.find(([name]) => text(values, name) === '');
	if (empty !== undefined) refuse(`InvalidParameterValue.${empty[1]}`, `${empty[0]} is empty.`);
	if (refusedDiallingCodes.includes(text(values, 'CountryCode'))) refuseArea();
	const wrong = forms.find(([holds]) => !holds(values));
	if (wrong !== undefined) refuse(`InvalidParameter.${wrong[1]}`, 'The value of a parameter is incorrect.');
	const parent = industries.find(({ Id }) => Id === text(values, 'TradeOne'));
	if (!parent?.Children.some(({ Id }) => Id === text(values, 'TradeTwo'))) {
		refuse('FailedOperation.TradeInfoIncorrect', 'The industry information is incorrect.');
	}
}

function refuseArea(): never {
	refuse('InvalidParameterValue.UnSupportArea', 'The current region does not support creating a Tencent Cloud International account.');
}

const numberOf = (values: Given): string => `${text(values, 'CountryCode')} ${text(values, 'PhoneNum')}`;

/** State and rules. */
export class PartnerCustomers {
	private readonly codes: VerificationCodes;
	private accounts: readonly Account[] = [verifiedCustomer];

	constructor(private readonly desk: Desk) {
		this.codes = new VerificationCodes(() => desk.now(), { digits: 6, lifetimeSeconds: 600 });
	}

	private checkFree(number: string): void {
		if (this.accounts.filter(({ phone }) => phone === number).length >= mostAccounts) {
			refuse('FailedOperation.PhoneBindUpper', 'The number of accounts of this mobile number has reached the limit.');
		}
	}

	/** SendVerifyCode. */
	send(values: Given, api: string): object {
		const number = numberOf(values);
		if (refusedDiallingCodes.includes(text(values, 'CountryCode'))) refuseArea();
		if (!/^\d{1,6} \d{1,32}$/.test(number)) refuse('InvalidParameterValue', 'The country code or the mobile number is invalid.');
		this.checkFree(number);
		if (this.codes.isWithin(60, number)) {
			refuse('FailedOperation.SendVerifyCodeLimit60', 'The interval for sending SMS verification codes should be greater than 60 seconds.');
		}
		const code = this.codes.issue(number);
		this.desk.send({
			api,
			channel: 'sms',
			recipient: `+${number}`,
			code,
			text: `[Tencent Cloud] ${code} is your verification code for registering an account. It is valid for 10 minutes.`,
		});
		return {};
	}

	/** CreateAccount. */
	createAccount(values: Given): object {
		checkForms(values);
		const [mail, number] = [text(values, 'Mail').toLowerCase(), numberOf(values)];
		if (this.codes.check(number, values['VerifyCode']) !== 'right') {
			refuse('FailedOperation.VerificationCodeIllegal', 'The verification code is illegal.');
		}
		if (this.accounts.some((account) => account.mail === mail)) {
			refuse('FailedOperation.MailIsRegistered', 'The email address has been registered.');
		}
		this.checkFree(number);
		this.codes.use(number);
		const uin = String(Number(verifiedCustomer.uin) + this.accounts.length);
		this.accounts = [...this.accounts, { uin, mail, phone: number, verified: false }];
		return { Uin: uin, Reason: 'success' };
	}

	/** QueryAccountVerificationStatus. */
	status(values: Given): object {
		const uin = String(values['ClientUin']);
		const account = this.accounts.find((one) => one.uin === uin);
		if (uin === ownerUin) refuse('UnauthorizedOperation.NotCustomerUin', 'The UIN is not that of a customer of yours.');
		if (account === undefined) refuse('FailedOperation.UinInvalid', 'The UIN is invalid.');
		return { AccountStatus: account.verified };
	}

	/** GetCountryCodes; the vendor spells the ISO fields with IOS. */
	countryCodes(): object {
		return {
			Data: countries.map(({ english, chinese, iso2, iso3, dialling }) => ({
				EnName: english,
				Name: chinese,
				IOS2: iso2,
				IOS3: iso3,
				Code: dialling,
			})),
		};
	}

	/** GetTradeConfigList. */
	tradeConfig(): object {
		return { TradeList: industries };
	}
}
