import fc from 'fast-check';
import type { VendorAnswer } from '../../nodes/engine/words/operation';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import documented from '../data/tencent-codes.json';
import { declared, publicName } from '../support/declarations';

const { operations, read, refuses, request } = tencentCloud;

const mainlandActions: Readonly<Record<string, string | null>> = Object.fromEntries(
	Object.entries(documented.operations).map(([name, { mainland }]) => [name, mainland]),
);

/** Filled in as a person would; all but `site` must stay out of the request. */
const credential = (site: unknown) => ({
	site,
	secretId: 'AKIDneverinarequest',
	secretKey: 'neverinarequest',
	sessionToken: 'tokenneverinarequest',
	endpoint: 'https://gateway.example',
});

describe('a request to Tencent Cloud', () => {
	it.each(operations.map((operation) => [publicName(operation), operation] as const))(
		'for %s goes to the host of the site, with the action of the site',
		(name, operation) => {
			const { service, version, action } = operation.api;
			const international = request(operation, {}, credential('international'));
			expect(international).toEqual({
				method: 'POST',
				url: `https://${service}.intl.tencentcloudapi.com/`,
				headers: { 'Content-Type': 'application/json', 'X-TC-Action': action, 'X-TC-Version': version },
				body: '{}',
			});
			const twin = mainlandActions[name] ?? null;
			const refusal = refuses?.(operation, credential('mainland'));
			if (twin === null) {
				expect(refusal).toEqual({
					happened: `The mainland site of Tencent Cloud does not offer the operations of '${operation.resource.name}'`,
					todo: expect.stringContaining("'Site' is International") as string,
				});
				return;
			}
			expect(refusal).toBeUndefined();
			expect(request(operation, {}, credential('mainland'))).toEqual({
				...international,
				url: `https://${service}.tencentcloudapi.com/`,
				headers: { ...international.headers, 'X-TC-Action': twin },
			});
		},
	);

	it('goes to the international site where the credential names none', () => {
		for (const operation of operations) {
			for (const site of [undefined, '', 'international', 'europe']) {
				expect(refuses?.(operation, credential(site))).toBeUndefined();
				expect(request(operation, {}, credential(site)).url).toContain('.intl.');
			}
		}
	});

	it('carries the values that were given, as they are, and nothing of the credential', () => {
		const values = fc.dictionary(
			fc.string().filter((key) => key !== '__proto__'),
			fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.array(fc.string())),
		);
		fc.assert(
			fc.property(fc.constantFrom(...operations), values, (operation, given) => {
				const made = request(operation, given, credential('international'));
				expect(JSON.parse(made.body ?? '')).toEqual({ ...given });
				expect(JSON.stringify({ ...made, body: '' })).not.toMatch(/neverinarequest|gateway/);
			}),
		);
	});
});

const answer = (json: unknown, status = 200): VendorAnswer => ({
	status,
	headers: {},
	text: JSON.stringify(json) ?? '',
	json,
});
const said = (json: unknown, status?: number) => read(answer(json, status), declared(tencentCloud, 'partnerCustomer.sendCode'));

describe('an answer of Tencent Cloud', () => {
	it('is a success where the envelope holds a request ID and no refusal', () => {
		expect(said({ Response: { RequestId: 'abc' } })).toEqual({ ok: true, requestId: 'abc', data: {} });
		expect(said({ Response: { Uin: '200000123456', Reason: 'success', RequestId: 'abc' } })).toEqual({
			ok: true,
			requestId: 'abc',
			data: { Uin: '200000123456', Reason: 'success' },
		});
	});

	it('is a refusal where it names a code, also under another status and without a request ID', () => {
		const Error = { Code: 'FailedOperation.PhoneBindUpper', Message: 'The number is used up.' };
		const refusal = { ok: false, code: Error.Code, message: Error.Message };
		expect(said({ Response: { Error, RequestId: 'abc' } })).toEqual({ ...refusal, requestId: 'abc' });
		expect(said({ Response: { Error, RequestId: 'abc' } }, 503)).toEqual({ ...refusal, requestId: 'abc' });
		expect(said({ Response: { Error } })).toEqual(refusal);
		expect(said({ Response: { Error: { Code: 'A.B' }, RequestId: 'abc' } })).toMatchObject({
			code: 'A.B',
			message: '',
		});
	});

	it.each([
		['no request ID, so it did not come from the service', { Response: {} }],
		['an empty request ID', { Response: { RequestId: '' } }],
		['a request ID of another type', { Response: { RequestId: 1 } }],
		['a refusal without a code', { Response: { Error: {}, RequestId: 'abc' } }],
		['a refusal with an empty code', { Response: { Error: { Code: '' }, RequestId: 'abc' } }],
		['a refusal that is null', { Response: { Error: null, RequestId: 'abc' } }],
		['a refusal that is a text', { Response: { Error: 'no', RequestId: 'abc' } }],
		['no envelope', { RequestId: 'abc' }],
		['an envelope that is a list', { Response: [{ RequestId: 'abc' }] }],
		['a text', 'ok'],
		['nothing', null],
		['no JSON', undefined],
		['the envelope of retired APIs', { code: 0, message: '', codeDesc: 'Success' }],
	])('is neither where it is %s', (_, json) => {
		expect(said(json)).toEqual({ ok: undefined });
	});

	it('is no success under any status but 200', () => {
		for (const status of [201, 204, 304, 400, 401, 403, 429, 500, 502, 504]) {
			expect(said({ Response: { RequestId: 'abc' } }, status)).toEqual({ ok: undefined });
		}
	});

	it('is read whatever it is: never thrown, and a success only with its envelope', () => {
		const near = fc.record(
			{
				Response: fc.oneof(
					fc.jsonValue(),
					fc.record(
						{
							RequestId: fc.oneof(fc.string(), fc.jsonValue()),
							Error: fc.oneof(
								fc.jsonValue(),
								fc.record({ Code: fc.jsonValue(), Message: fc.jsonValue() }),
							),
							Data: fc.jsonValue(),
						},
						{ requiredKeys: [] },
					),
				),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(
				fc.oneof(near, fc.jsonValue(), fc.constant(undefined)),
				fc.constantFrom(200, 404, 500),
				(json, status) => {
					const verdict = said(json, status);
					if (verdict.ok !== true) return;
					expect(status).toBe(200);
					expect(json).toMatchObject({ Response: { RequestId: verdict.requestId } });
					expect(json).not.toHaveProperty('Response.Error');
					expect(verdict.data).not.toHaveProperty('RequestId');
				},
			),
			{ numRuns: 500 },
		);
	});
});
