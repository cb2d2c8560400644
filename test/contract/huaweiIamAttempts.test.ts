/** How often a password is tried: counted at the server, with fifty who send at once and fifty in turn. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { credentialAt, sendForMany, type Told } from '../support/iamCallers';
import { type IamServer, refusedByIam, startIam, wrongPassword } from '../support/iamServer';
import type { Reply } from '../support/wire';

type Module = typeof import('../../credentials/HuaweiCloudIamApi.credentials');

const many = 50;
const seconds = 1000;
const minutes = 60 * seconds;

let server: IamServer;
beforeEach(async () => { server = await startIam(); });
afterEach(async () => {
	jest.restoreAllMocks();
	await server.close();
});

const messages = (told: readonly Told[]) => [...new Set(told.map(({ message }) => message))];

/** Lets time pass for who looks at the clock. */
const later = (ms: number): void => {
	const now = Date.now() + ms;
	jest.spyOn(Date, 'now').mockReturnValue(now);
};

const raw = (answer: (outgoing: ServerResponse) => void): Reply => ({ raw: answer });
const text = (status: number, body: string, headers: Record<string, string> = {}) =>
	raw((outgoing) => outgoing.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body));

const refusals: [string, Reply, string][] = [
	['a wrong password', wrongPassword, "Check 'Password'"],
	['a locked user', { status: 403, json: { error_code: 'IAM.0061', error_msg: 'The user is locked.' } }, 'has locked this IAM user'],
	['a user without programmatic access', { status: 403, json: { error_code: 'IAM.0081', error_msg: 'no' } }, 'code IAM.0081'],
	['names that IAM cannot read', refusedByIam(400, 'The request body is invalid', 'Bad Request'), "Check 'Account Name'"],
	['something that is not found', refusedByIam(404, 'Could not find it', 'Not Found'), 'gave no token: HTTP 404'],
	['a conflict', { status: 409, json: { error_code: 'IAM.0005', error_msg: 'conflict' } }, 'HTTP 409, code IAM.0005'],
	['a user who moved', { status: 302, json: { error_code: 'IAM.0020', error_msg: 'moved' } }, 'HTTP 302, code IAM.0020'],
	['the gateway in front of IAM', { status: 404, json: { error_code: 'APIGW.0101', error_msg: 'no such API', request_id: 'r' } }, 'code APIGW.0101'],
];

describe.each(refusals)('IAM\'s refusal of %s', (_, answer, words) => {
	it('costs one try, whoever sends and in whichever order, and everybody is told until when', async () => {
		server.always = answer;
		const given = credentialAt(server.url);
		const told = [...await sendForMany(given, many), ...await sendForMany(given, many, 'in turn'), ...await sendForMany(given, many, 'together', 'legacy')];
		expect(server.asked).toHaveLength(1);
		expect(server.received).toHaveLength(1);
		expect(told).toHaveLength(3 * many);
		expect(messages(told)).toEqual([expect.stringMatching(/not tried again by themselves before \d{4}-\d\d-\d\d \d\d:\d\d UTC/)]);
		expect(told[0]?.message).toContain(words);
	});

	it('is read from the credential by another process, which does not try either', async () => {
		server.always = answer;
		const given = credentialAt(server.url);
		await sendForMany(given, 1);
		await jest.isolateModulesAsync(async () => {
			const { HuaweiCloudIamApi: Elsewhere } = jest.requireActual<Module>('../../credentials/HuaweiCloudIamApi.credentials');
			expect(Elsewhere).not.toBe(HuaweiCloudIamApi);
			for (const route of ['helper', 'legacy'] as const) {
				const told = await sendForMany({ type: new Elsewhere(), values: given.values }, 2, 'in turn', route);
				expect(told[1]?.message).toContain('not tried again');
			}
		});
		expect(server.asked).toHaveLength(1);
	});

	it('holds back neither a changed password nor another user', async () => {
		server.instead.push(answer);
		const given = credentialAt(server.url);
		await sendForMany(given, many);
		expect(await sendForMany(credentialAt(server.url), many)).toEqual([]);
		given.values.password = 'the right one';
		expect(await sendForMany(given, many)).toEqual([]);
		expect(server.asked).toHaveLength(3);
	});
});

describe('how long a refusal holds', () => {
	it.each([
		['half an hour where it may count as a wrong password', wrongPassword, 30 * minutes, 2 * minutes],
		['half an hour where the user is locked, whatever the status', refusals[1]?.[1], 30 * minutes, 2 * minutes],
		['five minutes where something else is to be mended', refusals[2]?.[1], 4 * minutes, 2 * minutes],
	])('is %s', async (_, answer, within, after) => {
		server.always = answer;
		const given = credentialAt(server.url);
		await sendForMany(given, 1);
		later(within);
		await sendForMany(given, many);
		expect(server.asked).toHaveLength(1);
		later(after);
		await sendForMany(given, many);
		expect(server.asked).toHaveLength(2);
	});
});

const faults: [string, Reply, string][] = [
	['a proxy that says 401 in HTML', text(401, '<html>Proxy Authentication</html>'), 'HTTP 401'],
	['a 401 with an empty object', { status: 401 }, 'HTTP 401'],
	['a 401 without a body', text(401, ''), 'HTTP 401'],
	['a 401 whose error is a text', { status: 401, json: { error: 'unauthorized' } }, 'HTTP 401'],
	['a 403 of a firewall', text(403, 'blocked'), 'HTTP 403'],
	['a redirect', { status: 302, headers: { location: 'https://login.example.com/' } }, 'HTTP 302'],
	['a 201 without a token', { status: 201, json: { token: {} } }, 'HTTP 201'],
	['a page', text(200, '<html>Welcome</html>'), 'HTTP 200'],
	['half a JSON', text(401, '{"error":{"code":401,"mess'), 'HTTP 401'],
	['throttling', { status: 429, json: { error_code: 'IAM.0012', error_msg: 'slow down' } }, 'HTTP 429'],
	['a system fault in IAM\'s own words', refusedByIam(500, 'system', 'Internal'), 'HTTP 500'],
	['a server that is down', text(503, 'down'), 'HTTP 503'],
	['a reset', raw((outgoing) => outgoing.socket?.resetAndDestroy()), 'ended the connection'],
	['a reset in the middle of the answer', raw((outgoing) => { outgoing.writeHead(401).write('{', () => outgoing.socket?.resetAndDestroy()); }), 'ended the connection'],
	['a packed answer without an end', raw((outgoing) => outgoing.writeHead(401, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(30_000_000)))), 'gave an answer without an end'],
];

describe.each(faults)('after %s', (_, answer, words) => {
	it('one try serves all, and everybody is told when IAM is asked again', async () => {
		server.always = answer;
		const given = credentialAt(server.url);
		const told = [...await sendForMany(given, many), ...await sendForMany(given, many, 'together', 'legacy')];
		expect(server.asked).toHaveLength(1);
		expect(told).toHaveLength(2 * many);
		expect(messages(told)).toEqual([expect.stringMatching(/nothing was sent\. IAM is not asked again before \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)]);
		expect(told[0]).toMatchObject({ message: expect.stringContaining(words) as unknown, passing: true });
		expect(told[0]?.retryAfterSeconds).toBeLessThanOrEqual(5);
		expect(given.values.token).toBe('');
	});

	it('IAM is asked again after some seconds, and then all is well', async () => {
		server.instead.push(answer);
		const given = credentialAt(server.url);
		await sendForMany(given, many);
		later(6 * seconds);
		expect(await sendForMany(given, many)).toEqual([]);
		expect(server.asked).toHaveLength(2);
		expect(server.done).toHaveLength(many);
	});
});

describe('an IAM that says nothing, or never comes to an end', () => {
	/** Ends the time of a request when the server has what it wants to do done. */
	const timeEnds = () => {
		const controller = new AbortController();
		const limits = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(controller.signal);
		return { limits, end: () => { controller.abort(); } };
	};

	it.each([
		['silence', () => undefined],
		['a drip', (outgoing: ServerResponse) => { outgoing.writeHead(401, { 'content-type': 'application/json' }).write('{"error":'); }],
		['a drip of a token', (outgoing: ServerResponse) => { outgoing.writeHead(201, { 'x-subject-token': 'MII' }).write('{"token":'); }],
	])('ends with its one deadline: %s', async (_, begin) => {
		const { limits, end } = timeEnds();
		const closed = new Promise((resolve) => {
			server.always = raw((outgoing) => {
				outgoing.on('close', resolve);
				begin(outgoing);
				setImmediate(end);
			});
		});
		const given = credentialAt(server.url);
		const told = await sendForMany(given, many);
		await closed;
		expect(limits.mock.calls).toEqual([[15 * seconds]]);
		expect(messages(told)).toEqual([expect.stringContaining('did not answer within 15 seconds')]);
		expect(await sendForMany(given, many, 'in turn', 'legacy')).toHaveLength(many);
		expect(server.asked).toHaveLength(1);
	});

	it('ends with its size: a body without an end', async () => {
		const closed = new Promise((resolve) => {
			server.always = raw((outgoing) => {
				outgoing.on('close', resolve);
				outgoing.writeHead(401);
				const pour = (): void => { if (!outgoing.closed) outgoing.write('x'.repeat(65_536), pour); };
				pour();
			});
		});
		const told = await sendForMany(credentialAt(server.url), many);
		await closed;
		expect(messages(told)).toEqual([expect.stringContaining('gave an answer without an end')]);
		expect(server.asked).toHaveLength(1);
	});
});

describe('faults in a row', () => {
	/** How long everybody is held back, in s, as they are told, one fault after the other. */
	const pauses = async (given: ReturnType<typeof credentialAt>, count: number): Promise<number[]> => {
		const told: number[] = [];
		for (let fault = 0; fault < count; fault += 1) {
			const [first] = await sendForMany(given, 2);
			told.push(first?.retryAfterSeconds ?? 0);
			later((first?.retryAfterSeconds ?? 0) * seconds);
		}
		return told;
	};

	it('hold everybody back for longer and longer, up to five minutes, until an answer comes', async () => {
		const start = Date.now();
		jest.spyOn(Date, 'now').mockReturnValue(start);
		server.always = { status: 503 };
		const given = credentialAt(server.url);
		expect(await pauses(given, 9)).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
		expect(server.asked).toHaveLength(9);
		server.always = undefined;
		expect(await sendForMany(given, many)).toEqual([]);
		later(25 * 60 * minutes);
		server.always = { status: 503 };
		expect(await pauses(given, 2)).toEqual([5, 10]);
	});
});
