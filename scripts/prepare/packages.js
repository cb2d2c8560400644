/** The packages of the checkout, and the Node that n8n asks for. */
const { execFile } = require('node:child_process');
const { readFile } = require('node:fs/promises');
const { basename, join } = require('node:path');
const { promisify } = require('node:util');
const { checkoutCache, root } = require('./folders.js');
const { Stop, logged, step } = require('./steps.js');

const run = promisify(execFile);
const modules = join(root, 'node_modules');

/** n8n 2 does not run on an older one. */
const nodeWanted = 24;

const advice =
	'Check that the npm registry can be reached ("npm ping") and that the disk is not full, then run the command again.';

/**
 * Runs npm with its output in a log file: the npm that started this command, where one did.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, log: string, node?: string, env?: NodeJS.ProcessEnv, advice?: string }} options - `node`
 * is the Node to run npm with
 */
async function npm(args, options) {
	const cli = process.env.npm_execpath;
	const known = cli !== undefined && basename(cli) === 'npm-cli.js';
	const [command, before] = known ? [options.node ?? process.execPath, [cli]] : ['npm', []];
	await logged(command, [...before, ...args], { cwd: root, advice, ...options });
}

const packagesOf = async (/** @type {string} */ file) => {
	try {
		return JSON.parse(await readFile(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
};

/** Whether every package of the lock file is in node_modules, in the version that the lock file names. */
async function complete() {
	const locked = await packagesOf(join(root, 'package-lock.json'));
	const there = await packagesOf(join(modules, '.package-lock.json'));
	if (locked === undefined || there === undefined) return false;
	return Object.entries(locked).every(
		([path, { version, optional }]) =>
			path === '' || (there[path] === undefined ? optional === true : there[path].version === version),
	);
}

/** Installs the packages of package-lock.json when they are missing or others. */
async function ensurePackages() {
	if (await complete()) return;
	await step('Installing the packages of this checkout (about a minute, 0.9 GB)', () =>
		npm(['ci'], { log: join(checkoutCache, 'logs', 'npm-ci.log') }),
	);
}

const majorOf = async (/** @type {string} */ node) => {
	try {
		const { stdout } = await run(node, ['--version']);
		return Number(/^v(\d+)/.exec(stdout)?.[1]);
	} catch {
		return undefined;
	}
};

/**
 * Puts Node 24 into node_modules when it is not there: the npm package `node` fetches the binary in its install
 * script, which .npmrc holds back for all packages.
 *
 * @returns {Promise<string>} the binary
 */
async function ensureNode() {
	const node = join(modules, 'node', 'bin', 'node');
	if ((await majorOf(node)) === nodeWanted) return node;
	await step('Fetching Node 24, which n8n asks for', () =>
		npm(['rebuild', 'node', '--ignore-scripts=false'], { log: join(checkoutCache, 'logs', 'npm-rebuild-node.log') }),
	);
	if ((await majorOf(node)) === nodeWanted) return node;
	throw new Stop(
		`The Node ${nodeWanted} of the npm package "node" does not run on this machine (${process.platform} ${process.arch}).\n` +
			'Run the command on Linux with glibc or on macOS.',
	);
}

exports.ensureNode = ensureNode;
exports.ensurePackages = ensurePackages;
exports.npm = npm;
