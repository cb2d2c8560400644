import type { Row } from '../../../scripts/lib/scenarios/scenario';
import { chosenBy } from '../../../scripts/lib/scenarios/runAll';
import { describeRows, unheld } from '../../../scripts/lib/scenarios/table';
import { scenarios as queueScenarios } from '../../queue/scenarios';
import { everyoneReached, noneTooFast, rateUsed, requestsBeside, withinIdeal } from '../../reliability/promises';
import { scenarios } from '../../reliability/scenarios';

const row = (more: Partial<Row> = {}): Row => ({
	scenario: 'calm', shown: false, broken: [], remarks: [], items: 21, requests: 21, tooFast: 0, sent: 21, outcomes: 21, successes: 21,
	failures: {}, doubles: 0, lost: [], lostButSent: 0, keptBack: [], seconds: 1, passwords: 0, ...more,
});

test('a promise that was not held is said with its scenario, and the command does not pass', () => {
	const rows = [row(), row({ scenario: 'wild', broken: ['nobody was sent to twice'] })];
	expect(describeRows(rows)).toContain('- wild: NOT HELD: nobody was sent to twice.');
	expect(() => { unheld(rows); }).toThrow('1 of the promises were not held.');
	expect(() => { unheld([row()]); }).not.toThrow();
});

test('what only shows what happens stands in a table of its own', () => {
	const lines = describeRows([row({ scenario: 'shows', shown: true, doubles: 3 }), row()]);
	const between = lines.indexOf('What happens where nothing is promised:');
	expect(lines.findIndex((line) => line.startsWith('| calm'))).toBeLessThan(between);
	expect(lines.findIndex((line) => line.startsWith('| shows'))).toBeGreaterThan(between);
});

test('who was lost is named, with how many of them got a message', () => {
	expect(describeRows([row({ lost: ['51000001', '51000002'], lostButSent: 1 })])).toContain(
		'- calm: n8n does not know what became of 51000001, 51000002; 1 of them were sent to.',
	);
});

test('each promise is broken by what it is about', () => {
	expect(everyoneReached.holds(row())).toBe(true);
	expect(everyoneReached.holds(row({ sent: 20 }))).toBe(false);
	expect(everyoneReached.holds(row({ successes: 20 }))).toBe(false);
	expect(noneTooFast.holds(row({ tooFast: 1 }))).toBe(false);
	expect(requestsBeside(2).holds(row({ requests: 23 }))).toBe(true);
	expect(requestsBeside(2).holds(row({ requests: 26, tooFast: 3 }))).toBe(true);
	expect(requestsBeside(0).holds(row({ requests: 22 }))).toBe(false);
	expect(withinIdeal(20, 1.03).holds(row({ seconds: 1.03 }))).toBe(true);
	expect(withinIdeal(20, 1.03).holds(row({ seconds: 1.04 }))).toBe(false);
	expect(rateUsed(20, 0.9).holds(row({ seconds: 1.1 }))).toBe(true);
	expect(rateUsed(20, 0.9).holds(row({ seconds: 1.2 }))).toBe(false);
});

test('words choose scenarios, and no two scenarios have one name', () => {
	expect(chosenBy(['SIGKILL'])(queueScenarios).map(({ name }) => name.includes('SIGKILL'))).toEqual([true, true]);
	expect(chosenBy([])(scenarios)).toHaveLength(scenarios.length);
	const names = [...scenarios, ...queueScenarios].map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
