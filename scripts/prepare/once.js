/** Folders that are made once for all checkouts of a machine, by one process at a time, whole or not at all. */
const { existsSync } = require('node:fs');
const { link, mkdir, readFile, readdir, rename, rm, writeFile } = require('node:fs/promises');
const { basename, dirname, join } = require('node:path');
const { setTimeout: after } = require('node:timers/promises');
const { step } = require('./steps.js');

/** Milliseconds between two looks at the lock of another process. */
const look = 500;

const alive = (/** @type {number} */ pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

/**
 * The process that holds the lock.
 *
 * @param {string} lock
 * @returns {Promise<number | undefined>} undefined when nobody does, or the one who did is gone
 */
async function holder(lock) {
	const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
	return pid > 0 && alive(pid) ? pid : undefined;
}

/** Takes the lock; false when it is taken. The lock appears with the process's id already in it. */
async function take(/** @type {string} */ lock) {
	const mine = `${lock}.${process.pid}`;
	await writeFile(mine, String(process.pid));
	try {
		await link(mine, lock);
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	} finally {
		await rm(mine, { force: true });
	}
}

/**
 * Waits until this process holds the lock, or until there is nothing left to do.
 *
 * @param {string} lock
 * @param {() => boolean} done
 * @returns {Promise<boolean>} whether this process holds the lock
 */
async function hold(lock, done) {
	while (!done()) {
		if (await take(lock)) return true;
		if ((await holder(lock)) === undefined) await rm(lock, { force: true });
		else await after(look);
	}
	return false;
}

/** Takes away what interrupted processes left: folders that were never completed. */
async function sweep(/** @type {string} */ folder) {
	const parent = dirname(folder);
	const left = (await readdir(parent)).filter((name) => name.startsWith(`${basename(folder)}.partial-`));
	await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

/**
 * Makes a folder unless it is there. It is made under another name and renamed when it is whole, so that an
 * interrupted process leaves nothing that looks complete; a second process waits for the first.
 *
 * @param {string} folder - absolute
 * @param {string} waiting - what to say while another process makes it
 * @param {(partial: string) => Promise<void>} make - fills the empty folder that it is given
 */
async function once(folder, waiting, make) {
	if (existsSync(folder)) return;
	await mkdir(dirname(folder), { recursive: true });
	const lock = `${folder}.lock`;
	const partial = `${folder}.partial-${process.pid}`;
	if (!(await step(waiting, () => hold(lock, () => existsSync(folder))))) return;
	try {
		if (existsSync(folder)) return;
		await sweep(folder);
		await mkdir(partial);
		await make(partial);
		await rename(partial, folder);
	} finally {
		await rm(partial, { recursive: true, force: true });
		await rm(lock, { force: true });
	}
}

exports.once = once;
