/** PostgreSQL and Redis as they stand on this machine, and what to install where they do not. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Stop } from '../../prepare/steps';
import type { User } from '../program';

const run = promisify(execFile);

/** Where Debian keeps the programs of PostgreSQL: a folder for each version, none of which is on the PATH. */
const debianVersions = '/usr/lib/postgresql';

/** The command that brings both. */
const howToInstall = `Install them, then run the command again:
  Debian, Ubuntu: apt-get install postgresql redis-server
  macOS:          brew install postgresql@15 redis`;

async function isProgram(file: string): Promise<boolean> {
	try {
		await access(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Where Debian keeps the programs of PostgreSQL, the newest version first. */
export async function debianFolders(): Promise<string[]> {
	const versions = await readdir(debianVersions).catch(() => []);
	return versions.sort((one, other) => Number(other) - Number(one)).map((version) => join(debianVersions, version, 'bin'));
}

async function find(name: string, folders: readonly string[]): Promise<string | undefined> {
	for (const folder of folders) {
		if (await isProgram(join(folder, name))) return join(folder, name);
	}
	return undefined;
}

/** The programs that a queue needs beside n8n. */
export interface Programs {
	readonly initdb: string;
	readonly postgres: string;
	readonly 'redis-server': string;
}

/**
 * Finds the programs.
 *
 * @param path - the folders to look into first, as in the variable PATH
 * @param others - the folders to look into then
 * @throws Stop that names what is missing and the command that installs it
 */
export async function findPrograms(path: string, others: readonly string[]): Promise<Programs> {
	const folders = [...path.split(delimiter).filter((folder) => folder !== ''), ...others];
	const [initdb, postgres, redis] = await Promise.all([
		find('initdb', folders),
		find('postgres', folders),
		find('redis-server', folders),
	]);
	if (initdb !== undefined && postgres !== undefined && redis !== undefined) return { initdb, postgres, 'redis-server': redis };
	const missing = [...(initdb === undefined || postgres === undefined ? ['PostgreSQL'] : []), ...(redis === undefined ? ['Redis'] : [])];
	throw new Stop(`n8n's queue mode needs PostgreSQL and Redis. This machine lacks ${missing.join(' and ')}.\n${howToInstall}`);
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | undefined> {
	try {
		return Number((await run('id', [option, name])).stdout);
	} catch {
		return undefined;
	}
}

/**
 * The user that PostgreSQL runs as: it refuses to run as root. Undefined where this process is not root.
 *
 * @throws Stop where root has nobody to run it as
 */
export async function postgresUser(): Promise<User | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	for (const name of ['postgres', 'nobody']) {
		const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
		if (uid !== undefined && gid !== undefined) return { uid, gid };
	}
	throw new Stop('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody". Run the command as another user.');
}
