/**
 * `npm run mutate`: changes the sources in one place after the other, in memory, and says which changes no test
 * notices. All parts or those named; their results stay in docs/mutation.json, the page is docs/mutation.md.
 * `EVERY=10` looks at every tenth change alone, for a first impression, and writes nothing. `MISSED=1` looks again at
 * those alone that were missed the last time, for when tests were added; the sources must be the same.
 */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { whyEquivalent } from '../test/mutation/equivalent';
import type { Mutant } from '../test/mutation/mutants';
import { type Missed, pageText, type Result } from '../test/mutation/page';
import { type Part, parts } from '../test/mutation/parts';
import { root } from './prepare/folders';
import { Stop, say } from './prepare/steps';

/** Milliseconds after which a change that makes tests run on and on counts as noticed. */
const patience = 240_000;

/** 1 for all changes. */
const every = Number(process.env['EVERY'] ?? 1);

const resultsFile = join(root, 'docs', 'mutation.json');

/** Whether the tests of a pattern pass with a change. */
const passes = async (tests: string, mutant: Mutant | undefined): Promise<boolean> =>
	await new Promise((resolve, reject) => {
		const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
		const child = spawn(process.execPath, [jest, '-c', 'test/mutation/jest.config.js', '--selectProjects', tests.split('/')[0] ?? '', '--testPathPatterns', tests, '--runInBand', '--bail', '--silent'], {
			cwd: root,
			stdio: 'ignore',
			timeout: patience,
			env: { ...process.env, SIGNED_REQUESTS: '40', ...(mutant === undefined ? {} : { MUTANT: JSON.stringify({ ...mutant, path: join(root, mutant.file) }) }) },
		});
		child.once('error', reject);
		child.once('close', (code) => {
			resolve(code === 0);
		});
	});

async function isMissed(mutant: Mutant, tests: readonly string[]): Promise<boolean> {
	for (const pattern of tests) if (!(await passes(pattern, mutant))) return false;
	return true;
}

const onlyMissed = process.env['MISSED'] === '1';

const placeOf = ({ file, line }: Mutant): string => `${file}:${String(line)}`;

/** Checks every change of a part, or those that were missed the last time, some at a time. */
async function check({ name, mutants: all, tests }: Part, before: Result | undefined): Promise<Result> {
	const wasMissed = (mutant: Mutant): boolean => before?.missed.some(({ place, what }) => place === placeOf(mutant) && what === mutant.what) ?? true;
	const mutants = onlyMissed ? all.filter(wasMissed) : all.filter((_, index) => index % every === 0);
	for (const pattern of tests) {
		if (!(await passes(pattern, undefined))) throw new Stop(`The tests ${pattern} fail without any change.`);
	}
	const missed: Missed[] = [];
	const waiting = [...mutants];
	const one = async (): Promise<void> => {
		for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
			if (!(await isMissed(mutant, tests))) continue;
			const why = whyEquivalent(mutant);
			missed.push({ place: placeOf(mutant), what: mutant.what, ...(why === undefined ? {} : { why }) });
			if (why === undefined) say(`  not noticed: ${placeOf(mutant)} ${mutant.what}`);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, one));
	const order = new Map(mutants.map((mutant, index) => [`${placeOf(mutant)} ${mutant.what}`, index]));
	const at = ({ place, what }: Missed): number => order.get(`${place} ${what}`) ?? 0;
	say(`${name}: ${String(mutants.length)} changes, ${String(missed.filter(({ why }) => why === undefined).length)} not noticed`);
	return { changes: onlyMissed ? all.length : mutants.length, missed: missed.sort((one, other) => at(one) - at(other)) };
}

async function main(asked: readonly string[]): Promise<void> {
	const chosen = asked.length === 0 ? parts : parts.filter(({ name }) => asked.some((word) => name.includes(word)));
	if (chosen.length === 0) throw new Stop(`There is no such part. There are: ${parts.map(({ name }) => name).join(', ')}.`);
	const results = JSON.parse(await readFile(resultsFile, 'utf8').catch(() => '{}')) as Record<string, Result>;
	for (const part of chosen) {
		results[part.name] = await check(part, results[part.name]);
		if (every !== 1) continue;
		await writeFile(resultsFile, `${JSON.stringify(results, undefined, '\t')}\n`);
		await writeFile(join(root, 'docs', 'mutation.md'), pageText(parts, results));
	}
}

main(process.argv.slice(2)).catch((error: unknown) => {
	say(error instanceof Stop ? error.message : String(error));
	process.exitCode = 1;
});
