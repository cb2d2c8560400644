/** dist/: for each source one compiled file at the same path. docs/packed-package.md says why so, and why no more. */
const { execFile } = require('node:child_process');
const { readdir, readFile, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { promisify } = require('node:util');
const ts = require('typescript');

const run = promisify(execFile);
const root = join(__dirname, '..');

/** Checks the types and compiles. Nothing is written when TypeScript refuses a source. */
async function checkAndCompile() {
	try {
		await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], { cwd: root });
	} catch (error) {
		throw new Error(`TypeScript refuses the sources:\n${error.stdout}`);
	}
}

/** The comment that a file begins with. */
function topComment(/** @type {string} */ source) {
	const [first] = ts.getLeadingCommentRanges(source, 0) ?? [];
	return first === undefined ? '' : source.slice(first.pos, first.end);
}

/**
 * Puts back what a file says about itself at its top: TypeScript drops it together with the import below it, where
 * that imports types alone.
 */
async function keepTopComment(/** @type {string} */ path) {
	const comment = topComment(await readFile(join(root, path), 'utf8'));
	const outfile = join(root, 'dist', path.replace(/\.ts$/, '.js'));
	const code = await readFile(outfile, 'utf8');
	const strict = '"use strict";\n';
	if (code.includes(comment)) return;
	await writeFile(outfile, code.replace(strict, () => `${strict}${comment}\n`));
}

const sourcesIn = async (/** @type {string} */ folder) =>
	(await readdir(join(root, folder), { recursive: true }))
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(folder, path));

/**
 * Compiles the sources.
 *
 * @throws Error with TypeScript's own words when the types do not fit.
 */
async function compile() {
	await checkAndCompile();
	const sources = (await Promise.all(['credentials', 'nodes'].map(sourcesIn))).flat();
	await Promise.all(sources.map(keepTopComment));
}

exports.compile = compile;
