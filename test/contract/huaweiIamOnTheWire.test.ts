/** How tokens of Huawei Cloud's IAM are fetched, kept, renewed and not fetched, in n8n's own engine. */
import { randomUUID } from 'node:crypto';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { type IamServer, startIam, wrongPassword } from '../support/iamServer';
import { send } from '../support/wire';

type Module = typeof import('../../credentials/HuaweiCloudIamApi.credentials');

const host = 'osm.ap-southeast-1.myhuaweicloud.com';
let server: IamServer;

beforeEach(async () => { server = await startIam(); });
afterEach(async () => { await server.close(); });

const credential = (more: Record<string, string> = {}) => ({
	type: new HuaweiCloudIamApi(),
	values: {
		accountName: 'example-company',
		userName: 'automation',
		// A user of its own for each test, since tokens are shared in the process.
		password: `p4ssw0rd ${randomUUID()}`,
		scope: 'domain',
		projectName: '',
		site: 'international',
		endpoint: server.url,
		iamEndpoint: server.url,
		token: '',
		...more,
	},
});

const helper = (item = 0) => ({ method: 'POST', url: `https://${host}/v2/x`, body: { item }, ignoreHttpStatusErrors: { ignore: true, except: [401] }, returnFullResponse: true });
const legacy = (item = 0) => ({ method: 'POST', uri: `https://${host}/v2/x`, body: { item }, json: true });
const many = (count: number) => Array.from({ length: count }, (_, item) => helper(item));
const itemsDone = () => server.done.map(({ body }) => (JSON.parse(body.toString()) as { item: number }).item).sort((a, b) => a - b);

describe('a token', () => {
	it('is asked for by password as documented, and put into X-Auth-Token', async () => {
		const given = credential();
		expect((await send(given, [helper()])).error).toBeUndefined();
		const [asked] = server.asked;
		expect(asked?.headers).toMatchObject({ host: 'iam.ap-southeast-3.myhuaweicloud.com', 'content-type': 'application/json;charset=utf8' });
		expect(JSON.parse(asked?.body.toString() ?? '')).toEqual({
			auth: {
				identity: { methods: ['password'], password: { user: { name: 'automation', password: given.values.password, domain: { name: 'example-company' } } } },
				scope: { domain: { name: 'example-company' } },
			},
		});
		expect(server.done).toHaveLength(1);
		expect(server.done[0]?.headers).toMatchObject({ host, 'x-auth-token': 'MIItoken1', 'content-type': 'application/json' });
		expect(server.done[0]?.headers.authorization).toBeUndefined();
	});

	it('is asked for a project by its name, at the IAM of the site', async () => {
		await send(credential({ scope: 'project', projectName: ' ap-southeast-3 ', site: 'europe' }), [helper()]);
		expect(server.asked[0]?.headers.host).toBe('iam.eu-west-101.myhuaweicloud.eu');
		expect(JSON.parse(server.asked[0]?.body.toString() ?? '')).toMatchObject({ auth: { scope: { project: { name: 'ap-southeast-3' } } } });
	});

	it('serves many requests and later runs', async () => {
		const given = credential();
		await send(given, many(20));
		await send(given, many(20));
		expect(server.asked).toHaveLength(1);
		expect(server.done).toHaveLength(40);
	});

	it('is renewed before it expires, and no request goes out with the old one', async () => {
		const given = credential();
		await send(given, [helper()]);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 24 * 3600_000 - 60_000);
		await send(given, many(50));
		jest.restoreAllMocks();
		expect(server.asked).toHaveLength(2);
		expect(server.refused).toHaveLength(0);
		expect(new Set(server.done.slice(1).map(({ headers }) => headers['x-auth-token']))).toEqual(new Set(['MIItoken2']));
	});

	it('that lives for a minute only is used all the same', async () => {
		server.life = 60;
		expect((await send(credential(), many(5))).error).toBeUndefined();
		expect(server.asked).toHaveLength(1);
		expect(server.done).toHaveLength(5);
	});

	it('that ends in the middle of a batch of 200 is renewed once, with nothing lost and nothing done twice', async () => {
		const given = credential();
		await send(given, many(100));
		server.good.clear();
		const { error } = await send(given, many(200));
		expect(error).toBeUndefined();
		expect(server.asked).toHaveLength(2);
		expect(itemsDone().slice(-1)).toEqual([199]);
		expect(server.done).toHaveLength(300);
	});

	it('is fetched anew when a field changes that it depends on', async () => {
		const given = credential();
		await send(given, [helper()]);
		given.values.userName = 'somebody-else';
		await send(given, [helper()]);
		expect(server.asked).toHaveLength(2);
		expect(server.done[1]?.headers['x-auth-token']).toBe('MIItoken2');
	});

	it('is shared by two credentials of the same user, and by none of another', async () => {
		const first = credential();
		await send(first, [helper()]);
		await send({ type: first.type, values: { ...first.values, token: '' } }, [helper()]);
		expect(server.asked).toHaveLength(1);
		await send(credential(), [helper()]);
		expect(server.asked).toHaveLength(2);
	});
});

describe('a wrong password', () => {
	it('is not tried again by itself, in this run or the next, and says until when', async () => {
		server.instead.push(wrongPassword, wrongPassword);
		const given = credential();
		const first = await send(given, many(10));
		expect(first.error?.message).toMatch(/IAM refused the user name or password.*not tried again by themselves before \d{4}-\d\d-\d\d \d\d:\d\d UTC/);
		const second = await send(given, [helper()]);
		expect(second.error?.message).toBe(first.error?.message);
		const third = await send(given, [legacy()], 'legacy');
		expect(third.error?.message).toBe(first.error?.message);
		expect(server.asked).toHaveLength(1);
		expect(server.received).toHaveLength(1);
		expect(JSON.stringify([first.error, first.error?.description])).not.toContain(given.values.password);
	});

	it('is not tried again by another process either, which reads it from the credential', async () => {
		server.instead.push(wrongPassword);
		const given = credential();
		await send(given, [helper()]);
		await jest.isolateModulesAsync(async () => {
			const { HuaweiCloudIamApi: Elsewhere } = jest.requireActual<Module>('../../credentials/HuaweiCloudIamApi.credentials');
			expect(Elsewhere).not.toBe(HuaweiCloudIamApi);
			for (const route of ['helper', 'legacy'] as const) {
				const { error } = await send({ type: new Elsewhere(), values: given.values }, [route === 'helper' ? helper() : legacy()], route);
				expect(error?.message).toContain('not tried again');
			}
		});
		expect(server.asked).toHaveLength(1);
	});

	it('is tried at once when it is corrected, and again after half an hour', async () => {
		server.instead.push(wrongPassword, wrongPassword);
		const given = credential();
		await send(given, [helper()]);
		given.values.password = `right ${randomUUID()}`;
		await send(given, [helper()]);
		expect(server.asked).toHaveLength(2);
		expect(server.done).toHaveLength(0);
		jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 32 * 60_000);
		const { error } = await send(given, [helper()]);
		jest.restoreAllMocks();
		expect(error).toBeUndefined();
		expect(server.asked).toHaveLength(3);
		expect(server.done).toHaveLength(1);
	});
});

describe("n8n's HTTP Request node", () => {
	it('sends with the token, and renews one that IAM takes no more', async () => {
		const given = credential();
		await send(given, [legacy(1)], 'legacy');
		server.good.clear();
		expect((await send(given, [legacy(2)], 'legacy')).error).toBeUndefined();
		expect(itemsDone()).toEqual([1, 2]);
		expect(server.asked).toHaveLength(2);
	});

	it.each([500, 400, 429, 302])('sends only once when the service answers HTTP %s', async (status) => {
		server.answers.push({ status }, { status });
		const given = credential();
		await send(given, [legacy(1)], 'legacy');
		const { error } = await send(given, [legacy(2)], 'legacy');
		expect(error).toBeDefined();
		expect(itemsDone()).toEqual([1, 2]);
		expect(server.asked).toHaveLength(1);
	});
});

it('goes to no other host and follows no redirect, so that the token stays with Huawei Cloud', async () => {
	const given = credential();
	const elsewhere = await startIam();
	expect((await send(given, [{ method: 'GET', url: 'https://example.com/' }])).error?.message).toContain('not for example.com');
	expect((await send(given, [{ method: 'GET', uri: 'https://iam.myhuaweicloud.com.example.com/' }], 'legacy')).error?.message).toContain('not for');
	server.answers.push({ status: 307, headers: { location: `${elsewhere.url}/v2/x` } });
	await send(given, [helper()]);
	await elsewhere.close();
	expect(elsewhere.received).toHaveLength(0);
});
