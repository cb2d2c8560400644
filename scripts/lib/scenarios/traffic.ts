/** Recipients that come in through webhooks, batch by batch, and what came of them at the cloud and in n8n. */
import { until } from '../forms';
import { executionsOf, hasEnded, mostExecutions, type Listed } from '../executionList';
import { outcomesOf, type Recorded } from './outcomes';
import type { Place } from './place';
import { recipientKey, type Tally } from './tally';
import { type Published, sendNode } from './workflow';

/** Milliseconds after which executions that do not end are given up. */
const patience = 600_000;

/** Milliseconds between two questions for the state of the executions. */
const pause = 500;

/** The same while they run: n8n in one process answers with the very thread that sends. */
const longPause = 4_000;

const wait = async (ms: number): Promise<void> => { await new Promise((resolve) => setTimeout(resolve, ms)); };

/** Milliseconds that n8n gets to note the end of an execution whose worker is done with it. */
const longestSaving = 20_000;

/** Milliseconds that the process for webhooks gets to take a batch. */
const longestCall = 15_000;

/** A recipient, as an item of a workflow. */
export interface Item {
	/** Dialling code, without a sign in front. */
	readonly area: string;
	readonly phone: string;
}

/** Made-up numbers, one for each recipient, that no answer on demand belongs to. */
export const itemsFrom = (first: number, count: number): readonly Item[] =>
	Array.from({ length: count }, (_, index) => ({ area: '852', phone: String(51_000_000 + first + index) }));

/** What is counted. */
export interface Figures {
	readonly items: number;
	/** Requests at the cloud. */
	readonly requests: number;
	/** Requests that the cloud refused as too fast. */
	readonly tooFast: number;
	/** Recipients to whom the cloud sent. */
	readonly sent: number;
	/** Recipients with an outcome in n8n. */
	readonly outcomes: number;
	/** Recipients whose outcome is Success. */
	readonly successes: number;
	/** The codes of the outcomes that are none, with how many recipients have each. */
	readonly failures: Readonly<Record<string, number>>;
	/** Recipients for whom was asked again when their message was out. */
	readonly doubles: number;
	/** Recipients of whom n8n recorded no outcome, or says that nothing was sent when something was. */
	readonly lost: readonly string[];
	/** How many of those a message went to. */
	readonly lostButSent: number;
	/** Recipients without a message whose key counts as used: of a process that was killed between the two. */
	readonly keptBack: readonly string[];
	/** From the first to the last message. */
	readonly seconds: number;
	/** Tries of a password. */
	readonly passwords: number;
}

/** What the node says of a Send Once Key that was used before. */
const usedKey = 'Local.SentBefore';

/** Whether n8n tells less than the cloud knows. */
const isLost = (sent: boolean, recorded: Recorded | undefined): boolean =>
	recorded === undefined || (sent && !recorded.success && !recorded.maybeSent);

function countedCodes(outcomes: readonly Recorded[]): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const { success, code = 'no code' } of outcomes) {
		if (!success) counts[code] = (counts[code] ?? 0) + 1;
	}
	return counts;
}

/** Compares both sides. */
export function figuresOf(items: readonly Item[], tally: Tally, outcomes: ReadonlyMap<string, Recorded>): Figures {
	const { sent, ...counts } = tally.counts();
	const keys = items.map(({ phone }) => recipientKey(phone));
	const lost = keys.filter((key) => isLost(sent.has(key), outcomes.get(key)));
	return {
		...counts,
		items: items.length,
		sent: keys.filter((key) => sent.has(key)).length,
		outcomes: keys.filter((key) => outcomes.has(key)).length,
		successes: keys.filter((key) => outcomes.get(key)?.success === true).length,
		failures: countedCodes(keys.flatMap((key) => outcomes.get(key) ?? [])),
		lost,
		keptBack: keys.filter((key) => !sent.has(key) && outcomes.get(key)?.code === usedKey),
		lostButSent: lost.filter((key) => sent.has(key)).length,
	};
}

/** The traffic of one scenario. */
export class Traffic {
	/** By recipient. */
	private readonly given = new Map<string, Item>();
	/** Executions that n8n has taken on. */
	private accepted = 0;

	constructor(
		private readonly place: Place,
		private readonly workflow: Published,
		private readonly tally: Tally,
		private readonly signal: AbortSignal,
	) {}

	/** Recipients to whom the cloud has sent so far. */
	sentSoFar(): number {
		return this.tally.counts().sent.size;
	}

	/** Requests that reached the cloud so far. */
	requestsSoFar(): number {
		return this.tally.counts().requests;
	}

	/** The executions as n8n lists them; undefined while it cannot. */
	private async listed(): Promise<readonly Listed[] | undefined> {
		this.signal.throwIfAborted();
		try {
			return await executionsOf(this.place.session, this.workflow.id);
		} catch {
			return undefined;
		}
	}

	/** Hands one batch to the process for webhooks; false when it does not take it. */
	async post(items: readonly Item[]): Promise<boolean> {
		if (this.accepted >= mostExecutions) throw new Error(`A scenario may have ${String(mostExecutions)} executions. Bring more items in each call.`);
		const signal = AbortSignal.any([this.signal, AbortSignal.timeout(longestCall)]);
		const answer = await fetch(`${this.place.webhookUrl}/webhook/${this.workflow.path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ recipients: items }),
			signal,
		}).catch(() => undefined);
		this.signal.throwIfAborted();
		if (answer?.ok !== true) return false;
		for (const item of items) this.given.set(item.phone, item);
		this.accepted += 1;
		return true;
	}

	/**
	 * Hands over all of them, with so many executions under way at the most. What is not taken is handed over again when
	 * every process says that it is ready: a worker that still waits for its database takes an execution and loses it.
	 */
	async postAll(batches: readonly (readonly Item[])[], atOnce: number): Promise<void> {
		for (const batch of batches) {
			await until('A free place in the queue', async () => ((await this.jobs()) < atOnce ? true : undefined), patience);
			await until('The process for webhooks', async () => {
				if (await this.post(batch)) return true;
				await this.place.ready();
				return undefined;
			}, patience);
		}
	}

	/** Executions that wait or run. */
	private async jobs(): Promise<number> {
		this.signal.throwIfAborted();
		return await this.place.jobs();
	}

	/**
	 * Waits until nothing waits or runs any more, and answers the executions. One that n8n could not note the end of
	 * is among them with the state that it had before.
	 */
	async settled(): Promise<readonly Listed[]> {
		let calm = 0;
		return await until('The end of the executions', async () => {
			calm = (await this.jobs()) === 0 ? calm + 1 : 0;
			if (calm === 0) await wait(longPause);
			const listed = calm === 0 ? undefined : await this.listed();
			if (listed === undefined || listed.length < this.accepted) return undefined;
			if (listed.every(hasEnded) || calm * pause > longestSaving) return listed;
			await wait(pause);
			return undefined;
		}, patience);
	}

	/** Has n8n stop the newest execution, as its button Stop does. */
	async stop(): Promise<void> {
		const newest = (await executionsOf(this.place.session, this.workflow.id)).at(-1);
		await this.place.session.ask('POST', `/executions/${newest?.id ?? ''}/stop`);
	}

	/** Waits for the end of the first execution. */
	async firstEnd(): Promise<Listed> {
		return await until('The end of the execution', async () => (await this.listed())?.find(hasEnded), patience);
	}

	/** Has n8n do an execution again, as its button Retry does, and answers how that ended. */
	async retry(id: string): Promise<string> {
		await this.place.session.ask('POST', `/executions/${id}/retry`, { loadWorkflow: false });
		this.accepted += 1;
		return (await this.settled()).at(-1)?.status ?? 'unknown';
	}

	/** Hands all recipients over once more, as a caller does who got no answer for them. */
	async postAgain(): Promise<void> {
		await this.postAll([[...this.given.values()]], 1);
	}

	/** Hands the recipients over once more of whom n8n has no outcome, and answers how many those are. */
	async postLost(): Promise<number> {
		const lost = new Set((await this.figures()).lost);
		const again = [...this.given.values()].filter(({ phone }) => lost.has(recipientKey(phone)));
		if (again.length > 0) await this.postAll([again], 1);
		return again.length;
	}

	/** Executions whose end n8n has not noted. */
	async withoutEnd(): Promise<number> {
		return (await this.settled()).filter((execution) => !hasEnded(execution)).length;
	}

	/** What was given, sent and recorded so far. */
	async figures(): Promise<Figures> {
		const executions = await executionsOf(this.place.session, this.workflow.id);
		const outcomes = await outcomesOf(this.place.session, executions.filter(hasEnded), sendNode);
		return figuresOf([...this.given.values()], this.tally, outcomes);
	}
}
