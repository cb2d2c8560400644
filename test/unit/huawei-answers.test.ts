/** Answers that come close to Huawei Cloud's documented ones, and those that are deep or long. */
import fc from 'fast-check';
import type { VendorAnswer } from '../../nodes/engine/words/operation';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { declared, jsonAnswer, judged, parsedAnswer, textAnswer } from '../support/declarations';
import { answerSample } from '../support/samples';

const { operations } = huaweiCloud;
const sendCode = declared(huaweiCloud, 'ticketContact.sendCode');
const verify = declared(huaweiCloud, 'ticketContact.verify');
const requestId = { 'x-request-id': 'r-1' };

/** Read as the answer to a request for a code, unless another operation is named. */
const read = (answer: VendorAnswer, operation = sendCode) => huaweiCloud.read(answer, operation);

/** 50,000 levels, which overflow the stack of anything that goes down them. */
const deep = (opening: string, closing: string) => `${opening.repeat(50_000)}1${closing.repeat(50_000)}`;

describe('an answer that comes close to one of Huawei Cloud', () => {
	it.each(operations)('is a success with the answer that the page of $operation documents', (operation) => {
		const data = answerSample(operation);
		expect(read(jsonAnswer({ error_code: null, ...data }), operation)).toEqual({ ok: true, data });
	});

	it.each(['OSM', 'ERROR', 'FAIL', 'a'])('takes zeros for a success of the service alone, not behind %s', (prefix) => {
		expect(read(jsonAnswer({ error_code: `${prefix}.000` })).ok).toBe(prefix === 'OSM');
	});

	it('is no success where it has a message and no code, and the words stay', () => {
		for (const error_code of ['', null, undefined]) {
			expect(read(jsonAnswer({ error_code, error_msg: 'Verify not pass.' }), verify)).toEqual({
				ok: undefined,
				happened: 'What came back has a message and no code',
				said: 'Verify not pass.',
			});
		}
	});

	it.each([
		{ code: 500 },
		{ code: 401, message: 'no' },
		{ code: 401, title: 'Unauthorized' },
		{ code: 401, message: 'no', title: 'Unauthorized' },
		{ code: '401', message: 'no', title: 'Unauthorized' },
		{ code: 'rate_limited', message: 'no' },
		{ code: 0, message: 'no', title: 'x' },
	])('is no refusal by IAM under another HTTP status or in half its form: %j', (error) => {
		for (const status of [200, 500]) {
			const outcome = judged(huaweiCloud, sendCode, jsonAnswer({ error }, status, requestId));
			expect(outcome).toMatchObject({ success: false, failure: { code: 'Local.UnreadableAnswer', category: 'vendorFault', maybeSent: true } });
		}
	});

	it('leaves open what happened where IAM’s form names a fault', () => {
		const error = { code: 503, message: 'Service Unavailable', title: 'Service Unavailable' };
		expect(judged(huaweiCloud, sendCode, jsonAnswer({ error }, 503))).toMatchObject({
			failure: { code: 'IAM.503', category: 'vendorFault', maybeSent: true },
		});
	});

	it.each([
		['second', 1],
		['minute', 60],
		['hour', 3600],
		['day', 86_400],
		['5 minute', 300],
		['2 hour', 7200],
		['1 Minute', 60],
	])('waits as long as the limit of the gateway says: %s', (window, seconds) => {
		const time = /^\d/.test(window) ? window : `1 ${window}`;
		const error_msg = `The throttling threshold has been reached: policy api over ratelimit,limit:10,time:${time}`;
		const outcome = judged(huaweiCloud, sendCode, jsonAnswer({ error_code: 'APIGW.0308', error_msg }, 429));
		expect(outcome).toMatchObject({
			failure: {
				category: 'retryLater',
				retryAfterSeconds: seconds,
				maybeSent: false,
				explanation: expect.stringContaining(window.replace(/^\d /, '').toLowerCase()) as string,
			},
		});
	});

	it('with an empty body is a success only where the gateway’s request ID stands on it and no data is documented', () => {
		for (const operation of operations) {
			const isEnough = operation.answer.length === 0;
			for (const text of ['', ' \r\n', '\uFEFF']) {
				expect(read({ ...textAnswer(text), headers: requestId }, operation)).toEqual(
					isEnough ? { ok: true, requestId: 'r-1', data: {} } : { ok: undefined, requestId: 'r-1' },
				);
				expect(read(textAnswer(text), operation)).toEqual({ ok: undefined });
				expect(read({ ...textAnswer(text), headers: { 'x-request-id': ' ' } }, operation)).toEqual({ ok: undefined });
				for (const status of [201, 202, 204, 400, 401, 500]) {
					expect(read({ ...textAnswer(text, status), headers: requestId }, operation).ok).toBeUndefined();
				}
			}
		}
	});

	it.each([
		['lists', deep('[', ']')],
		['objects', deep('{"error":', '}')],
		['a code', `{"error_code":${deep('[', ']')}}`],
		['a message', `{"error_msg":${deep('[', ']')}}`],
		['a refusal', `{"error":{"code":${deep('[', ']')},"message":${deep('[', ']')}}}`],
		['an answer', `{"need_verify_code":${deep('[', ']')},"contact_list":${deep('[', ']')}}`],
		['a code of zeros', `{"error_code":"${'0'.repeat(2_000_000)}x"}`],
		['a code of letters', `{"error_code":"${'a'.repeat(2_000_000)}"}`],
		['a message of windows', `{"error_code":"APIG.0308","error_msg":"${'time: '.repeat(400_000)}"}`],
	])('is read without a throw where it is deep or long: %s', (_, text) => {
		for (const operation of operations) expect(read(parsedAnswer(text), operation).ok).not.toBe(true);
	});

	it.each([
		['The username or password is wrong.', 'User name or password is wrong'],
		['The request you have made requires authentication.', 'IAM did not accept the credential'],
	])('from IAM speaks of the password only where IAM does: %s', (message, meaning) => {
		const error = { code: 401, message, title: 'Unauthorized' };
		expect(judged(huaweiCloud, sendCode, jsonAnswer({ error }, 401))).toMatchObject({
			failure: { code: 'IAM.401', category: 'fixAccount', explanation: expect.stringContaining(meaning) as string },
		});
	});

	it('is read whatever it is: never thrown, and a success only with status 200 and no code', () => {
		const near = fc.record(
			{
				error_code: fc.oneof(fc.constantFrom('', '0', 'OSM.0000', 'OSM.0001'), fc.jsonValue()),
				error_msg: fc.jsonValue(),
				error: fc.oneof(fc.jsonValue(), fc.record({ code: fc.jsonValue(), message: fc.jsonValue() })),
				request_id: fc.jsonValue(),
				code: fc.jsonValue(),
				need_verify_code: fc.oneof(fc.integer(), fc.jsonValue()),
				contact_list: fc.oneof(fc.array(fc.record({ contact_way: fc.jsonValue() })), fc.jsonValue()),
				area_code_list: fc.jsonValue(),
			},
			{ requiredKeys: [] },
		);
		const answers: fc.Arbitrary<VendorAnswer> = fc.record({
			status: fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 })),
			headers: fc.dictionary(fc.constantFrom('x-request-id', 'content-type'), fc.string()),
			text: fc.constantFrom('', ' ', '{}'),
			json: fc.oneof(near, fc.jsonValue(), fc.constant(undefined)),
		});
		fc.assert(
			fc.property(answers, fc.constantFrom(...operations), (answer, operation) => {
				const verdict = read(answer, operation);
				if (verdict.ok !== true) return;
				expect(answer.status).toBe(200);
				const body = (answer.json ?? {}) as Readonly<Record<string, unknown>>;
				const { error_code: code, error_msg: words, error, ...rest } = body;
				const data = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'request_id'));
				expect(String(code ?? '0')).toMatch(/^((OSM|CBC)\.)?0*$/);
				if (code !== 0 && !String(code ?? '').includes('0')) expect(words ?? '').toMatch(/^\s*$/);
				expect(error).toBeUndefined();
				expect(verdict.data).toEqual(data);
				if (operation.answer.length === 0) expect(data).toEqual({});
				else expect(data).not.toEqual({});
			}),
			{ numRuns: 1000 },
		);
	});
});
