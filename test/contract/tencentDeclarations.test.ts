/** How the declarations of Tencent Cloud address an API, against the clients of its own SDK. */
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
		const { api } = operation;
		const sdk = sdkOf(api.service);

		it('has the same host, version and action', () => {
			const client = make(sdk, 'Client');
			const { url, headers } = tencentCloud.request(operation, {}, { site: 'international' });
			expect(`https://${String(Reflect.get(client, 'endpoint'))}/`).toBe(url);
			expect(Reflect.get(client, 'apiVersion')).toBe(headers['X-TC-Version']);
			expect(typeof Reflect.get(client, action)).toBe('function');
		});
	},
);
