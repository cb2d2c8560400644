/** A real n8n of its own: with its own data, seen by this machine alone, telling nobody about itself. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../prepare/folders';
import { isOtherN8n, n8nProgram } from '../prepare/n8n';
import { anyPort } from './ports';
import { type Program, startProgram } from './program';

const run = promisify(execFile);

/** What n8n says when it cannot use a package; it goes on without it. */
const brokenLine = 'Failed to load package';

/** What a process of n8n does. */
export interface Role {
	/** n8n's command with its arguments. */
	readonly args: readonly string[];
	/** What it says when it can be used; `/healthz` answers earlier. */
	readonly readyLine: string;
}

/** Editor, REST interface and, unless a queue is set up, everything else. */
export const mainRole: Role = { args: ['start'], readyLine: 'Editor is now accessible' };

/** Bytes of the longest output of a command that is read: a whole run's data. */
const longestOutput = 64 * 1024 * 1024;

/** Variables of the caller's own n8n, jest or npm, which must not reach this one. */
const foreign = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|CREDENTIALS_|WEBHOOK_|GENERIC_|NODE_ENV$|NODE_OPTIONS$|JEST_|npm_)/;

/** Parts of n8n that ask hosts of the internet by themselves, or serve its own assistants, and slow the start. */
const disabledModules = [
	'agents',
	'agent-evals',
	'chat-hub',
	'insights',
	'instance-ai',
	'instance-reporting',
	'mcp',
	'mcp-registry',
	'workflow-builder',
];

/** Where an n8n keeps its data and which ports it takes. */
export interface N8nPlace {
	/** n8n makes a folder `.n8n` in it. */
	readonly folder: string;
	readonly port: number;
	/** Port of the task runners' broker; each n8n of a machine needs its own. */
	readonly brokerPort: number;
	/** Ends the commands and the server that are under way. */
	readonly signal: AbortSignal;
	/** Further variables, such as those of a queue. */
	readonly variables?: Readonly<Record<string, string>>;
}

/** The variables that n8n runs with. */
function environment({ folder, port, brokerPort, variables }: Omit<N8nPlace, 'signal'>): NodeJS.ProcessEnv {
	const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
	return {
		...Object.fromEntries(own),
		NO_PROXY: [process.env['NO_PROXY'], 'localhost', '127.0.0.1'].filter(Boolean).join(','),
		N8N_USER_FOLDER: folder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: 'localhost',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		/* n8n refuses names that a release does not know. */
		N8N_DISABLED_MODULES: isOtherN8n ? 'insights' : disabledModules.join(','),
		NO_COLOR: '1',
		...variables,
	};
}

/** The package's name, which its node types begin with. */
export async function packageName(): Promise<string> {
	const { name } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { name: string };
	return name;
}

/**
 * Puts the package where n8n keeps the packages that a person installs: package.json and dist, which is what
 * npm publishes. It is copied, so that it finds n8n's own libraries as it does at a person's, and not the checkout's.
 */
async function installPackage(folder: string): Promise<void> {
	const target = join(folder, '.n8n', 'nodes', 'node_modules', await packageName());
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await cp(join(root, 'package.json'), join(target, 'package.json'));
	await cp(join(root, 'dist'), join(target, 'dist'), { recursive: true });
}

/** A dozen lines of the log from the last line with a text on. */
async function linesFrom(log: string, text: string): Promise<string> {
	const lines = (await readFile(log, 'utf8')).split('\n');
	const start = lines.findLastIndex((line) => line.includes(text));
	return lines.slice(Math.max(start, 0), start + 12).join('\n');
}

/** An n8n that may be asked to run commands, and to start its server. */
export interface N8n {
	readonly url: string;
	/**
	 * Runs one of n8n's commands, beside the server or without it, and answers its standard output, whatever its exit code was.
	 *
	 * @throws Error with n8n's own words when it does not end with 0 and `mayFail` is not set.
	 */
	readonly command: (args: readonly string[], mayFail?: boolean) => Promise<string>;
	/**
	 * Starts the server, or another process of n8n, and waits until it can be used.
	 *
	 * @throws Error with the last lines of the log when it ends before that, or does not load the package.
	 */
	readonly start: (role?: Role) => Promise<Program>;
}

/** Prepares an n8n with the package installed in it. */
export async function prepareN8n(place: N8nPlace): Promise<N8n> {
	await mkdir(place.folder, { recursive: true });
	await installPackage(place.folder);
	return n8nAt(place);
}

/** The n8n of a place that was prepared before. */
export function n8nAt(place: N8nPlace): N8n {
	const env = environment(place);
	const log = join(place.folder, 'n8n.log');
	return {
		url: `http://localhost:${String(place.port)}`,
		command: async (args, mayFail = false) => {
			try {
				const { stdout } = await run(process.execPath, [n8nProgram, ...args], {
					env: { ...env, N8N_RUNNERS_BROKER_PORT: String(await anyPort()) },
					cwd: place.folder,
					signal: place.signal,
					maxBuffer: longestOutput,
				});
				return stdout;
			} catch (error) {
				const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
				if (mayFail) return stdout;
				throw new Error(`"n8n ${args.join(' ')}" was not successful:\n${stdout}${stderr}`, { cause: error });
			}
		},
		start: async ({ args, readyLine } = mainRole) => {
			const program = startProgram({ command: process.execPath, args: [n8nProgram, ...args], env, cwd: place.folder, log });
			const stop = () => void program.stop();
			place.signal.addEventListener('abort', stop, { once: true });
			const broken = program.says(brokenLine);
			const ready = program.says(readyLine);
			const outcome = await Promise.race([broken.then((said) => said && 'broken'), ready.then((said) => said && 'ready')]);
			if (outcome === 'ready') return program;
			await program.stop();
			const said = outcome === 'broken' ? await linesFrom(log, brokenLine) : program.lastLines();
			const what = outcome === 'broken' ? 'cannot use this package' : `ended before it was ready (${String(await program.ended)})`;
			throw new Error(`n8n ${what}. It said:\n${said}\n\nAll of it: ${log}`);
		},
	};
}
