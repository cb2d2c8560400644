/** The rooms and their order, which `.dependency-cruiser.cjs` holds. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { sentenceOf } from '../../scripts/lib/house';
import { engineRooms } from '../../scripts/rooms';

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
		for (const room of engineRooms) {
			expect(modules.some(({ source }) => source.startsWith(`nodes/engine/${room}/`))).toBe(true);
		}
	});

	it('has no import down its list of rooms, none across and none in a circle', () => {
		expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([]);
	});

	it('keeps every source of the engine in one of its rooms', () => {
		const entries = readdirSync(join(root, 'nodes/engine'), { withFileTypes: true });
		const loose = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
		const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
		expect([loose, folders.sort()]).toEqual([['README.md'], [...engineRooms].sort()]);
	});

	it.each(engineRooms)('says in one sentence at the top of %s what may come in and what goes out', (room) => {
		expect(sentenceOf(room)).toMatch(/^[A-Z][^.\n]* comes? in[^.\n]*[ ;][^.\n]* go(?:es)? out[^.\n]*\.$/);
	});

	it('names no vendor in the code of the engine', () => {
		const names = /tencent|alibaba|aliyun|huawei|whatsapp/i;
		expect(engineFiles.filter((file) => names.test(codeOf(file)))).toEqual([]);
	});
});
