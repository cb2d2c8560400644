/** n8n's de-duplication in memory, for runs of its engine: in n8n itself it is a row of its database. */
import type { DeduplicationItemTypes } from 'n8n-workflow';
import { DataDeduplicationService } from 'n8n-core';

/** What is kept, and what a test makes of the database. */
export interface KeptKeys {
	readonly keys: Set<string>;
	/** Awaited before each access: a database that is away throws, or never answers. */
	answers: () => Promise<void>;
}

const unused = async (): Promise<never> => await Promise.reject(new Error('Not used by the nodes'));

/** Puts a store in place of n8n's database; once in a test file. */
export async function keepKeys(): Promise<KeptKeys> {
	const kept: KeptKeys = { keys: new Set(), answers: async () => { await Promise.resolve(); } };
	await DataDeduplicationService.init({
		checkProcessedAndRecord: async (items: DeduplicationItemTypes[]) => {
			await kept.answers();
			/* As n8n does it: what was read is written back later, whatever happened meanwhile. */
			const read = [...kept.keys];
			await new Promise((resolve) => setImmediate(resolve));
			const isNew = (item: DeduplicationItemTypes): boolean => !read.includes(String(item));
			const result = { new: items.filter(isNew), processed: items.filter((item) => !isNew(item)) };
			kept.keys.clear();
			for (const key of [...read, ...result.new.map(String)]) kept.keys.add(key);
			return result;
		},
		removeProcessed: async (items: DeduplicationItemTypes[]) => {
			await kept.answers();
			for (const item of items) kept.keys.delete(String(item));
		},
		clearAllProcessedItems: unused,
		getProcessedDataCount: unused,
	});
	return kept;
}
