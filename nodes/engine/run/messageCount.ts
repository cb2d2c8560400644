/** What bounds the messages of one run: how many go out, and how many calls in a row may fail. */
import type { RunLimits } from '../input/runLimits';
import type { Finding } from '../judge/outcome';
import type { LocalCode } from '../words/localCodes';

/** Failures of the vendor or of the account: what comes behind them is likely to fail as well. */
const isFault = (found: Finding): boolean =>
	!found.success && (found.failure.category === 'vendorFault' || found.failure.category === 'fixAccount');

/** Counts the messages of one run, also those that are side by side on their way. */
export class MessageCount {
	private onTheirWay = 0;
	private sent = 0;
	private faults = 0;
	private waiting: Array<() => void> = [];

	constructor(private readonly limits: RunLimits) {}

	/** Why no further message may go out; undefined where one may, which then counts. */
	async begin(): Promise<LocalCode | undefined> {
		const { mostMessages, stopAfterFaults } = this.limits;
		for (;;) {
			if (this.faults >= stopAfterFaults) return 'Local.Stopped';
			if (this.sent >= mostMessages) return 'Local.RunLimit';
			if (this.sent + this.onTheirWay < mostMessages) break;
			/* Of those on their way one may be refused and leave its place. */
			await new Promise<void>((resolve) => {
				this.waiting.push(resolve);
			});
		}
		this.onTheirWay += 1;
		return undefined;
	}

	/**
	 * A message that was begun has come to its end.
	 *
	 * @param found - undefined where nobody was asked.
	 */
	end(found: Finding | undefined): void {
		this.onTheirWay -= 1;
		if (found !== undefined) {
			if (found.success || found.note.maybeDone) this.sent += 1;
			this.faults = isFault(found) ? this.faults + 1 : 0;
		}
		for (const goOn of this.waiting.splice(0)) goOn();
	}
}
