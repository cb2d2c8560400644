/** Lines in n8n's log that say where a long run stands. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Setup } from '../../../nodes/engine/input/setup';
import { Progress } from '../../../nodes/engine/run/progress';

const setup = { vendor: { displayName: 'Parcel' }, names: { resource: 'locker', operation: 'sendCode' }, node: { name: 'Send' } } as unknown as Setup;

function progressOf(total: number) {
	const lines: string[] = [];
	const context = { logger: { info: (line: string) => lines.push(line) } } as unknown as IExecuteFunctions;
	return { lines, progress: new Progress(context, setup, total) };
}

beforeEach(() => jest.useFakeTimers({ now: Date.UTC(2026, 0, 1) }));
afterEach(() => jest.useRealTimers());

const pass = (ms: number) => jest.setSystemTime(Date.now() + ms);

describe('a run', () => {
	it('of less than two seconds says nothing', () => {
		const { lines, progress } = progressOf(3);
		for (const done of [1, 2, 3]) {
			pass(600);
			progress.tell(done);
		}
		expect(lines).toEqual([]);
	});

	it('that takes longer says how far it is, how fast, and when it will be done, a line in five seconds', () => {
		const { lines, progress } = progressOf(1_000);
		for (let done = 1; done <= 1_000; done += 1) {
			pass(50);
			progress.tell(done);
		}
		expect(lines[0]).toBe('Send: Parcel, locker.sendCode, 40 of 1000 items, 20.0 a second, done about 2026-01-01T00:00:50.000Z');
		expect(lines.at(-1)).toBe('Send: Parcel, locker.sendCode, 1000 of 1000 items, 20.0 a second, done in 50.0 s');
		expect(lines).toHaveLength(11);
	});

	it('that waits says for what and until when', () => {
		const { lines, progress } = progressOf(2);
		progress.waits(500, 'its turn');
		for (let item = 0; item < 10; item += 1) progress.waits(30_000, 'its contact');
		expect(lines).toEqual(['Send: Parcel, locker.sendCode, an item waits for its contact until 2026-01-01T00:00:30.000Z']);
	});

	it('goes on where the log takes no line', () => {
		const context = { logger: { info: () => { throw new Error('no log'); } } } as unknown as IExecuteFunctions;
		const progress = new Progress(context, setup, 2);
		pass(3_000);
		expect(() => { progress.tell(1); }).not.toThrow();
	});
});
