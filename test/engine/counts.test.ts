/** What an execution shows beside its items: how many messages it sent, by which a person finds it again. */
import type { ServerResponse } from 'node:http';
import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { runNode } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const parameters = { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1 };

/** The locker answers by the last digit: sent, refused, or nothing at all. */
function answer(response: ServerResponse, phone: string): void {
	if (phone.endsWith('0')) json(response, { id: 'r' });
	else if (phone.endsWith('1')) json(response, { id: 'r', code: 'Box.Full', message: '' });
	else response.destroy();
}

async function run(phones: readonly string[], more: INodeParameters = {}, node = new ParcelNode(), rest = {}) {
	const server = await serve(({ body }, response) => { answer(response, (JSON.parse(body) as { PhoneNum: string }).PhoneNum); });
	const items = phones.map((phone) => ({ phone }));
	const result = await runNode({ node, parameters: { ...parameters, ...more }, items, credentials: [parcelCredential(server.url)], ...rest });
	await server.close();
	return result;
}

describe('the custom data of an execution', () => {
	it('counts messages that were sent, refused, and may be out', async () => {
		const { customData } = await run(['10', '20', '30', '11', '21', '12']);
		expect(customData).toEqual({ messages_sent: '3', messages_refused: '2', messages_maybe_sent: '1' });
	});

	it('has no entry for what did not happen, nor for what was simulated', async () => {
		expect((await run(['10'])).customData).toEqual({ messages_sent: '1' });
		expect((await run(['10'], { options: { simulate: 'success' } })).customData).toEqual({});
		expect((await run(['10'], { operation: 'open', code: '123456' })).customData).toEqual({});
	});

	it('counts the items of a node that ran again once, and those of a loop each time', async () => {
		class Again extends ParcelNode {
			override async execute(this: IExecuteFunctions) {
				const round = (index: number) =>
					new Proxy(this, {
						get: (target, name): unknown => (name === 'getWorkflowDataProxy' ? () => ({ $runIndex: index }) : Reflect.get(target, name)),
					});
				await ParcelNode.prototype.execute.call(round(0));
				await ParcelNode.prototype.execute.call(round(0));
				return await ParcelNode.prototype.execute.call(round(1));
			}
		}
		expect((await run(['10', '20', '11'], {}, new Again())).customData).toEqual({ messages_sent: '4', messages_refused: '2' });
	});

	it('counts also where a failure stops the workflow', async () => {
		const { customData, error } = await run(['10', '20', '11', '30'], { branchOn: 'none' });
		expect(error).toBeDefined();
		expect(customData).toEqual({ messages_sent: '2', messages_refused: '1' });
	});
});
