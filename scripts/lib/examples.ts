/**
 * The example workflows and the credentials they use, and how they come into an n8n.
 *
 * What is shipped is imported once. When the checkout brings a new version later, it replaces what n8n holds only
 * where the person has not changed that: their own changes are theirs.
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../prepare/folders';
import type { N8n } from './n8n';

/** A node of a workflow, as far as it is read here. */
export interface WorkflowNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: Readonly<Record<string, unknown>>;
}

/** A workflow as n8n exports it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
}

/** A credential with its values readable, as n8n imports it. */
export interface Credential {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly data: Readonly<Record<string, unknown>>;
}

/** The example workflows of the checkout, in the order of their file names. */
export async function exampleWorkflows(): Promise<readonly Workflow[]> {
	const folder = join(root, 'workflows');
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Workflow),
	);
}

/** Whether a workflow begins with a click on Execute Workflow, and says of each recipient by which output it leaves. */
export const startsByHand = ({ nodes }: Workflow): boolean =>
	nodes.some(({ type }) => type === 'n8n-nodes-base.manualTrigger') &&
	nodes.some(({ parameters }) => String(parameters['jsonOutput']).includes('"expected"'));

/** What workflows and credentials have in common. */
interface Named {
	readonly id: string;
	readonly name: string;
}

/** What a person may have changed, of a workflow or a credential. */
interface Kind<T extends Named> {
	/** The word in n8n's commands and in the file that keeps what was imported. */
	readonly plural: 'workflows' | 'credentials';
	readonly singular: 'workflow' | 'credentials';
	/** What n8n's export must be told to give the values as they were. */
	readonly exportFlags: readonly string[];
	readonly substance: (thing: T) => unknown;
}

const workflows: Kind<Workflow> = {
	plural: 'workflows',
	singular: 'workflow',
	exportFlags: [],
	substance: ({ name, nodes, connections }) => ({ name, nodes, connections }),
};

const credentials: Kind<Credential> = {
	plural: 'credentials',
	singular: 'credentials',
	exportFlags: ['--decrypted'],
	substance: ({ name, type, data }) => ({ name, type, data }),
};

/** What came of the examples. */
export interface Imported {
	/** Names of what was imported now. */
	readonly brought: readonly string[];
	/** Names of what has a new version that was not imported, because the person has changed theirs. */
	readonly kept: readonly string[];
}

const readList = async <T>(file: string): Promise<readonly T[] | undefined> => {
	try {
		return JSON.parse(await readFile(file, 'utf8')) as readonly T[];
	} catch {
		return undefined;
	}
};

/**
 * Lends a file for a moment, in a folder that only the person may look into: what a person has in their credentials
 * stands in it readable.
 */
async function passing<T>(folder: string, use: (file: string) => Promise<T>): Promise<T> {
	await mkdir(folder, { recursive: true });
	const place = await mkdtemp(join(folder, 'passing-'));
	try {
		return await use(join(place, 'file.json'));
	} finally {
		await rm(place, { recursive: true, force: true });
	}
}

/** All that n8n holds of one kind; nothing where it holds none, which its command calls unsuccessful. */
const exported = async <T extends Named>(n8n: N8n, folder: string, kind: Kind<T>): Promise<readonly T[]> =>
	await passing(folder, async (file) => {
		await n8n.command([`export:${kind.singular}`, '--all', ...kind.exportFlags, `--output=${file}`], true);
		return (await readList<T>(file)) ?? [];
	});

/** Imports what is new of one kind. */
async function bring<T extends Named>(
	n8n: N8n,
	folder: string,
	kind: Kind<T>,
	shipped: readonly T[],
): Promise<Imported> {
	const record = join(folder, `imported-${kind.plural}.json`);
	const before = await readList<T>(record);
	const same = (a: T | undefined, b: T | undefined) =>
		a !== undefined && b !== undefined && isDeepStrictEqual(kind.substance(a), kind.substance(b));
	const by = (list: readonly T[] | undefined, id: string) => list?.find((entry) => entry.id === id);
	const news = shipped.filter((entry) => !same(entry, by(before, entry.id)));
	if (news.length === 0) return { brought: [], kept: [] };

	const there = before === undefined ? [] : await exported(n8n, folder, kind);
	const changed = ({ id }: T) => by(there, id) !== undefined && !same(by(there, id), by(before, id));
	const wanted = news.filter((entry) => !changed(entry));
	if (wanted.length > 0) {
		await passing(folder, async (file) => {
			await writeFile(file, JSON.stringify(wanted));
			await n8n.command([`import:${kind.singular}`, `--input=${file}`]);
		});
	}
	await writeFile(record, JSON.stringify(shipped));
	return {
		brought: wanted.map(({ name }) => name),
		kept: news.filter(changed).map(({ name }) => name),
	};
}

/**
 * Brings credentials and workflows into an n8n whose server does not run.
 *
 * @param folder - where it is kept what was imported last
 */
export async function importExamples(
	n8n: N8n,
	folder: string,
	given: { readonly workflows: readonly Workflow[]; readonly credentials: readonly Credential[] },
): Promise<Imported> {
	const keys = await bring(n8n, folder, credentials, given.credentials);
	const flows = await bring(n8n, folder, workflows, given.workflows);
	return { brought: [...keys.brought, ...flows.brought], kept: [...keys.kept, ...flows.kept] };
}
