/** The list of executions: what n8n says of those that end while it looks. */
import { executionsOf, underWay } from '../../../scripts/lib/executionList';
import type { Session } from '../../../scripts/lib/session';

const saying = (...results: ReadonlyArray<readonly [string, string]>): Session => ({
	ask: async () => await Promise.resolve({ results: results.map(([id, status]) => ({ id, status })) }),
	read: async () => await Promise.reject(new Error('Nothing is read.')),
});

test('an execution that ends while n8n looks for those that run and those that have ended is one, and has ended', async () => {
	expect(await executionsOf(saying(['12', 'running'], ['12', 'success'], ['9', 'success']), 'any')).toEqual([
		{ id: '9', status: 'success' },
		{ id: '12', status: 'success' },
	]);
});

test('executions stand in the order of their beginning, also where their numbers get a digit more', async () => {
	expect((await executionsOf(saying(['100', 'success'], ['99', 'success']), 'any')).map(({ id }) => id)).toEqual(['99', '100']);
});

test('one that is listed twice is counted once', async () => {
	expect(await underWay(saying(['3', 'new'], ['3', 'waiting'], ['4', 'waiting']))).toBe(2);
});
