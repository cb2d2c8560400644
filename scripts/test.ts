/** `npm test`: lint, type check, then all tests, each named with its time. The last line counts them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkoutCache, root } from './prepare/folders';
import { say } from './prepare/steps';

/** Tests that are busy all the time, the quick ones first. */
const busy = ['unit', 'contract', 'engine'] as const;

/** How many n8n run side by side for the end-to-end tests, each for a worker of its own. */
const stages = 2;

/** What a part came to. A part that counts no tests counts as one. */
interface Result {
	readonly name: string;
	readonly passed: number;
	readonly failed: number;
	readonly seconds: number;
}

/** The tools under way, to be ended when the person stops. */
const underWay = new Set<ChildProcess>();

/** Whether the person stopped: nothing more begins. */
let stopped = false;

/** Runs one of the checkout's tools with this Node and answers its exit code. It writes to the terminal, or is heard. */
const tool = async (file: readonly string[], args: readonly string[], hear?: (words: Buffer) => void): Promise<number> =>
	await new Promise((resolve, reject) => {
		const stdio = hear === undefined ? 'inherit' : 'pipe';
		const child = spawn(process.execPath, [join(root, 'node_modules', ...file), ...args], { cwd: root, stdio });
		underWay.add(child);
		if (hear !== undefined) for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear);
		child.once('error', reject);
		child.once('close', (code) => {
			underWay.delete(child);
			resolve(code ?? 1);
		});
	});

const begins = (names: string): void => {
	if (!stopped) say(`\n${names} ...`);
};

/** Runs a part, times it and says how it ended. */
async function part(name: string, run: () => Promise<Pick<Result, 'passed' | 'failed'>>): Promise<Result> {
	if (stopped) return { name, passed: 0, failed: 1, seconds: 0 };
	const started = Date.now();
	const counts = await run();
	const result = { name, ...counts, seconds: (Date.now() - started) / 1000 };
	say(`${name}: ${result.failed === 0 ? 'passed' : 'FAILED'} in ${result.seconds.toFixed(1)} s`);
	return result;
}

/** Runs a tool beside another. What it says is kept together and comes at its end. */
async function beside(file: readonly string[], args: readonly string[]): Promise<number> {
	const words: Buffer[] = [];
	const code = await tool(file, args, (said) => words.push(said));
	process.stdout.write(Buffer.concat(words));
	return code;
}

/** A check that passes or not as a whole, and is no test. */
const check = async (file: readonly string[], args: readonly string[]) => ({
	passed: 0,
	failed: (await beside(file, args)) === 0 ? 0 : 1,
});

/** What jest writes about a run, as far as it is read here. */
interface JestReport {
	readonly numPassedTests: number;
	readonly numFailedTests: number;
	readonly numPendingTests: number;
	readonly numTodoTests: number;
	readonly numRuntimeErrorTestSuites: number;
}

/** Runs one kind of tests. A test that was skipped counts as failed, and so does a run that gives no report. */
async function tests(project: string, workers: number, run: typeof beside) {
	const report = join(checkoutCache, 'reports', `${project}.json`);
	await mkdir(join(checkoutCache, 'reports'), { recursive: true });
	await rm(report, { force: true });
	const code = await run(
		['jest', 'bin', 'jest.js'],
		['--selectProjects', project, `--maxWorkers=${String(workers)}`, '--ci', '--json', `--outputFile=${report}`, '--reporters=default'],
	);
	const found = await readFile(report, 'utf8').catch(() => undefined);
	if (found === undefined) return { passed: 0, failed: 1 };
	const counts = JSON.parse(found) as JestReport;
	const failed =
		counts.numFailedTests + counts.numPendingTests + counts.numTodoTests + counts.numRuntimeErrorTestSuites;
	return { passed: counts.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
}

/** Runs everything, also behind a part that failed, so that one run shows all there is to correct. */
async function main(): Promise<void> {
	begins('lint, types');
	const results = await Promise.all([
		part('lint', async () => await check(['eslint', 'bin', 'eslint.js'], ['.', '--max-warnings', '0'])),
		part('types', async () => await check(['typescript', 'bin', 'tsc'], ['--noEmit', '-p', 'tsconfig.check.json'])),
	]);
	begins(`${busy.join(', ')} tests, and beside them e2e tests`);
	const endToEnd = part('e2e tests', async () => await tests('e2e', stages, tool));
	/* A browser and n8n wait for each other half of the time: the other tests have it on one core. */
	for (const project of busy) {
		results.push(await part(`${project} tests`, async () => await tests(project, 1, beside)));
	}
	results.push(await endToEnd);

	say('');
	for (const { name, passed, failed, seconds } of results) {
		const counts = passed + failed === 0 ? 'passed' : `${String(passed)} passed, ${String(failed)} failed`;
		say(`${name.padEnd(16)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`);
	}
	const sum = (of: (result: Result) => number) => String(results.map(of).reduce((total, count) => total + count, 0));
	say(`${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`);
	process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		stopped = true;
		for (const child of underWay) child.kill(signal);
	});
}

void main();
