/** The declarations of Tencent Cloud against the request and answer models of its own SDK. */
import { createRequire } from 'node:module';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';

const load: (name: string) => unknown = createRequire(__filename);

/** Calls the constructor that stands under a name in a module of the SDK. */
function make(within: unknown, name: string): object {
	const found: unknown = typeof within === 'object' && within !== null ? Reflect.get(within, name) : undefined;
	if (typeof found !== 'function') throw new Error(`The SDK has no ${name}`);
	const made: unknown = Reflect.construct(found, [{}]);
	if (typeof made !== 'object' || made === null) throw new Error(`${name} makes nothing`);
	return made;
}

const folders: Readonly<Record<string, string>> = {
	domain: 'domain/v20180808',
	intlpartnersmgt: 'intlpartnersmgt/v20220928',
	smh: 'smh/v20210712',
};

const sdkOf = (service: string) => load(`tencentcloud-sdk-nodejs-intl-en/tencentcloud/${folders[service] ?? ''}`);

describe.each(tencentCloud.operations.map((operation) => [operation.api.action, operation] as const))(
	'%s as the SDK of Tencent Cloud knows it',
	(action, operation) => {
		const { api, fields, listing, answer } = operation;
		const sdk = sdkOf(api.service);
		const models: unknown = Reflect.get(Object(sdk), 'Models');

		it('has the same host, version and action', () => {
			const client = make(sdk, 'Client');
			const { url, headers } = tencentCloud.request(operation, {}, { site: 'international' });
			expect(`https://${String(Reflect.get(client, 'endpoint'))}/`).toBe(url);
			expect(Reflect.get(client, 'apiVersion')).toBe(headers['X-TC-Version']);
			expect(typeof Reflect.get(client, action)).toBe('function');
		});

		it('has the same parameters', () => {
			const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
			const names = [...fields.map(({ wire }) => wire), ...paging];
			expect(names.sort()).toEqual(Object.keys(make(models, `${action}Request`)).sort());
		});

		it('has the same answer', () => {
			const top = new Set(answer.map(({ wire }) => wire.split(/[.[]/)[0]));
			expect([...top, 'RequestId'].sort()).toEqual(Object.keys(make(models, `${action}Response`)).sort());
			if (listing !== undefined) expect(top).toContain(listing.entries);
		});
	},
);

it.each([
	['domain', 'IntlPhoneEmailLists', 'PhoneEmailList[].'],
	['intlpartnersmgt', 'CountryCodeItem', 'Data[].'],
	['intlpartnersmgt', 'TradeOneNode', 'TradeList[].'],
	['intlpartnersmgt', 'TradeTwoNode', 'TradeList[].Children[].'],
	['smh', 'Instance', 'List[].'],
])('an entry of %s has the fields of the SDK model %s', (service, model, prefix) => {
	const below = tencentCloud.operations
		.filter(({ api }) => api.service === service)
		.flatMap(({ answer }) => answer.map(({ wire }) => wire))
		.filter((wire) => wire.startsWith(prefix) && !/[.[]/.test(wire.slice(prefix.length)));
	const names = below.map((wire) => wire.slice(prefix.length));
	expect(names.sort()).toEqual(Object.keys(make(Reflect.get(Object(sdkOf(service)), 'Models'), model)).sort());
});
