/** The order of the rooms, as `.dependency-cruiser.cjs` lists it. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/** What dependency-cruiser found. */
interface Cruised {
	readonly modules: ReadonlyArray<{ readonly source: string }>;
	readonly summary: {
		readonly violations: ReadonlyArray<{ readonly rule: { readonly name: string }; readonly from: string; readonly to: string }>;
	};
}

const folders = ['nodes', 'credentials', 'sandbox', 'scripts', 'test', 'gulpfile.js'];

/** Reads every import of the repository, types included. */
function cruise(): Cruised {
	const tool = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
	const args = [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
	return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 })) as Cruised;
}

/** The code of a file: what it does, without what it says about it. */
const codeOf = (file: string): string =>
	ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2022 } })
		.outputText;

const engineFiles = readdirSync(join(root, 'nodes/engine'), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => join(root, 'nodes/engine', name));

describe('the house', () => {
	const { modules, summary } = cruise();

	it('is seen whole', () => {
		expect(modules.length).toBeGreaterThan(200);
		for (const room of ['words', 'judge', 'input', 'call', 'output', 'run', 'form']) {
			expect(modules.some(({ source }) => source.startsWith(`nodes/engine/${room}/`))).toBe(true);
		}
	});

	it('has no import down its list of rooms, none across and none in a circle', () => {
		expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
	});

	it('keeps every file of the engine in a room', () => {
		const loose = readdirSync(join(root, 'nodes/engine'), { withFileTypes: true }).filter((entry) => entry.isFile());
		expect(loose.map(({ name }) => name)).toEqual([]);
	});

	it('names no vendor in the code of the engine', () => {
		const names = /tencent|alibaba|aliyun|huawei|whatsapp/i;
		expect(engineFiles.filter((file) => names.test(codeOf(file)))).toEqual([]);
	});
});
