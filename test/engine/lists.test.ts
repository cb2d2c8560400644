/** Lists: one item for each entry, paged right even where the documentation leaves the way of paging open. */
import { clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { json, serve } from '../support/parcel';

const contacts = Array.from({ length: 75 }, (_, index) => ({ Code: `1880000${String(index).padStart(4, '0')}`, Type: 1, CreatedOn: '2026-01-01 00:00:00' }));
const cloud = clouds.find(({ vendor }) => vendor.name === 'tencentCloud') ?? clouds[0];

/** How a server may understand `Offset`. */
const ways = {
	'rows to skip': (offset: number, limit: number) => contacts.slice(offset, offset + limit),
	'a page number from 0': (offset: number, limit: number) => contacts.slice(offset * limit, (offset + 1) * limit),
	'a page number from 1': (offset: number, limit: number) => contacts.slice(Math.max(0, offset - 1) * limit, Math.max(1, offset) * limit),
};

async function list(way: (offset: number, limit: number) => unknown[], parameters: object, total?: number) {
	const server = await serve(({ body }, response) => {
		const { Offset, Limit } = JSON.parse(body) as { Offset: number; Limit: number };
		json(response, { Response: { PhoneEmailList: way(Offset, Limit), TotalCount: total ?? contacts.length, RequestId: 'r' } });
	});
	const result = await runNode({
		node: cloud.node,
		parameters: { resource: 'domainContact', operation: 'list', type: 1, ...parameters },
		credentials: [cloud.credential(server.url)],
	});
	await server.close();
	return { ...result, seen: server.seen };
}

describe('a list of pages', () => {
	it.each([0, 1])('comes out whole when the first page has the number %i', async (first) => {
		const instances = Array.from({ length: 130 }, (_, index) => ({ InstanceId: `i${String(index)}` }));
		const server = await serve(({ body }, response) => {
			const { PageNumber, PageSize } = JSON.parse(body) as { PageNumber: number; PageSize: number };
			const from = (PageNumber - first) * PageSize;
			json(response, { Response: { List: from < 0 ? [] : instances.slice(from, from + PageSize), TotalCount: 130, RequestId: 'r' } });
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'driveAdministrator', operation: 'listInstances', returnAll: true },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(new Set(outputs[0]?.map(({ json: item }) => (item['data'] as { InstanceId: string }).InstanceId)).size).toBe(130);
	});
});

describe('a list', () => {
	it.each(Object.entries(ways))('comes out whole with Return All when Offset means %s', async (_name, way) => {
		const { outputs } = await list(way, { returnAll: true });
		expect(outputs[0]?.map(({ json: item }) => (item['data'] as { Code: string }).Code)).toEqual(contacts.map(({ Code }) => Code));
		expect(outputs[0]?.every(({ json: item, pairedItem }) => item['success'] === true && (pairedItem as { item: number }).item === 0)).toBe(true);
	});

	it('stops at the limit without asking for more', async () => {
		const { outputs, seen } = await list(ways['rows to skip'], { limit: 10 });
		expect(outputs[0]).toHaveLength(10);
		expect(seen).toHaveLength(1);
	});

	it.each([
		['counts more entries than it gives', ways['rows to skip'], 1_000, 75],
		['gives the same page for ever', (_offset: number, limit: number) => contacts.slice(0, limit), 1_000_000, 30],
	])('ends where the vendor %s, and says how many are missing', async (_what, way, total, came) => {
		const { outputs } = await list(way, { returnAll: true }, total);
		expect(outputs[0]).toHaveLength(came);
		expect(outputs[4]?.map(({ json: item }) => item['failure'])).toMatchObject([{ code: 'Local.ListIncomplete', category: 'vendorFault' }]);
		expect((outputs[4]?.[0]?.json['failure'] as { explanation: string }).explanation).toContain(`The vendor counts ${String(total)} entries and gave ${String(came)} of them`);
	});

	it.each([0, 3, 29])('comes out whole where the vendor counts %i entries and gives more on the first page', async (total) => {
		const { outputs } = await list(ways['rows to skip'], { returnAll: true }, total);
		expect(outputs.map((output) => output.length)).toEqual([75, 0, 0, 0, 0]);
	});

	it.each([{ returnAll: true }, { limit: 5 }])('comes out where one page holds all of very many entries, with %j', async (parameters) => {
		const many = Array.from({ length: 150_000 }, (_, index) => ({ Id: index }));
		const { outputs } = await list(() => many, parameters, many.length);
		expect(outputs.map((output) => output.length)).toEqual([parameters.limit ?? many.length, 0, 0, 0, 0]);
	});

	it('ends on pages that are always fresh, and says that there is more', async () => {
		let fresh = 0;
		const { outputs, seen } = await list((_offset, limit) => Array.from({ length: limit }, () => ({ Code: String((fresh += 1)), Type: 1 })), { returnAll: true }, 1_000_000_000);
		expect(seen.length).toBeLessThanOrEqual(2_000);
		expect(outputs[0]?.length).toBeGreaterThan(10_000);
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code: 'Local.ListIncomplete' });
	}, 120_000);

	it('gives equal entries out as often as the vendor counts them', async () => {
		const equal = Array.from({ length: 75 }, () => ({ Code: '1', Type: 1 }));
		const { outputs } = await list((offset, limit) => equal.slice(offset, offset + limit), { limit: 60 });
		expect(outputs[0]).toHaveLength(60);
		const two = await list((offset, limit) => [{ Code: '1' }, { Code: '1' }].slice(offset, offset + limit), { returnAll: true }, 2);
		expect(two.outputs[0]).toHaveLength(2);
		expect(two.outputs.slice(1).flat()).toEqual([]);
	});

	it('keeps what was read when a later page fails', async () => {
		const server = await serve(({ body }, response) => {
			const { Offset, Limit } = JSON.parse(body) as { Offset: number; Limit: number };
			const answer = Offset === 0 ? { PhoneEmailList: contacts.slice(0, Limit), TotalCount: 75 } : { Error: { Code: 'AuthFailure.TokenFailure', Message: 'expired' } };
			json(response, { Response: { ...answer, RequestId: 'r' } });
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'domainContact', operation: 'list', type: 1, returnAll: true },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(outputs[0]).toHaveLength(30);
		expect(outputs[3]?.[0]?.json['failure']).toMatchObject({ code: 'AuthFailure.TokenFailure' });
	});

	it.each([
		['no entries beside a total', { TotalCount: 3 }],
		['texts as entries', { PhoneEmailList: ['1', '2', '3'], TotalCount: 3 }],
		['an object as entries', { PhoneEmailList: { 0: {} }, TotalCount: 1 }],
		['nothing as entries beside a total', { PhoneEmailList: null, TotalCount: 3 }],
		['neither entries nor total', {}],
	])('is no list with %s', async (_what, answer) => {
		const server = await serve((_seen, response) => { json(response, { Response: { ...answer, RequestId: 'r' } }); });
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'domainContact', operation: 'list', type: 1 },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(outputs[0]).toEqual([]);
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code: 'Local.UnreadableAnswer' });
	});

	it.each([
		['no entries beside a total of zero', { TotalCount: 0 }],
		['nothing as entries', { PhoneEmailList: null, TotalCount: 0 }],
		['an empty list', { PhoneEmailList: [], TotalCount: 0 }],
	])('is empty with %s', async (_what, answer) => {
		const server = await serve((_seen, response) => { json(response, { Response: { ...answer, RequestId: 'r' } }); });
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'domainContact', operation: 'list', type: 1 },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(outputs.flat()).toEqual([]);
	});

	it('masks contacts on demand', async () => {
		const { outputs } = await list(ways['rows to skip'], { limit: 1, options: { maskContact: true } });
		expect(outputs[0]?.[0]?.json['data']).toMatchObject({ Code: '188****0000' });
	});

	it.each([
		[1, 2, 1],
		[2, 3, 1],
		[3, 3, 0],
		[9, 3, 0],
	])('is asked for again when the vendor is busy, at most three times: %i busy answers, %i requests, %i entries', async (busy, requests, came) => {
		const answers = Array.from({ length: busy }, (): object => ({ Error: { Code: 'RequestLimitExceeded', Message: 'slow down' } }));
		const server = await serve((_seen, response) => {
			json(response, { Response: { ...(answers.shift() ?? { PhoneEmailList: contacts.slice(0, 1), TotalCount: 1 }), RequestId: 'r' } });
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'domainContact', operation: 'list', type: 1 },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(outputs[0]).toHaveLength(came);
		expect(server.seen).toHaveLength(requests);
	});
});

/** How Huawei Cloud may understand `offset`, which is 1 by default. */
const huaweiWays = {
	'entries from 1': (offset: number, limit: number) => [offset - 1, offset - 1 + limit],
	'rows to skip': (offset: number, limit: number) => [offset, offset + limit],
	'a page number from 1': (offset: number, limit: number) => [(offset - 1) * limit, offset * limit],
	'a page number from 0': (offset: number, limit: number) => [offset * limit, (offset + 1) * limit],
} as const;

describe.each(Object.entries(huaweiWays))('the verified contacts of Huawei Cloud, when offset means %s', (_name, way) => {
	it.each([0, 1, 2, 99, 100, 101, 150, 200])('come out whole: %i of them', async (count) => {
		const [, , huawei = cloud] = clouds;
		const verified = Array.from({ length: count }, (_, index) => ({ contact_value: String(index), contact_way: 0 }));
		const server = await serve(({ path }, response) => {
			const query = new URL(path, 'http://x').searchParams;
			const [from = 0, to = 0] = way(Number(query.get('offset')), Number(query.get('limit')));
			response.setHeader('X-Request-Id', 'r');
			json(response, { contact_list: from < 0 ? [] : verified.slice(from, to), count });
		});
		const { outputs } = await runNode({
			node: huawei.node,
			parameters: { resource: 'ticketContact', operation: 'listVerified', returnAll: true },
			credentials: [huawei.credential(server.url)],
		});
		await server.close();
		expect(outputs[0]?.map(({ json: item }) => (item['data'] as { contact_value: string }).contact_value)).toEqual(verified.map(({ contact_value }) => contact_value));
		expect(outputs.slice(1).flat()).toEqual([]);
	});
});
