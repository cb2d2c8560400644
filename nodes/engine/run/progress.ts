/** Where a long run stands, told as far as n8n lets a node tell it: in n8n's own log, without anything of the items. */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Setup } from '../input/setup';

/** A run that is shorter than this, in ms, says nothing. */
const quiet = 2_000;

/** Time between two lines, in ms. */
const between = 5_000;

/** Tells how far a run has come. */
export class Progress {
	private readonly started = Date.now();
	private next = this.started + quiet;
	private nextWait = 0;
	private told = false;
	private readonly name: string;

	/** @param total - items of the run. */
	constructor(
		private readonly context: IExecuteFunctions,
		{ vendor, names, node }: Setup,
		private readonly total: number,
	) {
		this.name = `${node.name}: ${vendor.displayName}, ${names.resource}.${names.operation}`;
	}

	private say(text: string): void {
		try {
			this.context.logger.info(`${this.name}, ${text}`);
		} catch {
			/* A log that does not take a line must not cost an item. */
		}
	}

	/** @param done - items that have come to their end. */
	tell(done: number): void {
		const now = Date.now();
		const finished = done === this.total;
		if (finished ? !this.told && now < this.started + quiet : now < this.next) return;
		this.next = now + between;
		this.told = true;
		const seconds = (now - this.started) / 1000;
		const pace = `${(done / seconds).toFixed(1)} a second`;
		const left = done === 0 ? '' : `, done about ${new Date(now + ((this.total - done) / done) * seconds * 1000).toISOString()}`;
		this.say(`${String(done)} of ${String(this.total)} items, ${pace}${finished ? `, done in ${seconds.toFixed(1)} s` : left}`);
	}

	/**
	 * An item begins to wait.
	 *
	 * @param ms - how long.
	 * @param what - what it waits for, such as `a contact`.
	 */
	waits(ms: number, what: string): void {
		const now = Date.now();
		if (ms < quiet || now < this.nextWait) return;
		this.nextWait = now + between;
		this.say(`an item waits for ${what} until ${new Date(now + ms).toISOString()}`);
	}
}
