import { readFile, rm } from 'node:fs/promises';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { type BuiltIn, builtIn } from '../../scripts/builtIn';
import { filesBelow, type Loaded, loadPacked, pack, type Packed, requiredBy, resolved, root } from '../support/packed';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

interface Type {
	readonly name: string;
	readonly displayName: string;
	readonly iconUrl?: { readonly light: string; readonly dark: string };
}

const listOf = async (kind: 'nodes' | 'credentials'): Promise<readonly Type[]> =>
	(await stage.session.read(`/types/${kind}.json`)) as readonly Type[];

const pictures = async ({ iconUrl }: Type): Promise<readonly string[]> =>
	await Promise.all(
		[iconUrl?.light, iconUrl?.dark].map(async (path) => {
			const response = await fetch(`${stage.n8n.url}/${path ?? 'no icon'}`);
			return response.headers.get('content-type') ?? '';
		}),
	);

test('n8n offers the node under the name that saved workflows rely on, with its two pictures', async () => {
	const node = (await listOf('nodes')).find(({ name }) => name === 'n8n-nodes-cloud-verification.tencentCloud');
	expect(node?.displayName).toBe('Tencent Cloud');
	expect(node && (await pictures(node))).toEqual(['image/svg+xml', 'image/svg+xml']);
});

test('n8n offers the node to AI agents as a tool', async () => {
	const names = (await listOf('nodes')).map(({ name }) => name);
	expect(names).toContain('n8n-nodes-cloud-verification.tencentCloudTool');
});

test('n8n offers the credential with its two pictures', async () => {
	const credential = (await listOf('credentials')).find(({ name }) => name === 'tencentCloudApi');
	expect(credential?.displayName).toBe('Tencent Cloud (QCloud) API');
	expect(credential && (await pictures(credential))).toEqual(['image/svg+xml', 'image/svg+xml']);
});

/** What n8n itself brings, and what Node does. */
const known = ['n8n-workflow', 'luxon', 'lodash', 'zod', 'crypto', 'node:crypto'];

describe('the packed package', () => {
	let packed: Packed;
	let loaded: Loaded;
	let sources: readonly string[];
	const compiled = () => packed.files.filter((file) => file.endsWith('.js'));
	const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');
	const licenceOf = ({ library, source }: BuiltIn) => `dist/${posix.dirname(source)}/${library}.LICENSE`;
	const plain = () => compiled().filter((file) => !builtIn.some(({ source }) => source === sourceOf(file)));

	beforeAll(async () => {
		packed = await pack();
		loaded = await loadPacked(packed);
		const folders = ['credentials', 'nodes'];
		const found = await Promise.all(folders.map(async (name) => (await filesBelow(join(root, name))).map((file) => `${name}/${file}`)));
		/* The rooms' own pages are for readers of the repository. */
		sources = found.flat().filter((file) => !file.endsWith('/README.md'));
	});

	afterAll(async () => {
		await rm(packed.place, { recursive: true, force: true });
	});

	it('has one file for each source, at the same path, and nothing besides but licences', () => {
		const mirrored = sources.map((source) => `dist/${source.replace(/\.ts$/, '.js')}`);
		const wanted = ['LICENSE', 'README.md', 'package.json', ...mirrored, ...builtIn.map(licenceOf)];
		expect(packed.files).toEqual(wanted.sort());
		expect(sources.filter((source) => !/^[^.]+(\.node|\.credentials)?\.ts$|\.svg$|\.node\.json$/.test(source))).toEqual([]);
	});

	it('holds the code of its sources as TypeScript compiles them, and none that was made otherwise', async () => {
		const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, removeComments: true };
		const codeOf = (text: string) => ts.transpileModule(text, { compilerOptions }).outputText;
		expect(plain().length).toBeGreaterThan(100);
		for (const file of plain()) {
			const source = await readFile(join(root, sourceOf(file)), 'utf8');
			expect([file, codeOf(await packed.read(file))]).toEqual([file, codeOf(codeOf(source))]);
		}
	});

	it('says at the top of each file what it is for, as the source does', async () => {
		for (const file of plain()) {
			const source = await readFile(join(root, sourceOf(file)), 'utf8');
			const [first] = ts.getLeadingCommentRanges(source, 0) ?? [];
			expect(await packed.read(file)).toContain(source.slice(first?.pos ?? 0, first?.end ?? 0));
		}
	});

	it('holds icons and codex as they are in the repository', async () => {
		for (const source of sources.filter((name) => !name.endsWith('.ts'))) {
			expect(await packed.read(`dist/${source}`)).toBe(await readFile(join(root, source), 'utf8'));
		}
	});

	it.each(builtIn)('names $library with its version and licence where it is built in', async (one) => {
		const { name, version, license } = JSON.parse(
			await readFile(join(root, 'node_modules', one.library, 'package.json'), 'utf8'),
		) as { name: string; version: string; license: string };
		const [top] = (await packed.read(`dist/${one.source.replace(/\.ts$/, '.js')}`)).split('*/', 1);
		expect(top).toMatch(/^\/\*/);
		expect(top).toContain(`${name} ${version}`);
		expect(top).toContain(license);
		expect((await packed.read(licenceOf(one))).length).toBeGreaterThan(500);
		const explained = await readFile(join(root, 'docs/packed-package.md'), 'utf8');
		expect(explained).toContain(`| \`${one.library}\` | \`${one.source}\` |`);
	});

	it('requires nothing but its own files and what n8n brings', async () => {
		const foreign: string[] = [];
		for (const file of compiled()) {
			const missing = requiredBy(await packed.read(file)).filter((name) =>
				name.startsWith('.') ? resolved(packed, file, name) === undefined : !known.includes(name),
			);
			foreign.push(...missing.map((name) => `${file}: ${name}`));
		}
		expect(foreign).toEqual([]);
	});

	it("loads where no packages are but n8n's own", () => {
		expect([...loaded.nodes].sort()).toEqual([
			'alibabaCloud',
			'alibabaCloudTrigger',
			'huaweiCloud',
			'huaweiCloudTrigger',
			'tencentCloud',
			'tencentCloudTrigger',
			'verificationPage',
		]);
		expect([...loaded.credentials].sort()).toEqual([
			'alibabaCloudAccessKeyApi',
			'huaweiCloudAccessKeyApi',
			'huaweiCloudIamApi',
			'tencentCloudApi',
			'verificationPageAccessApi',
		]);
	});

	it('has loaded all that it will ever run when n8n has loaded it, so that an update never mixes two versions', async () => {
		const late: string[] = [];
		for (const file of loaded.files.filter((name) => name.endsWith('.js'))) {
			const wanted = requiredBy(await packed.read(file)).map((name) => resolved(packed, file, name) ?? '');
			late.push(...wanted.filter((name) => name !== '' && !loaded.files.includes(name)).map((name) => `${file}: ${name}`));
		}
		expect(loaded.files).toContain('dist/nodes/engine/run/execute.js');
		expect(late).toEqual([]);
	});
});
