import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import documented from '../data/tencent-codes.json';
import { declared, marked, publicName, readings, strangeFields } from '../support/declarations';

interface Documented {
	readonly action: string;
	/** The action on the mainland site; null where that site has none. */
	readonly mainland: string | null;
	readonly host: string;
	readonly version: string;
	readonly page: string;
	readonly perSecond: number;
	readonly effect: string;
	readonly required: readonly string[];
	readonly optional: readonly string[];
	readonly codes: Readonly<Record<string, string>>;
	readonly mainlandCodes: Readonly<Record<string, string>>;
}

const pages: ReadonlyArray<readonly [string, Documented]> = Object.entries(documented.operations);
const { operations, commonCodes } = tencentCloud;

describe('the declared APIs of Tencent Cloud', () => {
	it('are the documented ones, each once', () => {
		expect(operations.map(publicName)).toEqual(pages.map(([name]) => name));
	});

	it.each(pages)('%s asks the documented action, version and host, at the documented rate', (name, page) => {
		const { api, perSecond, effect, page: link } = declared(tencentCloud, name);
		expect({
			service: api.service,
			version: api.version,
			action: api.action,
			perSecond,
			effect,
			link,
		}).toEqual({
			service: page.host,
			version: page.version,
			action: page.action,
			perSecond: page.perSecond,
			effect: page.effect,
			link: page.page,
		});
	});

	it.each(pages)('%s has the documented parameters; paging is left to Return All and Limit', (name, page) => {
		const { fields, listing } = declared(tencentCloud, name);
		const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
		const names = (required: boolean) =>
			fields.filter((field) => field.required === required).map(({ wire }) => wire);
		expect(names(true).sort()).toEqual([...page.required].sort());
		expect([...names(false), ...paging].sort()).toEqual([...page.optional].sort());
	});

	it.each(pages)(
		'%s reads every documented code of both sites as what it means, and invents none',
		(name, page) => {
			expect(readings(declared(tencentCloud, name).codes)).toEqual({ ...page.codes, ...page.mainlandCodes });
		},
	);

	it('share all 38 common codes', () => {
		expect(Object.keys(documented.common)).toHaveLength(38);
		expect(readings(commonCodes)).toEqual(documented.common);
	});

	it('name only fields of their own in their codes', () => {
		expect(strangeFields(operations)).toEqual([]);
		expect(Object.values(commonCodes).filter(({ field }) => field !== undefined)).toEqual([]);
	});

	it('keep passwords and received codes secret, and mark who is contacted', () => {
		expect(marked(operations, 'secret')).toEqual([
			'domainContact.verify VerifyCode',
			'partnerCustomer.createAccount Password',
			'partnerCustomer.createAccount ConfirmPassword',
			'partnerCustomer.createAccount VerifyCode',
			'driveAdministrator.verify Code',
		]);
		expect(marked(operations, 'contact')).toEqual([
			'domainContact.sendCode Code',
			'domainContact.verify Code',
			'domainContact.delete Code',
			'partnerCustomer.sendCode PhoneNum',
			'partnerCustomer.createAccount Mail',
			'partnerCustomer.createAccount PhoneNum',
			'driveAdministrator.sendCode PhoneNumber',
			'driveAdministrator.verify PhoneNumber',
		]);
	});

	it('say before a message goes out whom the code serves', () => {
		for (const operation of operations.filter(({ effect }) => effect === 'message')) {
			expect(operation.notice).toMatch(/no login code/);
		}
	});
});
