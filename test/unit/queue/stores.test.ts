import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findPrograms } from '../../../scripts/lib/queue/find';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'programs-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

const put = (name: string): void => {
	writeFileSync(join(folder, name), '');
	chmodSync(join(folder, name), 0o755);
};

test('programs on the path are found', async () => {
	for (const name of ['initdb', 'postgres', 'redis-server']) put(name);
	const found = await findPrograms(['/nowhere', folder].join(delimiter), []);
	expect(found).toEqual({
		initdb: join(folder, 'initdb'),
		postgres: join(folder, 'postgres'),
		'redis-server': join(folder, 'redis-server'),
	});
});

test("the programs of PostgreSQL are found where Debian keeps them, off the path", async () => {
	for (const name of ['initdb', 'postgres', 'redis-server']) put(name);
	await expect(findPrograms('', [folder])).resolves.toMatchObject({ initdb: join(folder, 'initdb') });
});

test('what is missing is named with the command that installs it', async () => {
	put('redis-server');
	await expect(findPrograms(folder, [])).rejects.toThrow(/This machine lacks PostgreSQL\.[^]*apt-get install postgresql redis-server/);
	await expect(findPrograms('', [])).rejects.toThrow('This machine lacks PostgreSQL and Redis.');
});
