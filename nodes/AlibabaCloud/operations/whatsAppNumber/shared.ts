/** What the operations on WhatsApp sender numbers have in common. */
import { fixAccount, fixInput, retryLater, text } from '../../../engine/words/declare';
import { digitCount } from '../../../engine/words/formats';
import type { ErrorCodes, Resource } from '../../../engine/words/operation';
import { phoneNumberWithCountry } from '../../../engine/words/readings';
import { productCodes } from '../../codes/productCodes';
import { numbers, spaces } from '../../sources';

/** Numbers from which a business sends WhatsApp messages. */
export const whatsAppNumber: Resource = {
	value: 'whatsAppNumber',
	name: 'WhatsApp Number',
	about: 'Phone numbers from which your business sends WhatsApp messages through Chat App Message Service (CAMS)',
};

/** Documented for every API of this resource: 10 requests a second for an account. */
export const perSecond = 10;

/**
 * What stands above the form of operations that register.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/solution-providers/registering-phone-numbers/
 */
export const registrationLimit =
	'WhatsApp allows 10 registrations of a number within 72 hours, and each try counts';

/**
 * The number with country code, typed or picked from those that the space has. No length is documented.
 *
 * All operations draw it alike, so that a number stays where it is when another operation is chosen.
 */
export const phoneNumberField = text(
	'PhoneNumber',
	'Phone Number',
	'WhatsApp sender number with the country code in front',
	{
		required: true,
		contact: true,
		reads: phoneNumberWithCountry,
		format: digitCount(1, 32),
		example: '8613800001234',
		source: numbers,
	},
);

const spaceIdAbout =
	'Space ID of the customer of an independent software vendor (ISV), such as cams-kei****; other accounts enter their own instance ID';

/** The space that the number belongs to. */
export const custSpaceIdField = text('CustSpaceId', 'Space ID', spaceIdAbout, {
	required: true,
	source: spaces,
});

/** The space where it only narrows a list. */
export const custSpaceIdFilter = text('CustSpaceId', 'Space ID', spaceIdAbout, {
	source: spaces,
});

/**
 * The four codes that the page of every API lists, all with HTTP status 400.
 *
 * @param action - name of the API, which is also the name of its RAM action.
 * @param owned - the parameter whose value must belong to the account.
 */
export const pageCodes = (
	action: string,
	owned: { readonly wire: string; readonly label: string } = custSpaceIdField,
): ErrorCodes => ({
	'Product.Unsubscript': fixAccount(
		'The Alibaba Cloud account has not activated Chat App Message Service',
		'Activate the service in the Alibaba Cloud console',
	),
	'Ram.PermissionDeny': fixAccount(
		'The RAM user or role of this key may not call this API',
		`Grant it the action cams:${action} on all resources in the Alibaba Cloud console`,
	),
	'System.LimitControl': retryLater(
		undefined,
		'Chat App Message Service is holding requests back for now',
		'Wait some seconds, then run the item again',
	),
	'Unknown.ResourceOwnerId': fixInput(
		`What '${owned.label}' names does not belong to the account of this key`,
		`Correct '${owned.label}', or use a credential of the account that owns it`,
		{ field: owned.wire },
	),
});

/** Codes of the product that are about the number. */
export const numberCodes = {
	'InvalidParameter.PhoneNumberError': {
		...productCodes['InvalidParameter.PhoneNumberError'],
		field: 'PhoneNumber',
	},
	'InvalidParameter.FromOnlyNumeric': {
		...productCodes['InvalidParameter.FromOnlyNumeric'],
		field: 'PhoneNumber',
	},
	'InvalidParameter.ToOnlyNumeric': { ...productCodes['InvalidParameter.ToOnlyNumeric'], field: 'PhoneNumber' },
} satisfies ErrorCodes;
