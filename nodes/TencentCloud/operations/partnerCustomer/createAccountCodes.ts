/** The codes of CreateAccount: https://www.tencentcloud.com/document/product/1085/51417. */
import { fixAccount, fixInput, vendorFault } from '../../../engine/words/declare';
import { credentialInvalid, enterLastCode } from '../../../engine/words/todos';
import type { ErrorCodes, ErrorFamily } from '../../../engine/words/operation';
import { noAccountsThere, phoneBindUpper } from './shared';

const wrongValue = (field: string, label: string) =>
	fixInput(`Tencent Cloud does not accept the value of '${label}'`, `Correct '${label}'`, { field });

const emptyValue = (field: string, label: string) =>
	fixInput(`The value of '${label}' did not reach Tencent Cloud`, `Fill in '${label}'`, { field });

const wrongCode = fixInput(
	'The verification code is wrong or no longer valid',
	enterLastCode,
	{ field: 'VerifyCode' },
);

/** Every documented code. */
export const createAccountCodes: ErrorCodes = {
	AuthFailure: fixAccount(
		'Tencent Cloud did not accept the key',
		'Check the key in the credential and in the Tencent Cloud console',
		credentialInvalid,
	),
	'FailedOperation.ExceedMaxBindCount': fixAccount(
		'The partner already has as many customer accounts as one partner may have',
		'Ask your channel manager at Tencent Cloud to raise the number',
		{ cause: 'quota-exhausted' },
	),
	'FailedOperation.MailIsRegistered': fixInput(
		'An account with this email address already exists',
		"Use another address in 'Email', or invite the owner of the account instead",
		{ field: 'Mail' },
	),
	'FailedOperation.PhoneBindUpper': phoneBindUpper,
	'FailedOperation.TradeInfoIncorrect': fixInput(
		'The two industries do not belong together',
		"Choose in 'Industry Subcategory' one that belongs to 'Industry'",
		{ field: 'TradeTwo' },
	),
	'FailedOperation.VerificationCodeIllegal': wrongCode,
	InternalError: vendorFault(
		'Something broke inside Tencent Cloud',
		'Look for the account among your customers before you run the item again',
	),
	'InvalidParameter.AccountTypeContentIncorrect': wrongValue('AccountType', 'Account Type'),
	'InvalidParameter.AreaContentIncorrect': wrongValue('Area', 'Country or Region'),
	'InvalidParameter.AreaFormatIncorrect': wrongValue('Area', 'Country or Region'),
	'InvalidParameter.ConfirmPasswordContentIncorrect': wrongValue('ConfirmPassword', 'Confirm Password'),
	'InvalidParameter.CountryCodeContentIncorrect': wrongValue('CountryCode', 'Country Code'),
	'InvalidParameter.CountryCodeFormatIncorrect': wrongValue('CountryCode', 'Country Code'),
	'InvalidParameter.MailFormatIncorrect': wrongValue('Mail', 'Email'),
	'InvalidParameter.PasswordContentIncorrect': wrongValue('Password', 'Password'),
	'InvalidParameter.PasswordFormatIncorrect': wrongValue('Password', 'Password'),
	'InvalidParameter.PhoneNumFormatIncorrect': wrongValue('PhoneNum', 'Phone Number'),
	'InvalidParameterValue.AccountTypeEmpty': emptyValue('AccountType', 'Account Type'),
	'InvalidParameterValue.AreaEmpty': emptyValue('Area', 'Country or Region'),
	'InvalidParameterValue.CountryCodeEmpty': emptyValue('CountryCode', 'Country Code'),
	'InvalidParameterValue.MailEmpty': emptyValue('Mail', 'Email'),
	'InvalidParameterValue.PasswordEmpty': emptyValue('Password', 'Password'),
	'InvalidParameterValue.PhoneNumEmpty': emptyValue('PhoneNum', 'Phone Number'),
	'InvalidParameterValue.TradeInfoEmpty': emptyValue('TradeOne', 'Industry'),
	'InvalidParameterValue.UnSupportArea': fixInput(
		noAccountsThere,
		"Use another country or region in both 'Country Code' and 'Country or Region'",
	),
	UnauthorizedOperation: fixAccount(
		'This key may not create customer accounts',
		'Ask your channel manager for the allowlist, and grant the action under Cloud Access Management',
	),
};

/** A code about the verification code that no list names is about the verification code all the same. */
export const createAccountFamilies: readonly ErrorFamily[] = [
	{ pattern: 'FailedOperation.VerificationCode*', ...wrongCode, maybeSent: true },
];
