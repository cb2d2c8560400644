/** Answers that are lists: page by page, one outcome for each entry. */
import { ask, type Call } from './call';
import type { Listing, Values } from '../words/operation';
import type { Outcome } from '../judge/outcome';

type Data = Readonly<Record<string, unknown>>;
type Paging = NonNullable<Listing['paging']>;

/** Entries that were read, or the failure that ended the reading. */
export type Listed =
	| { readonly entries: readonly Data[]; readonly requestId?: string }
	| { readonly failed: Outcome };

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const entriesIn = (data: Data, { entries }: Listing): Data[] => {
	const found = data[entries];
	return Array.isArray(found) ? found.filter(isData) : [];
};

/** Entries seen so far, each once: where a vendor's paging is in doubt, pages may overlap. */
class Collected {
	private readonly seen = new Set<string>();
	readonly entries: Data[] = [];

	/** Adds what is new and answers how many were. */
	add(page: readonly Data[]): number {
		const before = this.entries.length;
		for (const entry of page) {
			const key = JSON.stringify(entry);
			if (this.seen.has(key)) continue;
			this.seen.add(key);
			this.entries.push(entry);
		}
		return this.entries.length - before;
	}
}

/** How the next position is found. */
type Phase = 'entries' | 'pages' | 'before' | 'over';

/**
 * The positions to ask for. Some pages of documentation leave open whether a position counts entries or pages,
 * or which number the first page has: when nothing new comes although the vendor's total says that more is
 * there, the other ways are tried.
 */
class Position {
	private page = 0;
	/** Pages in a row that brought nothing new. */
	private barren = 0;
	private phase: Phase;

	constructor(private readonly paging: Paging) {
		this.phase = paging.counts;
	}

	/** The position after `got` entries. */
	next(got: number): number {
		const { first } = this.paging;
		return first + (this.phase === 'entries' ? got : this.phase === 'before' ? -1 : this.page);
	}

	/** Takes in what a page brought and answers whether to ask on. */
	goesOn(fresh: number, full: boolean, complete: boolean | undefined): boolean {
		this.phase = this.after(fresh, full, complete);
		return this.phase !== 'over';
	}

	private after(fresh: number, full: boolean, complete: boolean | undefined): Phase {
		this.page += 1;
		this.barren = fresh > 0 ? 0 : this.barren + 1;
		if (complete === true || this.phase === 'before') return 'over';
		if (fresh > 0) return full || complete === false ? this.phase : 'over';
		if (complete === undefined) return 'over';
		if (this.phase === 'entries') {
			this.page = 1;
			return 'pages';
		}
		if (this.paging.counts === 'entries') return this.barren <= 2 ? 'pages' : 'over';
		return this.paging.first > 0 ? 'before' : 'over';
	}
}

async function readPages(call: Call, values: Values, listing: Listing, paging: Paging, most: number): Promise<Listed> {
	const collected = new Collected();
	const position = new Position(paging);
	let requestId: string | undefined;
	for (;;) {
		const size = Math.min(paging.pageSize, most);
		const outcome = await ask(call, {
			...values,
			[paging.limit]: size,
			[paging.position]: position.next(collected.entries.length),
		});
		if (!outcome.success) return { failed: outcome };
		requestId ??= outcome.requestId;
		const page = entriesIn(outcome.data, listing);
		const fresh = collected.add(page);
		const total = paging.total === undefined ? undefined : outcome.data[paging.total];
		const complete = typeof total === 'number' ? collected.entries.length >= total : undefined;
		if (collected.entries.length >= most || !position.goesOn(fresh, page.length >= size, complete)) {
			return { entries: collected.entries.slice(0, most), ...(requestId === undefined ? {} : { requestId }) };
		}
	}
}

/**
 * Reads a list.
 *
 * @param most - the largest number of entries wanted.
 */
export async function readList(call: Call, values: Values, listing: Listing, most: number): Promise<Listed> {
	if (listing.paging !== undefined) return await readPages(call, values, listing, listing.paging, most);
	const outcome = await ask(call, values);
	if (!outcome.success) return { failed: outcome };
	const { requestId } = outcome;
	return { entries: entriesIn(outcome.data, listing).slice(0, most), ...(requestId === undefined ? {} : { requestId }) };
}
