/**
 * How long n8n waits for this package at its start, and how much memory it keeps: every node and credential of
 * dist/ required in a fresh process in which n8n-workflow is loaded already. Median of 15, in ms and MB.
 */
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { n8n } = createRequire(import.meta.url)('../../package.json');
const files = [...n8n.nodes, ...n8n.credentials].map((file) => join(root, file));

const probe = `
	require('n8n-workflow');
	const files = ${JSON.stringify(files)};
	const memory = process.memoryUsage().rss;
	const before = process.hrtime.bigint();
	const modules = files.map((file) => require(file));
	const loaded = process.hrtime.bigint();
	files.forEach((file, index) => new modules[index][require('node:path').basename(file).split('.')[0]]());
	const made = process.hrtime.bigint();
	const ms = (from, to) => Number(to - from) / 1e6;
	console.log(JSON.stringify({ load: ms(before, loaded), make: ms(loaded, made), memory: (process.memoryUsage().rss - memory) / 1e6 }));
`;

const runs = Array.from({ length: 15 }, () =>
	JSON.parse(execFileSync(process.execPath, ['-e', probe], { cwd: root, encoding: 'utf8' })),
);
const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(runs.length / 2)].toFixed(1);

for (const file of files) process.stdout.write(`${basename(file).padEnd(50)} ${(statSync(file).size / 1024).toFixed(0)} kB\n`);
process.stdout.write(`load ${median('load')} ms, make ${median('make')} ms, memory ${median('memory')} MB\n`);
