import { growthOf, judged, type Rest, type Sample } from '../../scripts/lib/soak/judge';

const rest = (resources: Readonly<Record<string, number>> = { Timeout: 3 }, alive = 4, listeners = 0): Rest => ({
	look: { heapMb: 100, residentMb: 200, resources },
	signals: { alive, listeners },
});

const samplesOf = (heaps: readonly number[]): Sample[] =>
	heaps.map((heapMb, index) => ({ heapMb, residentMb: 200, resources: {}, minute: index, items: index * 100 }));

const flat = samplesOf([100, 120, 130, 131, 129, 130, 130, 132, 129]);

test('a heap that stays where it is after a while is flat', () => {
	expect(judged(rest(), flat, rest())).toEqual([]);
});

test('what grows while n8n loads what it needs does not count, and neither does one high look', () => {
	expect(growthOf(samplesOf([50, 60, 70, 100, 100, 100, 100, 180, 100]))).toBe(0);
});

test('a heap that goes on growing is named with how much', () => {
	expect(judged(rest(), samplesOf([100, 104, 108, 112, 116, 120, 124, 128, 132]), rest())).toEqual([
		'The heap grew by 10.3 % from the second third to the last; 5 % count as flat.',
	]);
});

test('timers and connections that are left are named by kind', () => {
	expect(judged(rest(), flat, rest({ Timeout: 5, TCPSocketWrap: 1 }))).toEqual(['Left behind: 2 more of Timeout, 1 more of TCPSocketWrap.']);
});

test('what was there at first and is gone is no fault', () => {
	expect(judged(rest({ Timeout: 3, TCPSocketWrap: 2 }), flat, rest({ Timeout: 2 }))).toEqual([]);
});

test('listeners and signals that outlive their executions are named', () => {
	expect(judged(rest(), flat, rest(undefined, 6, 3))).toEqual([
		'3 more listeners for an abort than at first.',
		'2 more signals for an abort than at first.',
	]);
});
