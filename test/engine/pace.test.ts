/** Many items at once: side by side, in order, within the documented rate. */
import { Pace, paceOf } from '../../nodes/engine/call/pace';
import { refusedByVendor } from '../../nodes/engine/judge/judge';
import type { CredentialChoice, Operation } from '../../nodes/engine/words/operation';
import { type Cloud, clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const parameters = { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1 };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ phone: String(10_000 + index) }));

describe('items side by side', () => {
	it('come out in the order of the items, whatever order the answers come in', async () => {
		const held: Array<() => void> = [];
		const server = await serve(({ body }, response) => {
			const answer = () => { json(response, { id: (JSON.parse(body) as { PhoneNum: string }).PhoneNum }); };
			held.push(answer);
			/* The first goes alone; then answers are held back until ten wait, and given in the reverse order. */
			if (server.seen.length === 1 || held.length === 10 || server.seen.length > 30) for (const one of held.splice(0).reverse()) one();
		});
		const { outputs } = await runNode({ node: new ParcelNode(), parameters, items: many(31), credentials: [parcelCredential(server.url)] });
		await server.close();
		expect(outputs[0]?.map(({ json: item }) => item['requestId'])).toEqual(many(31).map(({ phone }) => phone));
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(many(31).map((_, item) => ({ item })));
	});

	it('for the same contact go one after the other in their order, while others overtake them', async () => {
		const phones = ['1', '20000', '30000', '20000', '40000', '20000'];
		const arrived: string[] = [];
		const answered: string[] = [];
		const held: Array<() => void> = [];
		const server = await serve(({ body }, response) => {
			const { PhoneNum } = JSON.parse(body) as { PhoneNum: string };
			arrived.push(PhoneNum);
			const answer = () => {
				answered.push(PhoneNum);
				json(response, { id: `${PhoneNum} after ${String(answered.filter((one) => one === PhoneNum).length - 1)}` });
			};
			if (PhoneNum !== '20000' || answered.includes('40000')) answer();
			else held.push(answer);
			if (PhoneNum === '40000') for (const one of held.splice(0).reverse()) one();
		});
		const { outputs } = await runNode({ node: new ParcelNode(), parameters, items: phones.map((phone) => ({ phone })), credentials: [parcelCredential(server.url)] });
		await server.close();
		expect(arrived.indexOf('40000')).toBeLessThan(arrived.indexOf('20000', arrived.indexOf('20000') + 1));
		expect(outputs[0]?.map(({ json: item }) => item['requestId'])).toEqual(['1 after 0', '20000 after 0', '30000 after 0', '20000 after 1', '40000 after 0', '20000 after 2']);
	});

	it('go one after the other where the first failure stops the workflow', async () => {
		const server = await serve(({ body }, response) => {
			json(response, (JSON.parse(body) as { PhoneNum: string }).PhoneNum === '10002' ? { id: 'r', code: 'Box.Full', message: '' } : { id: 'r' });
		});
		const { error } = await runNode({ node: new ParcelNode(), parameters: { ...parameters, branchOn: 'none' }, items: many(50), credentials: [parcelCredential(server.url)] });
		await server.close();
		expect(error?.message).toContain('[item 2]');
		expect(server.seen).toHaveLength(3);
	});

	it('leave nothing on its way that nobody answers for when the execution is cancelled', async () => {
		let cancel: () => void = () => undefined;
		const cancelled = new Promise<void>((resolve) => { cancel = resolve; });
		const server = await serve((_seen, response) => {
			if (server.seen.length < 5) json(response, { id: 'r' });
			else cancel();
		});
		const { outputs } = await runNode({ node: new ParcelNode(), parameters, items: many(60), credentials: [parcelCredential(server.url)], cancelled });
		await server.close();
		const codes = outputs.slice(1).flat().map(({ json: item }) => (item['failure'] as { code: string }).code);
		expect(outputs.flat()).toHaveLength(60);
		const cancelledOnTheWay = codes.filter((code) => code === 'Local.Cancelled').length;
		/* A request that was cancelled before it arrived may still have: twenty at the most were on their way. */
		expect((outputs[0]?.length ?? 0) + cancelledOnTheWay).toBeGreaterThanOrEqual(server.seen.length);
		expect(cancelledOnTheWay).toBeLessThanOrEqual(20);
		expect(codes.filter((code) => code === 'Local.NotStarted').length).toBe(60 - (outputs[0]?.length ?? 0) - cancelledOnTheWay);
		expect(server.seen.length).toBeLessThanOrEqual(24);
	});
});

describe('the pace', () => {
	it('gives turns at the documented rate, a little below it', () => {
		let now = 0;
		const pace = new Pace(20, () => now);
		const turns = Array.from({ length: 201 }, () => now + pace.take(Infinity));
		expect(turns[0]).toBe(0);
		const took = (turns[200] ?? 0) / 1000;
		expect(took).toBeGreaterThan(10);
		expect(took).toBeLessThan(10.3);
		now = 60_000;
		expect(pace.take(Infinity)).toBe(0);
	});

	it('lets no more out in a second than documented where a busy process is late for its turns', () => {
		let now = 0;
		const pace = new Pace(20, () => now);
		const turns = Array.from({ length: 100 }, () => now + pace.take(Infinity));
		const left: number[] = [];
		for (const turn of turns) {
			/* For the first third of each two seconds, and once for longer than a second, the process is busy. */
			now = Math.max(now, turn % 2_000 < 600 ? turn - (turn % 2_000) + 600 : turn);
			if (left.length === 50) now += 1_500;
			for (let wait = pace.leave(); wait > 0; wait = pace.leave()) now += wait;
			left.push(now);
		}
		const spans = left.slice(20).map((time, index) => time - (left[index] ?? 0));
		expect(Math.min(...spans)).toBeGreaterThan(1_000);
		expect((left.at(-1) ?? 0) - (turns.at(-1) ?? 0)).toBeLessThan(3_000);
	});

	it('goes on where the clock of the machine is set back', () => {
		let now = 3_600_000;
		const pace = new Pace(1, () => now);
		pace.take(Infinity);
		now = 0;
		expect(pace.take(Infinity)).toBeLessThan(1_030);
	});

	it('is lowered by the person and never raised', () => {
		const pace = new Pace(20, () => 0);
		pace.take(2);
		const first = pace.take(1_000);
		expect(first).toBeGreaterThanOrEqual(500);
		expect(first).toBeLessThan(515);
		const next = pace.take(1_000) - first;
		expect(next).toBeGreaterThanOrEqual(1000 / 20);
		expect(next).toBeLessThan(1030 / 20);
	});

	it('slows down when the vendor throttles, never to a stop, and comes back with success', () => {
		let now = 0;
		const pace = new Pace(100, () => now);
		const full = pace.rate;
		pace.throttled(1);
		const slower = pace.rate;
		expect(slower).toBeLessThan(full);
		expect(pace.take(Infinity)).toBe(0);
		/* What was on its way together slows it once. */
		pace.throttled(1);
		expect(pace.rate).toBe(slower);
		now += 2_000;
		pace.throttled(3);
		expect(pace.take(Infinity)).toBeGreaterThanOrEqual(3_000);
		for (let time = 0; time < 50; time += 1) {
			now += 2_000;
			pace.throttled(1);
		}
		expect(pace.rate).toBeGreaterThan(1);
		for (let time = 0; time < 100; time += 1) pace.succeeded();
		expect(pace.rate).toBe(full);
	});

	it('is stopped for no longer than some seconds by any answer that a vendor documents, such as a limit of a day', () => {
		for (const { vendor } of clouds) {
			for (const operation of vendor.operations) {
				for (const code of Object.keys({ ...vendor.commonCodes, ...operation.codes })) {
					for (const message of ['', 'The throttling threshold has been reached: policy user over ratelimit,limit:10,time:1 day']) {
						const pace = new Pace(20, () => 0);
						pace.told(refusedByVendor(vendor, operation, { code, message, httpStatus: 429 }));
						expect([code, Math.floor(pace.take(Infinity) / 7_000)]).toEqual([code, 0]);
					}
				}
			}
		}
	});

	it('is one for each account and API, whatever token or execution asks, and another for each other', () => {
		const [tencent, alibaba, huawei] = clouds as readonly [Cloud, Cloud, Cloud];
		const of = ({ vendor }: Cloud, fields: Readonly<Record<string, unknown>>, operation = 0, choice = 0) =>
			paceOf(vendor, vendor.operations[operation] as Operation, vendor.credentials[choice] as CredentialChoice, fields);
		const key = { secretId: 'AKIDone', secretKey: 'a', site: 'international', endpoint: '' };
		expect(of(tencent, key)).toBe(of(tencent, { ...key, secretKey: 'b', sessionToken: 'c' }));
		expect(of(tencent, key)).not.toBe(of(tencent, { ...key, secretId: 'AKIDtwo' }));
		expect(of(tencent, key)).not.toBe(of(tencent, key, 1));
		expect(of(alibaba, { accessKeyId: 'one' })).toBe(of(alibaba, { accessKeyId: ' one ' }));
		const user = { accountName: 'company', userName: 'n8n', site: 'international', endpoint: '', token: 'a' };
		expect(of(huawei, user, 0, 1)).toBe(of(huawei, { ...user, userName: 'other', token: 'b' }, 0, 1));
	});
});
