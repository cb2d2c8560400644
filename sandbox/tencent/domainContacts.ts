/**
 * The contacts of service domain: a code is sent, and the right one makes the contact a verified one.
 *
 * International: https://www.tencentcloud.com/document/product/242/54231 and its neighbours. Mainland:
 * https://cloud.tencent.com/document/api/242/62669 and its neighbours; the same jobs with codes of their own.
 */
import { type Desk, refuse } from '../cloud';
import { VerificationCodes } from '../codes';
import { type OpenPosition, pageOf, rowsFrom0 } from '../paging';
import { type Given, isAddress, text, wholeIn } from '../values';

interface Contact {
	readonly Type: number;
	readonly Code: string;
	/** As the vendor writes it: yyyy-mm-dd hh:mm:ss. */
	readonly CreatedOn: string;
}

/** How the two sites call the same refusals. */
interface Wording {
	readonly type: string;
	readonly phone: string;
	readonly email: string;
	readonly tooOften: string;
	readonly verified: string;
	readonly wrongCode: string;
}

const international: Wording = {
	type: 'InvalidParameterValue.InvalidParameterFormat',
	phone: 'InvalidParameterValue.InvalidParameterFormat',
	email: 'InvalidParameterValue.InvalidParameterFormat',
	tooOften: 'InternalError.SendVerifyCodeErr',
	verified: 'InternalError.VerifiedPhoneEmailErr',
	wrongCode: 'InternalError.VerifyCodeErr',
};

const mainland: Wording = {
	type: 'InvalidParameter.CodeTypeIsInvalid',
	phone: 'InvalidParameter.TelephoneIsInvalid',
	email: 'InvalidParameter.EmailIsInvalid',
	tooOften: 'FailedOperation.SendVerifyCodeIsLimited',
	verified: 'FailedOperation.DuplicatePhoneEmail',
	wrongCode: 'InvalidParameter.VerifyCodeIsInvalid',
};

/** How a number is written is not documented: plus sign, brackets, dots, dashes and spaces are let pass. */
const isPhone = (code: string): boolean => code.length <= 64 && /^\+?\d{5,32}$/.test(code.replace(/[\s().-]/g, ''));

/** The mainland's list does not show a contact whole. */
const masked = (code: string): string =>
	code.includes('@') ? code.replace(/^(.).*@/, '$1***@') : code.replace(/^(.{3}).*(.{4})$/, '$1***$2');

/** State and rules. */
export class DomainContacts {
	private readonly codes: VerificationCodes;
	private contacts: readonly Contact[] = [];

	constructor(
		private readonly desk: Desk,
		private readonly listReading: OpenPosition,
	) {
		this.codes = new VerificationCodes(() => desk.now(), { digits: 6, lifetimeSeconds: 600 });
	}

	private contactIn(values: Given, words: Wording): string {
		const [type, code] = [values['Type'], text(values, 'Code')];
		if (type !== 1 && type !== 2) refuse(words.type, 'The type is neither 1 nor 2.');
		if (type === 1 && !isPhone(code)) refuse(words.phone, 'The mobile number is not valid.');
		if (type === 2 && !isAddress(code)) refuse(words.email, 'The email address is not valid.');
		return code;
	}

	private isVerified(code: string): boolean {
		return this.contacts.some((contact) => contact.Code === code);
	}

	/** SendIntlPhoneEmailCode, SendPhoneEmailCode. */
	send(values: Given, onMainland: boolean, api: string): object {
		const words = onMainland ? mainland : international;
		const contact = this.contactIn(values, words);
		if (this.codes.isWithin(60, contact)) refuse(words.tooOften, 'Failed to send a verification code.');
		const code = this.codes.issue(contact);
		this.desk.send({
			api,
			channel: values['Type'] === 1 ? 'sms' : 'email',
			recipient: contact,
			code,
			text: `[Tencent Cloud] Your verification code is ${code}. It adds this contact to your domain contacts and is valid for 10 minutes.`,
		});
		return {};
	}

	/** CreateIntlPhoneEmail, CreatePhoneEmail. */
	verify(values: Given, onMainland: boolean): object {
		const words = onMainland ? mainland : international;
		const contact = this.contactIn(values, words);
		if (this.isVerified(contact)) refuse(words.verified, 'The contact has been verified already.');
		if (this.codes.check(contact, values['VerifyCode']) !== 'right') refuse(words.wrongCode, 'The verification code is incorrect.');
		this.codes.use(contact);
		const CreatedOn = new Date(this.desk.now()).toISOString().slice(0, 19).replace('T', ' ');
		this.contacts = [...this.contacts, { Type: wholeIn(values, 'Type') ?? 1, Code: contact, CreatedOn }];
		return {};
	}

	/** DescribeIntlPhoneEmailList; DescribePhoneEmailList, whose page says that Offset skips rows. */
	list(values: Given, onMainland: boolean): object {
		const found = this.contacts.filter(({ Type }) => Type === values['Type']);
		const [offset, limit = 20] = [wholeIn(values, 'Offset'), wholeIn(values, 'Limit')];
		if (limit < 1 || (offset ?? 0) < 0) refuse('InvalidParameterValue', 'Limit must be at least 1, and Offset at least 0.');
		const page = pageOf(found, onMainland ? rowsFrom0 : this.listReading.current, limit, offset);
		return {
			PhoneEmailList: page.map((contact) => (onMainland ? { ...contact, Code: masked(contact.Code) } : contact)),
			TotalCount: found.length,
		};
	}

	/** DeleteIntlPhoneEmail, DeletePhoneEmail. */
	delete(values: Given, onMainland: boolean): object {
		const contact = this.contactIn(values, onMainland ? mainland : international);
		if (!this.isVerified(contact)) {
			refuse(onMainland ? 'FailedOperation' : 'InternalError.DeletePhoneEmailVerifyErr', 'The contact is not one of your verified ones.');
		}
		this.contacts = this.contacts.filter(({ Code }) => Code !== contact);
		return {};
	}
}
