import { execute } from '../support/execution';
import { answerNext } from '../support/forms';
import type { Workflow } from '../../scripts/lib/examples';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

beforeEach(async () => {
	await stage.resetSandbox();
});

/** How often the node itself asks where nothing was sent and a second is enough. */
const tries = 3;

type Row = Readonly<Record<string, unknown>>;

/** Runs a workflow and answers the items that a node gave in all of its runs. */
async function run(id: string, ...nodes: readonly string[]): Promise<readonly (readonly Row[])[]> {
	const { runData, error } = await execute<Row>(stage.session, id);
	expect(error).toBeUndefined();
	return nodes.map((node) =>
		(runData[node] ?? []).flatMap(({ data }) => (data?.main ?? []).flatMap((items) => (items ?? []).map(({ json }) => json))),
	);
}

describe('many recipients', () => {
	test('each recipient of the table comes out as one row of the result table, in order', async () => {
		const [rows] = await run('manyRecipients01', 'Result Table');
		expect(rows).toMatchObject([
			{ phone: '+1 2025550120', sent: true },
			{ phone: '+44 7700900121', sent: true },
			{ phone: '+44 7700ABCDEF', sent: false, code: 'Local.InvalidParameter' },
			{ phone: '+1 5395550177', sent: false, code: 'FailedOperation.PhoneBindUpper' },
			{ phone: '+1 2025550123', sent: true },
			{ phone: '+44 7700900124', sent: true },
		]);
	});

	test('a recipient that still comes too fast after the tries of the node is waited for and asked once more', async () => {
		const refusal = { vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', code: 'RequestLimitExceeded' };
		await answerNext(stage, { ...refusal, times: tries });
		const [rows, again] = await run('manyRecipients01', 'Result Table', 'Send Code Once More');
		expect(again).toMatchObject([{ success: true }]);
		expect(rows?.[0]).toMatchObject({ phone: '+1 2025550120', sent: true });
		expect(rows).toHaveLength(6);
	});

	test('a recipient whose code may be out is not asked for again', async () => {
		await answerNext(stage, { vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', fault: 'half-json' });
		const [rows, again] = await run('manyRecipients01', 'Result Table', 'Send Code Once More');
		expect(again).toEqual([]);
		expect(rows?.[0]).toMatchObject({ phone: '+1 2025550120', sent: false });
	});
});

describe('fail-over', () => {
	let runs = 0;

	/** Takes other people as recipients. */
	async function writeTo(last: number): Promise<void> {
		const { nodes } = (await stage.session.ask('GET', '/workflows/failOver01')) as Workflow;
		const digit = String(last);
		const changed = JSON.stringify(nodes)
			.replaceAll(/202555013\d/g, `202555013${digit}`)
			.replaceAll(/770090013\d/g, `770090013${digit}`)
			.replaceAll(/email\d?@example/g, `email${last === 0 ? '' : digit}@example`);
		await stage.session.ask('PATCH', '/workflows/failOver01', { nodes: JSON.parse(changed) as unknown });
	}

	/** No run before has written to them: a contact of Huawei Cloud gets one code a minute. */
	beforeEach(async () => {
		runs += 1;
		await writeTo(runs);
	});
	afterAll(async () => {
		await writeTo(0);
	});

	test('a chosen code leads to the other channel, another to the other cloud, and the rest to the operator', async () => {
		const [sent, told] = await run('failOver01', 'Code Sent', 'Message to Operator');
		expect(sent).toEqual([
			{ name: 'Your recipient', verifyWith: 'huaweiCloud: ticketContact', sentTo: '+1 2025550131' },
			{ name: 'Reached by SMS', verifyWith: 'huaweiCloud: ticketContact', sentTo: '+44 7700900131' },
			{ name: 'Refused by SMS, reached by email', verifyWith: 'huaweiCloud: ticketContact', sentTo: 'email1@example.com' },
			{
				name: 'Refused by the whole cloud, reached by the other',
				verifyWith: 'tencentCloud: domainContact',
				sentTo: 'cloud@example.com',
			},
		]);
		expect(told).toMatchObject([{ name: 'Without a valid number', code: 'Local.InvalidParameter' }]);
	});

	test('an answer that was lost leads to no other channel, because the code may be out', async () => {
		await answerNext(stage, { vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', fault: 'half-json' });
		const [sent, told] = await run('failOver01', 'Code Sent', 'Message to Operator');
		expect(sent?.map(({ name }) => name)).not.toContain('Your recipient');
		expect(told?.map(({ name }) => name)).toContain('Your recipient');
	});

	test('when the other channel and the other cloud refuse too, the operator is told', async () => {
		await answerNext(stage, { vendor: 'tencentCloud', operation: 'domainContact.sendCode', code: 'InternalError.NeedLogin' });
		const [, told] = await run('failOver01', 'Code Sent', 'Message to Operator');
		expect(told).toMatchObject([{ code: 'Local.InvalidParameter' }, { code: 'InternalError.NeedLogin' }]);
	});
});
