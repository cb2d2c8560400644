import fc from 'fast-check';
import type { VendorAnswer } from '../../nodes/engine/words/operation';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { declared, jsonAnswer, publicName, textAnswer, judged } from '../support/declarations';

const { operations, request } = alibabaCloud;
const sendCode = declared(alibabaCloud, 'whatsAppNumber.sendCode');
const list = declared(alibabaCloud, 'whatsAppNumber.list');

/** Read as the answer to a request for a code, unless another operation is named. */
const read = (answer: VendorAnswer, operation = sendCode) => alibabaCloud.read(answer, operation);

/** Filled in as a person would; nothing of it belongs in a request before it is signed. */
const credential = {
	accessKeyId: 'LTAIneverinarequest',
	accessKeySecret: 'neverinarequest',
	securityToken: 'tokenneverinarequest',
	endpoint: 'https://gateway.example',
};

describe('a request to Alibaba Cloud', () => {
	it.each(operations.map((operation) => [publicName(operation), operation] as const))(
		'for %s is a POST without a body, with action and version in headers',
		(_, operation) => {
			expect(request(operation, {}, credential)).toEqual({
				method: 'POST',
				url: 'https://cams.ap-southeast-1.aliyuncs.com/',
				headers: {
					accept: 'application/json',
					'x-acs-action': operation.api.action,
					'x-acs-version': '2020-06-06',
				},
			});
		},
	);

	it('carries its values in the query, encoded as strictly as the signature wants them', () => {
		const values = {
			PhoneNumber: '8613800001234',
			CustSpaceId: "a b+c*~é%'()!/中",
			Method: 'sms',
			Locale: 'zh_CN',
		};
		expect(request(sendCode, values, credential).url).toBe(
			'https://cams.ap-southeast-1.aliyuncs.com/?PhoneNumber=8613800001234&' +
				'CustSpaceId=a%20b%2Bc%2A~%C3%A9%25%27%28%29%21%2F%E4%B8%AD&Method=sms&Locale=zh_CN',
		);
	});

	it('numbers the entries of a list', () => {
		expect(request(sendCode, { Tags: ['a', 'b c'], Size: 2 }, credential).url).toBe(
			'https://cams.ap-southeast-1.aliyuncs.com/?Tags.1=a&Tags.2=b%20c&Size=2',
		);
	});

	it('arrives with the values that were given, whatever they are, and nothing of the credential', () => {
		const values = fc.dictionary(
			fc.string({ unit: 'grapheme', minLength: 1 }).filter((key) => key !== '__proto__'),
			fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean()),
		);
		fc.assert(
			fc.property(values, (given) => {
				const { url, headers } = request(sendCode, given, credential);
				const { origin, pathname, searchParams } = new URL(url);
				expect([origin, pathname]).toEqual(['https://cams.ap-southeast-1.aliyuncs.com', '/']);
				expect([...searchParams]).toEqual(Object.entries(given).map(([name, value]) => [name, String(value)]));
				expect(url).toMatch(/^[\w\-.~%:/?&=]+$/);
				expect(`${url}${JSON.stringify(headers)}`).not.toMatch(/neverinarequest|gateway/);
			}),
		);
	});
});

const ok = { RequestId: 'r-1', Code: 'OK', Message: 'None', Success: true, AccessDeniedDetail: 'None' };

describe('an answer of Alibaba Cloud', () => {
	it('is a success where the envelope says OK; what is left of it is the data', () => {
		expect(read(jsonAnswer(ok))).toEqual({ ok: true, requestId: 'r-1', data: {} });
		expect(read(jsonAnswer({ ...ok, Data: { Id: '1' }, PhoneNumbers: [{ Status: 'CONNECTED' }] }), list)).toEqual({
			ok: true,
			requestId: 'r-1',
			data: { Data: { Id: '1' }, PhoneNumbers: [{ Status: 'CONNECTED' }] },
		});
	});

	it.each([undefined, null, true, 'true'])('is a success where Success is %s beside OK', (Success) => {
		expect(read(jsonAnswer({ ...ok, Success })).ok).toBe(true);
	});

	it.each([
		[false, 'false'],
		['false', '"false"'],
		['False', '"False"'],
		[0, '0'],
		[1, '1'],
		['', '""'],
		['None', '"None"'],
		[{}, 'of another type'],
		[[true], 'of another type'],
		['x'.repeat(1e6), `"${'x'.repeat(20)}"`],
	])(
		'is no success beside a Success of another kind (case %#): the contradiction is said, with the vendor’s words',
		(Success, shown) => {
			expect(read(jsonAnswer({ ...ok, Success, Message: 'Not today.' }))).toEqual({
				ok: undefined,
				requestId: 'r-1',
				happened: `Alibaba Cloud answered Code OK together with Success ${shown}`,
				said: 'Not today.',
			});
		},
	);

	it.each([201, 204, 400, 401, 403, 429, 500, 502, 503])('is no success under HTTP status %i', (status) => {
		expect(read(jsonAnswer(ok, status))).toEqual({
			ok: undefined,
			requestId: 'r-1',
			happened: `Alibaba Cloud answered Code OK together with HTTP status ${String(status)}`,
		});
	});

	it.each([200, 400, 403, 500])('is a refusal where it names another code, under HTTP status %i too', (status) => {
		const refused = { RequestId: 'r-1', Code: 'Product.Unsubscript', Message: 'Not subscribed.', HostId: 'h' };
		expect(read(jsonAnswer(refused, status))).toEqual({
			ok: false,
			requestId: 'r-1',
			code: 'Product.Unsubscript',
			message: 'Not subscribed.',
		});
		expect(read(jsonAnswer({ ...refused, Success: true }, status)).ok).toBe(false);
	});

	it.each(['200', 'ok', 'Success', 'SUCCESS'])('takes the code %s of other products for no success', (Code) => {
		expect(read(jsonAnswer({ ...ok, Code }))).toMatchObject({ ok: false, code: Code });
	});

	it('says why a permission is missing, as text and as object, and leaves out what nobody can read', () => {
		const refused = { RequestId: 'r-1', Code: 'Ram.PermissionDeny', Message: 'Not authorized.' };
		const message = (AccessDeniedDetail: unknown) => read(jsonAnswer({ ...refused, AccessDeniedDetail }, 400));
		expect(message('None')).toMatchObject({ message: 'Not authorized.' });
		expect(message(undefined)).toMatchObject({ message: 'Not authorized.' });
		expect(message('ImplicitDeny')).toMatchObject({ message: 'Not authorized. ImplicitDeny' });
		expect(
			message({
				AuthAction: 'cams:X',
				NoPermissionType: 'ImplicitDeny',
				EncodedDiagnosticMessage: 'AAAA',
				Count: 3,
			}),
		).toMatchObject({ message: 'Not authorized. AuthAction: cams:X, NoPermissionType: ImplicitDeny' });
	});

	it('falls back on the code where the message is empty or the word None', () => {
		for (const Message of ['', 'None', undefined, null, 7, {}]) {
			expect(read(jsonAnswer({ RequestId: 'r-1', Code: 'InternalError', Message }, 500))).toMatchObject({
				message: 'InternalError',
			});
		}
	});

	it.each([
		['1500', 2],
		['1', 1],
		['60000', 60],
		['0', undefined],
		['-5', undefined],
		['soon', undefined],
		['', undefined],
		['1e999', undefined],
		['0x10', undefined],
		['99999999999999999', undefined],
	])('asks for a wait of %s ms as %p seconds', (given, seconds) => {
		const answer = jsonAnswer({ RequestId: 'r-1', Code: 'Throttling.User', Message: 'Slow down.' }, 400, {
			'x-acs-retry-after': given,
		});
		const verdict = read(answer);
		expect('retryAfterSeconds' in verdict ? verdict.retryAfterSeconds : undefined).toBe(seconds);
	});

	it('hands that wait on, before the one that the list knows', () => {
		const answer = jsonAnswer({ RequestId: 'r-1', Code: 'Throttling.User', Message: 'Slow down.' }, 400, {
			'x-acs-retry-after': '2500',
		});
		expect(judged(alibabaCloud, sendCode, answer)).toMatchObject({
			failure: { code: 'Throttling.User', category: 'retryLater', retryAfterSeconds: 3, maybeSent: false },
		});
	});

	it.each([
		['an HTML page', textAnswer('<html><body><h1>502 Bad Gateway</h1></body></html>', 502)],
		['half a JSON', textAnswer('{"Code":"OK","Succ')],
		['nothing', textAnswer('')],
		['a list', jsonAnswer([ok])],
		['a text', jsonAnswer('OK')],
		['null', jsonAnswer(null)],
		['no code', jsonAnswer({ Success: true })],
		['an empty code', jsonAnswer({ Code: '', Success: true })],
		['a code in another case', jsonAnswer({ code: 'OK', success: true })],
		['a code that is an object', jsonAnswer({ Code: { OK: true }, Success: true })],
		['a code beyond all numbers', jsonAnswer({ Code: Infinity })],
	])('is no envelope where it is %s', (_, answer) => {
		expect(read(answer)).toEqual({ ok: undefined });
		expect(judged(alibabaCloud, sendCode, answer)).toMatchObject({
			success: false,
			failure: { code: 'Local.UnreadableAnswer', category: 'vendorFault', maybeSent: true },
		});
	});

	it('cuts the message where the vendor echoes what was signed', () => {
		const Message =
			'Specified signature is not matched with our calculation. server string to sign is:POST&%2F&SecurityToken%3Dsecret';
		const outcome = judged(alibabaCloud, sendCode, jsonAnswer({ RequestId: 'r-1', Code: 'SignatureDoesNotMatch', Message }, 400));
		expect(outcome).toMatchObject({
			failure: { category: 'fixAccount', message: 'Specified signature is not matched with our calculation' },
		});
		const contradicting = judged(
			alibabaCloud,
			sendCode,
			jsonAnswer({ ...ok, Success: false, Message: 'server canonicalString is: POST secret' }),
		);
		expect(JSON.stringify(contradicting)).not.toContain('secret');
		expect(contradicting).toMatchObject({
			success: false,
			requestId: 'r-1',
			failure: {
				code: 'Local.UnreadableAnswer',
				maybeSent: true,
				explanation: expect.stringContaining('answered Code OK together with Success false. ') as string,
			},
		});
	});
});
