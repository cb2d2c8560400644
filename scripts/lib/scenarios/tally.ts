/** What the sandbox's clouds were asked for and sent, for each recipient: the other side of what n8n recorded. */
import { isRecord } from '../../../sandbox/cloud';
import type { SeenRequest, Message } from '../../../sandbox/ledger';
import type { Sandbox } from '../../../sandbox/server';

/** Milliseconds between two looks: the sandbox keeps its newest 500 messages and requests, and is asked for 200 a second at most. */
const look = 200;

/** What tells recipients apart: the last digits of their number, which is as long as the scenarios' numbers are. */
const digits = 8;

/** The part of a number by which a recipient is known on both sides. */
export const recipientKey = (number: string): string => number.replace(/\D/g, '').slice(-digits);

/** Counts for one API that sends. */
export interface Counts {
	/** Requests to the API, whatever became of them. */
	readonly requests: number;
	/** Requests that the cloud refused because they came too fast. */
	readonly tooFast: number;
	/** Messages by recipient. */
	readonly sent: ReadonlyMap<string, number>;
	/** Recipients for whom was asked again when their message was out, whether the cloud sent another or its own limits held it back. */
	readonly doubles: number;
	/** From the first to the last message, in seconds. */
	readonly seconds: number;
	/** Tries of a password. */
	readonly passwords: number;
}

/** The vendors' codes for callers that are too fast. */
const tooFast = ['RequestLimitExceeded', 'Throttling.User', 'APIGW.0308'];

const passwordApi = 'KeystoneCreateUserTokenByPassword';

/** What a vendor says to the very same request again, which it does once at the most. */
const sameRequest = 'SignatureNonceUsed';

/** Fields of the vendors that name a recipient. */
const recipientFields = ['PhoneNum', 'PhoneNumber', 'contact_value'];

/** The API that a request is for; what is refused at the door the sandbox notes without it. */
const apiOf = ({ api, headers }: SeenRequest): string | undefined => api ?? headers['x-acs-action'] ?? headers['x-tc-action'];

function valuesOf(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return Object.fromEntries(new URLSearchParams(body));
	}
}

/** The recipient that a request names in its body or its query. */
function recipientIn({ body, path }: SeenRequest): string {
	const query = Object.fromEntries(new URL(path, 'http://cloud').searchParams);
	const values = [valuesOf(body), query].filter((found) => isRecord(found));
	const found = values.flatMap((fields) => recipientFields.map((name) => fields[name])).find((value) => typeof value === 'string');
	return found === undefined ? '' : recipientKey(found);
}

type Entry = { readonly message: Message } | { readonly request: SeenRequest };

const idOf = (entry: Entry): number => ('message' in entry ? entry.message.id : entry.request.id);

/** Follows one API of the sandbox from now on. */
export class Tally {
	private readonly sent = new Map<string, number>();
	private readonly times: number[] = [];
	private requests = 0;
	private refusedTooFast = 0;
	private readonly doubles = new Set<string>();
	/** Recipients of messages whose request is still to be noted: the sandbox notes it right behind its message. */
	private readonly open = new Set<string>();
	private passwords = 0;
	/** The newest entry that was read; none after the sandbox was emptied, which goes on numbering. */
	private lastId: number | undefined;
	private missed = 0;
	private readonly timer: NodeJS.Timeout;

	/**
	 * @param inbox - of the sandbox
	 * @param api - the vendor's name of the API that sends
	 */
	constructor(
		private readonly inbox: Sandbox['inbox'],
		private readonly api: string,
	) {
		const known = [inbox.messages()[0]?.id, inbox.requests()[0]?.id].filter((id) => id !== undefined);
		this.lastId = known.length === 0 ? undefined : Math.max(...known);
		this.timer = setInterval(() => { this.read(); }, look);
	}

	private note(entry: Entry): void {
		if ('message' in entry) {
			if (entry.message.api !== this.api) return;
			const key = recipientKey(entry.message.recipient);
			const before = this.sent.get(key) ?? 0;
			if (before > 0) this.doubles.add(key);
			this.sent.set(key, before + 1);
			this.open.add(key);
			this.times.push(Date.parse(entry.message.at));
			return;
		}
		const { request } = entry;
		if (request.api === passwordApi) this.passwords += 1;
		if (apiOf(request) !== this.api) return;
		this.requests += 1;
		const { code = '' } = request.verdict;
		if (tooFast.some((known) => code.startsWith(known))) this.refusedTooFast += 1;
		const key = recipientIn(request);
		if (this.open.delete(key) || code === sameRequest) return;
		if (this.sent.has(key)) this.doubles.add(key);
	}

	/** Reads what came since the last look, in the order in which it came; the sandbox numbers both lists together. */
	private read(): void {
		const entries: Entry[] = [
			...this.inbox.messages().map((message) => ({ message })),
			...this.inbox.requests().map((request) => ({ request })),
		];
		const read = this.lastId ?? 0;
		const news = entries.filter((entry) => idOf(entry) > read).sort((one, other) => idOf(one) - idOf(other));
		for (const entry of news) {
			const id = idOf(entry);
			this.missed += this.lastId === undefined ? 0 : id - this.lastId - 1;
			this.lastId = id;
			this.note(entry);
		}
	}

	/**
	 * The counts so far.
	 *
	 * @throws Error when the sandbox had more to tell between two looks than it keeps.
	 */
	counts(): Counts {
		this.read();
		if (this.missed > 0) throw new Error(`${String(this.missed)} requests and messages of the sandbox were not counted.`);
		const [first = 0, last = 0] = [this.times[0], this.times.at(-1)];
		return {
			requests: this.requests,
			tooFast: this.refusedTooFast,
			sent: new Map(this.sent),
			doubles: this.doubles.size,
			seconds: (last - first) / 1000,
			passwords: this.passwords,
		};
	}

	/** Stops looking. */
	end(): void {
		clearInterval(this.timer);
	}
}
