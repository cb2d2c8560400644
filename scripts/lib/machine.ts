/** The machine on which figures were taken: without it they say nothing. */
import { arch, cpus, loadavg, release, totalmem, type } from 'node:os';

/** A machine at one moment. */
export interface Machine {
	/** What stays the same from run to run. */
	readonly description: string;
	/** Processes that waited for a processor in the minute before; much more than 0 means that it was busy. */
	readonly load: number;
	/** ISO 8601. */
	readonly at: string;
}

/** This machine now. */
export function thisMachine(): Machine {
	const processors = cpus();
	const model = processors[0]?.model.trim() ?? '';
	const memory = Math.round(totalmem() / 2 ** 30);
	return {
		description: [
			`${String(processors.length)} processors (${model === '' || model === 'unknown' ? arch() : `${model}, ${arch()}`})`,
			`${String(memory)} GiB of memory`,
			`${type()} ${release().split('-')[0] ?? ''}`,
			`Node ${process.versions.node}`,
		].join(', '),
		load: loadavg()[0] ?? 0,
		at: new Date().toISOString(),
	};
}
