import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from '../../scripts/prepare/once';

let parent: string;
let folder: string;

beforeEach(() => {
	parent = mkdtempSync(join(tmpdir(), 'once-'));
	folder = join(parent, 'kept');
});

afterEach(() => {
	rmSync(parent, { recursive: true });
});

const fill =
	(text: string) =>
	async (partial: string): Promise<void> => {
		await writeFile(join(partial, 'file'), text);
	};

const made = (): string => readFileSync(join(folder, 'file'), 'utf8');

/** The id of a process that has ended. */
const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;

test('makes the folder, and leaves nothing else beside it', async () => {
	await once(folder, 'waiting', fill('whole'));
	expect(made()).toBe('whole');
	expect(readdirSync(parent)).toEqual(['kept']);
});

test('does not make it again', async () => {
	await once(folder, 'waiting', fill('first'));
	await once(folder, 'waiting', fill('second'));
	expect(made()).toBe('first');
});

test('of two that come at once one makes it, and the other waits for it', async () => {
	let makers = 0;
	const make = async (partial: string): Promise<void> => {
		makers += 1;
		await fill('whole')(partial);
	};
	await Promise.all([once(folder, 'waiting', make), once(folder, 'waiting', make)]);
	expect(makers).toBe(1);
	expect(made()).toBe('whole');
});

test('shows nothing under the name before it is whole', async () => {
	await once(folder, 'waiting', async (partial) => {
		await fill('half')(partial);
		expect(readdirSync(parent)).not.toContain('kept');
	});
	expect(readdirSync(parent)).toEqual(['kept']);
});

test('leaves nothing behind when making it stops half way, and makes it the next time', async () => {
	const stopping = async (partial: string): Promise<void> => {
		await fill('half')(partial);
		throw new Error('The disk is full.');
	};
	await expect(once(folder, 'waiting', stopping)).rejects.toThrow('The disk is full.');
	expect(readdirSync(parent)).toEqual([]);
	await once(folder, 'waiting', fill('whole'));
	expect(made()).toBe('whole');
});

test('takes over from a process that was killed, and clears what it left', async () => {
	const pid = deadProcess();
	writeFileSync(`${folder}.lock`, String(pid));
	await mkdir(`${folder}.partial-${String(pid)}`);
	await once(folder, 'waiting', fill('whole'));
	expect(made()).toBe('whole');
	expect(readdirSync(parent)).toEqual(['kept']);
});
