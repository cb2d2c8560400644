/** What a package brings along when it is installed. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../scripts/prepare/folders';

/** What an installed package takes. */
export interface Installed {
	/** Packages, itself included. */
	readonly packages: number;
	readonly bytes: number;
}

/** The folder in which Node finds a package from another one's folder. */
function folderOf(name: string, from: string): string | undefined {
	const folder = join(from, 'node_modules', name);
	if (existsSync(join(folder, 'package.json'))) return folder;
	return from === root || from === dirname(from) ? undefined : folderOf(name, dirname(from));
}

/** Bytes of the files of a folder without the packages that were put into it. */
function bytesIn(folder: string): number {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.name !== 'node_modules')
		.map((entry) => join(folder, entry.name))
		.reduce((sum, path) => {
			const found = statSync(path);
			return sum + (found.isDirectory() ? bytesIn(path) : found.size);
		}, 0);
}

/** Adds a package's folder and those of all that it depends on. */
function collect(name: string, from: string, found: Set<string>): void {
	const folder = folderOf(name, from);
	if (folder === undefined || found.has(folder)) return;
	found.add(folder);
	const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		readonly dependencies?: Readonly<Record<string, string>>;
	};
	for (const dependency of Object.keys(dependencies)) collect(dependency, folder, found);
}

/** A package of node_modules with everything that it depends on. */
export function installed(name: string): Installed {
	const found = new Set<string>();
	collect(name, root, found);
	return { packages: found.size, bytes: [...found].reduce((sum, folder) => sum + bytesIn(folder), 0) };
}
