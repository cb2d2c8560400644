/** The verification codes that a cloud has sent. */
import { randomInt } from 'node:crypto';

/** How a cloud's codes are. */
export interface CodeRules {
	readonly digits: number;
	readonly lifetimeSeconds: number;
	/** Wrong tries after which a code is void; any number when left out. */
	readonly tries?: number;
}

/** What a check found. */
export type Check = 'right' | 'wrong' | 'tooManyTries';

interface Sent {
	readonly code: string;
	readonly at: number;
	wrongTries: number;
	used: boolean;
}

/** The last code of each recipient. */
export class VerificationCodes {
	private readonly sent = new Map<string, Sent>();

	/** @param now - gives the time in milliseconds. */
	constructor(
		private readonly now: () => number,
		private readonly rules: CodeRules,
	) {}

	/** Whether the last code went out less than some seconds ago. */
	isWithin(seconds: number, recipient: string): boolean {
		const last = this.sent.get(recipient);
		return last !== undefined && this.now() - last.at < seconds * 1000;
	}

	/** Makes a code; the one before is void. */
	issue(recipient: string): string {
		const code = String(randomInt(10 ** this.rules.digits)).padStart(this.rules.digits, '0');
		this.sent.set(recipient, { code, at: this.now(), wrongTries: 0, used: false });
		return code;
	}

	/** Checks a code. A right one stays until {@link use}. */
	check(recipient: string, code: unknown): Check {
		const last = this.sent.get(recipient);
		if (last === undefined) return 'wrong';
		if (last.wrongTries >= (this.rules.tries ?? Infinity)) return 'tooManyTries';
		const expired = this.now() - last.at > this.rules.lifetimeSeconds * 1000;
		if (!expired && !last.used && last.code === code) return 'right';
		last.wrongTries += 1;
		return 'wrong';
	}

	/** A code serves once. */
	use(recipient: string): void {
		const last = this.sent.get(recipient);
		if (last !== undefined) last.used = true;
	}
}
