/** When a call is made again by itself, told by what one try came to. */
import { alibabaCloud } from '../../../nodes/AlibabaCloud/vendor';
import { budget } from '../../../nodes/engine/call/budget';
import { repetitionsOf, type Tried } from '../../../nodes/engine/call/repeat';
import { failedHere } from '../../../nodes/engine/judge/judge';
import type { FoundFailure } from '../../../nodes/engine/judge/outcome';
import type { LocalCode } from '../../../nodes/engine/words/localCodes';
import type { CredentialChoice, Vendor } from '../../../nodes/engine/words/operation';
import { tencentCloud } from '../../../nodes/TencentCloud/vendor';

const fields = { secretId: 'id' };

function triedWith(found: FoundFailure, vendor: Vendor = tencentCloud as Vendor, more: Partial<CredentialChoice> = {}): Tried {
	const [credential] = vendor.credentials;
	return { found, vendor, credential: { ...credential, ...more }, fields, answer: { status: 400, headers: { date: 'Fri, 02 Jan 2026 03:04:05 GMT' }, text: '{}', json: {} } };
}

const came = (code: LocalCode, more: Partial<FoundFailure['failure']> = {}): FoundFailure => {
	const found = failedHere(undefined, code);
	return { ...found, failure: { ...found.failure, ...more } };
};

const refusedClock = { ...came('Local.UnreadableAnswer'), note: { ...came('Local.UnreadableAnswer').note, clockRefused: true } };
const clock = { correct: () => true };

/** Uses up what quiet times have left over. */
function spendAll(): void {
	while (budget.spend());
}

beforeEach(() => {
	for (let calls = 0; calls < 1000; calls += 1) budget.earn();
});

test.each(['Local.Cancelled', 'Local.NotStarted'] as const)('a read that ended by %s is not made again: somebody wanted it to end', (code) => {
	expect(repetitionsOf('read')(triedWith(came(code)))).toBeUndefined();
});

test.each([
	['the vendor asks to come back later for another reason than its limits', came('Local.ConnectionLost', { category: 'retryLater', retryAfterSeconds: 2 }), 2000],
	['the answer was lost', came('Local.ConnectionLost'), 500],
])('a read is made again where %s', (_why, found, ms) => {
	expect(repetitionsOf('read')(triedWith(found))).toEqual({ ms, fields, same: false });
});

test.each(['fixInput', 'fixAccount'] as const)('a read that leaves by %s is not made again', (category) => {
	expect(repetitionsOf('read')(triedWith(came('Local.ConnectionLost', { category })))).toBeUndefined();
});

test.each(['Local.ConnectionLost', 'Local.Timeout'] as const)('a message that ended by %s is made again as the very same request, where the vendor knows one it has seen', (code) => {
	expect(repetitionsOf('message')(triedWith(came(code), alibabaCloud as Vendor))).toMatchObject({ same: true });
	expect(repetitionsOf('message')(triedWith(came(code)))).toBeUndefined();
});

test('in an outage a clock that was set right is tried with, and nothing else is repeated', () => {
	spendAll();
	expect(repetitionsOf('read')(triedWith(came('Local.ConnectionLost')))).toBeUndefined();
	expect(repetitionsOf('message')(triedWith(refusedClock, tencentCloud as Vendor, { clock }))).toEqual({ ms: 0, fields, same: false });
});

test('a clock that was set right uses up nothing of what an outage leaves for repetitions', () => {
	for (let calls = 0; calls < 60; calls += 1) repetitionsOf('message')(triedWith(refusedClock, tencentCloud as Vendor, { clock }));
	expect(repetitionsOf('read')(triedWith(came('Local.ConnectionLost')))).toBeDefined();
});
