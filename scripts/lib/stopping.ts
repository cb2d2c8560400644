/** How a script ends when a person asks it to. */
import { say } from '../prepare/steps';

/** The exit code that a shell expects of a test that a person has stopped: it passed nothing. */
export const stoppedByPerson = 130;

/**
 * Runs a script until it is done or until Ctrl-C, a request to end, or the closing of its terminal aborts the
 * signal that it is given. Asked to stop, the process ends with 0 when everything that was started has ended;
 * with 1 and the text when the script throws.
 */
export function untilStopped(script: (signal: AbortSignal) => Promise<void>): void {
	const stop = new AbortController();
	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (!stop.signal.aborted) say('\nEnding n8n and the sandbox ...');
			stop.abort();
		});
	}
	script(stop.signal).catch((error: unknown) => {
		if (stop.signal.aborted) return;
		say(error instanceof Error ? `\n${error.message}` : String(error));
		process.exitCode = 1;
	});
}
