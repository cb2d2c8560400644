import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(__dirname, '../..');

/** TypeScript files below a folder, relative to the repository. */
const filesIn = (folder: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(folder, name));

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** What a file imports: paths relative to the repository, and packages by their names. */
const importsOf = (file: string): string[] =>
	ts
		.preProcessFile(textOf(file), true, true)
		.importedFiles.map(({ fileName }) =>
			fileName.startsWith('.') ? relative(root, resolve(root, dirname(file), fileName)) : fileName,
		);

/** The code of a file: what it does, without what it says about it. */
const codeOf = (file: string): string =>
	ts.transpileModule(textOf(file), { compilerOptions: { removeComments: true, target: ts.ScriptTarget.ES2022 } })
		.outputText;

/** Every import that breaks a rule, as `file: import`. */
const offending = (files: readonly string[], allowed: (imported: string) => boolean): string[] =>
	files.flatMap((file) =>
		importsOf(file)
			.filter((imported) => !allowed(imported))
			.map((imported) => `${file}: ${imported}`),
	);

const vendorFolders = readdirSync(join(root, 'nodes')).filter((name) => name !== 'engine');
const below = (folder: string) => (imported: string) => imported.startsWith(`${folder}/`);

/** What n8n gives to a package that has no dependencies of its own. */
const given = ['n8n-workflow', 'luxon', 'lodash', 'zod', 'p-limit', 'crypto', 'node:crypto'];
const isPackage = (imported: string): boolean =>
	!imported.startsWith('nodes/') && !imported.startsWith('credentials/');

describe('the house', () => {
	it('has rooms for three vendors and an engine', () => {
		expect(vendorFolders).toEqual(['AlibabaCloud', 'HuaweiCloud', 'TencentCloud']);
		expect(filesIn('nodes/engine').length).toBeGreaterThan(10);
	});

	it.each(vendorFolders)('%s imports nothing of another vendor', (vendor) => {
		const files = filesIn(`nodes/${vendor}`);
		expect(files.length).toBeGreaterThan(5);
		const allowed = (imported: string) =>
			isPackage(imported) || below(`nodes/${vendor}`)(imported) || below('nodes/engine')(imported);
		expect(offending(files, allowed)).toEqual([]);
	});

	it('keeps the engine free of vendors: it imports none, and its code names none', () => {
		const files = filesIn('nodes/engine');
		expect(offending(files, (imported) => isPackage(imported) || below('nodes/engine')(imported))).toEqual([]);
		const names = /tencent|alibaba|aliyun|huawei|whatsapp/i;
		expect(files.filter((file) => names.test(codeOf(file)))).toEqual([]);
	});

	it('keeps signing free of n8n and of nodes', () => {
		const files = filesIn('credentials/signing');
		const allowed = (imported: string) =>
			below('credentials/signing')(imported) || ['node:crypto', 'crypto', 'luxon'].includes(imported);
		expect(files.length).toBeGreaterThan(0);
		expect(offending(files, allowed)).toEqual([]);
	});

	it('publishes nothing that would have to be installed beside n8n', () => {
		const files = [...filesIn('nodes'), ...filesIn('credentials')];
		/* Data that the build puts into the published file itself. */
		const bundled = ['countries-list'];
		const allowed = (imported: string) => !isPackage(imported) || [...given, ...bundled].includes(imported);
		expect(offending(files, allowed)).toEqual([]);
	});
});
