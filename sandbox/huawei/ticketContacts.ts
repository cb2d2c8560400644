/**
 * Contacts of support tickets, service OSM: https://support.huaweicloud.com/intl/en-us/api-ticket/SendVerifyCodes.html
 * and its neighbours.
 */
import { type Desk, refuse } from '../cloud';
import { VerificationCodes } from '../codes';
import { countries } from '../countries';
import { type OpenPosition, pageOf } from '../paging';
import { type Given, text, wholeIn } from '../values';

interface Contact {
	readonly contact_way: number;
	readonly contact_value: string;
	readonly area_code: string;
	readonly verified_id: string;
}

interface Verified {
	readonly contact: Contact;
	/** Milliseconds since 1970. */
	readonly expires: number;
}

/** How long a verification holds is not documented; here it is a day. */
const holdsMs = 24 * 60 * 60 * 1000;

const forms = [/^\d{1,64}$/, /^(?=.{3,64}$)[^\s@]+@[^\s@]+\.[^\s@]+$/];

/** State and rules. */
export class TicketContacts {
	private readonly codes: VerificationCodes;
	private verified: readonly Verified[] = [];

	constructor(
		private readonly desk: Desk,
		private readonly listReading: OpenPosition,
	) {
		this.codes = new VerificationCodes(() => desk.now(), { digits: 6, lifetimeSeconds: 300 });
	}

	/** The contact as one text: way, dialling code of a number, value. */
	private contactIn(values: Given): string {
		const [way, value] = [values['contact_way'], text(values, 'contact_value')];
		if (way !== 0 && way !== 1) refuse('OSM.01010012', 'The type must be 0 or 1.');
		if (forms[way]?.test(value) !== true) refuse('OSM.01010001', 'Parameter check failed.');
		return way === 0 ? `+${text(values, 'area_code') || '86'} ${value}` : value;
	}

	private holding(): readonly Verified[] {
		return this.verified.filter(({ expires }) => expires > this.desk.now());
	}

	/** SendVerifyCodes: one code a minute, valid for 5 minutes. */
	send(values: Given, api: string): object {
		const contact = this.contactIn(values);
		if (!/^\d{0,16}$/.test(text(values, 'area_code'))) refuse('OSM.01010001', 'Parameter check failed.');
		if (this.codes.isWithin(60, contact)) {
			refuse('OSM.01010024', 'The verification code can be obtained once per minute and is valid for 5 minutes.');
		}
		const code = this.codes.issue(contact);
		this.desk.send({
			api,
			channel: values['contact_way'] === 0 ? 'sms' : 'email',
			recipient: contact,
			code,
			text: `[Huawei Cloud] Verification code: ${code}, valid for 5 minutes. You are verifying the contact of a service ticket.`,
		});
		return {};
	}

	/** CheckVerifyCodes. No code of its own is documented for a wrong verification code. */
	verify(values: Given): object {
		const contact = this.contactIn(values);
		if (text(values, 'verify_code').length !== 6) refuse('OSM.01010001', 'Parameter check failed.');
		if (this.codes.check(contact, values['verify_code']) !== 'right') refuse('OSM.01010010', 'Verification not passed.');
		this.codes.use(contact);
		const added = {
			contact_way: wholeIn(values, 'contact_way') ?? 0,
			contact_value: text(values, 'contact_value'),
			area_code: text(values, 'area_code'),
			verified_id: `verified${String(this.verified.length + 1).padStart(6, '0')}`,
		};
		this.verified = [...this.verified, { contact: added, expires: this.desk.now() + holdsMs }];
		return {};
	}

	/** CheckNeedVerify. */
	need(values: Given): object {
		this.contactIn(values);
		const { contact_way: way, contact_value: value } = values;
		const found = this.holding().find(({ contact }) => contact.contact_way === way && contact.contact_value === value);
		return found === undefined
			? { need_verify_code: 1 }
			: { need_verify_code: 0, expire_time: new Date(found.expires).toISOString() };
	}

	/** ListHasVerifiedContacts. */
	listVerified(values: Given): object {
		const filters = ['contact_way', 'contact_value', 'area_code', 'verified_id'] as const;
		const found = this.holding()
			.map(({ contact }) => contact)
			.filter((one) => filters.every((name) => values[name] === undefined || one[name] === values[name]));
		const limit = wholeIn(values, 'limit') ?? 10;
		const offset = wholeIn(values, 'offset');
		if (limit < 0 || limit > 100 || (offset !== undefined && (offset < 0 || offset > 65_535))) refuse('OSM.01010001', 'Parameter check failed.');
		return { count: found.length, contact_list: pageOf(found, this.listReading.current, limit, offset) };
	}

	/** ListAreaCodes, with names in the language of X-Language. */
	areaCodes(language: string): object {
		return {
			area_code_list: countries.map(({ dialling, english, chinese }, index) => ({
				id: index + 1,
				area_code: dialling,
				area_name: language.toLowerCase().startsWith('en') ? english : chinese,
			})),
		};
	}
}
