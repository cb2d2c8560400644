/**
 * The super administrators of official cloud disk instances, service smh:
 * https://www.tencentcloud.com/document/product/1283/74886, /74885, /74889.
 */
import { type Desk, refuse } from '../cloud';
import { VerificationCodes } from '../codes';
import { resident } from '../fiction';
import { pageOf, pagesFrom1 } from '../paging';
import { type Given, text, wholeIn } from '../values';

interface Instance {
	readonly InstanceId: string;
	readonly Domain: string | null;
	readonly EffectiveTime: string;
	readonly ExpireTime: string | null;
	readonly UserLimit: number | null;
	readonly StorageLimit: string | null;
	readonly StorageLimitGB: number | null;
	readonly Isolated: boolean;
	readonly AutoRenew: number;
	readonly SuperAdminAccount: string | null;
	readonly Bucket: string;
	readonly LogBucket: string;
}

const instance = (InstanceId: string, SuperAdminAccount: string | null, more: Partial<Instance> = {}): Instance => ({
	InstanceId,
	Domain: null,
	EffectiveTime: '2026-01-05T08:00:00Z',
	ExpireTime: '2027-01-05T08:00:00Z',
	UserLimit: 100,
	StorageLimit: String(1024 ** 4),
	StorageLimitGB: 1024,
	Isolated: false,
	AutoRenew: 1,
	SuperAdminAccount,
	Bucket: `${InstanceId}-1250000000`,
	LogBucket: `${InstanceId}-log-1250000000`,
	...more,
});

/** The account's instances: an ordinary one, one without administrator, one whose seats are all taken. */
export const firstInstances: readonly Instance[] = [
	instance('n0v9tdme', `+1 ${resident('01')}`, { Domain: 'drive.example.com' }),
	instance('k3p7free', null, { UserLimit: null, ExpireTime: null, StorageLimit: null, StorageLimitGB: null, AutoRenew: 0 }),
	instance('f8u2full', `+1 ${resident('02')}`, { UserLimit: 5 }),
];

/** The instance whose seats are all taken. */
const fullInstance = 'f8u2full';

const numberOf = (values: Given): string => `${text(values, 'CountryCode') || '+86'} ${text(values, 'PhoneNumber')}`;

const columns: ReadonlyMap<string, (one: Instance) => string> = new Map([
	['effectiveTime', ({ EffectiveTime }: Instance) => EffectiveTime],
	['expireTime', ({ ExpireTime }: Instance) => ExpireTime ?? ''],
	['instanceId', ({ InstanceId }: Instance) => InstanceId],
]);

/** State and rules. */
export class DriveAdministrators {
	private readonly codes: VerificationCodes;
	private instances = firstInstances;

	constructor(private readonly desk: Desk) {
		this.codes = new VerificationCodes(() => desk.now(), { digits: 4, lifetimeSeconds: 600, tries: 5 });
	}

	/** The named instance, or the account's first where none is named. */
	private instanceIn(values: Given): Instance {
		if (!['BindSuperAdmin', 'ChannelUpdateVerify'].includes(text(values, 'Purpose'))) {
			refuse('UnsupportedOperation.Purpose', 'The specified purpose is unsupported.');
		}
		if (!/^\+\d{1,6} /.test(numberOf(values))) refuse('InvalidParameterValue.CountryCode', 'The specified country code is invalid.');
		if (!/ \d{1,32}$/.test(numberOf(values))) refuse('InvalidParameterValue.PhoneNumber', 'The specified phone number is invalid.');
		const id = text(values, 'InstanceId');
		const found = this.instances.find(({ InstanceId }) => id === '' || InstanceId === id);
		if (found === undefined) {
			refuse('ResourceNotFound.OfficialInstance', 'The official cloud disk instance does not exist or is not yours.');
		}
		return found;
	}

	/** SendSmsCode. */
	send(values: Given, api: string): object {
		const { SuperAdminAccount } = this.instanceIn(values);
		const number = numberOf(values);
		const binding = text(values, 'Purpose') === 'BindSuperAdmin';
		if (binding && SuperAdminAccount === number) {
			refuse('InvalidParameterValue.NotModified', 'The specified phone number is the same as the current one.');
		}
		if (!binding && SuperAdminAccount !== number) {
			refuse('InvalidParameterValue.NotSuperAdmin', 'The specified phone number is not the super administrator.');
		}
		if (this.codes.isWithin(60, number)) {
			refuse('RequestLimitExceeded.SendSms', 'The SMS codes sent to the mobile number have reached the limit.');
		}
		const code = this.codes.issue(number);
		this.desk.send({
			api,
			channel: 'sms',
			recipient: number,
			code,
			text: `[Tencent Cloud] ${code} is your verification code for the super administrator of your cloud disk. It is valid for 10 minutes.`,
		});
		return {};
	}

	/** VerifySmsCode. */
	verify(values: Given): object {
		const { InstanceId } = this.instanceIn(values);
		const number = numberOf(values);
		const check = this.codes.check(number, values['Code']);
		if (check === 'tooManyTries') {
			refuse('UnauthorizedOperation.SmsCodeExceeded', 'The number of tries is exceeded. Send a new verification code.');
		}
		if (check === 'wrong') refuse('UnauthorizedOperation.SmsCode', 'The verification code is incorrect or has expired.');
		if (InstanceId === fullInstance) refuse('LimitExceeded.UserLimit', 'The number of users has reached the limit.');
		this.codes.use(number);
		if (text(values, 'Purpose') === 'BindSuperAdmin') {
			this.instances = this.instances.map((one) =>
				one.InstanceId === InstanceId ? { ...one, SuperAdminAccount: number } : one,
			);
		}
		return {};
	}

	/** DescribeOfficialInstances. */
	list(values: Given): object {
		const ids = Array.isArray(values['InstanceIds']) ? values['InstanceIds'] : [];
		const size = wholeIn(values, 'PageSize') ?? 20;
		if (size < 1 || size > 100 || ids.length > 100) refuse('InvalidParameterValue.LimitExceeded', 'At most 100 entries are allowed.');
		const bound = values['BindPhone'];
		const renewal = values['AutoRenew'];
		const found = this.instances
			.filter(({ InstanceId }) => ids.length === 0 || ids.includes(InstanceId))
			.filter(({ SuperAdminAccount }) => bound === undefined || (SuperAdminAccount !== null) === bound)
			.filter(({ AutoRenew }) => renewal === undefined || AutoRenew === renewal);
		const by = columns.get(text(values, 'OrderBy')) ?? (() => '');
		const sign = text(values, 'OrderByType') === 'desc' ? -1 : 1;
		const sorted = found.toSorted((one, other) => sign * by(one).localeCompare(by(other)));
		const page = pageOf(sorted, pagesFrom1, size, wholeIn(values, 'PageNumber'));
		return {
			List: page.map((one) => ({
				...one,
				SuperAdminAccount: values['SuperAdminAccount'] === true ? one.SuperAdminAccount : null,
			})),
			TotalCount: found.length,
		};
	}
}
