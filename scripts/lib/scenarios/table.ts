/** The figures of the scenarios as tables in Markdown, and what was seen or not held below them. */
import { Stop } from '../../prepare/steps';
import type { Row } from './scenario';

const heads = ['scenario', 'items', 'requests', 'sent', 'outcomes', 'doubles', 'lost', 'refused as too fast', 'seconds'];

const cellsOf = (row: Row): string[] => [
	row.scenario,
	...[row.items, row.requests, row.sent, row.outcomes, row.doubles, row.lost.length, row.tooFast].map(String),
	row.seconds.toFixed(1),
];

function tableOf(rows: readonly Row[]): readonly string[] {
	if (rows.length === 0) return [];
	const cells = rows.map(cellsOf);
	const widths = heads.map((_, column) => Math.max(...[heads, ...cells].map((line) => line[column]?.length ?? 0)));
	const line = (texts: readonly string[]) => `| ${texts.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line), ''];
}

/** How many recipients are named. */
const named = 12;

function lostOf({ lost, lostButSent }: Row): string[] {
	if (lost.length === 0) return [];
	const more = lost.length > named ? ` and ${String(lost.length - named)} more` : '';
	return [`n8n does not know what became of ${lost.slice(0, named).join(', ')}${more}; ${String(lostButSent)} of them were sent to`];
}

const failuresOf = ({ failures }: Row): string[] => {
	const counts = Object.entries(failures).map(([code, count]) => `${code} ${String(count)}`);
	return counts.length === 0 ? [] : [`outcomes other than Success: ${counts.join(', ')}`];
};

const passwordsOf = ({ passwords }: Row): string[] => (passwords === 0 ? [] : [`the password of the IAM user was given ${String(passwords)} times`]);

const keptBackOf = ({ keptBack }: Row): string[] =>
	keptBack.length === 0 ? [] : [`not sent to, because their key was recorded and the message was not out yet: ${keptBack.slice(0, named).join(', ')}`];

/** What else was seen, scenario by scenario. */
const seenOf = (rows: readonly Row[]): readonly string[] =>
	rows.flatMap((row) => {
		const seen = [...row.remarks, ...failuresOf(row), ...passwordsOf(row), ...keptBackOf(row), ...lostOf(row), ...row.broken.map((text) => `NOT HELD: ${text}`)];
		return seen.length === 0 ? [] : [`- ${row.scenario}: ${seen.join('; ')}.`];
	});

/** The table of what is promised, the table of what is only shown, and what was seen beside the figures. */
export function describeRows(rows: readonly Row[]): readonly string[] {
	const shown = rows.filter((row) => row.shown);
	const before = shown.length === 0 ? [] : ['What happens where nothing is promised:', ''];
	return [...tableOf(rows.filter((row) => !row.shown)), ...before, ...tableOf(shown), 'Seen beside the figures:', '', ...seenOf(rows)];
}

/**
 * Whether all was held.
 *
 * @param others - promises that were not held beside those of the rows
 * @throws Stop that says how much was not
 */
export function unheld(rows: readonly Row[], others = 0): void {
	const broken = rows.flatMap((row) => row.broken).length + others;
	if (broken > 0) throw new Stop(`${String(broken)} of the promises were not held.`);
}
