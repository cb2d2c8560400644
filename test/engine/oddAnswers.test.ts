/** HTTP 200 from a server like Huawei Cloud's: what leaves by Success are the documented answers and nothing else. */
import type { INodeExecutionData } from 'n8n-workflow';
import { clouds } from '../support/clouds';
import { declared } from '../support/declarations';
import { runNode } from '../support/engine';
import { neverSuccesses, type OddBody, reads, wholeSuccesses } from '../support/oddBodies';
import { serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const cloud = clouds.find(({ vendor }) => vendor.name === 'huaweiCloud') ?? clouds[0];

const itemOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;

const credentialOf = (url: string) => [cloud.credential(url)];

describe.each(['ticketContact.verify', 'ticketContact.sendCode'])('%s', (name) => {
	it('is a Success for the documented answers alone, and a code in every other case', async () => {
		const given = [...wholeSuccesses, ...neverSuccesses];
		let asked = 0;
		const server = await serve((_seen, response) => {
			const { body = '', headers = {} } = given[asked] ?? {};
			asked += 1;
			response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(body);
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: sampleParameters(declared(cloud.vendor, name)),
			items: given.map(() => ({})),
			credentials: credentialOf(server.url),
			settings: { onError: 'continueRegularOutput' },
		});
		await server.close();
		expect(asked).toBe(given.length);
		expect(neverSuccesses.length).toBeGreaterThan(60);
		const left = (outputs[0] ?? []).map((item) => given[itemOf(item)]?.body);
		expect(left).toEqual(wholeSuccesses.map(({ body }) => body));
		expect(outputs.slice(1).flat()).toHaveLength(neverSuccesses.length);
		const failures = outputs.slice(1).flat().map(({ json }) => json['failure'] as { code: string; maybeSent?: boolean });
		const unread = failures.filter(({ code }) => code === 'Local.UnreadableAnswer');
		expect(unread.length).toBeGreaterThan(50);
		if (name.endsWith('sendCode')) expect(unread.filter(({ maybeSent }) => maybeSent !== true)).toEqual([]);
	});

	it('keeps the words of an answer that is none of the vendor’s', async () => {
		const server = await serve((_seen, response) => {
			response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"error_code":"","error_msg":"System busy"}');
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: sampleParameters(declared(cloud.vendor, name)),
			credentials: credentialOf(server.url),
		});
		await server.close();
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({
			code: 'Local.UnreadableAnswer',
			explanation: expect.stringContaining('a message and no code, and said: System busy') as string,
		});
	});
});

describe.each(reads)('$name', ({ name, documented, odd }) => {
	const answered = async ({ body, headers = {} }: OddBody) => {
		const server = await serve((_seen, response) => {
			response.writeHead(200, { 'Content-Type': 'application/json', ...headers }).end(body);
		});
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: { ...sampleParameters(declared(cloud.vendor, name)), returnAll: false, limit: 50 },
			credentials: credentialOf(server.url),
			settings: { onError: 'continueRegularOutput' },
		});
		await server.close();
		return outputs;
	};

	it.each(documented)('is a Success for %s', async (body, items) => {
		const outputs = await answered({ body });
		expect(outputs.map((output) => output.length)).toEqual([items, 0, 0, 0, 0]);
	});

	it('is a failure for every other answer, those included that say nothing but that all is well', async () => {
		const given = [...wholeSuccesses, ...neverSuccesses, ...odd];
		const all = await Promise.all(given.map(async (one) => ({ body: one.body, outputs: await answered(one) })));
		const wrong = all.filter(({ outputs }) => outputs[0]?.length !== 0 || outputs.flat().length !== 1);
		expect(wrong.map(({ body }) => body)).toEqual([]);
	});
});
