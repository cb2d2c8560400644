/** What a failure is put into words from, beyond its code. */
import { failedHere, judge } from '../../../nodes/engine/judge/judge';
import type { Effect, Operation, Vendor, VendorAnswer, Verdict } from '../../../nodes/engine/words/operation';
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';

function operationWith(effect: Effect): Operation {
	const operation = (tencentCloud as Vendor).operations.find((one) => one.effect === effect);
	if (operation === undefined) throw new Error(`Nothing is a ${effect}`);
	return operation;
}

const answer: VendorAnswer = { status: 200, headers: {}, text: '', json: undefined };
const unreadable = (said: string): Vendor => ({ ...(tencentCloud as Vendor), read: () => ({ ok: undefined, happened: 'A proxy answered', said }) });

test.each([
	['write', true],
	['message', false],
	['read', false],
] as const)('after a lost answer to a %s, looking it up is advised: %s', (effect, advised) => {
	const { failure } = failedHere(operationWith(effect), 'Local.ConnectionLost');
	expect(failure.explanation.includes('look it up with one of the reading operations')).toBe(advised);
});

test('a write that certainly did nothing need not be looked up', () => {
	expect(failedHere(operationWith('write'), 'Local.NoConnection').failure.explanation).not.toContain('look it up');
});

test("the cause in n8n's words goes along where a code has one, and only there", () => {
	expect(failedHere(undefined, 'Local.ConnectionLost').note.cause).toBe('temporarily-unavailable');
	expect(failedHere(undefined, 'Local.InvalidParameter').note).not.toHaveProperty('cause');
});

test.each([
	['Please wait', 'A proxy answered, and said: Please wait.'],
	['Please wait.', 'A proxy answered, and said: Please wait.'],
	['Please wait...', 'A proxy answered, and said: Please wait.'],
	['', 'A proxy answered.'],
	['.', 'A proxy answered.'],
])('what was said in the place of the vendor ends with one full stop: %j', (said, words) => {
	const found = judge(unreadable(said), operationWith('read'), answer);
	expect(found.success ? '' : found.failure.explanation).toMatch(new RegExp(`^${words.replaceAll('.', '[.]')} `));
});

test.each([[true], [false], [undefined]] as const)('the request ID of an answer is kept where there is one, and nothing stands in its place: ok %s', (ok) => {
	const facts = { code: 'Any', message: 'no', data: {} };
	const saying = (more: object): Vendor => ({ ...(tencentCloud as Vendor), read: () => ({ ok, ...facts, ...more }) as Verdict });
	expect(judge(saying({ requestId: 'r-1' }), operationWith('read'), answer)).toMatchObject({ success: ok === true, requestId: 'r-1' });
	expect(judge(saying({}), operationWith('read'), answer)).not.toHaveProperty('requestId');
});

test.each([299, 300, 399, 400])('an answer with HTTP status %i is a redirect only from 300 to 399, whatever it says', (status) => {
	const yes: Vendor = { ...(tencentCloud as Vendor), read: () => ({ ok: true, data: {} }) };
	const found = judge(yes, operationWith('read'), { ...answer, status });
	expect(found.success ? 'read' : found.failure.code).toBe(status >= 300 && status < 400 ? 'Local.Redirected' : 'read');
});
