/** What is asked for again by itself: only what the vendor certainly did not do, or will not do twice. */
import type { ServerResponse } from 'node:http';
import type { IDataObject } from 'n8n-workflow';
import type { Effect } from '../../nodes/engine/words/operation';
import { type Cloud, clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { type Seen, serve } from '../support/parcel';
import { answerSample, sampleParameters } from '../support/samples';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

const [tencent, alibaba, huawei] = clouds as readonly [Cloud, Cloud, Cloud];

function callOf(cloud: Cloud, effect: Effect) {
	const operation = cloud.vendor.operations.find((one) => one.effect === effect && one.listing === undefined);
	if (operation === undefined) throw new Error(`Nothing is a ${effect}`);
	return operation;
}

async function run(cloud: Cloud, effect: Effect, answer: (response: ServerResponse, index: number, seen: Seen) => void, items = 1) {
	const operation = callOf(cloud, effect);
	const server = await serve((seen, response) => { answer(response, server.seen.length - 1, seen); });
	const { outputs } = await runNode({
		node: cloud.node,
		parameters: { ...sampleParameters(operation), options: { timeout: 10, concurrency: 1 } },
		items: Array.from({ length: items }, () => ({})),
		credentials: [cloud.credential(server.url)],
	});
	await server.close();
	return {
		requests: server.seen.length,
		seen: server.seen,
		outputs: outputs.map((came) => came.length),
		failure: outputs.slice(1).flat()[0]?.json['failure'] as IDataObject | undefined,
		succeed: (response: ServerResponse) => { cloud.succeed(response, answerSample(operation)); },
	};
}

const yes = (cloud: Cloud, effect: Effect) => (response: ServerResponse) => { cloud.succeed(response, answerSample(callOf(cloud, effect))); };

/** How each vendor refuses the number of requests a second. */
const throttled: ReadonlyArray<readonly [string, Cloud, (response: ServerResponse) => void]> = [
	['Tencent Cloud', tencent, (response) => { tencent.refuse(response, 'RequestLimitExceeded', 'slow down'); }],
	['Alibaba Cloud', alibaba, (response) => { alibaba.refuse(response, 'Throttling.User', 'slow down', 400); }],
	['Huawei Cloud', huawei, (response) => { huawei.refuse(response, 'APIGW.0308', 'slow down', 429); }],
];

describe.each(throttled)('a throttle of %s', (_name, cloud, throttle) => {
	it.each(['message', 'write'] as const)('lets a %s be asked for again, at most three times', async (effect) => {
		const succeed = yes(cloud, effect);
		expect(await run(cloud, effect, (response, index) => { if (index < 2) throttle(response); else succeed(response); })).toMatchObject({ requests: 3, outputs: [1, 0, 0, 0, 0] });
		expect(await run(cloud, effect, throttle)).toMatchObject({ requests: 3, outputs: [0, 0, 1, 0, 0] });
	});
});

describe.each(['message', 'write'] as const)('a %s is not repeated', (effect) => {
	it.each([
		['behind a limit of the contact', tencent, (response: ServerResponse) => { tencent.refuse(response, 'FailedOperation.SendVerifyCodeLimit60', 'wait'); }],
		['behind a fault of Tencent Cloud', tencent, (response: ServerResponse) => { tencent.refuse(response, 'InternalError', 'oops'); }],
		['behind a fault of Alibaba Cloud', alibaba, (response: ServerResponse) => { alibaba.refuse(response, 'InternalError', 'oops', 500); }],
		['behind an outage of Alibaba Cloud', alibaba, (response: ServerResponse) => { alibaba.refuse(response, 'ServiceUnavailable', 'oops', 503); }],
		['behind a fault of Huawei Cloud', huawei, (response: ServerResponse) => { huawei.refuse(response, 'APIGW.0201', 'oops', 502); }],
		['behind a reset of Tencent Cloud', tencent, (response: ServerResponse) => { response.destroy(); }],
		['behind a reset of Huawei Cloud', huawei, (response: ServerResponse) => { response.destroy(); }],
		['behind the answer of a proxy', tencent, (response: ServerResponse) => { response.writeHead(503).end('<html>'); }],
		['behind a token that a key does not have', huawei, (response: ServerResponse) => { huawei.refuse(response, 'OSM.0002', 'not authenticated', 401); }],
	] as const)('%s', async (_what, cloud, answer) => {
		expect((await run(cloud, effect, answer)).requests).toBe(1);
	});
});

describe('a time that the vendor refuses', () => {
	const hour = 3_600_000;
	const offBy = (cloud: Cloud, { headers }: Seen, now: number): number => {
		const header = (name: string) => String(headers[name] ?? '');
		if (cloud === tencent) return Math.abs(Number(header('x-tc-timestamp')) * 1000 - now);
		if (cloud === alibaba) return Math.abs(Date.parse(header('x-acs-date')) - now);
		return Math.abs(Date.parse(header('x-sdk-date').replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')) - now);
	};
	const refusals: ReadonlyArray<readonly [string, Cloud, (response: ServerResponse) => void]> = [
		['Tencent Cloud', tencent, (response) => { tencent.refuse(response, 'AuthFailure.SignatureExpire', 'expired'); }],
		['Alibaba Cloud', alibaba, (response) => { alibaba.refuse(response, 'InvalidTimeStamp.Expired', 'expired', 400); }],
		['Huawei Cloud', huawei, (response) => { huawei.refuse(response, 'APIGW.0301', 'Incorrect IAM authentication information: signature expired', 401); }],
	];

	it.each(refusals)('is replaced by the time of %s once, and remembered for the items behind', async (_name, cloud, refuse) => {
		const succeed = yes(cloud, 'message');
		const came = await run(cloud, 'message', (response, _index, seen) => {
			const now = Date.now() + 3 * hour;
			response.setHeader('Date', new Date(now).toUTCString());
			if (offBy(cloud, seen, now) > 300_000) refuse(response);
			else succeed(response);
		}, 5);
		expect(came).toMatchObject({ requests: 6, outputs: [5, 0, 0, 0, 0] });
	});

	it.each(refusals)('is asked for once where the answer of %s brings no other time', async (_name, cloud, refuse) => {
		for (const date of [new Date().toUTCString(), 'soon', '']) {
			const came = await run(cloud, 'message', (response) => {
				response.setHeader('Date', date);
				refuse(response);
			});
			expect(came).toMatchObject({ requests: 1, outputs: [0, 0, 0, 1, 0] });
		}
	});

	it('that no server ever accepts ends after one repetition', async () => {
		const came = await run(tencent, 'message', (response, index) => {
			response.setHeader('Date', new Date(Date.now() + (index + 1) * 24 * hour).toUTCString());
			refusals[0]?.[2](response);
		});
		expect(came).toMatchObject({ requests: 2, outputs: [0, 0, 0, 1, 0] });
	});
});

describe('an answer of Alibaba Cloud that was lost', () => {
	const nonceOf = ({ headers }: Seen) => headers['x-acs-signature-nonce'];
	const succeed = (effect: Effect) => yes(alibaba, effect);

	it.each(['message', 'write'] as const)('is asked for once more with the same nonce (%s)', async (effect) => {
		const came = await run(alibaba, effect, (response, index) => { if (index === 0) response.destroy(); else succeed(effect)(response); });
		expect(came).toMatchObject({ requests: 2, outputs: [1, 0, 0, 0, 0] });
		const [first, second] = came.seen.map(nonceOf);
		expect(second).toBe(first);
		expect(first).toMatch(/^[0-9a-f-]{36}$/);
	});

	it('has arrived where the nonce is known, and is not called a success', async () => {
		const came = await run(alibaba, 'message', (response, index) => {
			if (index === 0) response.destroy();
			else alibaba.refuse(response, 'SignatureNonceUsed', 'nonce used', 400);
		});
		expect(came).toMatchObject({ requests: 2, outputs: [0, 0, 0, 0, 1], failure: { code: 'Local.ConnectionLost', maybeSent: true } });
		expect(String(came.failure?.['explanation'])).toContain('Alibaba Cloud says that the request had arrived');
	});

	it.each([
		['is lost again', (response: ServerResponse) => { response.destroy(); }],
		['is refused by throttling', (response: ServerResponse) => { alibaba.refuse(response, 'Throttling.User', 'slow down', 400); }],
		['is refused for its values', (response: ServerResponse) => { alibaba.refuse(response, 'InvalidParameter', 'no', 400); }],
		['is a page of a proxy', (response: ServerResponse) => { response.writeHead(502).end('<html>'); }],
	])('stays open where the second one %s', async (_what, answer) => {
		const came = await run(alibaba, 'message', (response, index) => { if (index === 0) response.destroy(); else answer(response); });
		expect(came).toMatchObject({ requests: 2, outputs: [0, 0, 0, 0, 1], failure: { code: 'Local.ConnectionLost', maybeSent: true } });
		expect(String(came.failure?.['explanation'])).toContain('brought no certainty');
	});

	it('is another request where the vendor refused the one before', async () => {
		const came = await run(alibaba, 'message', (response, index) => {
			if (index === 0) alibaba.refuse(response, 'Throttling.User', 'slow down', 400);
			else succeed('message')(response);
		});
		const [first, second] = came.seen.map(nonceOf);
		expect(came.outputs).toEqual([1, 0, 0, 0, 0]);
		expect(second).not.toBe(first);
	});
});

describe('an outage', () => {
	it('adds little traffic, however many items meet it', async () => {
		const came = await run(tencent, 'message', (response) => { tencent.refuse(response, 'RequestLimitExceeded', 'slow down'); }, 300);
		expect(came.outputs).toEqual([0, 0, 300, 0, 0]);
		expect(came.requests).toBeLessThan(300 + 50 + 0.1 * 300 + 60);
	});
});
