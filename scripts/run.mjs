/**
 * What `npm start`, `npm run demo`, `npm test` and `npm run pictures` call first: makes sure that everything
 * is there, from packages to n8n, on a machine that has Node 20 and npm and nothing else, then runs the script
 * of that name with Node 24. Written in plain JavaScript, because nothing is installed yet when it starts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { ensureDist } from './prepare/build.js';
import { root } from './prepare/folders.js';
import { ensureN8n } from './prepare/n8n.js';
import { ensureNode, ensurePackages } from './prepare/packages.js';
import { Stop, endAll, say, underWay } from './prepare/steps.js';

const name = process.argv[2] ?? '';
const script = join(root, 'scripts', `${name}.ts`);

/** Signals of a person who wants to stop, with the exit code that the shell expects. */
const stops = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Runs the script to its end and answers its exit code. */
async function runScript(node) {
	const child = spawn(node, ['--import', 'tsx', script, ...process.argv.slice(3)], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
	});
	underWay.add(child);
	return await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(code ?? stops[signal] ?? 1));
	});
}

/** Until the script runs, a stop ends what is under way; after that, the script decides how it ends. */
let running = false;
for (const [signal, code] of Object.entries(stops)) {
	process.on(signal, () => {
		endAll(signal);
		if (!running) process.exit(code);
	});
}

try {
	if (!existsSync(script)) throw new Stop(`There is no scripts/${name}.ts. Use: npm start, npm run demo, npm test.`);
	await ensurePackages();
	const node = await ensureNode();
	await ensureDist(node);
	await ensureN8n(node);
	running = true;
	process.exitCode = await runScript(node);
} catch (error) {
	say(error instanceof Stop ? `\n${error.message}` : `\n${error.stack}`);
	if (name === 'test') say('0 passed, 1 failed');
	process.exitCode = 1;
}
