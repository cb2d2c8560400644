/** What the operations on a drive's super administrator have in common. */
import { choice, fixInput, text } from '../../../engine/words/declare';
import { diallingCodes } from '../../../engine/words/diallingCodes';
import { digitCount } from '../../../engine/words/formats';
import type { ErrorCodes, Resource } from '../../../engine/words/operation';
import { diallingCode, phoneNumber } from '../../../engine/words/readings';
import { instances } from '../../sources';

/** Super administrators of official cloud disk instances. */
export const driveAdministrator: Resource = {
	value: 'driveAdministrator',
	name: 'Drive Administrator',
	about: 'Super administrators of official cloud disk instances of Smart Media Hosting',
};

/** Service and version of every API of Smart Media Hosting. */
export const driveApi = (action: string) => ({ service: 'smh', version: '2021-07-12', action }) as const;

/** What the code is for; the same when it is sent and when it is verified. The mainland page's list ends in "etc.". */
export const purposeField = choice(
	'Purpose',
	'Purpose',
	'What the code is for',
	[
		{
			value: 'BindSuperAdmin',
			name: 'Bind Super Administrator',
			about: 'Make the number the super administrator of the instance',
		},
		{
			value: 'ChannelUpdateVerify',
			name: 'Upgrade From Trial',
			about: 'Upgrade the instance from the trial edition to the enterprise edition',
		},
	],
	{ required: true, default: 'BindSuperAdmin', open: true },
);

/**
 * The number that gets the code. The vendor calls it the one that will be the super administrator's account; that the
 * upgrade wants the present one is read from its code `InvalidParameterValue.NotSuperAdmin`.
 */
export const phoneNumberField = text(
	'PhoneNumber',
	'Phone Number',
	'Mobile number that is to become the super administrator; for Upgrade From Trial most ' +
		'likely that of the present super administrator',
	{
		required: true,
		contact: true,
		reads: phoneNumber({ country: 'CountryCode', otherwise: '86' }),
		format: digitCount(1, 32),
		example: '18999999999',
	},
);

/** The official cloud disk instance. */
export const instanceIdField = text(
	'InstanceId',
	'Instance ID',
	'Official cloud disk instance that the number is for',
	{
		example: 'n0v9tdme',
		source: instances,
	},
);

/** Dialling code; goes out with plus sign. */
export const countryCodeField = text(
	'CountryCode',
	'Country Code',
	'Dialling code of the mobile number; Tencent Cloud takes +86 when it is left out',
	{ reads: diallingCode('+'), example: '+86', source: diallingCodes('+') },
);

/** Codes that the APIs of sending and of verifying list. */
export const sharedCodes = {
	'InvalidParameterValue.CountryCode': fixInput(
		'Tencent Cloud does not accept this country code',
		"Write 'Country Code' with a plus sign in front, such as +86",
		{ field: 'CountryCode' },
	),
	'InvalidParameterValue.PhoneNumber': fixInput(
		'Tencent Cloud does not accept this mobile number',
		"Correct 'Phone Number', and set 'Country Code' unless it is a number of +86",
		{ field: 'PhoneNumber' },
	),
	'ResourceNotFound.OfficialInstance': fixInput(
		'The official cloud disk instance does not exist, or belongs to another account',
		"Correct 'Instance ID', or use the credential of the account that owns the instance",
		{ field: 'InstanceId' },
	),
	'UnsupportedOperation.Purpose': fixInput(
		'Tencent Cloud does not support this purpose here',
		"Choose another value in 'Purpose'",
		{ field: 'Purpose' },
	),
} satisfies ErrorCodes;
