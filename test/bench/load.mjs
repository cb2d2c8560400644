/**
 * How long n8n waits for this package at its start, and how much memory it keeps: every node and credential of
 * dist/ required in a fresh process in which n8n-workflow is loaded already. Medians of 25 processes, with the
 * quickest beside them, which other programs of the machine disturb least. Then the size of what npm publishes.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { n8n } = createRequire(import.meta.url)('../../package.json');
const files = [...n8n.nodes, ...n8n.credentials].map((file) => join(root, file));
const processes = 25;

const probe = `
	require('n8n-workflow');
	const files = ${JSON.stringify(files)};
	const memory = process.memoryUsage().rss;
	const known = Object.keys(require.cache).length;
	const before = process.hrtime.bigint();
	const modules = files.map((file) => require(file));
	const loaded = process.hrtime.bigint();
	files.forEach((file, index) => new modules[index][require('node:path').basename(file).split('.')[0]]());
	const made = process.hrtime.bigint();
	const ms = (from, to) => Number(to - from) / 1e6;
	console.log(JSON.stringify({
		load: ms(before, loaded),
		make: ms(loaded, made),
		memory: (process.memoryUsage().rss - memory) / 1e6,
		files: Object.keys(require.cache).length - known,
	}));
`;

const runs = Array.from({ length: processes }, () =>
	JSON.parse(execFileSync(process.execPath, ['-e', probe], { cwd: root, encoding: 'utf8' })),
);
const sorted = (key) => runs.map((run) => run[key]).sort((a, b) => a - b);
const line = (key, unit) => {
	const values = sorted(key);
	const median = values[Math.floor(processes / 2)].toFixed(1);
	return `${key.padEnd(8)} ${median.padStart(6)} ${unit}, at best ${values[0].toFixed(1)} ${unit}\n`;
};

process.stdout.write(`files    ${String(runs[0].files).padStart(6)}\n`);
process.stdout.write(line('load', 'ms') + line('make', 'ms') + line('memory', 'MB'));

const [{ size, unpackedSize, entryCount }] = JSON.parse(
	execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
);
const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
process.stdout.write(`package  ${String(entryCount)} files, ${kB(size)} packed, ${kB(unpackedSize)} unpacked\n`);
