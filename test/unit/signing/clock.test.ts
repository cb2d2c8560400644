import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { unixSeconds, utcCompact, utcDate, utcSeconds } from '../../../credentials/signing/clock';

const root = join(__dirname, '..', '..', '..');

describe('points in time', () => {
	const clock = Date.UTC(2019, 1, 25, 14, 4, 25, 999);

	it('are written as each vendor writes them, milliseconds cut off', () => {
		expect(unixSeconds(clock)).toBe('1551103465');
		expect(utcDate(clock)).toBe('2019-02-25');
		expect(utcSeconds(clock)).toBe('2019-02-25T14:04:25Z');
		expect(utcCompact(clock)).toBe('20190225T140425Z');
	});

	it('are written anew for each millisecond, forwards and backwards', () => {
		const midnight = Date.UTC(2026, 0, 1);
		for (const [at, second] of [[midnight - 1, '2025-12-31T23:59:59Z'], [midnight, '2026-01-01T00:00:00Z'], [midnight - 1, '2025-12-31T23:59:59Z']] as const) {
			expect(utcSeconds(at)).toBe(second);
			expect(utcDate(at)).toBe(second.slice(0, 10));
		}
	});

	it.each([
		['a second before midnight in UTC', Date.UTC(2026, 0, 1) - 1000, '2025-12-31', '20251231T235959Z'],
		['at midnight in UTC', Date.UTC(2026, 0, 1), '2026-01-01', '20260101T000000Z'],
	])('are in UTC in Shanghai and New York too, %s', (_, at, date, compact) => {
		const script = `import { utcCompact, utcDate } from './credentials/signing/clock';
			console.log(new Date(${String(at)}).getHours(), utcDate(${String(at)}), utcCompact(${String(at)}));`;
		for (const [zone, hours] of [['Asia/Shanghai', 8], ['America/New_York', -5]] as const) {
			const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
				cwd: root,
				env: { ...process.env, TZ: zone },
				encoding: 'utf8',
			});
			const local = (new Date(at).getUTCHours() + 24 + hours) % 24;
			expect(said.trim()).toBe(`${String(local)} ${date} ${compact}`);
		}
	});
});
