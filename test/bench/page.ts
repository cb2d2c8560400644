/** docs/benchmarks.md, from what the measurements left. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Machine } from '../../scripts/lib/machine';
import { root } from '../../scripts/prepare/folders';
import { svgOf } from './chart';
import type { Chart, Report, Table } from './report';

/** Where figures and pictures are kept, one file of figures for each measurement. */
export const figuresFolder = join(root, 'docs', 'benchmarks');

/** A report with the machine that it was made on. */
export interface Taken extends Report {
	readonly machine: Machine;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tableText = ({ head, rows }: Table): string =>
	[row(head), row(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const picture = ({ file, title }: Chart): string => `![${title}](benchmarks/${file}.svg)`;

function sectionText({ title, lead, tables, charts, remarks, machine }: Taken, usual: string): string {
	const elsewhere = machine.description === usual ? '' : ` on ${machine.description}`;
	const taken = `Taken ${machine.at.slice(0, 10)}${elsewhere}; load of the machine before: ${machine.load.toFixed(1)}.`;
	return [
		`## ${title}`,
		lead,
		...tables.map(tableText),
		...charts.map(picture),
		...(remarks.length === 0 ? [] : [remarks.map((remark) => `- ${remark}`).join('\n')]),
		`<sub>${taken}</sub>`,
	].join('\n\n');
}

/** The whole page. */
export function pageText(reports: readonly Taken[]): string {
	const machine = reports[0]?.machine.description ?? '';
	const head = [
		'# Benchmarks',
		'Made by `npm run bench`, which takes every figure here anew; `npm run bench -- signature` takes one section anew. ' +
			'All that is compared in a section runs in the same run, side by side and in turns. Figures are medians.',
		`Machine: ${machine}.`,
	];
	return `${[...head, ...reports.map((report) => sectionText(report, machine))].join('\n\n')}\n`;
}

/**
 * Writes the page and its pictures from the figures that are kept.
 *
 * @param order - names of the measurements as they follow each other on the page.
 */
export async function writePage(order: readonly string[]): Promise<void> {
	const kept = await readdir(figuresFolder);
	const names = order.filter((name) => kept.includes(`${name}.json`));
	const reports = await Promise.all(
		names.map(async (name) => JSON.parse(await readFile(join(figuresFolder, `${name}.json`), 'utf8')) as Taken),
	);
	for (const chart of reports.flatMap(({ charts }) => charts)) {
		await writeFile(join(figuresFolder, `${chart.file}.svg`), svgOf(chart));
	}
	await writeFile(join(root, 'docs', 'benchmarks.md'), pageText(reports));
}
