import { keepNewest } from '../../../credentials/signing/newest';

const keptOf = (names: string, most: number): string => {
	const kept = new Map<string, number>();
	[...names].forEach((name, index) => {
		keepNewest(kept, name, index, most);
	});
	return [...kept].map(([name, index]) => `${name}${String(index)}`).join(' ');
};

test('all are kept while there are no more than there may be', () => {
	expect(keptOf('abc', 3)).toBe('a0 b1 c2');
});

test('of more, the oldest are forgotten', () => {
	expect(keptOf('abcde', 3)).toBe('c2 d3 e4');
});

test('what is kept once more is the newest, with its new value, and drives nothing out', () => {
	expect(keptOf('abca', 3)).toBe('b1 c2 a3');
	expect(keptOf('abcad', 3)).toBe('c2 a3 d4');
});

test('a map that holds more than it may is brought down to it', () => {
	const kept = new Map([['a', 0], ['b', 0], ['c', 0], ['d', 0]]);
	keepNewest(kept, 'e', 1, 2);
	expect([...kept.keys()]).toEqual(['d', 'e']);
});
