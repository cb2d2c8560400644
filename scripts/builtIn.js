/** Libraries that the package carries inside itself, because n8n takes no package with dependencies. */
const { readdir, readFile, writeFile } = require('node:fs/promises');
const { dirname, join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');

/**
 * A library and the one source file that imports it.
 *
 * @typedef {object} BuiltIn
 * @property {string} library - its name in the registry
 * @property {string} source
 */

/** @type {readonly BuiltIn[]} */
const builtIn = [
	{ library: 'countries-list', source: 'nodes/engine/words/countries.ts' },
	{ library: 'libphonenumber-js', source: 'nodes/engine/input/phoneLibrary.ts' },
];

const compiledFrom = (/** @type {string} */ source) => join(root, 'dist', source.replace(/\.ts$/, '.js'));

/** Takes in the library, and leaves every other import as it is: the source's own, and of any further package. */
const onlyLibrary = (/** @type {BuiltIn} */ { library, source }) => ({
	name: 'only-library',
	setup: (/** @type {import('esbuild').PluginBuild} */ { onResolve }) => {
		onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
			const insideLibrary = importer !== join(root, source) && path.startsWith('.');
			const taken = insideLibrary || path === library || path.startsWith(`${library}/`);
			return kind === 'entry-point' || taken ? undefined : { path, external: true };
		});
	},
});

/** All licences of a library, one below the other: what it is derived from may have one of its own. */
const licences = async (/** @type {string} */ folder) => {
	const found = (await readdir(folder)).filter((name) => /^licen[cs]e/i.test(name)).sort();
	if (found.length === 0) throw new Error(`${folder} has no licence to hand on.`);
	const texts = await Promise.all(found.map((name) => readFile(join(folder, name), 'utf8')));
	return texts.map((text) => `${text.trimEnd()}\n`).join('\n');
};

/** Compiles one source again, with the library in it, and lays the library's licence beside it. */
async function put(/** @type {BuiltIn} */ one) {
	const { library, source } = one;
	const folder = join(root, 'node_modules', library);
	const { version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
	const outfile = compiledFrom(source);
	const top = [
		`${source}, with the library that it imports: ${library} ${version}, licence ${license},`,
		`which is in ${library}.LICENSE beside this file. See docs/packed-package.md in the repository.`,
	];
	await build({
		entryPoints: [join(root, source)],
		outfile,
		bundle: true,
		plugins: [onlyLibrary(one)],
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		banner: { js: `/*\n${top.map((line) => ` * ${line}\n`).join('')} */` },
		logLevel: 'warning',
	});
	await writeFile(join(dirname(outfile), `${library}.LICENSE`), await licences(folder));
}

/** Puts each library into the compiled file of the one source that imports it. */
async function putBuiltIn() {
	await Promise.all(builtIn.map(put));
}

exports.builtIn = builtIn;
exports.putBuiltIn = putBuiltIn;
