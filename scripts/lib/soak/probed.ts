/** n8n in one process that can be looked into. */
import { anyPort } from '../ports';
import { type Single, startSingle } from '../scenarios/single';
import { Probe } from './probe';

/** An n8n that this command has started, with a probe in it. */
export interface Probed extends Single {
	readonly probe: Probe;
}

/**
 * Starts n8n with its inspector open, and a probe at it.
 *
 * @param signal - ends what is under way
 * @param arrange - works in n8n's folder when the package is installed there and nothing has started
 */
export async function startProbed(signal: AbortSignal, arrange?: (folder: string) => Promise<void>): Promise<Probed> {
	const port = await anyPort();
	const single = await startSingle(signal, { NODE_OPTIONS: `--inspect=127.0.0.1:${String(port)}` }, arrange);
	try {
		const probe = await Probe.open(port);
		const stop = async (): Promise<void> => {
			probe.close();
			await single.stop();
		};
		return { ...single, probe, stop };
	} catch (thrown) {
		await single.stop();
		throw thrown;
	}
}
