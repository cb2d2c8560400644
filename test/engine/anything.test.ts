/** Whatever the workflow's data holds, every item comes out, and what is sent is what the vendor's page allows. */
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { parameterName } from '../../nodes/engine/words/names';
import { clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc.constantFrom('', ' ', '\u0000', '18888888888', '+8618888888888', '1e5', '0x10', '１２３', '\n', '../..', '{{ 1 }}', '=1', "' OR 1=1", '-1', 'NaN', 'null', '__proto__', 'constructor'),
	fc.constantFrom(NaN, Infinity, -0, 1e21, 0.1, Number.MAX_SAFE_INTEGER + 2),
);

const operations = clouds.flatMap((cloud) =>
	cloud.vendor.operations
		.filter(({ fields, listing }) => listing === undefined && fields.some(({ required }) => required))
		.map((operation) => ({ name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`, cloud, operation })),
);

describe.each(operations)('$name', ({ cloud, operation }) => {
	it('lets every item out once, whatever is given for any field', async () => {
		const required = operation.fields.filter((field) => field.required).map(({ wire }) => parameterName(wire));
		const values = fc.sample(anything, { numRuns: 60 * required.length, seed: 7 });
		const items = values.map((value, index) => ({ name: required[index % required.length], value }) as IDataObject);
		const server = await serve((_seen, response) => {
			cloud.succeed(response);
		});
		const sample = sampleParameters(operation);
		const parameters = Object.fromEntries(
			Object.entries(sample).map(([name, value]) => [
				name,
				required.includes(name) ? `={{ $json.name === ${JSON.stringify(name)} ? $json.value : ${JSON.stringify(value)} }}` : value,
			]),
		);
		const { outputs, error } = await runNode({ node: cloud.node, parameters, items, credentials: [cloud.credential(server.url)] });
		await server.close();
		expect(error).toBeUndefined();
		const came = outputs.flat();
		expect(new Set(came.map(({ pairedItem }) => (pairedItem as { item: number }).item)).size).toBe(items.length);
		const refused = came.filter(({ json }) => json['success'] !== true);
		for (const { json } of refused) {
			expect(json['failure']).toMatchObject({ code: expect.stringMatching(/^Local\.(Missing|Invalid)Parameter$/) as string, category: 'fixInput' });
		}
	});
});
