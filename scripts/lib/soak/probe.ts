/** Looks into a running process of Node.js by its inspector, from outside: nothing of the probe runs in it between two looks. */
import { isRecord } from '../../../sandbox/cloud';
import { until } from '../forms';

/** Milliseconds that the process gets to open its inspector. */
const patience = 60_000;

/** A look at a process, after garbage collection. */
export interface Look {
	/** MB that JavaScript keeps. */
	readonly heapMb: number;
	/** MB of the whole process. */
	readonly residentMb: number;
	/** What keeps the process from ending, by kind, such as `Timeout`. */
	readonly resources: Readonly<Record<string, number>>;
}

/** The living signals of a process, by which an execution is told that it is cancelled, and a request that its time is over. */
export interface Signals {
	readonly alive: number;
	/** Listeners for their abort. */
	readonly listeners: number;
}

/** Run in the process; answers JSON. */
const lookScript = `(() => {
	const { heapUsed, rss } = process.memoryUsage();
	const resources = {};
	for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
	return JSON.stringify({ heapUsed, rss, resources });
})()`;

/** Run on the list of living signals; answers JSON. */
const signalsScript = `function () {
	const { getEventListeners } = process.getBuiltinModule('node:events');
	const listeners = this.reduce((sum, signal) => sum + getEventListeners(signal, 'abort').length, 0);
	return JSON.stringify({ alive: this.length, listeners });
}`;

const group = 'look';

const inside = (value: unknown, ...way: readonly string[]): unknown =>
	way.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value);

const numberAt = (value: unknown, ...way: readonly string[]): number => Number(inside(value, ...way) ?? NaN);

const countsAt = (value: unknown, name: string): Readonly<Record<string, number>> => {
	const found = inside(value, name);
	return isRecord(found) ? Object.fromEntries(Object.entries(found).map(([kind, count]) => [kind, Number(count)])) : {};
};

/** A connection to an inspector. */
export class Probe {
	private lastId = 0;
	private readonly waiting = new Map<number, (answer: unknown) => void>();

	private constructor(private readonly socket: WebSocket) {
		socket.addEventListener('message', ({ data }) => {
			const answer: unknown = JSON.parse(String(data));
			const id = numberAt(answer, 'id');
			this.waiting.get(id)?.(answer);
			this.waiting.delete(id);
		});
	}

	/** Connects to the inspector at a port of this machine. */
	static async open(port: number): Promise<Probe> {
		const address = await until('The inspector', async () => {
			const list: unknown = await fetch(`http://127.0.0.1:${String(port)}/json/list`).then(async (answer) => await answer.json(), () => undefined);
			const found = Array.isArray(list) ? inside(list[0], 'webSocketDebuggerUrl') : undefined;
			return typeof found === 'string' ? found : undefined;
		}, patience);
		const socket = new WebSocket(address);
		await new Promise((resolve, reject) => {
			socket.addEventListener('open', resolve, { once: true });
			socket.addEventListener('error', reject, { once: true });
		});
		return new Probe(socket);
	}

	private async ask(method: string, params: object = {}): Promise<unknown> {
		this.lastId += 1;
		const id = this.lastId;
		const answered = new Promise<unknown>((resolve) => this.waiting.set(id, resolve));
		this.socket.send(JSON.stringify({ id, method, params }));
		const answer = await answered;
		const refused = inside(answer, 'error', 'message') ?? inside(answer, 'result', 'exceptionDetails', 'text');
		if (refused !== undefined) throw new Error(`The inspector refused ${method}: ${String(refused)}`);
		return inside(answer, 'result');
	}

	private async listOf(type: string): Promise<string> {
		const made = await this.ask('Runtime.evaluate', { expression: `${type}.prototype`, objectGroup: group });
		const found = await this.ask('Runtime.queryObjects', { prototypeObjectId: inside(made, 'result', 'objectId'), objectGroup: group });
		return String(inside(found, 'objects', 'objectId'));
	}

	/** Collects garbage and looks. */
	async look(): Promise<Look> {
		await this.ask('HeapProfiler.collectGarbage');
		const text = inside(await this.ask('Runtime.evaluate', { expression: lookScript, returnByValue: true }), 'result', 'value');
		const seen: unknown = JSON.parse(String(text));
		return { heapMb: numberAt(seen, 'heapUsed') / 1e6, residentMb: numberAt(seen, 'rss') / 1e6, resources: countsAt(seen, 'resources') };
	}

	/** Counts the living signals. It goes through all that lives, and holds the process up for some seconds. */
	async signals(): Promise<Signals> {
		const objectId = await this.listOf('AbortSignal');
		const called = await this.ask('Runtime.callFunctionOn', { objectId, functionDeclaration: signalsScript, returnByValue: true });
		const seen: unknown = JSON.parse(String(inside(called, 'result', 'value')));
		await this.ask('Runtime.releaseObjectGroup', { objectGroup: group });
		return { alive: numberAt(seen, 'alive'), listeners: numberAt(seen, 'listeners') };
	}

	/** Ends the connection. */
	close(): void {
		this.socket.close();
	}
}
