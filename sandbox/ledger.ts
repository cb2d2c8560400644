/** What the sandbox has seen: codes that were sent, and requests with what became of them. */
import type { Outbound } from './cloud';

/** A code that was sent, as the inbox shows it. */
export interface Message extends Outbound {
	readonly id: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	/** Public name of the vendor. */
	readonly vendor: string;
}

/** What became of a request. */
export interface Verdict {
	/** `refused` with a code of the vendor, `fault` for one of the way, `unknown` where no cloud was meant. */
	readonly decision: 'accepted' | 'refused' | 'fault' | 'unknown';
	/** The vendor's code, or the name of the fault. */
	readonly code?: string;
	readonly message?: string;
	/** Whether a recipient or a switch asked for it. */
	readonly onDemand?: boolean;
}

/** A request, as the inbox shows it. */
export interface SeenRequest {
	readonly id: number;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly vendor?: string;
	/** The vendor's name of the API, where it was found out. */
	readonly api?: string;
	readonly method: string;
	readonly host: string;
	/** Path and query as written, cut after 2,000 characters. */
	readonly path: string;
	/** By lower-case name, without what is secret in them; 100 at most, cut after 2,000 characters each. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as text, cut after 4,000 characters. */
	readonly body: string;
	/** HTTP status of the answer; none where none was given. */
	readonly status?: number;
	readonly verdict: Verdict;
}

type New<T> = Omit<T, 'id' | 'at'>;

const kept = 500;
const longestBody = 4000;
const longestPath = 2000;
const longestHeader = 2000;
const mostHeaders = 100;

/** Headers whose whole value is a secret. */
const secretHeaders = new Set(['x-tc-token', 'x-acs-security-token', 'x-security-token', 'x-auth-token', 'x-subject-token', 'cookie']);

const hidden = '(hidden)';

function harmless(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(headers).slice(0, mostHeaders).map(([name, value]) => {
			if (secretHeaders.has(name)) return [name, hidden];
			if (name !== 'authorization') return [name, value.slice(0, longestHeader)];
			const shown = value.includes('Signature=') ? value.replace(/Signature=[^,\s]*/g, `Signature=${hidden}`) : hidden;
			return [name, shown.slice(0, longestHeader)];
		}),
	);
}

/** The newest entries, first. */
export class Ledger {
	private messageList: readonly Message[] = [];
	private requestList: readonly SeenRequest[] = [];
	private lastId = 0;
	/** Grows with every change. */
	revision = 0;

	/** @param now - gives the time in milliseconds. */
	constructor(private readonly now: () => number) {}

	/** Codes, newest first. */
	get messages(): readonly Message[] {
		return this.messageList;
	}

	/** Requests, newest first. */
	get requests(): readonly SeenRequest[] {
		return this.requestList;
	}

	private stamped<T>(entry: T): T & { id: number; at: string } {
		this.lastId += 1;
		this.touch();
		return { id: this.lastId, at: new Date(this.now()).toISOString(), ...entry };
	}

	/** Tells that something that the page shows has changed. */
	touch(): void {
		this.revision += 1;
	}

	/** Puts a code into the inbox. */
	addMessage(message: New<Message>): void {
		this.messageList = [this.stamped(message), ...this.messageList].slice(0, kept);
	}

	/** Notes a request; secrets in its headers are left out. */
	addRequest(request: New<SeenRequest>): void {
		const seen = {
			...request,
			path: request.path.slice(0, longestPath),
			headers: harmless(request.headers),
			body: request.body.slice(0, longestBody),
		};
		this.requestList = [this.stamped(seen), ...this.requestList].slice(0, kept);
	}

	/** Forgets everything. */
	clear(): void {
		this.messageList = [];
		this.requestList = [];
		this.touch();
	}
}
