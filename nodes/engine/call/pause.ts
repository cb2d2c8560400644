/** Waiting that ends when an execution is cancelled. */
import { sleep } from 'n8n-workflow';

/** Thrown by {@link within} where the signal came first. */
class Aborted extends Error {}

/**
 * Settles as the work does, unless the signal comes first. The work itself goes on: what it must not do any more, it
 * has to learn from the same signal.
 *
 * @throws Aborted when the signal came first.
 */
export async function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	let stop: () => void = () => undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		stop = () => {
			reject(new Aborted());
		};
	});
	signal.addEventListener('abort', stop, { once: true });
	if (signal.aborted) stop();
	try {
		return await Promise.race([work, aborted]);
	} finally {
		signal.removeEventListener('abort', stop);
	}
}

/** Longest step of a wait, in ms: a timer cannot be taken back, so none is left standing for longer. */
const step = 1000;

/**
 * Waits.
 *
 * @param ms - how long.
 * @returns whether the time has passed; false when the execution was cancelled meanwhile.
 */
export async function pause(ms: number, cancel: AbortSignal): Promise<boolean> {
	for (let left = ms; left > 0 && !cancel.aborted; left -= step) {
		await within(sleep(Math.min(left, step)), cancel).catch(() => undefined);
	}
	return !cancel.aborted;
}
