/**
 * The time that is signed: this machine's, until a vendor refuses it; then the vendor's own, for as long as the process
 * lives.
 */
import { keepNewest } from './newest';

/** Fields of a credential, of which the endpoint says whose time it is. */
type Fields = Readonly<Record<string, unknown>>;

/** How far this machine's clock is behind, in ms, by credential type and endpoint. */
const behind = new Map<string, number>();

/** A smaller difference, in ms, is no reason to refuse a time: vendors allow 5 minutes and more. */
const leastDifference = 60_000;

/** More endpoints than one process is likely to call; what was learnt first is forgotten first. */
const mostEndpoints = 100;

/** The time that the credentials of one type sign with. */
export class VendorTime {
	/** @param type - credential type, such as `tencentCloudApi`. */
	constructor(private readonly type: string) {}

	private nameOf({ endpoint }: Fields): string {
		return `${this.type} ${typeof endpoint === 'string' ? endpoint.trim() : ''}`;
	}

	/** The time to sign with, in ms since 1970. */
	now(fields: Fields): number {
		return Date.now() + (behind.size === 0 ? 0 : (behind.get(this.nameOf(fields)) ?? 0));
	}

	/**
	 * Takes over the time of a vendor that refused the one that was signed.
	 *
	 * @param time - the vendor's, in ms since 1970.
	 * @returns false where that is about the time that is signed already: then something else is wrong.
	 */
	correct(fields: Fields, time: number): boolean {
		if (Math.abs(time - this.now(fields)) < leastDifference) return false;
		keepNewest(behind, this.nameOf(fields), time - Date.now(), mostEndpoints);
		return true;
	}
}
