/** PostgreSQL and Redis with data of their own, on ports of their own, reached from this machine alone. */
import { execFile } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anyPort } from '../ports';
import { type Program, type Start, startProgram } from '../program';
import { debianFolders, findPrograms, postgresUser, type Programs } from './find';

const run = promisify(execFile);

/** The owner of the database; nobody from outside the machine gets as far as its name. */
const owner = 'n8n';

/** Where the two answer, as the variables of n8n say it. */
const variablesFor = (postgresPort: number, redisPort: number): Readonly<Record<string, string>> => ({
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgresPort),
	DB_POSTGRESDB_DATABASE: 'postgres',
	DB_POSTGRESDB_USER: owner,
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redisPort),
});

/** The database and the queue that several processes of n8n share. */
export interface Stores {
	/** What n8n must be told to reach them. */
	readonly variables: Readonly<Record<string, string>>;
	/** Executions that wait in the queue or that a worker has, whether the database answers or not. */
	readonly jobs: () => Promise<number>;
	/** Takes the database away and brings it back after some milliseconds; `away` is called while it is gone. */
	readonly withoutDatabase: (ms: number, away: () => Promise<void>) => Promise<void>;
	readonly stop: () => Promise<void>;
}

/**
 * Starts a program and waits until it says that it is ready.
 *
 * @throws Error with its last lines when it ends before that
 */
async function startedWhen(readyLine: string, start: Start): Promise<Program> {
	const program = startProgram(start);
	if (await program.says(readyLine)) return program;
	throw new Error(`"${start.command}" ended before it was ready (${String(await program.ended)}). It said:\n${program.lastLines()}`);
}

/** Makes an empty database in a folder of its own and answers how to start it. */
async function newDatabase({ initdb, postgres }: Programs, port: number): Promise<Start> {
	const user = await postgresUser();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-postgres-'));
	if (user !== undefined) await chown(folder, user.uid, user.gid);
	const data = join(folder, 'data');
	await run(initdb, ['-D', data, '-U', owner, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'], { cwd: folder, ...user });
	return {
		command: postgres,
		args: ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
		env: process.env,
		cwd: folder,
		log: join(folder, 'postgres.log'),
		/* Asked by SIGTERM it would wait until every client has left. */
		endSignal: 'SIGINT',
		...(user === undefined ? {} : { user }),
	};
}

/** How to start a queue that keeps nothing on the disk. */
async function newQueue({ 'redis-server': command }: Programs, port: number): Promise<Start> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-redis-'));
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
	return { command, args, env: process.env, cwd: folder, log: join(folder, 'redis.log') };
}

/** The lists of the queue's library: https://github.com/OptimalBits/bull */
const jobLists = ['bull:jobs:active', 'bull:jobs:wait'];

/**
 * Asks Redis for the lengths of lists, in its own words: https://redis.io/docs/latest/develop/reference/protocol-spec/
 *
 * @throws Error where Redis does not answer with numbers
 */
async function lengthsOf(port: number, lists: readonly string[]): Promise<number> {
	const text = await new Promise<string>((resolve, reject) => {
		let came = '';
		const socket = connect(port, '127.0.0.1', () => {
			socket.write([...lists.map((list) => `LLEN ${list}`), 'QUIT', ''].join('\r\n'));
		});
		socket.on('data', (chunk) => { came += chunk.toString(); });
		socket.once('error', reject);
		socket.once('close', () => { resolve(came); });
	});
	const lengths = [...text.matchAll(/^:(\d+)/gm)].map(([, length]) => Number(length));
	if (lengths.length !== lists.length) throw new Error(`Redis answered ${text}`);
	return lengths.reduce((sum, length) => sum + length, 0);
}

const postgresReady = 'database system is ready to accept connections';
const redisReady = 'Ready to accept connections';

/**
 * Starts both.
 *
 * @throws Stop when one of them is not on this machine
 */
export async function startStores(): Promise<Stores> {
	const programs = await findPrograms(process.env['PATH'] ?? '', await debianFolders());
	const [postgresPort, redisPort] = [await anyPort(), await anyPort()];
	const starts = [await newDatabase(programs, postgresPort), await newQueue(programs, redisPort)] as const;
	const [database, queue] = starts;
	let postgres = await startedWhen(postgresReady, database);
	const redis = await startedWhen(redisReady, queue).catch(async (reason: unknown) => {
		await postgres.stop();
		throw reason;
	});
	return {
		variables: variablesFor(postgresPort, redisPort),
		jobs: async () => await lengthsOf(redisPort, jobLists),
		withoutDatabase: async (ms, away) => {
			await postgres.stop();
			await Promise.all([new Promise((resolve) => setTimeout(resolve, ms)), away()]);
			postgres = await startedWhen(postgresReady, database);
		},
		stop: async () => {
			await Promise.all([postgres.stop(), redis.stop()]);
			await Promise.all(starts.map(async ({ cwd }) => { await rm(cwd, { recursive: true, force: true }); }));
		},
	};
}
