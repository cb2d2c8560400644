/** What a sandbox holds; the page and the tests look into it. */
import type { Cloud, Received, Trouble } from './cloud';
import { cloudMakers } from './clouds';
import { type Answer, Counter } from './counter';
import { Ledger } from './ledger';
import { RecipientBook } from './recipients';
import { setTo } from './settings';
import { NoSuchSwitch, Switches } from './switches';

/** The clouds, and what happened to them. */
export class State {
	clouds: readonly Cloud[] = [];
	readonly ledger: Ledger;
	readonly switches = new Switches();
	book = new RecipientBook([]);
	private counter: Counter;

	/** @param now - gives the time in milliseconds. */
	constructor(private readonly now: () => number) {
		this.ledger = new Ledger(now);
		this.counter = this.begin();
	}

	private begin(): Counter {
		this.clouds = cloudMakers.map(({ name, make }) =>
			make({ now: this.now, send: (message) => { this.ledger.addMessage({ vendor: name, ...message }); } }),
		);
		this.book = new RecipientBook(this.clouds);
		return new Counter(this.now, this.switches, this.book);
	}

	/** Judges a request to a cloud and carries it out. */
	answer(cloud: Cloud, received: Received): Answer {
		return this.counter.answer(cloud, received);
	}

	/** Refuses a request to a cloud that is not even looked at. */
	turnAway(cloud: Cloud, received: Received, trouble: Trouble): Answer {
		return this.counter.turnAway(cloud, received, trouble);
	}

	/** Back to the first state: nothing sent, nothing seen, every limit free. */
	reset(): void {
		this.switches.clear();
		this.ledger.clear();
		this.counter = this.begin();
	}
}

/**
 * Changes a setting of a cloud.
 *
 * @throws NoSuchSwitch where it does not exist.
 * @throws NoSuchValue where it does not take the value.
 */
export function change(state: State, vendor: string, setting: string, value: unknown): void {
	const settings = state.clouds.find(({ name }) => name === vendor)?.settings ?? [];
	const found = settings.find(({ name }) => name === setting);
	if (found === undefined) throw new NoSuchSwitch(`There is no setting '${setting}' of '${vendor}'.`);
	setTo(found, value);
	state.ledger.touch();
}
