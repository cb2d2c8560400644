/**
 * What the vendors' pages allow in a request, written down from the pages and not from the declarations: the field,
 * its type and its limits. Where a page says nothing of a limit, a text that is not empty is allowed.
 */
import documented from '../data/alibaba-codes.json';

type Sent = Readonly<Record<string, unknown>>;
type Rule = (value: unknown, sent: Sent) => boolean;

const text =
	(form: RegExp = /./su, least = 1, most = Infinity): Rule =>
	(value) =>
		typeof value === 'string' && !/\p{Surrogate}/u.test(value) && value.length >= least && value.length <= most && form.test(value);
const oneOf =
	(...values: readonly unknown[]): Rule =>
	(value) =>
		values.includes(value);
const email = text(/^[^\s@]+@[^\s@]+$/, 3, 320);
/** How a country code looks in the vendors' lists; the dash may stand in a list that no page prints. */
const country = /^\d+(-\d+)*$/;
const header = (value: unknown) => text(/^[\x20-\x7e]*$/, 1, 32)(value, {});
/** GET sends texts alone. */
const way = oneOf(0, 1, '0', '1');

const either =
	(wire: string, byValue: Readonly<Record<string, Rule>>): Rule =>
	(value, sent) =>
		byValue[String(sent[wire])]?.(value, sent) ?? false;

/** Rules for required fields and optional ones. */
interface Page {
	readonly required: Readonly<Record<string, Rule>>;
	readonly optional?: Readonly<Record<string, Rule>>;
}

const domainContact = {
	Type: oneOf(1, 2),
	Code: either('Type', { 1: text(/^\+?\d+(\.\d+)?$/, 1, 34), 2: email }),
};
const partnerNumber = {
	CountryCode: ((value, sent) => text(country)(value, sent) && !['7', '380', '86'].includes(String(value))) as Rule,
	PhoneNum: text(/^\d{1,32}$/),
};
const drive = { Purpose: text(), PhoneNumber: text(/^\d+$/) };
const driveOptional = { InstanceId: text(), CountryCode: text(/^\+\d+(-\d+)*$/) };
const whatsApp = { PhoneNumber: text(/^[1-9]\d*$/), CustSpaceId: text() };
const ticketHeaders = { 'X-Language': header, 'X-Time-Zone': header };
const ticketContact = {
	contact_way: way,
	contact_value: either('contact_way', { 0: text(/^\d+$/, 1, 64), 1: text(/^[^\s@]+@[^\s@]+$/, 1, 64) }),
};
const areaCode = text(country, 1, 16);
const id = text(/./su, 1, 64);
const flag = oneOf(true, false);
/** The place in a list and the size of a page; GET and RPC send texts alone. */
const number: Rule = (value) => Number.isSafeInteger(value) || text(/^\d+$/)(value, {});
const dateAndTime = text(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/);

const pages: Readonly<Record<string, Page>> = {
	'tencentCloud.domainContact.sendCode': { required: domainContact },
	'tencentCloud.domainContact.delete': { required: domainContact },
	'tencentCloud.domainContact.verify': { required: { ...domainContact, VerifyCode: text() } },
	'tencentCloud.partnerCustomer.sendCode': { required: partnerNumber },
	'tencentCloud.partnerCustomer.createAccount': {
		required: {
			...partnerNumber,
			AccountType: oneOf('personal', 'company', 'business'),
			Mail: email,
			Password: text(/^(?=.*\d)(?=.*[A-Za-z])(?=.*[!@#$%^&*()])\S{8,20}$/),
			ConfirmPassword: (value, sent) => value === sent['Password'],
			Area: text(/^[A-Z]{2}$/),
			VerifyCode: text(/^\d{6}$/),
			TradeOne: text(),
			TradeTwo: text(),
		},
		optional: { CustomerName: text(/\D/, 2, 200), Extended: text() },
	},
	'tencentCloud.partnerCustomer.getVerificationStatus': { required: { ClientUin: (value) => Number.isSafeInteger(value) && Number(value) > 0 } },
	'tencentCloud.driveAdministrator.sendCode': { required: drive, optional: driveOptional },
	'tencentCloud.driveAdministrator.verify': { required: { ...drive, Code: text() }, optional: driveOptional },
	'tencentCloud.domainContact.list': { required: { Type: oneOf(1, 2) }, optional: { Limit: number, Offset: number } },
	'tencentCloud.driveAdministrator.listInstances': {
		required: {},
		optional: {
			SuperAdminAccount: flag,
			BindPhone: flag,
			InstanceIds: (value) => Array.isArray(value) && value.length <= 100 && value.every((one) => text()(one, {})),
			OrderBy: text(),
			OrderByType: text(),
			AutoRenew: (value) => Number.isSafeInteger(value),
			PageNumber: number,
			PageSize: number,
		},
	},
	'alibabaCloud.whatsAppNumber.list': { required: {}, optional: { CustSpaceId: text(), IsvCode: text(), Status: text() } },
	'alibabaCloud.whatsAppNumber.listSpaces': {
		required: {},
		optional: {
			ChannelType: oneOf('whatsapp', 'messenger', 'instagram', 'viber'),
			FilterStr: text(),
			InstanceId: text(),
			InstanceName: text(),
			ResourceGroupId: text(),
			SubmitTime: text(),
			PageIndex: number,
			PageSize: number,
		},
	},
	'huaweiCloud.ticketContact.listCountryCodes': { required: {}, optional: ticketHeaders },
	'huaweiCloud.ticketContact.listVerified': {
		required: {},
		optional: {
			...ticketHeaders,
			contact_way: way,
			/* The way may be left out beside it. */
			contact_value: id,
			area_code: areaCode,
			verified_id: id,
			expired_time: dateAndTime,
			customer_id: text(),
			sub_customer_id: id,
			offset: number,
			limit: number,
		},
	},
	'alibabaCloud.whatsAppNumber.sendCode': { required: { ...whatsApp, Method: oneOf('sms', 'voice'), Locale: oneOf(...documented.locales) } },
	'alibabaCloud.whatsAppNumber.verifyAndRegister': { required: { ...whatsApp, VerifyCode: text() } },
	'alibabaCloud.whatsAppNumber.getVerificationStatus': { required: whatsApp },
	'alibabaCloud.whatsAppNumber.register': { required: whatsApp },
	'alibabaCloud.whatsAppNumber.add': {
		required: { Cc: text(country), PhoneNumber: text(/^\d+$/), VerifiedName: text(), CustSpaceId: text() },
		optional: { PreValidateId: text() },
	},
	'huaweiCloud.ticketContact.sendCode': { required: { ...ticketContact, contact_way: oneOf(0, 1), area_code: areaCode }, optional: ticketHeaders },
	'huaweiCloud.ticketContact.verify': {
		required: { ...ticketContact, contact_way: oneOf(0, 1), verify_code: text(/./su, 6, 6) },
		optional: { ...ticketHeaders, area_code: areaCode, x_customer_id: id, customer_id: id },
	},
	'huaweiCloud.ticketContact.checkIfNeeded': { required: ticketContact, optional: { ...ticketHeaders, area_code: areaCode } },
};

/** What in the values of a request the page does not allow; each with the name of its field. Empty where all is well. */
export const allowed: Readonly<Record<string, (sent: Sent) => readonly string[]>> = Object.fromEntries(
	Object.entries(pages).map(([name, { required, optional = {} }]) => [
		name,
		(sent: Sent) => {
			const missing = Object.keys(required).filter((wire) => !Object.hasOwn(sent, wire));
			const rules: Readonly<Record<string, Rule>> = { ...required, ...optional };
			const wrong = Object.entries(sent).filter(([wire, value]) => rules[wire]?.(value, sent) !== true);
			return [...missing.map((wire) => `${wire} is missing`), ...wrong.map(([wire, value]) => `${wire}: ${JSON.stringify(value) ?? ''}`)];
		},
	]),
);
