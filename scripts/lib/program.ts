/** A program that runs beside this one: its output in a log file, its last lines at hand, ended as a group. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** How many of the last lines are kept to be shown when something goes wrong. */
const kept = 30;

/** Milliseconds that a program gets to end by itself before it is killed. */
const patience = 15_000;

/** How to start a program. */
export interface Start {
	readonly command: string;
	readonly args: readonly string[];
	readonly env: NodeJS.ProcessEnv;
	readonly cwd: string;
	/** Gets all that the program says. */
	readonly log: string;
	/** Who it runs as; this process's own user when left out. */
	readonly user?: User;
	/** What asks it to end; SIGTERM when left out. */
	readonly endSignal?: NodeJS.Signals;
}

/** A user of the machine, by numbers. */
export interface User {
	readonly uid: number;
	readonly gid: number;
}

/** A program under way. */
export interface Program {
	/** How it ended: its exit code, or the signal's name. */
	readonly ended: Promise<number | string>;
	/** The last lines that it said. */
	readonly lastLines: () => string;
	/** Resolves with true when a line with the text comes, with false when the program ends without it. */
	readonly says: (text: string) => Promise<boolean>;
	/** Ends it and all that it started. */
	readonly stop: () => Promise<void>;
	/** Takes it and all that it started away at once (SIGKILL), as a machine that loses its power does. */
	readonly kill: () => Promise<void>;
}

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches it through `stop` alone and in order.
 *
 * @throws Error when the command cannot be started at all.
 */
export function startProgram({ command, args, env, cwd, log, user, endSignal = 'SIGTERM' }: Start): Program {
	const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'], ...user });
	const file = createWriteStream(log, { flags: 'a' });
	const lines: string[] = [];
	const listeners = new Set<(line: string) => void>();
	for (const stream of [child.stdout, child.stderr]) {
		createInterface({ input: stream }).on('line', (line) => {
			file.write(`${line}\n`);
			lines.push(line);
			if (lines.length > kept) lines.shift();
			for (const listener of listeners) listener(line);
		});
	}
	const ended = new Promise<number | string>((resolve) => {
		child.once('error', (error) => {
			resolve(error.message);
		});
		child.once('close', (code, signal) => {
			file.end();
			resolve(code ?? signal ?? 'unknown');
		});
	});
	const signalGroup = (signal: NodeJS.Signals) => {
		if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
		process.kill(-child.pid, signal);
	};
	const killAtExit = () => {
		signalGroup('SIGKILL');
	};
	process.once('exit', killAtExit);
	void ended.then(() => process.removeListener('exit', killAtExit));
	return {
		ended,
		lastLines: () => lines.join('\n'),
		says: async (text) =>
			await new Promise((resolve) => {
				listeners.add((line) => {
					if (line.includes(text)) resolve(true);
				});
				void ended.then(() => {
					resolve(false);
				});
			}),
		stop: async () => {
			signalGroup(endSignal);
			const killer = setTimeout(() => {
				signalGroup('SIGKILL');
			}, patience);
			await ended;
			clearTimeout(killer);
		},
		kill: async () => {
			signalGroup('SIGKILL');
			await ended;
		},
	};
}
