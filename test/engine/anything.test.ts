/** Whatever the workflow's data holds, every item comes out, and what is sent is what the vendor's page allows. */
import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { optionalFields, parameterName } from '../../nodes/engine/words/names';
import type { Field, Operation } from '../../nodes/engine/words/operation';
import { allowed } from '../support/allowed';
import { clouds } from '../support/clouds';
import { publicName } from '../support/declarations';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { answerSample, sampleParameters } from '../support/samples';
import { sentValues } from '../support/sent';

const digit = fc.constantFrom(...'0123456789０１２３４５６７８９٠١٢٣٤٥٦٧٨٩');
const written = fc
	.array(fc.oneof({ weight: 4, arbitrary: digit }, { weight: 1, arbitrary: fc.constantFrom(' ', '-', '+', '(', ')', '.', '/', '00', '852', '\u200b', 'ー') }), { maxLength: 40 })
	.map((parts) => parts.join(''));

const anything = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	written,
	fc.constantFrom('', ' ', '\u0000', '18888888888', '+8618888888888', '1e5', '0x10', '１２３', '\n', '../..', '{{ 1 }}', '=1', "' OR 1=1", '-1', 'NaN', 'null', '__proto__', 'constructor', 'Asia/Shanghai', 'SMS', 'zh-CN', '123-456', 'name@example.com', '\ud800', 'a\r\nX-Evil: 1'),
	fc.constantFrom(NaN, Infinity, -0, 1e21, 0.1, Number.MAX_SAFE_INTEGER + 2),
);

const pathOf = ({ required, wire }: Field): readonly string[] => [...(required ? [] : [optionalFields]), parameterName(wire)];

/** The sample, with an expression in each field: the item's value where the item names it, else the sample's. */
function parametersOf(operation: Operation): INodeParameters {
	const parameters: INodeParameters = { ...sampleParameters(operation) };
	const optional: INodeParameters = {};
	for (const field of operation.fields) {
		const name = parameterName(field.wire);
		const otherwise = field.required ? JSON.stringify(parameters[name]) : 'null';
		(field.required ? parameters : optional)[name] = `={{ $json.name === ${JSON.stringify(name)} ? $json.value : ${otherwise} }}`;
	}
	return { ...parameters, [optionalFields]: optional };
}

const operations = clouds.flatMap((cloud) =>
	cloud.vendor.operations
		.filter(({ fields }) => fields.length > 0)
		.map((operation) => ({ name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`, cloud, operation })),
);

describe.each(operations)('$name', ({ cloud, operation }) => {
	it('lets every item out once, and sends what the page allows, whatever is given for any field', async () => {
		const names = operation.fields.map((field) => pathOf(field).at(-1) ?? '');
		const values = fc.sample(anything, { numRuns: 60 * names.length, seed: 7 });
		const items = values.map((value, index) => ({ name: names[index % names.length], value }) as IDataObject);
		const server = await serve((_seen, response) => {
			cloud.succeed(response, answerSample(operation));
		});
		const parameters = parametersOf(operation);
		const { outputs, error } = await runNode({ node: cloud.node, parameters, items, credentials: [cloud.credential(server.url)] });
		await server.close();
		expect(error).toBeUndefined();
		const came = outputs.flat().map(({ pairedItem }) => (pairedItem as { item: number }).item);
		expect([...came].sort((one, other) => one - other)).toEqual(items.map((_, index) => index));
		const refused = outputs.flat().filter(({ json }) => json['success'] !== true);
		for (const { json } of refused) {
			expect(json['failure']).toMatchObject({ code: expect.stringMatching(/^Local\.(Missing|Invalid)Parameter$/) as string, category: 'fixInput' });
		}
		expect(server.seen).toHaveLength(items.length - refused.length);
		expect(server.seen.length).toBeGreaterThan(0);
		const page = allowed[`${cloud.vendor.name}.${publicName(operation)}`];
		const wrong = server.seen.map((seen) => sentValues(seen)).flatMap((sent) => page?.(sent) ?? ['the test does not know the page']);
		expect(wrong).toEqual([]);
	});
});
