/** `npm run soak`: a quarter of an hour of mixed traffic through one n8n, and what it keeps of it. `-- --minutes 3` for another time. */
import { startSandbox } from '../sandbox/server';
import { untilReady } from './lib/scenarios/single';
import { growthOf, judged, type Rest, type Sample } from './lib/soak/judge';
import type { Look, Probe } from './lib/soak/probe';
import { startProbed } from './lib/soak/probed';
import { Mixture } from './lib/soak/traffic';
import { stoppedByPerson, untilStopped } from './lib/stopping';
import { Stop, say, step } from './prepare/steps';

/** Calls of webhooks side by side. */
const lanes = 2;

/** Milliseconds of traffic before the first look: n8n loads what it needs for it. */
const warmUp = 30_000;

/** Milliseconds without traffic before a look: more than the node's time-out and than a connection is kept open. */
const calm = 8_000;

/** How many looks there are, whatever the time. */
const looks = 15;

const minute = 60_000;

function minutesWanted(): number {
	const at = process.argv.indexOf('--minutes');
	const given = at < 0 ? 15 : Number(process.argv[at + 1]);
	if (given > 0 && Number.isFinite(given)) return given;
	throw new Stop("'--minutes' takes a number above 0, such as: npm run soak -- --minutes 3");
}

const after = async (ms: number, signal: AbortSignal): Promise<void> => {
	await new Promise<void>((resolve) => {
		const timer = setTimeout(resolve, ms);
		signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
	});
	signal.throwIfAborted();
};

/** Looks at everything, when all is calm. */
async function rest(url: string, probe: Probe, signal: AbortSignal): Promise<Rest> {
	const signals = await probe.signals();
	/* A look holds n8n up, so that it may have missed its database for a moment. */
	await untilReady(url, minute);
	await after(calm, signal);
	return { signals, look: await probe.look() };
}

/** Lets the traffic go on for a while, then stops it and looks. */
async function lookAfter(ms: number, mixture: Mixture, probe: Probe, signal: AbortSignal): Promise<Look> {
	mixture.begin(lanes);
	await after(ms, signal).finally(async () => { await mixture.end(); });
	await after(calm, signal);
	return await probe.look();
}

const heads = ['minute', 'items', 'heap MB', 'process MB', 'timers', 'all resources'];

const line = (cells: readonly (string | number)[]): void => { say(`| ${cells.map((cell, index) => String(cell).padStart(heads[index]?.length ?? 0)).join(' | ')} |`); };

function show(at: number, items: number, look: Look): void {
	const { heapMb, residentMb, resources } = look;
	const all = Object.values(resources).reduce((sum, count) => sum + count, 0);
	line([at.toFixed(1), items, heapMb.toFixed(1), residentMb.toFixed(0), resources['Timeout'] ?? 0, all]);
}

async function soak(url: string, mixture: Mixture, probe: Probe, minutes: number, signal: AbortSignal): Promise<readonly string[]> {
	const each = (minutes * minute) / looks;
	const first = await step('Warming up', async () => {
		await lookAfter(warmUp, mixture, probe, signal);
		return await rest(url, probe, signal);
	});
	const began = Date.now();
	const samples: Sample[] = [];
	line(heads);
	line(heads.map(({ length }) => '-'.repeat(length)));
	show(0, mixture.soFar.items, first.look);
	for (let index = 0; index < looks; index += 1) {
		const look = await lookAfter(Math.max(each - calm, 1_000), mixture, probe, signal);
		const sample = { ...look, minute: (Date.now() - began) / minute, items: mixture.soFar.items };
		samples.push(sample);
		show(sample.minute, sample.items, sample);
	}
	const last = await step('Looking at what is left', async () => await rest(url, probe, signal));
	const { items, executions, cancelled, refused } = mixture.soFar;
	say(`\n${String(items)} items in ${String(executions)} executions, ${String(cancelled)} of them cancelled, ${String(refused)} calls not taken.`);
	say(`Heap from the second third to the last: ${(growthOf(samples) * 100).toFixed(1)} %.`);
	say(`Resources at first: ${JSON.stringify(first.look.resources)}`);
	say(`Resources at last:  ${JSON.stringify(last.look.resources)}`);
	say(`Signals at first: ${JSON.stringify(first.signals)}, at last: ${JSON.stringify(last.signals)}`);
	return [...judged(first, samples, last), ...(refused === 0 ? [] : [`${String(refused)} calls were not taken.`])];
}

untilStopped(async (signal) => {
	signal.addEventListener('abort', () => { process.exitCode = stoppedByPerson; });
	const minutes = minutesWanted();
	const sandbox = await startSandbox({ slowMs: 1_000 });
	try {
		const { session, webhookUrl, probe, stop } = await startProbed(signal);
		try {
			const mixture = await Mixture.prepare(webhookUrl, session, sandbox);
			const wrong = await soak(webhookUrl, mixture, probe, minutes, signal);
			if (wrong.length > 0) throw new Stop(wrong.join('\n'));
			say('Nothing was left behind.');
		} finally {
			await stop();
		}
	} finally {
		await sandbox.close();
	}
});
