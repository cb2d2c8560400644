/** dist, as it is published. */
const { mkdir, readFile, readdir, stat, writeFile } = require('node:fs/promises');
const { join } = require('node:path');
const { checkoutCache, root } = require('./folders.js');
const { logged, step } = require('./steps.js');

const dist = join(root, 'dist');

/** Holds the time at which the last complete build began; written when it had ended. */
const stamp = join(checkoutCache, 'built');

const sources = [
	'nodes',
	'credentials',
	'scripts/builtIn.js',
	'scripts/compile.js',
	'gulpfile.js',
	'tsconfig.json',
	'package.json',
	'package-lock.json',
];

/**
 * The latest change below a path, in ms. Folders count too: theirs is the time of the last file taken away.
 *
 * @param {string} path
 * @returns {Promise<number>}
 */
async function latestChange(path) {
	const found = await stat(path);
	if (!found.isDirectory()) return found.mtimeMs;
	const below = await Promise.all((await readdir(path)).map((name) => latestChange(join(path, name))));
	return Math.max(found.mtimeMs, ...below);
}

/** Whether dist came from a complete build of the sources as they are now, and from no other since. */
async function upToDate() {
	try {
		const began = Number(await readFile(stamp, 'utf8'));
		const { mtimeMs: ended } = await stat(stamp);
		if ((await stat(dist)).mtimeMs > ended) return false;
		const changes = await Promise.all(sources.map((name) => latestChange(join(root, name))));
		return Math.max(...changes) < began;
	} catch {
		return false;
	}
}

/**
 * Builds dist when the sources are newer.
 *
 * @param {string} node - the Node to build with
 */
async function ensureDist(node) {
	if (await upToDate()) return;
	const began = Date.now();
	await step('Building the package', () =>
		logged(node, [join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], {
			cwd: root,
			log: join(checkoutCache, 'logs', 'build.log'),
			advice: 'Correct the sources named above, then run the command again.',
		}),
	);
	await mkdir(checkoutCache, { recursive: true });
	await writeFile(stamp, String(began));
}

exports.ensureDist = ensureDist;
