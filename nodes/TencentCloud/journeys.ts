/** What a person can prove on pages: to which calls it belongs, and what the page asks for them. */
import type { Journey } from '../engine/words/journey';

/** Contacts of domains, by mobile number or by email. How a number wants its country code is not documented. */
const domainContact: Journey = {
	resource: 'domainContact',
	send: 'sendCode',
	complete: 'verify',
	probe: 'list',
	contacts: [
		{ kind: 'phone', wire: 'Code', writing: 'dotted', bare: '86', fixed: { Type: 1 } },
		{ kind: 'email', wire: 'Code', fixed: { Type: 2 } },
	],
	code: { wire: 'VerifyCode' },
	words: {
		'InternalError.VerifiedPhoneEmailErr': 'contactRefused',
		'FailedOperation.DuplicatePhoneEmail': 'contactRefused',
		'FailedOperation.ProhibitPhoneEmail': 'contactRefused',
		'FailedOperation.SendVerifyCodeIsLimited': 'tooManyCodes',
		'LimitExceeded.RequestLimit': 'tooManyCodes',
	},
};

/** Customers of a partner: the code opens an account, so the page also asks for its address and password. */
const partnerCustomer: Journey = {
	resource: 'partnerCustomer',
	send: 'sendCode',
	complete: 'createAccount',
	probe: 'getCountryCodes',
	contacts: [{ kind: 'phone', wire: 'PhoneNum', writing: 'national', countryCode: 'CountryCode', country: 'Area' }],
	code: { wire: 'VerifyCode', digits: 6 },
	asksFirst: [{ wire: 'Mail', as: 'accountEmail' }],
	asksWithCode: [
		{
			wire: 'Password',
			as: 'newPassword',
			twin: 'ConfirmPassword',
			rule: { least: 8, most: 20, symbols: '! @ # $ % ^ & * ( )' },
		},
	],
	words: {
		'FailedOperation.PhoneBindUpper': 'contactRefused',
		'FailedOperation.MailIsRegistered': 'emailRefused',
		'FailedOperation.SendVerifyCodeLimit': 'tooManyCodes',
		'FailedOperation.SendVerifyCodeLimit60': 'sentJustNow',
		'InvalidParameterValue.UnSupportArea': 'countryRefused',
	},
};

/** Super administrators of cloud disks. */
const driveAdministrator: Journey = {
	resource: 'driveAdministrator',
	send: 'sendCode',
	complete: 'verify',
	probe: 'listInstances',
	contacts: [{ kind: 'phone', wire: 'PhoneNumber', writing: 'national', countryCode: 'CountryCode' }],
	code: { wire: 'Code' },
	words: {
		'InvalidParameterValue.NotModified': 'contactRefused',
		'InvalidParameterValue.NotSuperAdmin': 'contactRefused',
		'RequestLimitExceeded.SendSms': 'tooManyCodes',
		'UnauthorizedOperation.SmsCodeExceeded': 'triesUsedUp',
	},
};

/** In the order of the list Resource. */
export const journeys: readonly Journey[] = [domainContact, partnerCustomer, driveAdministrator];
