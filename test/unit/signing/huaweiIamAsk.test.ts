/** What comes of one request to IAM, whatever n8n's helper hands over. */
import { Readable } from 'node:stream';
import { askIam } from '../../../credentials/huaweiIam/askIam';
import { identityOf } from '../../../credentials/huaweiIam/identity';

const fields = { accountName: 'company', userName: 'automation', password: 'p4ssw0rd', scope: 'domain', projectName: '', site: 'international', endpoint: '', iamEndpoint: '' };
const identity = identityOf(fields);

const ask = async (given: () => Promise<unknown>) => await askIam(identity, given, { method: 'GET', headers: {} }, '/v3/auth/domains');
const gives = (statusCode: unknown, body: unknown) => async () => await Promise.resolve({ statusCode, body, headers: { a: 'b' } });
const bytes = (...texts: readonly string[]) => Readable.from(texts.map((text) => Buffer.from(text)));
const fault = (happened: string) => ({ kind: 'fault', happened });

describe('what n8n throws', () => {
	const throws = (thrown: unknown) => async () => await Promise.reject(thrown as Error);

	it.each([
		['a code of the network', Object.assign(new Error('m'), { code: 'ECONNREFUSED' }), 'could not be reached'],
		['the mark of its HTTP client alone', Object.assign(new Error('m'), { isAxiosError: true }), 'did not answer'],
		['both', Object.assign(new Error('m'), { isAxiosError: true, code: 'EPIPE' }), 'ended the connection'],
	])('is the network\'s where it has %s', async (_what, thrown, happened) => {
		expect(await ask(throws(thrown))).toEqual(fault(happened));
	});

	it.each([
		['a message', new Error('Domain not allowed'), ' Domain not allowed'],
		['a code that is a number', Object.assign(new Error('No'), { code: 5 }), ' No'],
		['a mark that says no', Object.assign(new Error('No'), { isAxiosError: false }), ' No'],
		['no message', 'text', ''],
		['a message that is none', { message: 7 }, ''],
	])('is a refusal of n8n\'s own where it has %s', async (_what, thrown, said) => {
		const message = `n8n did not send the request for a token to ${identity.iamHost}.${said}`;
		await expect(ask(throws(thrown))).rejects.toThrow(expect.objectContaining({ name: 'SigningRefusal', message }));
	});
});

it('a fault with which the time ends is told as the end of the time', async () => {
	const time = new AbortController();
	jest.spyOn(AbortSignal, 'timeout').mockReturnValue(time.signal);
	const cancelled = {
		isAxiosError: true,
		get code() {
			time.abort();
			return 'ERR_CANCELED';
		},
	};
	const told = await ask(async () => await Promise.reject(cancelled as unknown as Error));
	jest.restoreAllMocks();
	expect(told).toEqual(fault('did not answer within 15 seconds'));
});

describe('what n8n hands over', () => {
	it.each([
		['nothing', async () => await Promise.resolve(undefined)],
		['a status that is a text', gives('200', bytes('{}'))],
		['a body that was read already', gives(200, '{}')],
		['a body that is an object', gives(200, {})],
		['no body', gives(200, null)],
	])('cannot be read where it is %s', async (_what, given) => {
		expect(await ask(given)).toEqual(fault('gave an answer that cannot be read'));
	});

	it('is read as JSON, in however many pieces it came', async () => {
		expect(await ask(gives(201, bytes('{"a":', '[1]}')))).toEqual({ status: 201, headers: { a: 'b' }, json: { a: [1] } });
		expect(await ask(gives(502, bytes('<html>')))).toEqual({ status: 502, headers: { a: 'b' }, json: undefined });
	});

	it('is read up to a million bytes and not beyond', async () => {
		const most = `{}${' '.repeat(999_998)}`;
		expect(await ask(gives(200, bytes(most.slice(0, 10), most.slice(10))))).toMatchObject({ json: {} });
		expect(await ask(gives(200, bytes(most, ' ')))).toEqual(fault('gave an answer without an end'));
	});

	it('is a fault where the connection ends in the middle of the body', async () => {
		const broken = new Readable({
			read() {
				this.destroy(Object.assign(new Error('m'), { code: 'ECONNRESET' }));
			},
		});
		expect(await ask(gives(200, broken))).toEqual(fault('ended the connection'));
	});
});

it.each([
	['IAM Endpoint', { iamEndpoint: 'gateway' }],
	['Endpoint', { endpoint: 'gateway' }],
])('a field that is no address is named before anything is sent: %s', async (label, more) => {
	const sent = askIam(identityOf({ ...fields, ...more }), gives(200, bytes('{}')), { method: 'GET', headers: {} }, '/v3/auth/domains');
	await expect(sent).rejects.toThrow(`The credential's field '${label}' must be an address`);
});

it('a password that is no text is none', () => {
	expect(() => identityOf({ ...fields, password: 5 })).toThrow("field 'Password' is empty");
});
