import type { INode } from 'n8n-workflow';
import { runNode, type Run } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';

const node = new ParcelNode();
let server: Awaited<ReturnType<typeof serve>>;

/** The made-up vendor answers what the phone number asks for: `1` success, a code by position otherwise. */
const codes = ['', '', 'Box.Full', 'Box.Soon', 'Box.Unpaid', 'Box.Jammed', 'Auth.Expired', 'Nobody.Knows', 'Busy'];

beforeAll(async () => {
	server = await serve(({ body }, response) => {
		const { PhoneNum } = JSON.parse(body) as { PhoneNum: string };
		const code = codes[Number(PhoneNum)];
		json(response, code ? { id: 'r1', code, message: `Refused: ${code}` } : { id: 'r1', box: 7 });
	});
});
afterAll(() => server.close());
beforeEach(() => server.seen.splice(0));

const sending = (rest: Partial<Run> = {}, parameters: INode['parameters'] = {}): Run => ({
	node,
	parameters: { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1, ...parameters },
	credentials: [parcelCredential(server.url)],
	...rest,
});

describe('a vendor that is declared and nothing else', () => {
	it('draws its form: required fields in it, optional ones under Additional Fields, names in lowerCamelCase', () => {
		const names = node.description.properties.map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['resource', 'operation', 'phoneNum', 'channel', 'additionalFields', 'branchOn', 'options']));
		const additional = node.description.properties.find(({ name }) => name === 'additionalFields');
		expect(additional?.options?.map(({ name }) => name)).toEqual(['hours', 'noteText']);
		const phone = node.description.properties.find(({ name }) => name === 'phoneNum');
		expect(phone).toMatchObject({ displayName: 'Phone Number', required: true, placeholder: 'e.g. 18888888888' });
		expect(phone?.description).toContain('https://parcel.example/send');
	});

	it('sends the wire names and types that it declared, signed, and gives the answer without its envelope', async () => {
		const { outputs } = await runNode(
			sending({ items: [{ phone: 1 }] }, { channel: '2', additionalFields: { hours: '3', noteText: 'läuft 快' } }),
		);
		expect(server.seen.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
			{ PhoneNum: '1', Channel: 2, Hours: 3, note_text: 'läuft 快' },
		]);
		expect(server.seen[0]?.headers['x-signed']).toBe('yes');
		expect(outputs[0]).toEqual([
			{
				json: { success: true, vendor: 'parcel', resource: 'locker', operation: 'sendCode', requestId: 'r1', data: { box: 7 } },
				pairedItem: { item: 0 },
			},
		]);
	});

	it.each([
		['2', 1, { category: 'fixInput', code: 'Box.Full', field: 'PhoneNum', maybeSent: false }],
		['3', 2, { category: 'retryLater', code: 'Box.Soon', retryAfterSeconds: 60, maybeSent: false }],
		['4', 3, { category: 'fixAccount', code: 'Box.Unpaid', maybeSent: false }],
		['5', 4, { category: 'vendorFault', code: 'Box.Jammed', maybeSent: true }],
		['6', 3, { category: 'fixAccount', code: 'Auth.Expired' }],
		['7', 4, { category: 'vendorFault', code: 'Nobody.Knows', maybeSent: true }],
		['8', 2, { category: 'retryLater', code: 'Busy', retryAfterSeconds: 1 }],
	])('answers phone %s by output %i', async (phone, output, failure) => {
		const { reached } = await runNode(sending({ items: [{ phone }] }));
		expect(reached.map((items) => items.length).slice(0, 5)).toEqual([0, 1, 2, 3, 4].map((one) => (one === output ? 1 : 0)));
		expect(reached[output]?.[0]?.json).toMatchObject({ success: false, requestId: 'r1', failure: { httpStatus: 200, ...failure } });
	});

	it('says of a code that no list names how it was read', async () => {
		const { reached } = await runNode(sending({ items: [{ phone: '6' }] }));
		const { explanation } = reached[3]?.[0]?.json['failure'] as { explanation: string };
		expect(explanation).toBe(
			'The key is refused (Parcel does not list this code for this call; it is read like Auth.*). Check the key.',
		);
	});
});

describe('values that the vendor would refuse', () => {
	it.each([
		['letters', { phoneNum: '123abc' }, "'Phone Number' must be 1 to 32 digits, without plus sign, spaces or dashes", 'PhoneNum', 'Local.InvalidParameter'],
		['33 digits', { phoneNum: '1'.repeat(33) }, "'Phone Number' must be 1 to 32 digits, without plus sign, spaces or dashes", 'PhoneNum', 'Local.InvalidParameter'],
		['nothing', { phoneNum: '={{ "  " }}' }, "'Phone Number' is empty", 'PhoneNum', 'Local.MissingParameter'],
		['a field that the item lacks', { phoneNum: '={{ $json.nothing }}' }, "'Phone Number' is empty", 'PhoneNum', 'Local.MissingParameter'],
		['an expression that cannot be resolved', { phoneNum: '={{ $("Nowhere").item.json.x }}' }, "The expression in 'Phone Number' could not be resolved", 'PhoneNum', 'Local.UnresolvedExpression'],
		['an object', { phoneNum: '={{ ({a: 1}) }}' }, "'Phone Number' must be text", 'PhoneNum', 'Local.InvalidParameter'],
		['half a character', { additionalFields: { noteText: '\ud800' } }, "'Note' must be text without broken characters", 'note_text', 'Local.InvalidParameter'],
		['a choice that is none', { channel: 3 }, "'Channel' must be one of 1 (SMS) or 2 (Voice)", 'Channel', 'Local.InvalidParameter'],
		['a number out of range', { additionalFields: { hours: 25 } }, "'Hours' must be a whole number from 1 to 24", 'Hours', 'Local.InvalidParameter'],
		['too long a text', { additionalFields: { noteText: 'x'.repeat(65) } }, "'Note' must be 0 to 64 characters long", 'note_text', 'Local.InvalidParameter'],
	])('leave by Fix Input without a request: %s', async (_what, parameters, message, field, code) => {
		const { reached } = await runNode(sending({}, { phoneNum: '1', ...parameters }));
		expect(server.seen).toEqual([]);
		expect(reached[1]?.[0]?.json['failure']).toMatchObject({ code, category: 'fixInput', field, message, maybeSent: false });
	});
});

const all = Array.from({ length: 9 }, (_, index) => ({ phone: String(index), name: `n${String(index)}` }));

describe.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)('with On Error set to %s', (onError) => {
	it('1,000 mixed items come out as 1,000, each once and paired with its input', async () => {
		const items = Array.from({ length: 1000 }, (_, index) => ({ phone: index % 11 === 10 ? 'no number' : String(index % 8), index }));
		const { outputs, reached } = await runNode(sending({ items, settings: { onError } }, { options: { includeInput: true } }));
		const came = outputs.flat();
		expect(reached.flat()).toHaveLength(1000);
		expect(came).toHaveLength(1000);
		expect(new Set(came.map(({ pairedItem }) => (pairedItem as { item: number }).item)).size).toBe(1000);
		for (const { json: item, pairedItem } of came) {
			expect((item['input'] as { index: number }).index).toBe((pairedItem as { item: number }).item);
		}
		expect(reached[0]?.every(({ json: item }) => item['success'] === true)).toBe(true);
	});

	it('nothing reaches Success when everything inside breaks', async () => {
		const broken: Run[] = [
			sending({ items: all, settings: { onError }, credentialChosen: false }),
			sending({ items: all, settings: { onError } }, { phoneNum: '={{ $("Nowhere").item.json.x }}' }),
			sending({ items: all, settings: { onError }, credentials: [{ ...parcelCredential('not an address'), values: { host: '::' } }] }),
		];
		for (const run of broken) {
			const { reached, error } = await runNode(run);
			expect(reached[0] ?? []).toEqual([]);
			if (run.credentialChosen === false && onError === 'stopWorkflow') {
				expect(error?.message).toBe('The node has no credential that n8n could read');
			} else {
				expect(reached.flat()).toHaveLength(all.length);
			}
		}
	});

	it('an operation that is not declared is refused', async () => {
		const { reached, error } = await runNode(sending({ items: all, settings: { onError } }, { operation: '__CUSTOM_API_CALL__' }));
		expect(server.seen).toEqual([]);
		expect(reached[0]).toEqual([]);
		if (onError === 'stopWorkflow') {
			expect(error?.message).toBe('The chosen operation is not one of this node');
			expect(error?.description).toContain('Choose a resource and an operation from the lists');
		} else {
			expect(reached[1]).toHaveLength(all.length);
		}
	});

	it('a check refuses to run under Always Output Data', async () => {
		const parameters = { resource: 'locker', operation: 'open', phoneNum: '1', code: '123456' };
		const { reached, error } = await runNode({ ...sending({ settings: { onError, alwaysOutputData: true } }), parameters });
		expect(server.seen).toEqual([]);
		expect((reached[0] ?? []).some(({ json: item }) => item['success'] === true)).toBe(false);
		if (onError === 'stopWorkflow') {
			expect(error?.message).toContain("'Always Output Data' is on");
			expect(error?.description).toContain("Switch off 'Always Output Data'");
		} else {
			expect(reached[1]?.[0]?.json['failure']).toMatchObject({ code: 'Local.AlwaysOutputData' });
		}
	});
});

describe('mode none', () => {
	it('stops the workflow with the parameter, the item, the code and the request ID', async () => {
		const { error, reached } = await runNode(sending({ items: [{ phone: '1' }, { phone: '2' }] }, { branchOn: 'none' }));
		expect(reached.flat()).toEqual([]);
		expect(error?.message).toBe('Parcel: The locker is full [item 1]');
		expect(error?.description).toBe(
			"Choose another locker. Parameter: 'Phone Number'. Items done before this one: 1. Code: Box.Full. Message: Refused: Box.Full Request ID: r1",
		);
	});

	it('tells n8n the cause and the wait', async () => {
		const { error } = await runNode(sending({ items: [{ phone: '3' }] }, { branchOn: 'none' }));
		expect(error?.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 60_000 });
	});

	it("delivers failed items to n8n's error output with code and request ID", async () => {
		const { reached } = await runNode(
			sending({ items: [{ phone: '1' }, { phone: '2' }], settings: { onError: 'continueErrorOutput' } }, { branchOn: 'none' }),
		);
		expect(reached[0]?.map(({ json: item }) => item['success'])).toEqual([true]);
		expect(reached[1]?.[0]?.json).toMatchObject({
			phone: '2',
			error: 'The locker is full',
			message: 'The locker is full. Choose another locker.',
			details: { requestId: 'r1', failure: { code: 'Box.Full' } },
		});
	});

	it('keeps a failed item recognisable when n8n continues on the regular output', async () => {
		const { reached } = await runNode(
			sending({ items: [{ phone: '2' }], settings: { onError: 'continueRegularOutput' } }, { branchOn: 'none' }),
		);
		expect(Object.keys(reached[0]?.[0]?.json ?? {})).toEqual(['error', 'message', 'details']);
	});
});

describe('secrets', () => {
	it('a received code stays out of everything that leaves, the input included', async () => {
		const parameters = { resource: 'locker', operation: 'open', phoneNum: '1', code: '={{ $json.code }}', options: { includeInput: true } };
		const { outputs } = await runNode({ ...sending({ items: [{ code: 482913 }, { code: '12a456' }] }), parameters });
		expect(JSON.stringify(outputs)).not.toMatch(/482913|12a456/);
		expect(server.seen.map(({ body }) => body)).toEqual(['{"PhoneNum":"1","Code":"482913"}']);
	});

	it('a received code stays out of the input also where the node refuses to run', async () => {
		const parameters = { resource: 'locker', operation: 'open', phoneNum: '1', code: '={{ $json.code }}', options: { includeInput: true } };
		const settings = { onError: 'continueRegularOutput' as const, alwaysOutputData: true };
		const { outputs } = await runNode({ ...sending({ items: [{ code: 482913 }], settings }), parameters });
		expect(outputs[1]?.[0]?.json['input']).toEqual({ code: '***' });
	});

	it('a number that lost its leading zero is refused with the reason', async () => {
		const parameters = { resource: 'locker', operation: 'open', phoneNum: '1', code: '={{ $json.code }}' };
		const { reached } = await runNode({ ...sending({ items: [{ code: 12345 }] }), parameters });
		expect((reached[1]?.[0]?.json['failure'] as { explanation: string }).explanation).toContain('no leading zeros');
	});
});
