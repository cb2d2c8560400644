/** Answers one request: the cloud's gate, then what was asked for on demand, then the documented pace and rules. */
import type { Admitted, Cloud, RefusalOnDemand, Received, Refusal, Reply } from './cloud';
import { Refused, type Trouble } from './cloud';
import type { Fault } from './faults';
import type { Verdict } from './ledger';
import { Pace } from './pace';
import type { Demand, RecipientBook } from './recipients';
import type { Switches } from './switches';

/** What is to be delivered. */
export interface Answer {
	readonly reply: Reply;
	/** Delivered in place of the reply. */
	readonly fault?: Fault;
	readonly verdict: Verdict;
	/** The vendor's name of the API, where the request got that far. */
	readonly api?: string;
}

/** A documented refusal as it is answered on demand. */
const refusalOf = ({ code, status, text, form }: RefusalOnDemand, message: string | undefined): Refusal => ({
	code,
	message: message ?? ['The sandbox answers so on demand', text].filter((part) => part !== undefined).join(': '),
	...(status === 0 ? {} : { status }),
	...(form === undefined ? {} : { form }),
});

/** Answers for all clouds of a sandbox. */
export class Counter {
	private readonly pace: Pace;

	constructor(
		now: () => number,
		private readonly switches: Switches,
		private readonly book: RecipientBook,
	) {
		this.pace = new Pace(now);
	}

	/** What a call's recipient, or a switch, asks for. */
	private demanded(cloud: Cloud, { api, values }: Admitted): { demand: Demand; message?: string } | undefined {
		const waiting = this.switches.take(cloud.name, api.key);
		if (waiting !== undefined) return waiting;
		return api.contacts
			.map((wire) => this.book.find(cloud.name, api.key, values[wire]))
			.find((recipient) => recipient !== undefined);
	}

	private carryOut(cloud: Cloud, admitted: Admitted): { reply: Reply; verdict: Verdict } {
		if (!this.pace.take(`${cloud.name}/${admitted.api.label}`, admitted.api.perSecond)) throw new Refused(cloud.tooFast(admitted.api));
		return { reply: cloud.succeed(admitted.carryOut(), admitted), verdict: { decision: 'accepted' } };
	}

	private refused(cloud: Cloud, received: Received, refusal: Refusal, onDemand: boolean): { reply: Reply; verdict: Verdict } {
		const { code, message } = refusal;
		return {
			reply: cloud.refuse(refusal, received),
			verdict: { decision: 'refused', code, message, ...(onDemand ? { onDemand } : {}) },
		};
	}

	/** Runs a part that may refuse. */
	private attempt(cloud: Cloud, received: Received, part: () => { reply: Reply; verdict: Verdict }) {
		try {
			return part();
		} catch (thrown) {
			if (!(thrown instanceof Refused)) throw thrown;
			return this.refused(cloud, received, thrown.refusal, false);
		}
	}

	private withFault(cloud: Cloud, received: Received, admitted: Admitted, fault: Fault): Answer {
		const nothing = { reply: cloud.succeed({}, admitted), verdict: { decision: 'accepted' } as const };
		const { reply, verdict } = fault.carriedOut ? this.attempt(cloud, received, () => this.carryOut(cloud, admitted)) : nothing;
		const message = fault.carriedOut && verdict.decision === 'accepted' ? 'Carried out, but the answer was spoilt' : fault.about;
		return { reply, fault, api: admitted.api.label, verdict: { decision: 'fault', code: fault.name, message, onDemand: true } };
	}

	/** Refuses a request that is not even looked at, in the vendor's envelope. */
	turnAway(cloud: Cloud, received: Received, trouble: Trouble): Answer {
		return this.refused(cloud, received, cloud.turnAway(trouble), false);
	}

	/** Judges a request and carries it out. */
	answer(cloud: Cloud, received: Received): Answer {
		let admitted: Admitted;
		try {
			admitted = cloud.admit(received);
		} catch (thrown) {
			if (!(thrown instanceof Refused)) throw thrown;
			return this.refused(cloud, received, thrown.refusal, false);
		}
		const asked = this.demanded(cloud, admitted);
		const { fault, refusal } = asked?.demand ?? {};
		if (fault !== undefined) return this.withFault(cloud, received, admitted, fault);
		const answered =
			refusal === undefined
				? this.attempt(cloud, received, () => this.carryOut(cloud, admitted))
				: this.refused(cloud, received, refusalOf(refusal, asked?.message), true);
		return { ...answered, api: admitted.api.label };
	}
}
