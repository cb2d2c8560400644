/** Nothing that the vendor refused leaves by Success, whatever shape the input, the answer or a fault inside has. */
import type { IDataObject, IExecuteFunctions, INode } from 'n8n-workflow';
import { execute } from '../../nodes/engine/run/execute';
import { type Cloud, clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { json, parcel, serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const nested = (levels: number): unknown => {
	let value: unknown = 'end';
	for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { x: value };
	return value;
};

const circular = (): IDataObject => {
	const one: IDataObject = { name: 'one' };
	one['itself'] = one;
	one['list'] = [one, one];
	return one;
};

const throwing = (): IDataObject =>
	Object.defineProperty({ fine: 1 }, 'bad', {
		enumerable: true,
		get: () => {
			throw new Error('no');
		},
	});

/** Objects that share one another: 2^40 paths through 40 of them. */
const shared = (): IDataObject => {
	let value: IDataObject = { end: true };
	for (let level = 0; level < 40; level += 1) value = { one: value, other: value };
	return value;
};

const inputs: ReadonlyArray<readonly [string, () => IDataObject]> = [
	['nested 3,000 deep', () => ({ x: nested(3_000) }) as IDataObject],
	['nested 100,000 deep', () => ({ x: nested(100_000) }) as IDataObject],
	['referring to itself', circular],
	['with a getter that throws', throwing],
	['shared over and over', shared],
	['a text of 1 MB', () => ({ x: '验'.repeat(350_000) })],
	['with the names of the language', () => JSON.parse('{"__proto__":{"success":true},"constructor":1,"toString":2,"success":true}') as IDataObject],
	['a proxy that lists no names', () => new Proxy({}, { ownKeys: () => { throw new Error('no'); } })],
];

const checks = clouds.flatMap((cloud) => {
	const operation = cloud.vendor.operations.find(({ effect, fields }) => effect === 'write' && fields.some(({ secret }) => secret === true));
	return operation === undefined ? [] : [{ name: `${cloud.vendor.displayName}, ${operation.name}`, cloud, operation }];
});

const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const modes = ['category', 'successOrError', 'errorCode', 'none'] as const;

async function refusedRun(cloud: Cloud, parameters: INode['parameters'], input: IDataObject, settings: Partial<INode>, answer?: string) {
	const server = await serve((_seen, response) => {
		if (answer === undefined) cloud.refuse(response, 'FailedOperation.Wrong', 'no');
		else response.writeHead(200, { 'Content-Type': 'application/json', 'X-Request-Id': 'r' }).end(answer);
	});
	const result = await runNode({ node: cloud.node, parameters, items: [input, {}], credentials: [cloud.credential(server.url)], settings });
	await server.close();
	return { ...result, requests: server.seen.length };
}

describe.each(checks)('$name', ({ cloud, operation }) => {
	const parameters = { ...sampleParameters(operation), options: { includeInput: true } };

	it.each(inputs)('lets no refused item out of Success: input %s', async (_what, input) => {
		for (const onError of onErrors) {
			for (const branchOn of modes) {
				const { outputs, error } = await refusedRun(cloud, { ...parameters, branchOn }, input(), { onError });
				expect((outputs[0] ?? []).filter(({ json: item }) => item['success'] === true || (item['error'] === undefined && branchOn !== 'none'))).toEqual([]);
				if (error === undefined) expect(outputs.flat()).toHaveLength(2);
				else expect([onError, branchOn]).toEqual(['stopWorkflow', 'none']);
			}
		}
	});

	it.each([
		['lists 100,000 deep', deep(100_000)],
		['an envelope with lists 100,000 deep', `{"Response":{"Error":{"Code":"X","Message":${deep(100_000)}},"RequestId":"r"},"error_code":"X.1","error_msg":${deep(100_000)},"Code":"X","Message":${deep(100_000)},"RequestId":"r"}`],
		['a contradiction that is deep', `{"Code":"OK","RequestId":"r","Success":${deep(100_000)},"error_msg":${deep(100_000)},"Response":${deep(100_000)}}`],
		['a name twice', '{"Response":{"Error":{"Code":"X","Message":""},"RequestId":"r"},"Response":{"RequestId":"r"},"Code":"X","Code":"OK","RequestId":"r","Success":true,"error_code":"X.1","error_code":"0"}'],
		['a name twice, once written otherwise', '{"Response":{"RequestId":"r"},"Respons\\u0065":{"RequestId":"r"},"Code":"X","\\u0043ode":"OK","RequestId":"r","error_code":"X.1","error\\u005fcode":"0"}'],
	])('takes no odd answer for a yes: %s', async (_what, answer) => {
		for (const onError of onErrors) {
			const { outputs, requests } = await refusedRun(cloud, parameters, {}, { onError }, answer);
			expect(requests).toBe(2);
			expect(outputs[0]).toEqual([]);
			expect(outputs.flat()).toHaveLength(2);
		}
	});

	it('gives a deep answer of the vendor out with a word where it is cut, and asks once', async () => {
		const data = `{"Deep":${deep(3_000)}}`;
		const envelope = `{"Response":{"Deep":${deep(3_000)},"RequestId":"r"},"Code":"OK","Success":true,"RequestId":"r","Deep":${deep(3_000)}}`;
		const { outputs, requests } = await refusedRun(cloud, { ...parameters, options: { maskContact: true } }, {}, { retryOnFail: true, maxTries: 3 }, cloud.vendor.name === 'huaweiCloud' ? data : envelope);
		expect(requests).toBe(2);
		expect(outputs.flat()).toHaveLength(2);
		if (outputs[0]?.length === 2) expect(JSON.stringify(outputs[0])).toContain('[nested too deep]');
	});
});

/** n8n's side of a run in which one thing is broken. */
const broken = (context: IExecuteFunctions, name: keyof IExecuteFunctions): IExecuteFunctions =>
	new Proxy(context, {
		get(target, asked): unknown {
			if (asked === name) {
				return () => {
					throw new Error('broken');
				};
			}
			return Reflect.get(target, asked);
		},
	});

describe('whatever of n8n breaks', () => {
	const parameters = { resource: 'locker', operation: 'sendCode', phoneNum: '1', channel: 1 };

	it.each(['getNodeParameter', 'getInputData', 'getCredentials', 'getExecutionCancelSignal', 'addExecutionHints', 'helpers'] as const)(
		'nothing is thrown under a continue setting, and nothing leaves by Success: %s',
		async (name) => {
			const server = await serve((_seen, response) => { json(response, { id: 'r', code: 'Box.Full', message: '' }); });
			for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
				for (const branchOn of modes) {
					const node = {
						description: { ...parcelDescription(), outputs: ['main', 'main', 'main', 'main', 'main'] as never },
						async execute(this: IExecuteFunctions) {
							return await execute(broken(this, name), parcel);
						},
					};
					const { outputs, error } = await runNode({
						node,
						parameters: { ...parameters, branchOn },
						items: [{ a: 1 }, { a: 2 }],
						credentials: [{ type: { name: 'parcelApi', displayName: 'Parcel API', properties: [] }, values: { host: server.url } }],
						settings: { onError },
					});
					expect(error).toBeUndefined();
					expect((outputs[0] ?? []).filter(({ json: item }) => item['success'] === true || item['a'] !== undefined)).toEqual([]);
					if (name !== 'getInputData') expect(outputs.flat().length).toBe(2);
				}
			}
			await server.close();
		},
	);
});

const parcelDescription = () => ({
	displayName: 'Parcel',
	name: 'parcel',
	group: ['output' as const],
	version: 1,
	description: 'Parcels',
	defaults: { name: 'Parcel' },
	inputs: ['main' as never],
	credentials: [{ name: 'parcelApi', required: true }],
	properties: [],
});
