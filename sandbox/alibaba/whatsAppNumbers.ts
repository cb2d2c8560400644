/**
 * WhatsApp sender numbers of Chat App Message Service (CAMS):
 * https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-cams-2020-06-06-getchatappverifycode and its
 * neighbours.
 */
import { locales } from '../../nodes/AlibabaCloud/locales';
import { type Desk, refuse } from '../cloud';
import { VerificationCodes } from '../codes';
import { resident } from '../fiction';
import { type OpenPosition, pageOf } from '../paging';
import { type Given, text } from '../values';
import { spaceId } from './keys';

interface SenderNumber {
	readonly PhoneNumber: string;
	readonly VerifiedName: string;
	readonly Status: 'CONNECTED' | 'UNVERIFIED' | 'PENDING';
	readonly CodeVerificationStatus: 'VERIFIED' | 'NOT_VERIFIED';
}

/** The numbers that the space has at first: one in use, one verified and not registered. */
export const firstNumbers: readonly SenderNumber[] = [
	{ PhoneNumber: `1${resident('01')}`, VerifiedName: 'Example Shop', Status: 'CONNECTED', CodeVerificationStatus: 'VERIFIED' },
	{ PhoneNumber: `1${resident('02')}`, VerifiedName: 'Example Support', Status: 'PENDING', CodeVerificationStatus: 'VERIFIED' },
];

/** The account's spaces. */
const spaces = [
	{ CustSpaceId: spaceId, ChannelType: 'whatsapp', InstanceName: 'Example Shop' },
	{ CustSpaceId: 'cams-sandbox2', ChannelType: 'viber', InstanceName: 'Example Viber' },
	{ CustSpaceId: 'cams-sandbox3', ChannelType: 'messenger', InstanceName: 'Example Messenger' },
	{ CustSpaceId: 'cams-sandbox4', ChannelType: 'instagram', InstanceName: 'Example Instagram' },
	{ CustSpaceId: 'cams-sandbox5', ChannelType: 'viber', InstanceName: 'Second Viber' },
].map((space) => ({
	...space,
	InstanceId: space.CustSpaceId,
	InstanceDescription: 'Space of the sandbox',
	State: 'OPEN',
	CountryId: 'HK',
	ContactMail: 'contact@example.com',
	FacebookBmId: '100000000000001',
	IsvTerms: '',
	OfficeAddress: 'Example Road 1',
	ResourceGroupId: 'rg-sandbox',
	ResourceRegionId: 'ap-southeast-1',
	SubmitTime: '2026-01-05 08:00:00',
}));

const knownLocales = new Set<string | number>(locales.map(({ value }) => value));

/** State and rules. */
export class WhatsAppNumbers {
	private readonly codes: VerificationCodes;
	private numbers = firstNumbers;

	constructor(
		private readonly desk: Desk,
		private readonly listReading: OpenPosition,
	) {
		this.codes = new VerificationCodes(() => desk.now(), { digits: 6, lifetimeSeconds: 600 });
	}

	private checkSpace(values: Given): void {
		const space = text(values, 'CustSpaceId');
		if (space !== '' && !spaces.some(({ CustSpaceId }) => CustSpaceId === space)) {
			refuse('Unknown.ResourceOwnerId', 'The specified resource does not belong to you.');
		}
	}

	private numberIn(values: Given): string {
		this.checkSpace(values);
		const number = `${text(values, 'Cc')}${text(values, 'PhoneNumber')}`;
		if (!/^\d+$/.test(number)) refuse('InvalidParameter.FromOnlyNumeric', 'The number must be numeric.');
		if (number.length < 6 || number.length > 20) refuse('InvalidParameter.PhoneNumberError', 'The phone number is abnormal.');
		return number;
	}

	private known(number: string): SenderNumber {
		const found = this.numbers.find(({ PhoneNumber }) => PhoneNumber === number);
		return found ?? refuse('InvalidParameter.PhoneNumberError', 'The phone number does not exist.');
	}

	private keep(changed: SenderNumber): void {
		this.numbers = [...this.numbers.filter(({ PhoneNumber }) => PhoneNumber !== changed.PhoneNumber), changed];
	}

	/** GetChatappVerifyCode. Whether the number must have been added before is not documented; here it need not. */
	send(values: Given, api: string): object {
		const number = this.numberIn(values);
		const method = text(values, 'Method').toLowerCase();
		if (method !== 'sms' && method !== 'voice') refuse('InvalidMethod', 'The parameter Method is invalid.');
		if (!knownLocales.has(text(values, 'Locale'))) {
			refuse('InvalidParameter.LanguageNotSupport', 'The language is not supported.');
		}
		const code = this.codes.issue(number);
		this.desk.send({
			api,
			channel: method,
			recipient: `+${number}`,
			code,
			text: `Your WhatsApp code is ${code.slice(0, 3)}-${code.slice(3)}. Do not share this code. (${text(values, 'Locale')})`,
		});
		return {};
	}

	/** ChatappVerifyAndRegister. No code is documented for a wrong verification code. */
	verifyAndRegister(values: Given): object {
		const number = this.numberIn(values);
		if (this.codes.check(number, values['VerifyCode']) !== 'right') {
			refuse('InvalidParameter.VerifyCodeError', 'The verify code is incorrect or has expired.', { status: 200 });
		}
		this.codes.use(number);
		const before = this.numbers.find(({ PhoneNumber }) => PhoneNumber === number);
		this.keep({
			PhoneNumber: number,
			VerifiedName: before?.VerifiedName ?? '',
			Status: 'CONNECTED',
			CodeVerificationStatus: 'VERIFIED',
		});
		return {};
	}

	/** GetPhoneNumberVerificationStatus. */
	status(values: Given): object {
		const { PhoneNumber, CodeVerificationStatus } = this.known(this.numberIn(values));
		return { Data: { PhoneNumber, Id: `10${PhoneNumber}`, CodeVerificationStatus } };
	}

	/** QueryChatappPhoneNumbers. */
	list(values: Given): object {
		this.checkSpace(values);
		const status = text(values, 'Status');
		return {
			PhoneNumbers: this.numbers
				.filter(({ Status, CodeVerificationStatus }) => status === '' || [Status, CodeVerificationStatus].some((one) => one === status))
				.map((number) => ({
					...number,
					QualityRating: 'GREEN',
					MessagingLimitTier: 'TIER_1K',
					NameStatus: 'Approval',
					NewNameStatus: '',
					IsOfficial: 'N',
					StatusCallbackUrl: '',
					UpCallbackUrl: '',
					StatusQueue: '',
					UpQueue: '',
				})),
		};
	}

	/** AddChatappPhoneNumber. */
	add(values: Given): object {
		const number = this.numberIn(values);
		if (this.numbers.some(({ PhoneNumber }) => PhoneNumber === number)) {
			refuse('InvalidParameter.PhoneNumberError', 'The phone number exists already.');
		}
		this.keep({
			PhoneNumber: number,
			VerifiedName: text(values, 'VerifiedName'),
			Status: 'UNVERIFIED',
			CodeVerificationStatus: 'NOT_VERIFIED',
		});
		return {};
	}

	/** ChatappPhoneNumberRegister. */
	register(values: Given): object {
		const number = this.known(this.numberIn(values));
		if (number.CodeVerificationStatus !== 'VERIFIED') {
			refuse('InvalidParameter.PhoneNumberError', 'The phone number is not verified.');
		}
		this.keep({ ...number, Status: 'CONNECTED' });
		return {};
	}

	/** ListInstance. */
	listSpaces(values: Given): object {
		const [channel, id, name] = ['ChannelType', 'InstanceId', 'InstanceName'].map((one) => text(values, one));
		const found = spaces
			.filter(({ ChannelType }) => channel === '' || ChannelType === channel)
			.filter(({ InstanceId }) => id === '' || InstanceId === id)
			.filter(({ InstanceName }) => name === '' || InstanceName === name);
		const size = Number(text(values, 'PageSize') || 20);
		if (size === 0) refuse('InvalidPageSize', 'The parameter PageSize is invalid.');
		const position = text(values, 'PageIndex');
		const page = pageOf(found, this.listReading.current, size, position === '' ? undefined : Number(position));
		return { Data: page, TotalCount: found.length };
	}
}
