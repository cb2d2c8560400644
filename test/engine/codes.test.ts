/** Every documented code of every operation, sent by a server, in every mode. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import type { Category, ErrorMeaning, Operation, Vendor } from '../../nodes/engine/words/operation';
import { askedFor, type Cloud, clouds, credentialByItem } from '../support/clouds';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

const categories: readonly Category[] = ['fixInput', 'retryLater', 'fixAccount', 'vendorFault'];

/** A documented code with what the lists say of it. */
interface Row {
	readonly code: string;
	readonly message: string;
	readonly status: number;
	readonly meaning: ErrorMeaning;
}

/** Every code with every circumstance that changes its meaning. */
function rowsOf(vendor: Vendor, operation: Operation): Row[] {
	const all = { ...vendor.commonCodes, ...operation.codes };
	return Object.entries(all).flatMap(([code, { variants = [], ...plain }]) => [
		{ code, message: 'As it is', status: 200, meaning: plain },
		...variants.map(({ statuses, texts, ...changes }) => ({
			code,
			message: texts?.[0] ?? 'As it is',
			status: statuses?.find((status) => status !== 401) ?? 200,
			meaning: { ...plain, ...changes },
		})),
	]);
}

async function runRows(cloud: Cloud, operation: Operation, rows: readonly Row[], parameters: INodeParameters) {
	const server = await serve(({ path }, response) => {
		const row = rows[askedFor(path)];
		if (row) cloud.refuse(response, row.code, row.message, row.status);
		else cloud.succeed(response);
	});
	const result = await runNode({
		node: cloud.node,
		parameters: { ...sampleParameters(operation), ...parameters },
		items: rows.map(() => ({})),
		credentials: [credentialByItem(cloud, server.url)],
		settings: { onError: 'continueRegularOutput' },
	});
	await server.close();
	return { ...result, asked: new Set(server.seen.map(({ path }) => askedFor(path))).size };
}

const outputByItem = (outputs: readonly INodeExecutionData[][]): Map<number, { output: number; json: INodeExecutionData['json'] }> =>
	new Map(
		outputs.flatMap((items, output) =>
			items.map(({ json, pairedItem }) => [(pairedItem as { item: number }).item, { output, json }] as const),
		),
	);

const operations = clouds.flatMap((cloud) =>
	cloud.vendor.operations
		.filter(({ effect }) => effect !== 'read')
		.map((operation) => ({ name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`, cloud, operation })),
);

describe.each(operations)('$name', ({ cloud, operation }) => {
	const rows = rowsOf(cloud.vendor, operation);

	it('each documented code leaves by the output that says what to do, with wait, field and maybeSent as documented', async () => {
		const { outputs, asked } = await runRows(cloud, operation, rows, { branchOn: 'category' });
		expect(asked).toBe(rows.length);
		const came = outputByItem(outputs);
		for (const [index, { code, meaning }] of rows.entries()) {
			const { output, json } = came.get(index) ?? { output: -1, json: {} };
			expect([code, output]).toEqual([code, 1 + categories.indexOf(meaning.category)]);
			expect(json['failure']).toMatchObject({
				code,
				category: meaning.category,
				...(meaning.retryAfterSeconds === undefined ? {} : { retryAfterSeconds: meaning.retryAfterSeconds }),
				...(meaning.field === undefined ? {} : { field: meaning.field }),
				...(operation.effect === 'message' ? { maybeSent: meaning.maybeSent } : {}),
			});
		}
	});

	it('each documented code leaves by Error when the node branches on success or error', async () => {
		const { outputs } = await runRows(cloud, operation, rows, { branchOn: 'successOrError' });
		expect(outputs.map((items) => items.length)).toEqual([0, rows.length]);
	});

	it('each documented code leaves by the route that names it, and by Other when none does', async () => {
		const codes = [...new Set(rows.map(({ code }) => code))];
		const routed = codes.filter((_code, index) => index % 3 !== 0);
		const values = routed.map((code) => ({ name: code, codes: [code], typedCodes: '' }));
		const { outputs } = await runRows(cloud, operation, rows, { branchOn: 'errorCode', routes: { values } });
		const came = outputByItem(outputs);
		for (const [index, { code }] of rows.entries()) {
			expect([code, came.get(index)?.output]).toEqual([code, routed.includes(code) ? 2 + routed.indexOf(code) : 1]);
		}
	});

	it('each documented code is told apart from success when the node has one output', async () => {
		const { outputs } = await runRows(cloud, operation, rows, { branchOn: 'none' });
		expect(outputs[0]).toHaveLength(rows.length);
		for (const { json } of outputs[0] ?? []) expect(Object.keys(json)).toEqual(['error', 'message', 'details']);
	});
});

describe.each(
	clouds.flatMap((cloud) =>
		cloud.vendor.operations.map((operation) => ({
			name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`,
			cloud,
			operation,
		})),
	),
)('$name, simulated', ({ cloud, operation }) => {
	it('reaches every branch without a request', async () => {
		const codes = [...new Set(rowsOf(cloud.vendor, operation).map(({ code }) => code))];
		const wanted = ['success', ...codes];
		const server = await serve((_seen, response) => {
			response.destroy();
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { ...sampleParameters(operation), options: { simulate: '={{ $json.wanted }}' } },
			items: wanted.map((one) => ({ wanted: one })),
			credentials: [cloud.credential(server.url)],
		});
		await server.close();
		expect(server.seen).toEqual([]);
		const came = outputByItem(outputs);
		expect(came.get(0)).toMatchObject({ output: 0, json: { success: true, simulated: true } });
		for (const [index, code] of codes.entries()) {
			const json = came.get(index + 1)?.json;
			expect(json).toMatchObject({ success: false, simulated: true, failure: { code } });
		}
	});

	it('lets every code leave by its output in every mode', async () => {
		const entries = Object.entries({ ...cloud.vendor.commonCodes, ...operation.codes });
		const values = entries.map(([code]) => ({ name: code, codes: [code], typedCodes: '' })).filter((_route, index) => index % 2 === 0);
		const expected: Readonly<Record<string, (index: number) => number>> = {
			category: (index) => 1 + categories.indexOf(entries[index]?.[1].category ?? 'vendorFault'),
			successOrError: () => 1,
			errorCode: (index) => (index % 2 === 0 ? 2 + index / 2 : 1),
			none: () => 0,
		};
		for (const [branchOn, outputFor] of Object.entries(expected)) {
			const { outputs } = await runNode({
				node: cloud.node,
				parameters: { ...sampleParameters(operation), branchOn, routes: { values }, options: { simulate: '={{ $json.code }}' } },
				items: entries.map(([code]) => ({ code })),
				credentials: [cloud.credential('http://127.0.0.1:1')],
				settings: { onError: 'continueRegularOutput' },
			});
			const came = outputByItem(outputs);
			for (const [index, [code]] of entries.entries()) {
				expect([branchOn, code, came.get(index)?.output]).toEqual([branchOn, code, outputFor(index)]);
				expect(came.get(index)?.json['success']).not.toBe(true);
			}
		}
	});

	it('refuses to simulate what is not documented for it', async () => {
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { ...sampleParameters(operation), options: { simulate: 'Code.OfAnotherOperation' } },
			credentials: [cloud.credential('http://127.0.0.1:1')],
		});
		expect(outputs[1]?.[0]?.json['failure']).toMatchObject({ code: 'Local.InvalidParameter', field: 'simulate' });
	});
});
