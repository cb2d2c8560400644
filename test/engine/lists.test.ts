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

	it('ends although the vendor counts more entries than it gives', async () => {
		const { outputs } = await list(ways['rows to skip'], { returnAll: true }, 1_000);
		expect(outputs[0]).toHaveLength(75);
	});

	it('masks contacts on demand', async () => {
		const { outputs } = await list(ways['rows to skip'], { limit: 1, options: { maskContact: true } });
		expect(outputs[0]?.[0]?.json['data']).toMatchObject({ Code: '188****0000' });
	});

	it('is asked for again when the vendor is busy, at most three times', async () => {
		const answers = [{ Error: { Code: 'RequestLimitExceeded', Message: 'slow down' } }, { PhoneEmailList: contacts.slice(0, 1), TotalCount: 1 }];
		const server = await serve((_seen, response) => {
			json(response, { Response: { ...(answers.shift() ?? {}), RequestId: 'r' } });
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { resource: 'domainContact', operation: 'list', type: 1 },
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(outputs[0]).toHaveLength(1);
		expect(server.seen).toHaveLength(2);
	});
});
