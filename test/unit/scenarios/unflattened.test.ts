import { unflattened } from '../../../scripts/lib/scenarios/unflattened';

test('parts are put together, also where two places share one', () => {
	const text = JSON.stringify([{ one: '1', two: '1', count: 3, missing: null, list: '2' }, { name: '3' }, ['3', 7, true], 'shared']);
	expect(unflattened(text)).toEqual({ one: { name: 'shared' }, two: { name: 'shared' }, count: 3, missing: null, list: ['shared', 7, true] });
});

test('a part that leads back to itself ends', () => {
	const whole = unflattened(JSON.stringify([{ self: '0', name: '1' }, 'x']));
	expect(whole).toMatchObject({ name: 'x', self: { self: { name: 'x' } } });
});
