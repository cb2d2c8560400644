/** What the operations on a partner's customers have in common. */
import { fixInput, retryLater, text } from '../../../engine/words/declare';
import { digitCount } from '../../../engine/words/formats';
import type { Resource } from '../../../engine/words/operation';
import { diallingCode, phoneNumber } from '../../../engine/words/readings';
import { countryCodes } from '../../sources';

/** Customers of a Tencent Cloud partner. */
export const partnerCustomer: Resource = {
	value: 'partnerCustomer',
	name: 'Partner Customer',
	about: 'Customer accounts that a partner of Tencent Cloud International registers and manages',
};

/** Service, version and site of every API of a partner: the mainland site has none of them. */
export const partnerApi = (action: string) =>
	({ service: 'intlpartnersmgt', version: '2022-09-28', action, mainland: 'absent' }) as const;

/** Dialling codes that SendVerifyCode and CreateAccount refuse. */
const refusedCountries = ['7', '380', '86'];

/** Dialling code. */
export const countryCodeField = text(
	'CountryCode',
	'Country Code',
	'Dialling code of the mobile number',
	{
		required: true,
		reads: diallingCode(''),
		refused: refusedCountries,
		example: '852',
		source: countryCodes(refusedCountries),
	},
);

/** Mobile number; goes out without dialling code. */
export const phoneNumField = text('PhoneNum', 'Phone Number', "Mobile number in the country of 'Country Code'", {
	required: true,
	contact: true,
	reads: phoneNumber({ country: 'CountryCode' }),
	format: digitCount(1, 32),
	example: '18888888888',
});

/** Answered where a number already serves five accounts. */
export const phoneBindUpper = fixInput(
	'This mobile number already belongs to as many accounts as one number may have',
	"Use another number in 'Phone Number'",
	{ field: 'PhoneNum' },
);

/** Answered where the country cannot have an account. Which fields say the country is for each operation to tell. */
export const noAccountsThere = 'Accounts of Tencent Cloud International cannot be created in this country or region';

/** Answered while the service has too much to do. */
export const serviceBusy = retryLater(
	undefined,
	'The service of Tencent Cloud is busy',
	'Wait a little, then run the item again',
	{ cause: 'temporarily-unavailable' },
);
