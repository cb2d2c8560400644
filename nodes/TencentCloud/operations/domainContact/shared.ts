/** What the operations on contacts for domain registration have in common. */
import { choice, fixAccount, fixInput, text, vendorFault } from '../../../engine/words/declare';
import { emailAddress } from '../../../engine/words/formats';
import type { ErrorCodes, Resource, TextFormat } from '../../../engine/words/operation';
import { phoneNumberAsWritten } from '../../../engine/words/readings';
import { beforeRepeating, checkAddress, checkProxy, correctNamed, credentialInvalid } from '../../../engine/words/todos';

/** Contacts for domain registration. */
export const domainContact: Resource = {
	value: 'domainContact',
	name: 'Domain Contact',
	about: 'Mobile numbers and email addresses that your account may use as contacts for domain registration',
};

/**
 * The page shows bare digits. How to write a country code is not documented; registrant profiles of the same
 * service write `+86.1360000000`, so both pass.
 */
const mobileNumber: TextFormat = {
	allowed:
		'a mobile number of 1 to 32 digits, such as 18766554433',
	test: (value) => /^\+?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, '').length <= 32,
};

/** Decides the form of {@link contactField}. */
export const typeField = choice(
	'Type',
	'Type',
	'What kind of contact it is',
	[
		{ value: 1, name: 'Mobile Number' },
		{ value: 2, name: 'Email Address' },
	],
	{ required: true, default: 1 },
);

/** The two ways of writing a number that the vendor's samples show. */
const howElse = 'try a mobile number without country code, or with it as in +86.1360000000';

/** The contact. Called `Code` by the vendor although it is no verification code. */
export const contactField = text(
	'Code',
	'Mobile Number or Email',
	"Mobile number or one email address, according to 'Type'; Tencent Cloud does not say how it wants a country code, " +
		`so ${howElse}`,
	{
		required: true,
		contact: true,
		example: '18766554433',
		readsBy: { field: 'Type', readings: { 1: phoneNumberAsWritten } },
		formatBy: { field: 'Type', formats: { 1: mobileNumber, 2: emailAddress } },
	},
);

/** Service and version of every domain contact API. */
export const domainService = { service: 'domain', version: '2018-08-08' } as const;

/** Answered on the mainland site where the contact is not a number or address. */
export const mainlandContactCodes = {
	'InvalidParameter.EmailIsInvalid': fixInput(
		'Tencent Cloud does not accept this email address',
		"Correct the address in 'Mobile Number or Email'",
		{ field: 'Code' },
	),
	'InvalidParameter.TelephoneIsInvalid': fixInput(
		'Tencent Cloud does not accept this mobile number',
		`Correct 'Mobile Number or Email'; ${howElse}`,
		{ field: 'Code' },
	),
} satisfies ErrorCodes;

/** Answered on the mainland site where the kind of contact is not one of the two. */
export const mainlandTypeCode = {
	'InvalidParameter.CodeTypeIsInvalid': fixInput(
		'Tencent Cloud does not accept this kind of contact',
		"Choose Mobile Number or Email Address in 'Type'",
		{ field: 'Type' },
	),
} satisfies ErrorCodes;

/** Codes that every domain contact API lists. */
export const sharedCodes = {
	'InternalError.ForbiddenRequest': fixAccount(
		'Tencent Cloud forbids this request',
		'Check that the user of this key may manage domains, under Cloud Access Management in the Tencent Cloud console',
	),
	'InternalError.JsonMarshal': vendorFault(
		'Tencent Cloud could not put its answer together, the call itself may have worked',
		beforeRepeating,
	),
	'InternalError.MethodNotMatch': vendorFault(
		'The request did not arrive with the method that it was sent with',
		checkProxy,
		{ maybeSent: false },
	),
	'InternalError.NeedLogin': fixAccount(
		'Tencent Cloud did not recognise whose request this is',
		'Check the key in the credential, and that it belongs to the chosen site',
		credentialInvalid,
	),
	'InternalError.ReadBodyError': vendorFault(
		'Tencent Cloud could not read the request',
		checkProxy,
		{ maybeSent: false },
	),
	'InvalidParameterValue.InvalidParameterFormat': fixInput(
		'Tencent Cloud does not accept one of the values',
		correctNamed,
	),
	'MissingParameter.ActionNotFound': fixAccount(
		'The address that was asked does not know this API',
		checkAddress,
	),
} satisfies ErrorCodes;

/** The shared codes where a contact is sent along, with what is known of how to write a number. */
export const contactCodes = {
	...sharedCodes,
	'InvalidParameterValue.InvalidParameterFormat': fixInput(
		'Tencent Cloud does not accept one of the values',
		`${correctNamed}; ${howElse}`,
	),
} satisfies ErrorCodes;
