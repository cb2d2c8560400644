/** What is counted for visitors, and what is taken back of it. */
import { Counts } from '../../../nodes/engine/page/counts';
import { stoppedClock } from '../../support/time';

afterEach(() => {
	jest.restoreAllMocks();
});

test('what did not come about is taken back once, and leaves nothing in the memory where it was all', () => {
	const time = stoppedClock();
	const counts = new Counts();
	const now = Date.now();
	counts.add('all', 1000, now);
	time.pass(10);
	counts.add('all', 1000, Date.now());
	counts.takeBack('all', now);
	expect(counts.of('all', Date.now())).toBe(1);
	counts.takeBack('all', now);
	counts.takeBack('all', now);
	expect(counts.of('all', Date.now())).toBe(0);
	counts.add('all', 1000, Date.now());
	expect(counts.until('all', Date.now())).toBe(Date.now() + 1000);
});

test('what is heard of after its time was over takes nothing back of the time that began since', () => {
	const time = stoppedClock();
	const counts = new Counts();
	const asked = Date.now();
	counts.add('all', 1000, asked);
	time.pass(1000);
	counts.add('all', 1000, Date.now());
	counts.takeBack('all', asked);
	expect(counts.of('all', Date.now())).toBe(1);
});
