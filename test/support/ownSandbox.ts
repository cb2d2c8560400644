/** A sandbox for the tests of one file, in its first state for each of them, with a clock that can be moved. */
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { everyHostIsHere } from './sandboxClient';

/** The sandbox and its clock. */
export interface OwnSandbox {
	readonly get: () => Sandbox;
	readonly port: () => string;
	/** The last code that was sent; empty when there is none. */
	readonly newestCode: () => string;
	/** The sandbox's time in milliseconds. */
	readonly time: () => number;
	/** Moves the sandbox's clock, not that of the caller. */
	readonly wait: (seconds: number) => void;
}

/** Starts it before the tests of a file and ends it after them. */
export function ownSandbox(): OwnSandbox {
	let sandbox: Sandbox | undefined;
	let time = Date.now();
	const get = (): Sandbox => {
		if (sandbox === undefined) throw new Error('The sandbox runs within tests only');
		return sandbox;
	};
	beforeAll(async () => {
		everyHostIsHere();
		sandbox = await startSandbox({ clock: () => time });
	});
	afterAll(async () => {
		jest.restoreAllMocks();
		await sandbox?.close();
	});
	beforeEach(() => {
		time = Date.now();
		sandbox?.reset();
	});
	return {
		get,
		port: () => new URL(get().url).port,
		newestCode: () => get().inbox.messages()[0]?.code ?? '',
		time: () => time,
		wait: (seconds) => { time += seconds * 1000; },
	};
}

/** Another code of the same length. */
export const otherCode = (code: string): string => code.replace(/.$/, (last) => String((Number(last) + 1) % 10));
