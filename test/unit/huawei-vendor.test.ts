import fc from 'fast-check';
import type { VendorAnswer } from '../../nodes/engine/words/operation';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import documented from '../data/huawei-codes.json';
import { declared, jsonAnswer, publicName, textAnswer, judged } from '../support/declarations';

const { operations, refuses, request } = huaweiCloud;
const sendCode = declared(huaweiCloud, 'ticketContact.sendCode');
const verify = declared(huaweiCloud, 'ticketContact.verify');
const checkIfNeeded = declared(huaweiCloud, 'ticketContact.checkIfNeeded');

/** Read as the answer to a request for a code, unless another operation is named. */
const read = (answer: VendorAnswer, operation = sendCode) => huaweiCloud.read(answer, operation);

/** Filled in as a person would; all but `site` must stay out of the request. */
const credential = (site: unknown) => ({
	site,
	accessKey: 'neverinarequest',
	secretKey: 'secretneverinarequest',
	domainId: 'domainneverinarequest',
	token: 'tokenneverinarequest',
	endpoint: 'https://gateway.example',
});

describe('a request to Huawei Cloud', () => {
	it.each(Object.entries(documented.hosts))('goes to the host of the site %s', (site, host) => {
		for (const operation of operations) {
			expect(refuses?.(operation, credential(site))).toBeUndefined();
			expect(request(operation, {}, credential(site)).url).toBe(`https://${host}${operation.api.path}`);
		}
	});

	it.each([undefined, null, ''])('goes to the international site where the credential names %p', (site) => {
		expect(refuses?.(sendCode, credential(site))).toBeUndefined();
		expect(request(sendCode, {}, credential(site)).url).toContain(`https://${documented.hosts.international}/`);
	});

	it.each(['china', 'International', 'toString', '__proto__', 7, {}])('is refused for the site %p', (site) => {
		expect(refuses?.(sendCode, credential(site))).toEqual({
			happened: "'Site' in the credential is none that Huawei Cloud has",
			todo: "Open the credential and choose 'Site' from the list",
		});
	});

	it('sends a code with a JSON body, the way as a number, language and time zone as headers', () => {
		const values = {
			contact_way: 1,
			contact_value: 'ü+*@example.com',
			area_code: '86',
			'X-Language': 'en-us',
			'X-Time-Zone': 'GMT+5:30',
		};
		expect(request(sendCode, values, credential('mainland'))).toEqual({
			method: 'POST',
			url: 'https://osm.cn-south-1.myhuaweicloud.com/v2/servicerequest/verifycodes/send',
			headers: { 'Content-Type': 'application/json', 'X-Language': 'en-us', 'X-Time-Zone': 'GMT+5:30' },
			body: '{"contact_way":1,"contact_value":"ü+*@example.com","area_code":"86"}',
		});
	});

	it('reads with a query, encoded as strictly as the signature wants it, and no body', () => {
		const values = { contact_way: 1, contact_value: "a b+c*~'()!@é", 'X-Language': 'en-us' };
		expect(request(checkIfNeeded, values, credential('europe'))).toEqual({
			method: 'GET',
			url:
				'https://osm.eu-west-101.myhuaweicloud.eu/v2/servicerequest/verifycodes/need-verify' +
				'?contact_way=1&contact_value=a%20b%2Bc%2A~%27%28%29%21%40%C3%A9',
			headers: { 'X-Language': 'en-us' },
		});
	});

	it('pages a list in the query', () => {
		const listVerified = declared(huaweiCloud, 'ticketContact.listVerified');
		expect(request(listVerified, { limit: 100, offset: 1 }, credential('')).url).toMatch(
			/has-verified\?limit=100&offset=1$/,
		);
	});

	it('carries the values that were given, as they are, and nothing of the credential', () => {
		const values = fc.record({
			contact_way: fc.constantFrom(0, 1),
			contact_value: fc.string({ unit: 'grapheme' }),
			area_code: fc.string({ unit: 'grapheme' }),
		});
		fc.assert(
			fc.property(values, (given) => {
				const sent = request(sendCode, given, credential(''));
				expect(JSON.parse(sent.body ?? '')).toEqual(given);
				const asked = request(checkIfNeeded, given, credential(''));
				expect([...new URL(asked.url).searchParams]).toEqual(
					Object.entries(given).map(([name, value]) => [name, String(value)]),
				);
				expect(JSON.stringify([sent, asked])).not.toMatch(/neverinarequest|gateway/);
			}),
		);
	});
});

const requestId = { 'x-request-id': 'r-1' };

describe('an answer of Huawei Cloud', () => {
	it.each([
		{},
		{ error_code: null, error_msg: null },
		{ error_code: '', error_msg: '' },
		{ error_code: '0' },
		{ error_code: 0 },
		{ error_code: '000000' },
		{ error_code: 'OSM.0000', error_msg: 'Success' },
		{ error_code: 'OSM.00000000' },
	])('is a success where it names no code, as %j', (json) => {
		for (const operation of [sendCode, verify]) {
			const verdict = read(jsonAnswer(json, 200, requestId), operation);
			expect(verdict).toEqual({ ok: true, requestId: 'r-1', data: {} });
		}
	});

	it('hands on what is left of the envelope', () => {
		const json = { error_code: null, request_id: 'r-2', need_verify_code: 1, expire_time: 'soon' };
		expect(read(jsonAnswer(json), checkIfNeeded)).toEqual({
			ok: true,
			requestId: 'r-2',
			data: { need_verify_code: 1, expire_time: 'soon' },
		});
	});

	it.each([200, 400, 401, 403, 500])('is a refusal where it names a code, under HTTP status %i', (status) => {
		const json = { error_code: 'OSM.01010024', error_msg: 'Verify code resend too frequently.' };
		expect(read(jsonAnswer(json, status, requestId))).toEqual({
			ok: false,
			requestId: 'r-1',
			code: 'OSM.01010024',
			message: 'Verify code resend too frequently.',
		});
	});

	it('is a refusal where the gateway or IAM names a code', () => {
		const gateway = { error_msg: 'Throttled', error_code: 'APIGW.0308', request_id: 'r-3' };
		expect(read(jsonAnswer(gateway, 429))).toEqual({
			ok: false,
			requestId: 'r-3',
			code: 'APIGW.0308',
			message: 'Throttled',
		});
		const policy = { error_msg: 'No.', error_code: 'PAP5.0001', encoded_authorization_message: 'AAAA' };
		expect(read(jsonAnswer(policy, 403))).toEqual({ ok: false, code: 'PAP5.0001', message: 'No.' });
		const token = { error: { code: 401, message: 'The username or password is wrong.', title: 'Unauthorized' } };
		expect(read(jsonAnswer(token, 401))).toEqual({
			ok: false,
			code: 'IAM.401',
			message: 'The username or password is wrong.',
		});
		expect(read(jsonAnswer({ error: { code: 'IAM.0061' } }, 401))).toEqual({
			ok: false,
			code: 'IAM.0061',
			message: '',
		});
	});

	it.each(['OSM.', '.0', 'OSM.00000001', '0.0.0', 'OSM.0000 '])(
		'takes the code "%s" for no success',
		(error_code) => {
			expect(read(jsonAnswer({ error_code }))).toMatchObject({ ok: false, code: error_code });
		},
	);

	it('is a refusal where the code is a number', () => {
		expect(read(jsonAnswer({ error_code: 1010010, error_msg: 'no' }))).toMatchObject({
			ok: false,
			code: '1010010',
		});
	});

	it.each([
		['an HTML page', textAnswer('<html>Sign in</html>')],
		['an HTML page of a proxy', textAnswer('<html>Bad Gateway</html>', 502)],
		['nothing', textAnswer('')],
		['half a JSON', textAnswer('{"error_code":')],
		['a list', jsonAnswer([])],
		['a text', jsonAnswer('')],
		['null', jsonAnswer(null)],
		['a code that is an object', jsonAnswer({ error_code: {} })],
		['a code that is false', jsonAnswer({ error_code: false })],
		['an unreadable refusal', jsonAnswer({ error: 'no' })],
		['a refusal without a code', jsonAnswer({ error: {} })],
		['a refusal that is null', jsonAnswer({ error: null })],
		['a blank code', jsonAnswer({ error_code: ' ' })],
		['a code beyond all numbers', jsonAnswer({ error_code: Infinity })],
		['a message that is no text', jsonAnswer({ error_msg: ['Verify not pass.'] })],
		['a request ID that is no text', jsonAnswer({ request_id: {} })],
		...[201, 204, 202, 400, 401, 404, 429, 500, 503].map((status): [string, VendorAnswer] => [
			`no refusal under HTTP status ${String(status)}`,
			jsonAnswer({}, status),
		]),
	])('is no envelope where it is %s', (_, answer) => {
		expect(read(answer)).toEqual({ ok: undefined });
		expect(judged(huaweiCloud, sendCode, answer)).toMatchObject({
			success: false,
			failure: { code: 'Local.UnreadableAnswer', category: 'vendorFault', maybeSent: true },
		});
	});

	it('keeps the request ID of what it cannot read', () => {
		expect(read({ ...textAnswer('', 502), headers: requestId })).toEqual({ ok: undefined, requestId: 'r-1' });
	});

	it('cuts the message where the gateway echoes what was signed', () => {
		const error_msg =
			'Incorrect IAM authentication information: verify aksk signature fail, canonicalRequest:GET|/v2/|x-security-token:secret';
		const outcome = judged(huaweiCloud, sendCode, jsonAnswer({ error_code: 'APIGW.0301', error_msg }, 401));
		expect(JSON.stringify(outcome)).not.toContain('x-security-token');
		expect(outcome).toMatchObject({
			failure: {
				code: 'APIGW.0301',
				category: 'fixAccount',
				message: 'Incorrect IAM authentication information: verify aksk signature fail',
				explanation: expect.stringContaining('The signature does not match') as string,
			},
		});
	});

	it('of each operation is declared with names that a success carries', () => {
		for (const operation of operations) {
			expect([
				publicName(operation),
				operation.answer.filter(({ wire }) => /^error|request_id/.test(wire)),
			]).toEqual([publicName(operation), []]);
		}
	});
});
