/**
 * How many messages an execution sent, as custom data of the execution: a person can find executions by it in n8n's
 * list.
 */
import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outcome } from '../judge/outcome';
import { isRecord } from '../words/records';
import { runIndexOf } from './runIndex';

/** Names in n8n's list, and which outcomes they count. */
const countsOf = {
	messages_sent: (outcome: Outcome) => outcome.success,
	messages_refused: (outcome: Outcome) => !outcome.success && !outcome.note.maybeDone,
	messages_maybe_sent: (outcome: Outcome) => !outcome.success && outcome.note.maybeDone,
} as const;

const numberIn = (record: unknown, name: string): number => {
	const found = isRecord(record) ? Number(record[name] ?? 0) : 0;
	return Number.isSafeInteger(found) ? found : 0;
};

/**
 * Adds a run's messages to those that the execution counts. A run that n8n repeats counts in place of the one before.
 *
 * @param outcomes - of messages that were not simulated.
 */
export function countMessages(context: IExecuteFunctions, outcomes: readonly Outcome[]): void {
	const real = outcomes.filter(({ simulated }) => !simulated);
	if (real.length === 0) return;
	try {
		const store = context.getContext('node');
		const run = runIndexOf(context);
		const kept: unknown = store['verificationCounts'];
		const before = isRecord(kept) && kept['run'] === run ? kept['counts'] : undefined;
		const now: Record<string, number> = {};
		for (const [name, counts] of Object.entries(countsOf)) {
			now[name] = real.filter(counts).length;
			const others = numberIn(context.customData.getAll(), name) - numberIn(before, name);
			const total = Math.max(0, others) + now[name];
			if (total > 0 || numberIn(before, name) > 0) context.customData.set(name, String(total));
		}
		store['verificationCounts'] = { run, counts: now };
	} catch {
		/* What a person can search by must not cost an item. */
	}
}
