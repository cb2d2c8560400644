/**
 * `npm run bench`: takes the measurements of test/bench/measures/, all or those named, and writes docs/benchmarks.md
 * with their pictures. test/bench/README.md says how to add one.
 */
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { measurementOrder } from '../test/bench/order';
import { writePage } from '../test/bench/page';
import { root } from './prepare/folders';
import { Stop, say, step } from './prepare/steps';

/** Takes one measurement in a process of its own, which says what it likes on its standard error. */
const take = async (name: string): Promise<void> => {
	await new Promise<void>((resolve, reject) => {
		const file = join(root, 'test', 'bench', 'one.ts');
		const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', file, name], { cwd: root, stdio: 'inherit' });
		child.once('error', reject);
		child.once('close', (code) => {
			if (code === 0) resolve();
			else reject(new Stop(`The measurement '${name}' ended with ${String(code)}; what it said stands above.`));
		});
	});
};

async function main(asked: readonly string[]): Promise<void> {
	const files = await readdir(join(root, 'test', 'bench', 'measures'));
	const names = measurementOrder(files.map((file) => file.replace(/\.ts$/, '')));
	const unknown = asked.filter((name) => !names.includes(name));
	if (unknown.length > 0) throw new Stop(`There is no measurement ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
	for (const name of asked.length === 0 ? names : names.filter((one) => asked.includes(one))) {
		await step(`Measuring ${name}`, async () => {
			await take(name);
		});
	}
	await writePage(names);
	say('\nWritten to docs/benchmarks.md.');
}

main(process.argv.slice(2)).catch((error: unknown) => {
	say(error instanceof Stop ? `\n${error.message}` : `\n${String(error)}`);
	process.exitCode = 1;
});
