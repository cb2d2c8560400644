/**
 * Keys that let a message go out once, kept in n8n's database by its own de-duplication, which outlives the process.
 *
 * n8n reads a row, changes it and writes it back without a lock. Within this process one key is therefore recorded
 * after the other; two processes that record at the very same moment can lose one of two keys until the run looks once
 * more at its end, so that this is a net below the memory of an execution and no lock.
 */
import { createHash } from 'node:crypto';
import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';
import { cancelSignalOf } from '../call/caller';
import { pause, within } from '../call/pause';
import { Line } from './line';

/** Most keys of a node that n8n keeps; the oldest go first. */
const kept: ICheckProcessedOptions = { mode: 'entries', maxEntries: 10_000 };

/** Longest wait for n8n's database, in ms. */
const longestWait = 15_000;

/** How often a run looks whether its keys are still there, and the time between two looks, in ms. */
const mostLooks = 3;
const betweenLooks = 200;

/** Time between two looks while n8n's database is away, and how long that goes on, in ms. */
const whileAway = 1_000;
const longestAbsence = 60_000;

/** By node: what comes next waits for what is under way. */
const line = new Line();

/** What became of a key: recorded now, there before, or n8n could not say. */
export type Recorded = 'new' | 'before' | 'unknown';

/** The keys of one node. */
export class SendOnceKeys {
	private readonly node: string;
	/** Digests of the keys that this run has recorded. */
	private readonly recorded = new Set<string>();

	constructor(private readonly context: IExecuteFunctions) {
		this.node = `${String(context.getWorkflow().id)} ${context.getNode().id}`;
	}

	/** n8n keeps a digest of this digest: the key may be a phone number. */
	private digest(key: string): string {
		return createHash('sha256').update(key).digest('base64url');
	}

	private async check(key: string): Promise<Recorded> {
		const digest = this.digest(key);
		const checked = await this.context.helpers.checkProcessedAndRecord([digest], 'node', kept);
		if (checked.new.length !== 1) return 'before';
		this.recorded.add(digest);
		return 'new';
	}

	/** What was recorded after nobody waited for it any more belongs to no message. */
	private async takeBackLate(key: string, recorded: Promise<Recorded>): Promise<void> {
		if ((await recorded) === 'new') await this.takeBack(key);
	}

	/** Records a key before its message is sent. Throws nothing. */
	async record(key: string): Promise<Recorded> {
		const deadline = AbortSignal.any([cancelSignalOf(this.context), AbortSignal.timeout(longestWait)]);
		const recorded = line.inOrder(this.node, async (): Promise<Recorded> => {
			if (deadline.aborted) return 'unknown';
			try {
				/* The first key of a node may meet that of another process; then its row is there the second time. */
				return await this.check(key).catch(async () => await this.check(key));
			} catch {
				return 'unknown';
			}
		});
		try {
			return await within(recorded, deadline);
		} catch {
			void this.takeBackLate(key, recorded);
			return 'unknown';
		}
	}

	/** Takes a key back whose message was certainly not sent. Where n8n cannot, the key stays used. Throws nothing. */
	async takeBack(key: string): Promise<void> {
		const digest = this.digest(key);
		this.recorded.delete(digest);
		await line.inOrder(this.node, async () => {
			await this.context.helpers.removeProcessed([digest], 'node', kept).catch(() => undefined);
		});
	}

	/** How many keys of this run were missing and are recorded now; undefined where n8n could not say. */
	private async missing(): Promise<number | undefined> {
		const looked = line.inOrder(this.node, async () => {
			const checked = await this.context.helpers.checkProcessedAndRecord([...this.recorded], 'node', kept);
			return checked.new.length;
		});
		return await within(looked, AbortSignal.timeout(longestWait)).catch(() => undefined);
	}

	/**
	 * Records the keys of this run once more, all in one go, where another process wrote over some of them. A database
	 * that is away is waited for: an execution that ends before it is back is lost to n8n. Throws nothing.
	 */
	async confirm(): Promise<void> {
		const end = AbortSignal.any([cancelSignalOf(this.context), AbortSignal.timeout(longestAbsence)]);
		for (let looks = 0; looks < mostLooks && this.recorded.size > 0; ) {
			const missing = await this.missing();
			if (missing === 0) return;
			if (missing !== undefined) looks += 1;
			if (!(await pause(missing === undefined ? whileAway : betweenLooks, end))) return;
		}
	}
}
