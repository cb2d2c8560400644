/** What n8n shows in the output panel beside the items: which output took how many, and why. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Setup } from '../input/setup';
import type { Failed, Outcome } from '../judge/outcome';
import { outputOf } from '../judge/outputOf';
import { outputLabels } from '../words/branches';

/** More reasons than these are counted together. */
const mostHints = 4;

/** n8n draws a hint as HTML. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const counted = (count: number): string => (count === 1 ? '1 item' : `${String(count)} items`);

/** Failures that left by the same output for the same reason. */
interface Group {
	readonly output: string;
	readonly first: Failed;
	count: number;
}

function groupsOf(setup: Setup, outcomes: readonly Outcome[]): Group[] {
	const labels = outputLabels(setup.branchOn, setup.routes);
	const groups = new Map<string, Group>();
	for (const outcome of outcomes) {
		if (outcome.success) continue;
		const output = labels[outputOf(setup.vendor, outcome, setup)] ?? '';
		const name = `${output} ${outcome.failure.code} ${outcome.note.happened}`;
		const group = groups.get(name) ?? { output, first: outcome, count: 0 };
		group.count += 1;
		groups.set(name, group);
	}
	return [...groups.values()].sort((one, other) => other.count - one.count);
}

const textOf = ({ output, first: { note, failure }, count }: Group): string =>
	`${counted(count)} left by ${output}: ${note.happened}. ${note.todo}. (${failure.code})`;

/**
 * Tells a person who looks at the node's output what did not succeed. Where items branch off, n8n says by itself only
 * that the node was executed successfully.
 */
export function tellRefusals(context: IExecuteFunctions, setup: Setup, outcomes: readonly Outcome[]): void {
	if (setup.branchOn === 'none' || setup.tool) return;
	const groups = groupsOf(setup, outcomes);
	const others = groups.slice(mostHints).reduce((sum, { count }) => sum + count, 0);
	const texts = groups.slice(0, mostHints).map(textOf);
	if (others > 0) texts.push(`${counted(others)} left for other reasons`);
	if (texts.length === 0) return;
	context.addExecutionHints(
		...texts.map((message) => ({ message: asHtml(message), type: 'warning' as const, location: 'outputPane' as const })),
	);
}
