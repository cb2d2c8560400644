/** Answers that are lists: page by page, one outcome for each entry. */
import { ask, type Call } from './ask';
import type { Listing, Values } from './operation';
import type { Outcome } from './outcome';

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

/**
 * The positions to ask for. Some pages of documentation leave open whether a position counts entries or pages:
 * when a page brings nothing new although the vendor's total says that more is there, the other way is tried.
 */
class Position {
	private page = 0;
	private barren = 0;
	private counts: Paging['counts'];

	constructor(private readonly paging: Paging) {
		this.counts = paging.counts;
	}

	/** The position after `got` entries. */
	next(got: number): number {
		return this.counts === 'entries' ? this.paging.first + got : this.paging.first + this.page;
	}

	/** Whether it is worth asking on after a page with `fresh` new entries. */
	goesOn(fresh: number, full: boolean, complete: boolean | undefined): boolean {
		this.page += 1;
		if (complete === true) return false;
		if (fresh > 0) {
			this.barren = 0;
			return full || complete === false;
		}
		this.barren += 1;
		if (complete !== false || this.barren > 2) return false;
		if (this.counts === 'entries') {
			this.counts = 'pages';
			this.page = 1;
		}
		return true;
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
