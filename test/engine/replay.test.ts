/** Running the node again does not send again: n8n's Retry On Fail under every setting, and its button Retry. */
import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const node = new ParcelNode();
const parameters = { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1 };
const routes = { values: [{ name: 'Full', codes: ['Box.Full'], typedCodes: '' }] };

/**
 * A server that answers a phone by its last digit: 1 sent, 2 refused for now, 3 refused for good, 4 the connection
 * breaks, 5 no answer that can be read, 6 a fault of the vendor.
 */
async function stage(run: (url: string) => Promise<unknown>, repaired: () => boolean = () => false) {
	const asked = new Map<string, number>();
	const server = await serve(({ body, path }, response) => {
		const { PhoneNum, Code } = JSON.parse(body) as { PhoneNum: string; Code?: string };
		const name = `${path} ${PhoneNum} ${Code ?? ''}`.trim();
		asked.set(name, (asked.get(name) ?? 0) + 1);
		const way = repaired() ? 1 : Number(PhoneNum.at(-1));
		if (way === 2) json(response, { id: 'r', code: 'Box.Soon', message: 'soon' });
		else if (way === 3) json(response, { id: 'r', code: path === '/open' ? 'Box.WrongCode' : 'Box.Full', message: 'full' });
		else if (way === 4) response.destroy();
		else if (way === 5) response.end('<html>');
		else if (way === 6) json(response, { id: 'r', code: 'Box.Jammed', message: `jammed for ${PhoneNum}` });
		else json(response, { id: 'r', box: 7 });
	});
	const result = await run(server.url);
	await server.close();
	return { asked, result };
}

const modes = ['category', 'successOrError', 'errorCode', 'none'] as const;
const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;
const settings = modes.flatMap((branchOn) => onErrors.map((onError) => ({ branchOn, onError })));
const phones = ['33', '11', '44', '55', '66', '22', '111', '333'];

describe.each(settings)('Retry On Fail with Branch On $branchOn and On Error $onError', ({ branchOn, onError }) => {
	it('sends nothing again that was sent or may have been sent', async () => {
		const { asked } = await stage(async (url) =>
			await runNode({
				node,
				parameters: { ...parameters, branchOn, routes },
				items: phones.map((phone) => ({ phone })),
				credentials: [parcelCredential(url)],
				settings: { onError, retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			}),
		);
		const twice = [...asked].filter(([name, times]) => times > 1 && /[1456]$/.test(name));
		expect(twice).toEqual([]);
	});
});

describe('a workflow that stops in the middle', () => {
	const items = Array.from({ length: 500 }, (_, index) => ({ phone: `${String(1000 + index)}${index === 300 ? '3' : '1'}` }));

	it("sends each message once, whatever Retry On Fail and the button Retry repeat", async () => {
		let repaired = false;
		const { asked, result } = await stage(
			async (url) => {
				const once = { node, parameters: { ...parameters, branchOn: 'none' }, items, credentials: [parcelCredential(url)] };
				const failed = await runNode({ ...once, settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } });
				expect(failed.error?.message).toContain('[item 300]');
				repaired = true;
				return failed;
			},
			() => repaired,
		);
		expect(result).toBeDefined();
		expect([...asked].filter(([name, times]) => times > 1 && name.endsWith('1'))).toEqual([]);
		expect(asked.get(`/send ${items[300]?.phone ?? ''}`)).toBe(3);
	});

	it('goes on behind what was sent when a person presses Retry, and answers for every item', async () => {
		const { asked, result } = await stage(
			async (url) =>
				await runNode({
					node,
					parameters: { ...parameters, branchOn: 'none' },
					items: items.slice(290, 310),
					credentials: [parcelCredential(url)],
					retries: [{ ...parameters, branchOn: 'category' }],
				}),
			() => false,
		);
		const { outputs } = result as Awaited<ReturnType<typeof runNode>>;
		expect(outputs.map((out) => out.length)).toEqual([19, 1, 0, 0, 0]);
		expect([...asked].filter(([name, times]) => times > 1 && name.endsWith('1'))).toEqual([]);
		expect(outputs[0]?.every(({ json: item }) => item['requestId'] === 'r')).toBe(true);
	});

	it('sends again what a person has changed', async () => {
		const { asked } = await stage(async (url) =>
			await runNode({
				node,
				parameters: { ...parameters, branchOn: 'none' },
				items: [{ phone: '11' }, { phone: '33' }],
				credentials: [parcelCredential(url)],
				retries: [{ ...parameters, branchOn: 'none', phoneNum: '={{ $json.phone + "1" }}' }],
			}),
		);
		expect(asked.get('/send 11')).toBe(1);
		expect(asked.get('/send 111')).toBe(1);
		expect(asked.get('/send 331')).toBe(1);
	});
});

describe('a code that was wrong', () => {
	it('is not checked again by itself, as each check uses up a try', async () => {
		const { asked } = await stage(async (url) =>
			await runNode({
				node,
				parameters: { resource: 'locker', operation: 'open', phoneNum: '33', code: '={{ $json.code }}', branchOn: 'none' },
				items: [{ code: '123456' }],
				credentials: [parcelCredential(url)],
				settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			}),
		);
		expect([...asked.values()]).toEqual([1]);
	});
});

describe('what n8n keeps of it', () => {
	it('holds no secret, no contact and little of the rest', async () => {
		const kept: string[] = [];
		class Spy extends ParcelNode {
			override async execute(this: IExecuteFunctions) {
				const outputs = await ParcelNode.prototype.execute.call(this);
				kept.push(JSON.stringify(this.getContext('node')));
				return outputs;
			}
		}
		const many = Array.from({ length: 300 }, (_, index) => ({ phone: `18877776${String(index).padStart(3, '0')}6`, code: '731942' }));
		for (const operation of ['sendCode', 'open']) {
			await stage(async (url) =>
				await runNode({
					node: new Spy(),
					parameters: { ...parameters, operation, ...(operation === 'open' ? { code: '={{ $json.code }}' } : {}) } as INode['parameters'],
					items: many,
					credentials: [parcelCredential(url)],
				}),
			);
		}
		expect(kept).toHaveLength(2);
		for (const text of kept) {
			expect(text).not.toMatch(/18877776|731942/);
			expect(text.length).toBeLessThan(300 * 150);
		}
	});
});

describe('a loop', () => {
	it('sends each time that it comes by, for each is a run of its own', async () => {
		/** Runs twice within one execution, as n8n runs a node in a loop: under another run index. */
		class Looped extends ParcelNode {
			override async execute(this: IExecuteFunctions) {
				const round = (index: number) =>
					new Proxy(this, {
						get: (target, name): unknown =>
							name === 'getWorkflowDataProxy' ? () => ({ $runIndex: index }) : Reflect.get(target, name),
					});
				await ParcelNode.prototype.execute.call(round(0));
				await ParcelNode.prototype.execute.call(round(0));
				return await ParcelNode.prototype.execute.call(round(1));
			}
		}
		const { asked } = await stage(async (url) =>
			await runNode({ node: new Looped(), parameters, items: [{ phone: '11' }], credentials: [parcelCredential(url)] }),
		);
		expect(asked.get('/send 11')).toBe(2);
	});
});
