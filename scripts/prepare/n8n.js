/** The real n8n: installed once for a machine, kept, and shared by all checkouts. */
const { createHash } = require('node:crypto');
const { accessSync, constants, readFileSync } = require('node:fs');
const { copyFile, readdir, stat, statfs } = require('node:fs/promises');
const { delimiter, dirname, join } = require('node:path');
const { machineCache, root } = require('./folders.js');
const { once } = require('./once.js');
const { npm } = require('./packages.js');
const { Stop, logged, step } = require('./steps.js');

const recipe = join(root, 'runtime', 'n8n');

/** Bytes that the installation takes: 2.2 GB of packages, and npm's own copies of them. */
const needed = 3.5e9;

const version = JSON.parse(readFileSync(join(recipe, 'package.json'), 'utf8')).dependencies.n8n;

const content = createHash('sha256')
	.update(readFileSync(join(recipe, 'package-lock.json')))
	.update(`${process.platform} ${process.arch}`)
	.digest('hex')
	.slice(0, 12);

/** The folder of the installation, named by the version and by everything that goes into it. */
const n8nFolder = join(machineCache, `n8n-${version}-${content}`);

/** Program of another release of n8n, which a person has installed to try the package there. */
const otherProgram = process.env.OTHER_N8N_PROGRAM;

/** The program to run with Node 24. */
const n8nProgram = otherProgram ?? join(n8nFolder, 'node_modules', 'n8n', 'bin', 'n8n');

const found = (/** @type {string} */ command) =>
	(process.env.PATH ?? '').split(delimiter).some((folder) => {
		try {
			accessSync(join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});

async function checkDisk() {
	const { bavail, bsize } = await statfs(machineCache);
	const free = bavail * bsize;
	if (free >= needed) return;
	const inGb = (/** @type {number} */ bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
	throw new Stop(
		`n8n ${version} takes ${inGb(needed)} and ${inGb(free)} are free at ${machineCache}.\n` +
			'Make room there, or set XDG_CACHE_HOME to a folder on another disk, then run the command again.',
	);
}

/** The headers that belong to Node 24, which the npm package `node` brings; npm fetches them otherwise. */
async function headers(/** @type {string} */ node) {
	const beside = join(dirname(node), '..', 'node_modules');
	for (const name of await readdir(beside)) {
		const header = join(beside, name, 'include', 'node', 'node_version.h');
		if (await stat(header).catch(() => undefined)) return [`--nodedir=${join(beside, name)}`];
	}
	return [];
}

/**
 * Gives SQLite its binary: compiled here, because the ready-made one comes from a host that many networks
 * do not let through; the ready-made one where there is no compiler.
 */
async function addSqlite(/** @type {string} */ folder, /** @type {string} */ node) {
	const compiler = found('make') && found('python3') && ['c++', 'g++', 'clang++'].some(found);
	const how = compiler ? ['--build-from-source', ...(await headers(node))] : [];
	await npm(['rebuild', 'sqlite3', '--ignore-scripts=false', ...how], {
		cwd: folder,
		node,
		log: join(machineCache, 'logs', 'npm-rebuild-sqlite3.log'),
		env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
		advice: compiler
			? 'The C++ compiler did not take the sources of sqlite3. See the log above.'
			: 'Install python3, make and a C++ compiler (Debian: "apt-get install build-essential python3", ' +
				'macOS: "xcode-select --install"), then run the command again.',
	});
	await logged(node, ['-e', 'require("sqlite3")'], {
		cwd: folder,
		log: join(machineCache, 'logs', 'load-sqlite3.log'),
		advice: 'The SQLite that was installed does not load. Run the command again with a C++ compiler at hand.',
	});
}

/** Fills a folder with n8n. */
async function install(/** @type {string} */ folder, /** @type {string} */ node) {
	await checkDisk();
	for (const file of ['package.json', 'package-lock.json']) await copyFile(join(recipe, file), join(folder, file));
	await step(`Installing n8n ${version} for all checkouts of this machine (3 to 5 minutes, once, 2.2 GB)`, () =>
		npm(['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: folder,
			node,
			log: join(machineCache, 'logs', 'npm-ci-n8n.log'),
		}),
	);
	await step("Building n8n's SQLite (1 to 2 minutes, once)", () => addSqlite(folder, node));
}

/**
 * Installs n8n when this machine does not have it yet.
 *
 * @param {string} node - Node 24
 */
async function ensureN8n(node) {
	if (otherProgram !== undefined) return;
	await once(n8nFolder, `Waiting for another process that installs n8n ${version}`, (folder) => install(folder, node));
}

exports.ensureN8n = ensureN8n;
exports.n8nFolder = n8nFolder;
exports.isOtherN8n = otherProgram !== undefined;
exports.n8nProgram = n8nProgram;
exports.version = version;
