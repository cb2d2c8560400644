import { Kept } from '../../../nodes/engine/words/kept';

const names = 'abcd';

const keptOf = (kept: Kept<number>): string => [...names].filter((name) => kept.get(name) !== undefined).join('');

test('what is put is handed back, and found again under its name alone', () => {
	const kept = new Kept<number>(3);
	expect(kept.put('a', 7)).toBe(7);
	expect(kept.get('a')).toBe(7);
	expect(kept.get('b')).toBeUndefined();
});

test('a value that is put once more takes the place of the one before', () => {
	const kept = new Kept<number>(3);
	kept.put('a', 1);
	kept.put('a', 2);
	expect(kept.get('a')).toBe(2);
});

test('all are kept while there is room, and only the newest when there was none', () => {
	const kept = new Kept<number>(3);
	for (const name of 'abc') kept.put(name, 0);
	expect(keptOf(kept)).toBe('abc');
	kept.put('d', 0);
	expect(keptOf(kept)).toBe('d');
});
