/** What `npm start`, `npm run demo` and `npm test` say while something takes time, and how they stop. */
const { spawn } = require('node:child_process');
const { createWriteStream } = require('node:fs');
const { mkdir, readFile } = require('node:fs/promises');
const { dirname } = require('node:path');

/** Milliseconds after which a step says what it is doing, and between signs of life after that. */
const quiet = 2_000;
const pulse = 30_000;

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Prints one line for the person at the terminal. */
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/** A stop with a text for the person: what happened, then what to do. Printed without a stack. */
class Stop extends Error {}

/**
 * Does some work and, when it takes more than two seconds, says what is done and how long it took.
 *
 * @template T
 * @param {string} doing - what is done, such as `Building dist`
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(doing, work) {
	const started = Date.now();
	let told = false;
	let timer = setTimeout(tell, quiet);
	function tell() {
		say(told ? `  ${seconds(started)} so far` : `${doing} ...`);
		told = true;
		timer = setTimeout(tell, pulse);
	}
	try {
		const result = await work();
		if (told) say(`  done in ${seconds(started)}`);
		return result;
	} finally {
		clearTimeout(timer);
	}
}

/** Commands under way, to be ended when the person stops. */
const underWay = new Set();

/** Ends the commands under way. */
const endAll = (/** @type {NodeJS.Signals} */ signal) => underWay.forEach((child) => child.kill(signal));

const tail = async (/** @type {string} */ log, /** @type {number} */ lines) =>
	(await readFile(log, 'utf8')).trimEnd().split('\n').slice(-lines).join('\n');

/**
 * Runs a command with its output in a log file; shows the end of that file when the command does not succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv, advice: string }} options - `advice` says what
 * to do when the command does not succeed
 * @returns {Promise<void>}
 * @throws {Stop} with the last lines of the log and the advice
 */
async function logged(command, args, { cwd, log, env = process.env, advice }) {
	await mkdir(dirname(log), { recursive: true });
	const out = createWriteStream(log);
	const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
	underWay.add(child);
	child.stdout.pipe(out, { end: false });
	child.stderr.pipe(out, { end: false });
	const ended = await new Promise((resolve) => {
		child.once('error', (error) => resolve(error.message));
		child.once('close', (code, signal) => resolve(code === 0 ? undefined : `exit ${code ?? signal}`));
	});
	underWay.delete(child);
	await new Promise((resolve) => out.end(resolve));
	if (ended === undefined) return;
	const shown = [command, ...args].join(' ');
	throw new Stop(`${await tail(log, 30)}\n\n"${shown}" stopped (${ended}). All it said: ${log}\n${advice}`);
}

exports.Stop = Stop;
exports.endAll = endAll;
exports.logged = logged;
exports.say = say;
exports.step = step;
exports.underWay = underWay;
