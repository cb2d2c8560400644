/** Switches that decide how the next calls of an API are answered, whoever the recipient is. */
import type { Cloud, RefusalOnDemand, ServedApi } from './cloud';
import { faultNamed, faults } from './faults';
import type { Demand } from './recipients';

/** A switch as it is set. */
export interface NextAnswer {
	/** Public name of the vendor. */
	readonly vendor: string;
	/** Such as `partnerCustomer.sendCode`, or the vendor's name of the API. */
	readonly operation: string;
	/** A code, documented or not, or the id of a form of one. */
	readonly code?: string | undefined;
	/** HTTP status for the code. */
	readonly status?: number | undefined;
	/** Text of the refusal. */
	readonly message?: string | undefined;
	/** Name of a fault, in place of a code. */
	readonly fault?: string | undefined;
	/** How many calls are answered so; 1 when left out. */
	readonly times?: number | undefined;
}

/** A switch that is waiting for calls. */
export interface Waiting {
	/** Tells it from all others since the sandbox was started. */
	readonly id: number;
	readonly vendor: string;
	readonly operation: string;
	readonly demand: Demand;
	readonly message?: string;
	left: number;
}

/** Thrown where a switch names what does not exist. */
export class NoSuchSwitch extends Error {}

function refusalFor(api: ServedApi, code: string, status: number | undefined): RefusalOnDemand {
	const documented = api.refusals.filter((refusal) => refusal.id === code || refusal.code === code);
	const found = documented.find((refusal) => status === undefined || refusal.status === status) ?? documented[0];
	const base = found ?? { id: code, code, status: 0, about: 'Not documented for this API' };
	return status === undefined ? base : { ...base, status };
}

function demandOf(api: ServedApi, { code, status, fault: name }: NextAnswer): Demand {
	if (name !== undefined) {
		const fault = faultNamed(name);
		if (fault === undefined) {
			throw new NoSuchSwitch(`There is no fault '${name}'. Use one of: ${faults.map((one) => one.name).join(', ')}.`);
		}
		return { fault };
	}
	if (code === undefined || code === '') throw new NoSuchSwitch("Give a 'code' of the vendor, or the name of a 'fault'.");
	return { refusal: refusalFor(api, code, status) };
}

/** All switches of a sandbox. */
export class Switches {
	private list: Waiting[] = [];
	private lastId = 0;

	/** Those that still wait for calls. */
	get waiting(): readonly Waiting[] {
		return this.list;
	}

	/**
	 * Sets a switch.
	 *
	 * @throws NoSuchSwitch where vendor, operation or fault does not exist.
	 */
	set(clouds: readonly Cloud[], next: NextAnswer): Waiting {
		const cloud = clouds.find(({ name }) => name === next.vendor);
		if (cloud === undefined) {
			throw new NoSuchSwitch(`There is no vendor '${next.vendor}'. Use one of: ${clouds.map(({ name }) => name).join(', ')}.`);
		}
		const api = cloud.apis.find(({ key, label }) => key === next.operation || label === next.operation);
		if (api === undefined) {
			throw new NoSuchSwitch(
				`${cloud.displayName} has no operation '${next.operation}'. Use one of: ${cloud.apis.map(({ key }) => key).join(', ')}.`,
			);
		}
		this.lastId += 1;
		const waiting: Waiting = {
			id: this.lastId,
			vendor: cloud.name,
			operation: api.key,
			demand: demandOf(api, next),
			left: next.times ?? 1,
			...(next.message === undefined ? {} : { message: next.message }),
		};
		this.list.push(waiting);
		return waiting;
	}

	/** Takes the answer for a call; undefined where no switch waits for it. */
	take(vendor: string, operation: string): Waiting | undefined {
		const found = this.list.find((one) => one.vendor === vendor && one.operation === operation);
		if (found === undefined) return undefined;
		found.left -= 1;
		this.list = this.list.filter(({ left }) => left > 0);
		return found;
	}

	/**
	 * Takes one switch back.
	 *
	 * @throws NoSuchSwitch where it does not wait any more.
	 */
	cancel(id: number): void {
		if (!this.list.some((one) => one.id === id)) throw new NoSuchSwitch('This answer is no longer waiting: it was given, or cancelled before.');
		this.list = this.list.filter((one) => one.id !== id);
	}

	/** Takes all switches back. */
	clear(): void {
		this.list = [];
	}
}
