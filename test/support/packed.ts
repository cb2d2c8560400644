/** The package as npm publishes it, and how a plain n8n loads it: for the tests of what is in it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { n8nFolder } from '../../scripts/prepare/n8n';
import { npm } from '../../scripts/prepare/packages';

const run = promisify(execFile);

export const root = join(__dirname, '../..');

/** Files below a folder, by their paths in it, with slashes. */
export const filesBelow = async (folder: string): Promise<string[]> =>
	(await readdir(folder, { recursive: true, withFileTypes: true }))
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
		.sort();

/** The files of the package, unpacked from what `npm pack` makes. */
export interface Packed {
	/** To be taken away afterwards. */
	readonly place: string;
	/** The package in it. */
	readonly folder: string;
	/** Paths in the package. */
	readonly files: readonly string[];
	readonly read: (file: string) => Promise<string>;
}

/** Packs the checkout and unpacks it where no `node_modules` is around. */
export async function pack(): Promise<Packed> {
	const place = await realpath(await mkdtemp(join(tmpdir(), 'n8n-packed-')));
	await npm(['pack', '--pack-destination', place], { log: join(place, 'npm-pack.log') });
	const tarball = (await readdir(place)).find((name) => name.endsWith('.tgz')) ?? 'no tarball';
	await run('tar', ['-xzf', tarball], { cwd: place });
	const folder = join(place, 'package');
	const files = await filesBelow(folder);
	return { place, folder, files, read: async (file) => await readFile(join(folder, file), 'utf8') };
}

const isRequire = ({ expression }: ts.CallExpression): boolean =>
	expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');

/** What a compiled file asks Node for, also where it asks late; a name that is made up at run time is given as its code. */
export function requiredBy(code: string): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isCallExpression(node) && isRequire(node)) {
			const [name] = node.arguments;
			found.push(name && ts.isStringLiteral(name) ? name.text : node.getText());
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile('code.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS));
	return found;
}

/** The file of the package that Node finds under a relative name. */
export const resolved = ({ files }: Packed, file: string, name: string): string | undefined => {
	const path = posix.join(posix.dirname(file), name);
	return name.startsWith('.') ? [path, `${path}.js`, `${path}/index.js`].find((one) => files.includes(one)) : undefined;
};

/** What n8n knew after it had loaded the package. */
export interface Loaded {
	readonly nodes: readonly string[];
	readonly credentials: readonly string[];
	/** Files of the package that were loaded, by their paths in it. */
	readonly files: readonly string[];
}

const program = `
	require('reflect-metadata');
	const { PackageDirectoryLoader } = require('n8n-core');
	const folder = process.argv[2];
	const loader = new PackageDirectoryLoader(folder);
	loader.loadAll().then(() => {
		process.stdout.write(JSON.stringify({
			nodes: Object.keys(loader.nodeTypes),
			credentials: Object.keys(loader.credentialTypes),
			files: Object.keys(require.cache)
				.filter((file) => file.startsWith(folder))
				.map((file) => file.slice(folder.length + 1)),
		}));
	});
`;

/** Loads the package as n8n does at its start, in a process that has n8n's own packages and no others. */
export async function loadPacked({ place, folder }: Packed): Promise<Loaded> {
	const script = join(place, 'load', 'load.js');
	await mkdir(join(place, 'load'), { recursive: true });
	await writeFile(script, program);
	const { PATH } = process.env;
	const { stdout } = await run(process.execPath, [script, folder], {
		cwd: place,
		env: { PATH, NODE_PATH: join(n8nFolder, 'node_modules') },
	});
	return JSON.parse(stdout) as Loaded;
}
