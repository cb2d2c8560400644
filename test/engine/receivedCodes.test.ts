/** Received codes as people type them, through the nodes in n8n's engine. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { optionalFields, parameterName } from '../../nodes/engine/words/names';
import { clouds } from '../support/clouds';
import { publicName } from '../support/declarations';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';
import { sentValues } from '../support/sent';

const steps = clouds.flatMap((cloud) =>
	cloud.vendor.operations.flatMap((operation) => {
		const code = operation.fields.find(({ secret, wire }) => secret === true && /code/i.test(wire));
		return code === undefined ? [] : [{ name: `${cloud.vendor.name} ${publicName(operation)}`, cloud, operation, code }];
	}),
);

const typed = ['068923', '068 923', ' 068923\n', '068-923', '０６８９２３', '0 6 8 9 2 3', '٠٦٨٩٢٣', '\u200b068923', '068–923', '【068923】', '"068923"', '068.923'];
const empty = ['', '   ', '-', '\u200b', '（）', null];

describe.each(steps)('$name', ({ cloud, operation, code }) => {
	const name = parameterName(code.wire);
	const run = async (values: readonly unknown[]) => {
		const server = await serve((_seen, response) => { cloud.succeed(response); });
		const parameters: INodeParameters = { ...sampleParameters(operation), [name]: '={{ $json.code }}', [optionalFields]: {} };
		const items = values.map((value) => ({ code: value }) as IDataObject);
		const { outputs } = await runNode({ node: cloud.node, parameters, items, credentials: [cloud.credential(server.url)] });
		await server.close();
		return { sent: server.seen.map((seen) => sentValues(seen)[code.wire]), refused: (outputs[1] ?? []).map(({ json }) => json['failure'] as IDataObject) };
	};

	it('gets the code however it is typed', async () => {
		const { sent, refused } = await run(typed);
		expect(refused).toEqual([]);
		expect(sent).toEqual(typed.map(() => '068923'));
	});

	it('is not asked with an empty code', async () => {
		const { sent, refused } = await run(empty);
		expect(sent).toEqual([]);
		expect(refused).toHaveLength(empty.length);
		expect(new Set(refused.map(({ code: said, category }) => `${String(said)} ${String(category)}`))).toEqual(new Set(['Local.MissingParameter fixInput']));
	});

	it('does not read an address or a number as a code', async () => {
		const { sent, refused } = await run(['name@example.com', '+852 5123 4567']);
		expect(sent).toEqual([]);
		expect(refused.map(({ field }) => field)).toEqual([code.wire, code.wire]);
	});
});

describe('a code of six digits', () => {
	const fixed = steps.filter(({ code }) => code.type === 'text' && (code.length?.[0] === 6 || code.format !== undefined));

	it.each(fixed)('that has lost its leading zero is refused by $name, with the reason', async ({ cloud, operation, code }) => {
		const parameters: INodeParameters = { ...sampleParameters(operation), [parameterName(code.wire)]: '={{ $json.code }}' };
		const { outputs } = await runNode({ node: cloud.node, parameters, items: [{ code: 68923 }], credentials: [cloud.credential('http://127.0.0.1:9')] });
		expect(String((outputs[1]?.[0]?.json['failure'] as IDataObject)['explanation'])).toContain('no leading zeros');
		expect(fixed).toHaveLength(2);
	});
});
