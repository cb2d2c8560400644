/** What the operations on contacts of support tickets have in common. */
import { choice, text } from '../../../engine/words/declare';
import { digitCount, emailAddress } from '../../../engine/words/formats';
import { diallingCode, phoneNumber, timeZone } from '../../../engine/words/readings';
import type { ChoiceField, ErrorCodes, Field, Resource, TextField } from '../../../engine/words/operation';
import { areaCodes, timeZones } from '../../sources';
import { ticketCodes } from '../../codes/ticketCodes';

/** Contacts of support tickets. */
export const ticketContact: Resource = {
	value: 'ticketContact',
	name: 'Ticket Contact',
	about: 'Phone numbers and email addresses that Huawei Cloud may use as the contact of your support tickets',
};

/**
 * The service documents no rate of its own; this is what the gateway allows for an API.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html
 */
export const perSecond = 200;

const optional = { required: false } as const;

/** Decides the form of {@link contactValueField}. */
export const contactWayField: ChoiceField = choice(
	'contact_way',
	'Contact Way',
	'How the contact is reached',
	[
		{ value: 0, name: 'SMS' },
		{ value: 1, name: 'Email' },
	],
	{ required: true, default: 0 },
);

/** The contact itself. */
export const contactValueField: TextField = text(
	'contact_value',
	'Phone Number or Email',
	"Phone number in the country of 'Country Code', or one email address, according to 'Contact Way'",
	{
		required: true,
		contact: true,
		length: [1, 64],
		example: '13800001234',
		readsBy: { field: 'contact_way', readings: { 0: phoneNumber({ country: 'area_code' }) } },
		formatBy: { field: 'contact_way', formats: { 0: digitCount(1, 64), 1: emailAddress } },
	},
);

/** The dialling code, which a send wants for email addresses too. */
export const areaCodeField: TextField = text(
	'area_code',
	'Country Code',
	'Dialling code of the country or region; wanted for email addresses too',
	{ required: true, reads: diallingCode(''), length: [1, 16], example: '86', source: areaCodes },
);

/** The same three where they only narrow a list. */
export const optionalContactFields: readonly Field[] = [
	{ ...contactWayField, ...optional },
	{ ...contactValueField, ...optional },
	{ ...areaCodeField, ...optional, about: 'Dialling code of the country or region' },
];

/** The dialling code where it may be left out. */
export const optionalAreaCodeField: TextField = {
	...areaCodeField,
	...optional,
	about: 'Dialling code of the country or region',
};

/** Headers that every API of the service takes. */
export const headerFields: readonly Field[] = [
	text('X-Language', 'Language', 'Language of names and messages in the answer, zh-cn when left out', {
		place: 'header',
		length: [1, 32],
		example: 'en-us',
	}),
	text('X-Time-Zone', 'Time Zone', 'Time zone of times in the answer, GMT+8 when left out', {
		place: 'header',
		reads: timeZone,
		length: [1, 32],
		display: true,
		example: 'GMT+8',
		source: timeZones,
	}),
];

/** Codes of the service that are about the way in which a contact is reached. */
export const contactCodes = {
	'OSM.01010012': { ...ticketCodes['OSM.01010012'], field: 'contact_way' },
} satisfies ErrorCodes;
