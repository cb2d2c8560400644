/** Answers that are lists: page by page, in each way in which the vendor's page can be read. */
import { failedHere } from '../judge/judge';
import type { FoundFailure } from '../judge/outcome';
import type { Listing, Paging, PositionReading, Values } from '../words/operation';
import { type DataRecord, isRecord } from '../words/records';
import { type Call, callApi } from './call';

/** What was read of a list, and what kept the rest away. */
export interface ReadList {
	readonly entries: readonly DataRecord[];
	readonly requestId?: string;
	/** Why entries are missing; undefined where all are there that were wanted. */
	readonly failure?: FoundFailure;
}

/** Most pages of one list, whatever the vendor counts: a list that never ends must end. */
const mostPages = 500;

/** What a page of the answer holds; undefined where it is no list. An empty list may come as nothing beside a total of zero. */
function entriesIn(data: DataRecord, { entries, paging }: Listing): readonly DataRecord[] | undefined {
	const found = data[entries];
	if (Array.isArray(found)) return found.every(isRecord) ? found : undefined;
	const total = totalIn(data, paging);
	const nothing = found === undefined ? total === 0 : found === null && (total ?? 0) === 0;
	return nothing ? [] : undefined;
}

function totalIn(data: DataRecord, paging: Paging | undefined): number | undefined {
	const total = paging?.total === undefined ? undefined : data[paging.total];
	const number = typeof total === 'string' && total.trim() !== '' ? Number(total) : total;
	return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** An entry as a text to compare it by. */
function keyOf(entry: DataRecord): string {
	try {
		return JSON.stringify(entry);
	} catch {
		return '';
	}
}

/** One reading of the vendor's page, carried through from the first page on. */
class Attempt {
	readonly entries: DataRecord[] = [];
	requestId: string | undefined;
	total: number | undefined;
	failure: FoundFailure | undefined;
	pages = 0;
	/** Whether pages were left unread because there were too many. */
	capped = false;
	/** Whether the vendor counts the entries of the list. */
	private hasTotal = false;
	private previous: string | undefined;
	private readonly seen = new Set<string>();

	constructor(
		private readonly call: Call,
		private readonly listing: Listing,
		private readonly most: number,
	) {}

	/** Whether the vendor's own total is reached exactly. */
	get complete(): boolean {
		return this.failure === undefined && this.entries.length === this.total;
	}

	/** Entries that are different from one another. */
	get distinct(): number {
		return this.seen.size;
	}

	/** Whether what was read can be taken without trying another reading. */
	get settled(): boolean {
		if (this.failure !== undefined) return this.pages > 0 || this.failure.failure.category !== 'fixInput';
		if (this.entries.length >= this.most || this.total === undefined) return true;
		return this.complete && this.distinct === this.entries.length;
	}

	/** Asks for a page and takes it in. Answers whether there may be another. */
	private async takePage(values: Values, size: number): Promise<boolean> {
		const { operation } = this.call;
		const found = await callApi(this.call, values);
		if (!found.success) {
			this.failure = found;
			return false;
		}
		this.requestId ??= found.requestId;
		const page = entriesIn(found.data, this.listing);
		if (page === undefined) {
			const happened = 'The answer has no list where the documented one has its entries';
			this.failure = failedHere(operation, 'Local.UnreadableAnswer', { happened });
			return false;
		}
		this.pages += 1;
		const total = totalIn(found.data, this.listing.paging);
		/* A count below what the first page gives counts something else: then the first page that is not full is the last. */
		if (this.pages === 1) this.hasTotal = total !== undefined && total >= page.length;
		this.total = this.hasTotal ? total : undefined;
		const keys = page.map(keyOf);
		/* A page that comes again is one that does not move on, unless all that is in it is the same anyway. */
		const same = keys.join('\n') === this.previous && new Set(keys).size > 1;
		this.previous = keys.join('\n');
		if (same) return false;
		for (const key of keys) this.seen.add(key);
		for (const entry of page) this.entries.push(entry);
		const wanted = Math.min(this.most, this.total ?? Infinity);
		return page.length > 0 && this.entries.length < wanted && (page.length >= size || this.total !== undefined);
	}

	/** Reads from the first page to the last. */
	async read(values: Values, paging: Paging, { counts, first }: PositionReading): Promise<void> {
		const size = Math.min(paging.pageSize, this.most);
		for (let page = 0; page < mostPages; page += 1) {
			const position = first + (counts === 'entries' ? this.entries.length : page);
			const goesOn = await this.takePage({ ...values, [paging.limit]: size, [paging.position]: position }, size);
			if (!goesOn) return;
		}
		this.capped = true;
	}

	/** Reads the one answer of a list without pages. */
	async readWhole(values: Values): Promise<void> {
		await this.takePage(values, Infinity);
	}

	/** What this reading brought, with a word on what is missing. */
	result(): ReadList {
		const { entries, requestId, total, failure } = this;
		const found = {
			entries: entries.slice(0, this.most),
			...(requestId === undefined ? {} : { requestId }),
		};
		if (failure !== undefined) return { ...found, failure };
		const all = total === undefined ? !this.capped : entries.length >= Math.min(total, this.most);
		if (all) return found;
		const counted = total === undefined ? 'more' : String(total);
		const happened = `The vendor counts ${counted} entries and gave ${String(entries.length)} of them`;
		const missing = failedHere(this.call.operation, 'Local.ListIncomplete', {
			happened,
			...(requestId === undefined ? {} : { requestId }),
		});
		return { ...found, failure: missing };
	}
}

/** Of two readings that do not settle the matter, the one that reaches the vendor's total, then the one with more in it. */
function better(one: Attempt, other: Attempt): Attempt {
	if (one.complete !== other.complete) return one.complete ? one : other;
	return other.distinct > one.distinct ? other : one;
}

async function readPages(call: Call, values: Values, listing: Listing, paging: Paging, most: number): Promise<ReadList> {
	let best: Attempt | undefined;
	for (const reading of paging.readings) {
		const attempt = new Attempt(call, listing, most);
		await attempt.read(values, paging, reading);
		if (best === undefined && attempt.settled) return attempt.result();
		best = best === undefined ? attempt : better(best, attempt);
		if (best === attempt && attempt.failure === undefined && attempt.settled) break;
	}
	return best?.result() ?? { entries: [] };
}

/**
 * Reads a list. What was read stays when a later page fails or does not come.
 *
 * @param most - the largest number of entries wanted.
 */
export async function readList(call: Call, values: Values, listing: Listing, most: number): Promise<ReadList> {
	if (listing.paging !== undefined) return await readPages(call, values, listing, listing.paging, most);
	const attempt = new Attempt(call, listing, most);
	await attempt.readWhole(values);
	return attempt.result();
}
