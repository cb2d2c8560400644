/** docs/mutation.md, from what the last check of each part left. */
import type { Part } from './parts';

/** A change that no test noticed. */
export interface Missed {
	readonly place: string;
	readonly what: string;
	/** Why no test could; undefined where one should. */
	readonly why?: string;
}

/** What the check of a part came to. */
export interface Result {
	readonly changes: number;
	readonly missed: readonly Missed[];
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const counts = (name: string, about: string, changes: number, unnoticed: number, none: number): string =>
	`| ${[name, about, changes, changes - unnoticed - none, none, unnoticed, percent(changes - unnoticed - none, changes - none)].join(' | ')} |`;

const missedRows = (missed: readonly Missed[]): string[] =>
	missed.map(({ place, what, why }) => `| \`${place}\` | ${what.replaceAll('|', '\\|').replaceAll('\n', ' ')} | ${why ?? ''} |`);

/** The whole page. */
export function pageText(parts: readonly Part[], results: Readonly<Record<string, Result>>): string {
	const known = parts.flatMap(({ name, about }) => {
		const result = results[name];
		return result === undefined ? [] : [{ name, about, ...result }];
	});
	const of = (missed: readonly Missed[], none: boolean) => missed.filter(({ why }) => (why !== undefined) === none);
	const sum = (count: (missed: readonly Missed[]) => number) => known.reduce((total, { missed }) => total + count(missed), 0);
	const all = known.reduce((total, { changes }) => total + changes, 0);
	const [open, none] = [known.flatMap(({ missed }) => of(missed, false)), known.flatMap(({ missed }) => of(missed, true))];
	return [
		'# Mutation check',
		'One place of the sources is changed, the tests run, and one of them must fail. `npm run mutate` does that for every change ' +
			'below; `npm run mutate -- signatures` for one part. The reference in docs/ does not count as a test, since it follows the sources.',
		[
			'| Part | What is changed | Changes | Noticed | Change nothing | Not noticed | Score |',
			'| --- | --- | ---: | ---: | ---: | ---: | ---: |',
			...known.map(({ name, about, changes, missed }) => counts(name, about, changes, of(missed, false).length, of(missed, true).length)),
			counts('**all**', '', all, sum((missed) => of(missed, false).length), sum((missed) => of(missed, true).length)),
		].join('\n'),
		...(open.length === 0 ? [] : ['## Not noticed', ['| Place | Change | |', '| --- | --- | --- |', ...missedRows(open)].join('\n')]),
		...(none.length === 0 ? [] : ['## Changes that change nothing', ['| Place | Change | Why |', '| --- | --- | --- |', ...missedRows(none)].join('\n')]),
	].join('\n\n') + '\n';
}
