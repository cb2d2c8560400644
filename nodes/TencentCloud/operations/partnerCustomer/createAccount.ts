import { answer, choice, declare, text } from '../../../engine/words/declare';
import { digitCount, emailAddress } from '../../../engine/words/formats';
import type { TextFormat } from '../../../engine/words/operation';
import { receivedCode } from '../../../engine/words/readings';
import { areas, industries, subIndustries } from '../../sources';
import type { TencentApi } from '../../api';
import { createAccountCodes, createAccountFamilies } from './createAccountCodes';
import { countryCodeField, partnerApi, partnerCustomer, phoneNumField } from './shared';

const password: TextFormat = {
	allowed: '8 to 20 characters long, with digits, letters and symbols of !@#$%^&*(), without spaces',
	test: (value) =>
		/^\S{8,20}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && /[!@#$%^&*()]/.test(value),
};

const isoCountry: TextFormat = {
	allowed: 'two capital letters, such as HK',
	test: (value) => /^[A-Z]{2}$/.test(value),
};

const notDigitsAlone: TextFormat = {
	allowed: 'a name that does not consist of digits alone',
	test: (value) => !/^\d+$/.test(value),
};

/** CreateAccount. */
export const createAccount = declare<TencentApi>({
	resource: partnerCustomer,
	value: 'createAccount',
	name: 'Create Account',
	action: 'Create partner customer account',
	about: 'Create a Tencent Cloud account with the code that the customer got, and bind it to you as partner',
	notice:
		'Only a Distributor, Second-level reseller or Reseller whom the channel manager has put on the allowlist may ' +
		'create accounts. A call without a clear answer may have created one, so look before you repeat it',
	api: partnerApi('CreateAccount'),
	page: 'https://www.tencentcloud.com/document/product/1085/51417',
	effect: 'write',
	perSecond: 5,
	fields: [
		choice(
			'AccountType',
			'Account Type',
			'Who the account is for',
			[
				{ value: 'personal', name: 'Personal', about: 'Account of a person' },
				{ value: 'company', name: 'Company', about: 'Account of a company' },
				{
					value: 'business',
					name: 'Business',
					about: 'Account of a company, as the samples of Tencent Cloud write it; its description knows the other two alone',
				},
			],
			{ required: true, default: 'personal' },
		),
		text('Mail', 'Email', 'Email address that the account is registered with', {
			required: true,
			contact: true,
			format: emailAddress,
			example: 'account@qq.com',
		}),
		text('Password', 'Password', 'Password of the new account', {
			required: true,
			secret: true,
			verbatim: true,
			format: password,
		}),
		text('ConfirmPassword', 'Confirm Password', "The same text as in 'Password'", {
			required: true,
			secret: true,
			verbatim: true,
			sameAs: 'Password',
		}),
		countryCodeField,
		{
			...phoneNumField,
			about: 'Mobile number that got the code; one number may serve 5 accounts at most',
		},
		text('Area', 'Country or Region', "Country or region of the customer as an ISO 3166 code of two letters, the one that 'Country Code' belongs to", {
			required: true,
			format: isoCountry,
			example: 'HK',
			source: areas,
		}),
		text('VerifyCode', 'Verification Code', "Code that the customer got from 'Send Code'", {
			required: true,
			secret: true,
			reads: receivedCode,
			format: digitCount(6, 6),
			example: '123456',
		}),
		text('TradeOne', 'Industry', 'Industry of the customer, on the first of two levels', {
			required: true,
			example: 'kghy_01',
			source: industries,
		}),
		text(
			'TradeTwo',
			'Industry Subcategory',
			"Industry on the second level, one of those below 'Industry'",
			{
				required: true,
				example: 'kghy_0101',
				source: subIndustries,
			},
		),
		text('CustomerName', 'Customer Name', 'Name of the person, or full name of the company', {
			length: [2, 200],
			format: notDigitsAlone,
		}),
		text('Extended', 'Extended', 'Extension field, which Tencent Cloud leaves empty by default'),
	],
	answer: [
		answer('Uin', 'string', 'ID of the new account', { example: '200000123456' }),
		answer('Reason', 'string', 'Result of binding the account to the partner; not always there', {
			example: 'success',
		}),
	],
	codes: createAccountCodes,
	families: createAccountFamilies,
});
