/** Guards of sends: what keeps a message from going out, and never one that nobody sent. */
import type { ServerResponse } from 'node:http';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { type KeptKeys, keepKeys } from '../support/deduplication';
import { runNode } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const sendCode = { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1 };

/** What the locker answers for a number. */
type Answer = (response: ServerResponse, phone: string) => void;

const yes: Answer = (response) => { json(response, { id: 'r' }); };
const no = (code: string): Answer => (response) => { json(response, { id: 'r', code, message: '' }); };

/** A server of its own for each stage, and with it an account of its own. */
async function stage(answer: Answer = yes) {
	const asked: string[] = [];
	const server = await serve(({ body }, response) => {
		const { PhoneNum } = JSON.parse(body) as { PhoneNum: string };
		asked.push(PhoneNum);
		answer(response, PhoneNum);
	});
	const run = async (phones: readonly string[], options: IDataObject, rest: INodeParameters = {}) => {
		const parameters = { ...sendCode, ...rest, options } as INodeParameters;
		const items = phones.map((phone, index) => ({ phone, index, order: `order ${String(index)}` }));
		const { outputs, error } = await runNode({ node: new ParcelNode(), parameters, items, credentials: [parcelCredential(server.url)] });
		const all = outputs.flatMap((output, number) => output.map(({ json: item, pairedItem }) => ({ number, item, index: (pairedItem as { item: number }).item })));
		const failures = all
			.sort((one, other) => one.index - other.index)
			.map(({ item }) => item['failure'] as IDataObject | undefined);
		return { outputs: outputs.map((output) => output.length), failures, codes: failures.map((failure) => failure?.['code']), error };
	};
	return { asked, run, close: server.close };
}

let kept: KeptKeys;
beforeAll(async () => { kept = await keepKeys(); });
beforeEach(() => {
	kept.keys.clear();
	kept.answers = async () => { await Promise.resolve(); };
});

describe('a cooldown', () => {
	it('keeps a second message from a contact, and says for how long', async () => {
		const { run, asked, close } = await stage();
		const first = await run(['1', '2', '1'], { cooldown: 60 });
		expect(first).toMatchObject({ outputs: [2, 0, 1, 0, 0], codes: [undefined, undefined, 'Local.Cooldown'] });
		expect(first.failures[2]).toMatchObject({ category: 'retryLater', maybeSent: false });
		const seconds = Number(first.failures[2]?.['retryAfterSeconds']);
		expect(seconds).toBeGreaterThan(50);
		expect(seconds).toBeLessThanOrEqual(60);
		expect((await run(['2', '3'], { cooldown: 60 })).codes).toEqual(['Local.Cooldown', undefined]);
		expect((await run(['1'], {})).outputs[0]).toBe(1);
		expect(asked).toEqual(['1', '2', '3', '1']);
		await close();
	});

	it('lets the next message go at once where the one before was refused', async () => {
		let answers = 0;
		const { run, asked, close } = await stage((response, phone) => {
			answers += 1;
			(answers === 1 ? no('Box.Full') : yes)(response, phone);
		});
		expect((await run(['4', '4', '4'], { cooldown: 60, concurrency: 1 })).codes).toEqual(['Box.Full', undefined, 'Local.Cooldown']);
		expect(asked).toHaveLength(2);
		await close();
	});

	it('holds a contact whose message may be out', async () => {
		const { run, asked, close } = await stage((response) => { response.destroy(); });
		expect((await run(['5', '5'], { cooldown: 60, concurrency: 1 })).codes).toEqual(['Local.ConnectionLost', 'Local.Cooldown']);
		expect(asked).toHaveLength(1);
		await close();
	});

	it('is waited for where little is left of it', async () => {
		const { run, asked, close } = await stage();
		const came = await run(['6', '6'], { cooldown: 0.05, longestWait: 1, concurrency: 1 });
		expect(came.outputs).toEqual([2, 0, 0, 0, 0]);
		expect(asked).toEqual(['6', '6']);
		await close();
	});

	it('of the vendor holds for its contacts whatever the person sets', () => {
		const sends = huaweiCloud.operations.filter(({ effect }) => effect === 'message');
		expect(sends.map(({ contactSeconds }) => contactSeconds)).toEqual([60]);
	});
});

describe('a key that sends once', () => {
	const byOrder = { sendOnceKey: '={{ $json.order }}' };

	it('lets a message out once, and says of the second that one may be out', async () => {
		const { run, asked, close } = await stage();
		const phones = ['10', '11', '12'];
		expect((await run(phones, byOrder)).outputs).toEqual([3, 0, 0, 0, 0]);
		const second = await run(phones, byOrder);
		expect(second.outputs).toEqual([0, 3, 0, 0, 0]);
		expect(second.failures[0]).toMatchObject({ code: 'Local.SentBefore', category: 'fixInput', maybeSent: true });
		expect(asked).toHaveLength(3);
		await close();
	});

	it('is recorded once for each of many items side by side, also where the store forgets what it does at once', async () => {
		const { run, close } = await stage();
		await run(Array.from({ length: 60 }, (_, index) => String(1_000 + index)), { ...byOrder, concurrency: 20 });
		expect(kept.keys.size).toBe(60);
		await close();
	});

	it('is not used by a message that still waits for its turn, so that a process that is killed loses none of those', async () => {
		const used: number[] = [];
		const { run, close } = await stage((response, phone) => {
			used.push(kept.keys.size);
			yes(response, phone);
		});
		await run(['15', '16', '17', '18', '19'], { ...byOrder, requestsPerSecond: 5 });
		expect(used).toEqual([1, 2, 3, 4, 5]);
		await close();
	});

	it('is recorded again at the end of the run where another process writes its own list over it', async () => {
		const { run, asked, close } = await stage();
		let looks = 0;
		kept.answers = async () => {
			looks += 1;
			/* Behind the third of three keys, and once more before the next look; in between the database is away. */
			if (looks === 4 || looks === 6) kept.keys.clear();
			await (looks === 5 ? Promise.reject(new Error('connection terminated')) : Promise.resolve());
		};
		const phones = ['32', '33', '34'];
		expect((await run(phones, byOrder)).outputs[0]).toBe(3);
		expect((await run(phones, byOrder)).codes).toEqual(phones.map(() => 'Local.SentBefore'));
		expect(asked).toEqual(phones);
		await close();
	});

	it('is taken back where nothing was sent, and kept where a message may be out', async () => {
		let broken = true;
		const { run, asked, close } = await stage((response, phone) => {
			if (!broken) yes(response, phone);
			else if (phone === '21') response.destroy();
			else no('Box.Full')(response, phone);
		});
		expect((await run(['20', '21'], byOrder)).codes).toEqual(['Box.Full', 'Local.ConnectionLost']);
		broken = false;
		expect((await run(['20', '21'], byOrder)).codes).toEqual([undefined, 'Local.SentBefore']);
		expect(asked).toEqual(['20', '21', '20']);
		await close();
	});

	it('stands in the database without anything of itself', async () => {
		const { run, close } = await stage();
		await run(['8613800001234'], { sendOnceKey: '={{ $json.phone }}' });
		expect([...kept.keys].join()).not.toContain('13800001234');
		expect(kept.keys.size).toBe(1);
		await close();
	});

	it('that cannot be recorded keeps the message back, and the next one is asked for again', async () => {
		const { run, asked, close } = await stage();
		kept.answers = async () => await Promise.reject(new Error('connection terminated'));
		const came = await run(['30'], byOrder);
		expect(came.failures[0]).toMatchObject({ code: 'Local.KeyNotRecorded', category: 'retryLater', maybeSent: false });
		expect(asked).toEqual([]);
		kept.answers = async () => { await Promise.resolve(); };
		expect((await run(['30'], byOrder)).outputs[0]).toBe(1);
		await close();
	});

	it.each([
		['is empty', '={{ "" }}', 'Local.MissingParameter'],
		['is an object', '={{ ({ a: 1 }) }}', 'Local.InvalidParameter'],
		['cannot be resolved', '={{ $("Nowhere").item.json.x }}', 'Local.UnresolvedExpression'],
	])('that %s keeps the message back', async (_what, sendOnceKey, code) => {
		const { run, asked, close } = await stage();
		const came = await run(['40'], { sendOnceKey });
		expect(came.failures[0]).toMatchObject({ code, field: 'sendOnceKey', category: 'fixInput' });
		expect(asked).toEqual([]);
		await close();
	});
});

describe('the most messages of a run', () => {
	it('are sent and no more, also side by side', async () => {
		const { run, asked, close } = await stage();
		const came = await run(Array.from({ length: 30 }, (_, index) => String(2_000 + index)), { mostMessages: 12, concurrency: 10 });
		expect(came.outputs).toEqual([12, 0, 18, 0, 0]);
		expect(came.codes.filter((code) => code === 'Local.RunLimit')).toHaveLength(18);
		expect(asked).toHaveLength(12);
		await close();
	});

	it('do not count what was refused', async () => {
		const { run, close } = await stage((response, phone) => { (Number(phone) % 2 === 0 ? no('Box.Full') : yes)(response, phone); });
		const came = await run(Array.from({ length: 30 }, (_, index) => String(3_000 + index)), { mostMessages: 12, concurrency: 10 });
		expect(came.outputs[0]).toBe(12);
		await close();
	});

	it.each([['none', 0], ['a word', 'many'], ['less than none', -1]])('cannot be %s', async (_what, mostMessages) => {
		const { run, asked, close } = await stage();
		const { error } = await run(['1'], { mostMessages });
		expect(error?.message).toContain("'Most Messages per Run' must be a number of 1 or more");
		expect(asked).toEqual([]);
		await close();
	});
});

describe('faults one behind the other', () => {
	it('end the sending, and the items behind are unsent', async () => {
		const { run, asked, close } = await stage(no('Box.Unpaid'));
		const came = await run(Array.from({ length: 20 }, (_, index) => String(4_000 + index)), { stopAfterFaults: 3, concurrency: 1 });
		expect(came.outputs).toEqual([0, 0, 17, 3, 0]);
		expect(came.failures[3]).toMatchObject({ code: 'Local.Stopped', maybeSent: false });
		expect(asked).toHaveLength(3);
		await close();
	});

	it('are forgotten where something succeeds, and a wrong number is none', async () => {
		const { run, asked, close } = await stage((response, phone) => {
			const kinds = [no('Box.Jammed'), no('Box.Jammed'), yes, no('Box.Full')];
			kinds[Number(phone) % 4]?.(response, phone);
		});
		await run(Array.from({ length: 20 }, (_, index) => String(8_000 + index)), { stopAfterFaults: 3, concurrency: 1 });
		expect(asked).toHaveLength(20);
		await close();
	});
});
