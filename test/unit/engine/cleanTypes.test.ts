/** What was not cleaned does not compile: `npm test` checks the types of this file. */
import { cleanerFor } from '../../../nodes/engine/judge/clean';
import { failedHere } from '../../../nodes/engine/judge/judge';
import { Failed, type Outcome, outcomeOf, Success } from '../../../nodes/engine/judge/outcome';
import { noSecrets } from '../../../nodes/engine/judge/secrets';
import { jsonOf } from '../../../nodes/engine/output/item';

const speaker = { vendor: 'parcel', resource: 'locker', operation: 'open' };
const cleaner = cleanerFor(noSecrets, (text) => text);
const found = { success: true, data: { box: 7 } } as const;

describe('what prints, throws or puts out', () => {
	it('takes an outcome that was cleaned', () => {
		expect(jsonOf(speaker, outcomeOf(found, {}, cleaner))).toMatchObject({ success: true, data: { box: 7 } });
		expect(outcomeOf(failedHere(undefined, 'Local.Timeout'), {}, cleaner)).toBeInstanceOf(Failed);
	});

	it('does not take what was only found out', () => {
		// @ts-expect-error -- a finding holds texts as the vendor wrote them
		const asFound: Outcome = found;
		// @ts-expect-error -- a failure that nobody has cleaned yet
		const asFailed: Outcome = failedHere(undefined, 'Local.Timeout');
		const clean = new Success(found, {}, cleaner);
		// @ts-expect-error -- a copy with other data in it is no clean outcome any more
		const changed: Outcome = { ...clean, data: { secret: 'x' } };
		expect([asFound, asFailed, changed]).toHaveLength(3);
	});
});
