/** Runs scenarios one after the other, and says of each what came of it. */
import { say, step } from '../../prepare/steps';
import type { Place, Stage } from './place';
import { type Row, runScenario, type Scenario } from './scenario';

/** Numbers that each scenario has for itself. */
const numbersEach = 10_000;

/** Words of the command line choose the scenarios whose name has one of them; without any, all run. */
export const chosenBy =
	(words: readonly string[]) =>
	<Named extends { readonly name: string }>(all: readonly Named[]): readonly Named[] =>
		all.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

/**
 * Runs them.
 *
 * @param rows - gets the line of each as soon as it is there, so that a run that is stopped shows what it has
 */
export async function runAll<P extends Place>(stage: Stage<P>, scenarios: ReadonlyArray<Scenario<P>>, rows: Row[]): Promise<void> {
	for (const [index, scenario] of scenarios.entries()) {
		const row = await step(`Running: ${scenario.name}`, async () => await runScenario(stage, scenario, index * numbersEach));
		const { items, requests, tooFast, sent, outcomes, doubles, lost, seconds, broken, remarks } = row;
		const counts = { items, requests, 'too fast': tooFast, sent, outcomes, doubles, lost: lost.length, seconds };
		say(`  ${Object.entries(counts).map(([name, count]) => `${name} ${String(count)}`).join(', ')}`);
		for (const line of [...remarks, ...broken.map((text) => `NOT HELD: ${text}`)]) say(`  ${line}`);
		rows.push(row);
	}
}
