import type { Message, SeenRequest } from '../../../sandbox/ledger';
import { bestOf, recordedBy, type Recorded } from '../../../scripts/lib/scenarios/outcomes';
import { figuresOf, itemsFrom } from '../../../scripts/lib/scenarios/traffic';
import { recipientKey, Tally } from '../../../scripts/lib/scenarios/tally';

const api = 'SendVerifyCode';
const people = itemsFrom(0, 3);
const [ann = '', ben = '', eve = ''] = people.map(({ phone }) => phone);

let messages: Message[];
let requests: SeenRequest[];
let id: number;
let tally: Tally;

beforeEach(() => {
	messages = [];
	requests = [];
	id = 100;
	tally = new Tally({ messages: () => messages, requests: () => requests }, api);
});

afterEach(() => {
	tally.end();
});

const nextId = (): number => {
	id += 1;
	return id;
};
const at = new Date(0).toISOString();

/** A request for a recipient, with what the cloud made of it. */
function asked(number: string, code?: string): void {
	if (code === undefined) {
		messages = [{ id: nextId(), at, vendor: 'tencentCloud', api, channel: 'sms', recipient: `+852 ${number}`, code: '123456', text: '' }, ...messages];
	}
	const verdict = code === undefined ? ({ decision: 'accepted' } as const) : ({ decision: 'refused', code } as const);
	requests = [{ id: nextId(), at, api, method: 'POST', host: '', path: '/', headers: {}, body: JSON.stringify({ PhoneNum: number }), verdict }, ...requests];
}

const recorded = (entries: Readonly<Record<string, Partial<Recorded>>>): ReadonlyMap<string, Recorded> =>
	new Map(Object.entries(entries).map(([number, outcome]) => [recipientKey(number), { success: false, maybeSent: false, ...outcome }]));

test('what was sent and recorded is neither double nor lost', () => {
	asked(ann);
	asked(ben);
	const figures = figuresOf(people.slice(0, 2), tally, recorded({ [ann]: { success: true }, [ben]: { success: true } }));
	expect(figures).toMatchObject({ items: 2, requests: 2, sent: 2, outcomes: 2, successes: 2, doubles: 0, lost: [] });
});

test('a request that the cloud refused as too fast, and its repetition, are no double', () => {
	asked(ann, 'RequestLimitExceeded');
	asked(ann);
	expect(figuresOf(people.slice(0, 1), tally, recorded({ [ann]: { success: true } }))).toMatchObject({ requests: 2, tooFast: 1, sent: 1, doubles: 0 });
});

test('a second message is a double', () => {
	asked(ann);
	asked(ann);
	expect(figuresOf(people.slice(0, 1), tally, recorded({ [ann]: { success: true } }))).toMatchObject({ sent: 1, doubles: 1 });
});

test("so is a request after a message, also where the cloud's own limit held it back; a recipient counts once", () => {
	asked(ann);
	asked(ann, 'FailedOperation.SendVerifyCodeLimit60');
	asked(ann, 'FailedOperation.SendVerifyCodeLimit60');
	expect(figuresOf(people.slice(0, 1), tally, recorded({ [ann]: { success: true } }))).toMatchObject({ requests: 3, doubles: 1 });
});

test('a recipient of whom n8n recorded nothing is lost, and it is told whether a message went out', () => {
	asked(ann);
	expect(figuresOf(people.slice(0, 2), tally, recorded({}))).toMatchObject({ outcomes: 0, lost: [ann, ben], lostButSent: 1 });
});

test('an outcome that says nothing was sent, of a recipient to whom the cloud sent, is lost', () => {
	asked(ann);
	asked(ben);
	asked(eve);
	const figures = figuresOf(people, tally, recorded({ [ann]: { success: true }, [ben]: { maybeSent: true }, [eve]: {} }));
	expect(figures.lost).toEqual([eve]);
});

test('a recipient without a message whose key counts as used is named', () => {
	asked(ann);
	const code = 'Local.SentBefore';
	const figures = figuresOf(people.slice(0, 2), tally, recorded({ [ann]: { maybeSent: true, code }, [ben]: { maybeSent: true, code } }));
	expect(figures).toMatchObject({ keptBack: [ben], lost: [] });
});

test('what the sandbox forgot between two looks is said, not left out of the counts', () => {
	asked(ann);
	tally.counts();
	id += 5;
	asked(ben);
	expect(() => tally.counts()).toThrow('5 requests and messages of the sandbox were not counted.');
});

test('tries of a password are counted beside the sends', () => {
	asked(ann);
	requests = [{ id: nextId(), at, api: 'KeystoneCreateUserTokenByPassword', method: 'POST', host: '', path: '/', headers: {}, body: '{}', verdict: { decision: 'accepted' } }, ...requests];
	expect(tally.counts()).toMatchObject({ requests: 1, passwords: 1 });
});

test('a message whose answer was spoilt on the way is no double of its own', () => {
	messages = [{ id: nextId(), at, vendor: 'tencentCloud', api, channel: 'sms', recipient: ann, code: '1', text: '' }];
	const verdict = { decision: 'fault', code: 'reset' } as const;
	requests = [{ id: nextId(), at, api, method: 'POST', host: '', path: '/', headers: {}, body: JSON.stringify({ PhoneNum: ann }), verdict }];
	expect(figuresOf(people.slice(0, 1), tally, recorded({ [ann]: { maybeSent: true } }))).toMatchObject({ requests: 1, sent: 1, doubles: 0, lost: [] });
});

test('the very same request again, which the cloud takes once at the most, is no double', () => {
	asked(ann);
	asked(ann, 'SignatureNonceUsed');
	expect(figuresOf(people.slice(0, 1), tally, recorded({ [ann]: { success: true } }))).toMatchObject({ requests: 2, sent: 1, doubles: 0 });
});

test('a recipient is found in the query of a request as well', () => {
	messages = [{ id: nextId(), at, vendor: 'alibabaCloud', api, channel: 'sms', recipient: ann, code: '1', text: '' }];
	const path = `/?PhoneNumber=852${ann}&Method=sms`;
	requests = [{ id: nextId(), at, api, method: 'POST', host: '', path, headers: {}, body: '', verdict: { decision: 'accepted' } }];
	requests = [{ id: nextId(), at, api, method: 'POST', host: '', path, headers: {}, body: '', verdict: { decision: 'refused', code: 'Other' } }, ...requests];
	expect(tally.counts()).toMatchObject({ requests: 2, doubles: 1 });
});

const node = 'Send Code';

/** An execution in which a node ran on items that another one gave. */
const execution = (items: readonly unknown[]) => ({
	resultData: {
		runData: {
			Before: [{ data: { main: [people.map((json) => ({ json }))] } }],
			[node]: [{ source: [{ previousNode: 'Before' }], data: { main: [[], items] } }],
		},
	},
});

test("an outcome belongs to the recipient that n8n's thread of items leads to, however it is written", () => {
	const data = execution([
		{ json: { success: true }, pairedItem: { item: 2 } },
		{ json: { success: false, failure: { code: 'A', maybeSent: true } }, pairedItem: 0 },
		{ json: { error: 'x', message: 'y', details: { success: false, failure: { code: 'B' } } }, pairedItem: [{ item: 1 }] },
	]);
	expect(recordedBy(data, node)).toEqual([
		[eve, { success: true, maybeSent: false }],
		[ann, { success: false, maybeSent: true, code: 'A' }],
		[ben, { success: false, maybeSent: false, code: 'B' }],
	]);
});

test('an item that leads to no recipient, or says nothing of an outcome, is none', () => {
	expect(recordedBy(execution([{ json: { success: true } }, { json: { error: 'x' }, pairedItem: 0 }, { json: { success: true }, pairedItem: 9 }]), node)).toEqual([]);
});

test('of several outcomes the one counts that tells the most of a message, then the latest', () => {
	const no: Recorded = { success: false, maybeSent: false };
	const maybe: Recorded = { ...no, maybeSent: true };
	const sent: Recorded = { ...no, success: true };
	expect(bestOf([['a', sent], ['a', maybe], ['b', maybe], ['b', no], ['c', no], ['c', { ...no, code: 'later' }]])).toEqual(
		new Map<string, Recorded>([['a', sent], ['b', maybe], ['c', { ...no, code: 'later' }]]),
	);
});

test('a request that was refused at the door counts for the API that it names itself', () => {
	asked(ann);
	const headers = { 'x-acs-action': api };
	requests = [{ id: nextId(), at, method: 'POST', host: '', path: '/', headers, body: JSON.stringify({ PhoneNum: ann }), verdict: { decision: 'refused', code: 'SignatureNonceUsed' } }, ...requests];
	expect(tally.counts()).toMatchObject({ requests: 2, doubles: 0 });
});
