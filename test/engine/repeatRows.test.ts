/** Each row of the table of safe repetition, for each kind of call that it names, as often as it says and no oftener. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import type { Effect } from '../../nodes/engine/words/operation';
import { type Cloud, clouds } from '../support/clouds';
import { type GivenCredential, runNode } from '../support/engine';
import { startIam } from '../support/iamServer';
import { serve } from '../support/parcel';
import { answerSample, sampleParameters } from '../support/samples';

/** What happens while the node waits before it asks again. */
let mockWhileWaiting: (ms: number) => Promise<void> = async () => { await Promise.resolve(); };

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async (ms: number) => { await mockWhileWaiting(ms); } }));

const [tencent, alibaba, huawei] = clouds as readonly [Cloud, Cloud, Cloud];
const effects = ['message', 'write', 'read'] as const;

function callOf(cloud: Cloud, effect: Effect) {
	const operation = cloud.vendor.operations.find((one) => one.effect === effect && one.listing === undefined);
	if (operation === undefined) throw new Error(`Nothing is a ${effect}`);
	return operation;
}

/** Runs one call and answers how many items left by each output. */
async function run(cloud: Cloud, effect: Effect, credential: GivenCredential, more: object = {}): Promise<number[]> {
	const parameters = { ...sampleParameters(callOf(cloud, effect)), ...more, options: { timeout: 10 } };
	const { outputs } = await runNode({ node: cloud.node, parameters, credentials: [credential] });
	return outputs.map((came) => came.length);
}

/** Answers by a function and counts requests. */
async function asked(cloud: Cloud, effect: Effect, answer: (response: ServerResponse, index: number) => void) {
	const server = await serve((_seen, response) => { answer(response, server.seen.length - 1); });
	const outputs = await run(cloud, effect, cloud.credential(server.url));
	await server.close();
	return { requests: server.seen.length, outputs };
}

const succeed = (cloud: Cloud, effect: Effect, response: ServerResponse): void => { cloud.succeed(response, answerSample(callOf(cloud, effect))); };

beforeEach(() => { mockWhileWaiting = async () => { await Promise.resolve(); }; });

describe('a vendor that cannot be reached', () => {
	/** A port at which nothing listens, until a server opens there. */
	async function closedPort(): Promise<number> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		return port;
	}

	it.each(effects)('is tried again for a %s, and asked once when it is there', async (effect) => {
		const port = await closedPort();
		let server: Server | undefined;
		let [requests, waits] = [0, 0];
		mockWhileWaiting = async () => {
			waits += 1;
			if (waits < 2 || server !== undefined) return;
			const opened = createServer((_request, response) => { requests += 1; succeed(tencent, effect, response); });
			server = opened;
			await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
		};
		expect(await run(tencent, effect, tencent.credential(`http://127.0.0.1:${String(port)}`))).toEqual([1, 0, 0, 0, 0]);
		expect(requests).toBe(1);
		server?.closeAllConnections();
		server?.close();
	});

	it.each(effects)('is tried three times for a %s and no oftener', async (effect) => {
		const port = await closedPort();
		let waits = 0;
		mockWhileWaiting = async () => { waits += 1; await Promise.resolve(); };
		const outputs = await run(tencent, effect, tencent.credential(`http://127.0.0.1:${String(port)}`));
		expect(outputs[0]).toBe(0);
		expect(waits).toBe(2);
	});
});

describe('a clock that the vendor refuses', () => {
	it.each(effects)('is set once for a %s', async (effect) => {
		const later = Date.now() + 5 * 3_600_000;
		const came = await asked(huawei, effect, (response, index) => {
			response.setHeader('Date', new Date(later + index).toUTCString());
			if (index > 0) succeed(huawei, effect, response);
			else huawei.refuse(response, 'APIGW.0301', 'Incorrect IAM authentication information: signature expired', 401);
		});
		expect(came).toEqual({ requests: 2, outputs: [1, 0, 0, 0, 0] });
	});
});

describe('a token that the vendor refuses', () => {
	const password = 'Right-password-1';
	const credentialFor = (url: string, accountName: string): GivenCredential => ({
		type: new HuaweiCloudIamApi(),
		values: { token: '', site: 'international', accountName, userName: 'n8n', password, scope: 'domain', projectName: '', endpoint: url, iamEndpoint: url },
	});
	const refused = { status: 401, json: { error_code: 'OSM.0002', error_msg: 'not authenticated' } };

	it.each(effects)('is replaced once for a %s', async (effect) => {
		const server = await startIam();
		server.answers.push(refused, { json: answerSample(callOf(huawei, effect)) });
		const outputs = await run(huawei, effect, credentialFor(server.url, `once-${effect}`), { authentication: 'iamToken' });
		await server.close();
		expect(outputs).toEqual([1, 0, 0, 0, 0]);
		expect(server.done).toHaveLength(2);
		expect(server.asked).toHaveLength(2);
	});

	it.each(effects)('is replaced no oftener for a %s, whatever the vendor says to the next', async (effect) => {
		const server = await startIam();
		server.answers.push(refused, refused, refused, refused);
		const outputs = await run(huawei, effect, credentialFor(server.url, `always-${effect}`), { authentication: 'iamToken' });
		await server.close();
		expect(outputs[0]).toBe(0);
		expect(server.done).toHaveLength(2);
		expect(server.asked).toHaveLength(2);
	});
});

describe('a read', () => {
	const failures: ReadonlyArray<readonly [string, Cloud, (response: ServerResponse) => void]> = [
		['lost by Tencent Cloud', tencent, (response) => { response.destroy(); }],
		['lost by Alibaba Cloud', alibaba, (response) => { response.destroy(); }],
		['lost by Huawei Cloud', huawei, (response) => { response.destroy(); }],
		['answered by a fault of Tencent Cloud', tencent, (response) => { tencent.refuse(response, 'InternalError', 'oops'); }],
		['answered by a fault of Alibaba Cloud', alibaba, (response) => { alibaba.refuse(response, 'InternalError', 'oops', 500); }],
	];

	it.each(failures)('that was %s is asked for three times and no oftener', async (_what, cloud, fail) => {
		const came = await asked(cloud, 'read', (response, index) => { if (index < 2) fail(response); else succeed(cloud, 'read', response); });
		expect(came).toEqual({ requests: 3, outputs: [1, 0, 0, 0, 0] });
		expect((await asked(cloud, 'read', fail)).requests).toBe(3);
	});

	it('whose value is refused is asked for once', async () => {
		const came = await asked(tencent, 'read', (response) => { tencent.refuse(response, 'InvalidParameter', 'no'); });
		expect(came.requests).toBe(1);
	});
});

describe('a call', () => {
	it('is made three times at the most, whatever the reasons to repeat it', async () => {
		const came = await asked(tencent, 'read', (response, index) => {
			if (index === 0) tencent.refuse(response, 'RequestLimitExceeded', 'slow down');
			else if (index < 3) response.destroy();
			else succeed(tencent, 'read', response);
		});
		expect(came.requests).toBe(3);
		expect(came.outputs[0]).toBe(0);
	});

	it('waits half a second before it is made again, and twice as long before the next time', async () => {
		const waits: number[] = [];
		mockWhileWaiting = async (ms) => { waits.push(ms); await Promise.resolve(); };
		await asked(huawei, 'read', (response) => { response.destroy(); });
		expect(waits).toEqual([500, 1000]);
	});

	const proxies: ReadonlyArray<readonly [number, number]> = [[502, 2], [503, 2], [504, 2], [200, 1], [404, 1], [500, 1]];

	it.each(proxies)('to Alibaba Cloud that a proxy answers with HTTP %d is made %d times', async (status, requests) => {
		for (const effect of ['message', 'write'] as const) {
			const came = await asked(alibaba, effect, (response) => { response.writeHead(status).end('<html>'); });
			expect(came.requests).toBe(requests);
		}
	});

	it.each([[5, 3], [6, 1]])('that is throttled for %d seconds is made %d times', async (seconds, requests) => {
		const came = await asked(alibaba, 'message', (response) => {
			response.setHeader('x-acs-retry-after', String(seconds * 1000));
			alibaba.refuse(response, 'Throttling.User', 'slow down', 429);
		});
		expect(came.requests).toBe(requests);
	});
});
