/** What is done with one item: a simulated outcome, a list or a single call. What comes out is clean. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { type Call, callApi } from '../call/call';
import { readCredential } from '../call/caller';
import { readList } from '../call/list';
import { contactsOf } from '../input/contact';
import { type ReadItem, readItem } from '../input/item';
import type { Setup } from '../input/setup';
import { type Cleaner, cleanerFor, keyReplacer } from '../judge/clean';
import { failedHere } from '../judge/judge';
import { type Finding, type Outcome, outcomeOf } from '../judge/outcome';
import { keysOf, noSecrets } from '../judge/secrets';
import { hasManyFields, simplified } from '../judge/simplify';
import { simulate } from '../judge/simulate';
import type { Kept } from '../words/kept';
import type { CredentialFields, Operation, Values } from '../words/operation';
import { guarded } from './guarded';
import type { Line } from './line';
import type { Memory } from './memory';
import type { MessageCount } from './messageCount';
import type { Progress } from './progress';
import type { SendOnceKeys } from './sendOnce';

/** One run of a node: n8n's side of it, how the node is set up, and what the execution remembers. */
export interface Run {
	readonly context: IExecuteFunctions;
	readonly setup: Setup;
	readonly memory: Memory;
	/** Counts the messages that go out. */
	readonly messages: MessageCount;
	/** Keys of messages that may go out once. */
	readonly keys: SendOnceKeys;
	/** Says where the run stands. */
	readonly progress: Progress;
	/**
	 * Keeps the order of items for the same contact: side by side the later of two messages could arrive first, and a wrong
	 * code could be asked about while a right one is on its way.
	 */
	readonly line: Line;
	/** What cuts the keys of a credential out of texts, made once for each set of keys. */
	readonly replacers: Kept<(text: string) => string>;
}

/** What was found out about an item, and the credential whose keys must not be read in it. */
interface Work {
	readonly findings: readonly Finding[];
	readonly simulated: boolean;
	readonly fields: CredentialFields;
}

/** An item that was worked on. */
export interface WorkedOn {
	readonly index: number;
	/** One outcome; of a list, one for each entry. */
	readonly outcomes: readonly Outcome[];
	/** Whether the item as it came in must not be put beside its outcome. */
	readonly hidesInput: boolean;
}

function replacerFor({ setup, replacers }: Run, fields: CredentialFields): (text: string) => string {
	const keys = keysOf(setup.credential, fields);
	const name = JSON.stringify(keys);
	return replacers.get(name) ?? replacers.put(name, keyReplacer(keys));
}

/** Calls the vendor for one item; a message has to pass its guards. What may have taken effect is remembered. */
async function callFor(run: Run, operation: Operation, item: ReadItem, values: Values, call: Call): Promise<Finding> {
	const send = async (before?: Call['before']): Promise<Finding> => await callApi({ ...call, ...(before === undefined ? {} : { before }) }, values);
	const found = operation.effect === 'message' ? await guarded(run, { operation, item, values, fields: call.fields }, send) : await send();
	if (operation.effect !== 'read') run.memory.keep(operation, item, found);
	return found;
}

async function asked(run: Run, operation: Operation, item: ReadItem, values: Values, fields: CredentialFields): Promise<Finding[]> {
	const { context, setup, progress } = run;
	const { timeout, limit, perSecond } = item.options;
	const waits = (ms: number): void => {
		progress.waits(ms, 'its turn');
	};
	const call = { caller: context, vendor: setup.vendor, credential: setup.credential, fields, operation, timeout, perSecond, waits };
	if (operation.listing === undefined) return [await callFor(run, operation, item, values, call)];
	const { entries, requestId, failure } = await readList(call, values, operation.listing, limit);
	const known = requestId === undefined ? {} : { requestId };
	const found = entries.map((data): Finding => ({ success: true, ...known, data }));
	return failure === undefined ? found : [...found, failure];
}

/** Whose line an item stands in; undefined for what changes nothing, and for what is about no contact. */
function lineOf(operation: Operation, values: Values): string | undefined {
	const contacts = operation.effect === 'read' ? [] : contactsOf(operation, values);
	return contacts.length === 0 ? undefined : JSON.stringify(contacts.map(({ name }) => name));
}

async function workFor(run: Run, item: ReadItem): Promise<Work> {
	const { context, setup } = run;
	const { operation, credential, vendor } = setup;
	const local = (...of: Parameters<typeof failedHere>): Work => ({ findings: [failedHere(...of)], simulated: false, fields: {} });
	if (setup.refusal !== undefined) return local(operation, setup.refusal.code, setup.refusal);
	if (operation === undefined) return local(operation, 'Local.UnknownOperation');
	if (item.refusal !== undefined || item.values === undefined) {
		return local(operation, item.refusal?.code ?? 'Local.InvalidParameter', item.refusal);
	}
	if (item.options.simulate !== undefined) {
		return { findings: [simulate(vendor, operation, item.options.simulate)], simulated: true, fields: {} };
	}
	const before = operation.effect === 'read' ? undefined : run.memory.recall(operation, item);
	if (before !== undefined) return { findings: [before], simulated: false, fields: {} };
	const { values } = item;
	return await run.line.inOrder(lineOf(operation, values), async () => {
		const fields = await readCredential(context, credential.type, item.index);
		if (fields === undefined) return local(operation, 'Local.CredentialMissing');
		return { findings: await asked(run, operation, item, values, fields), simulated: false, fields };
	});
}

function simplify(operation: Operation | undefined, found: Finding, wanted: boolean): Finding {
	if (!wanted || !found.success || operation === undefined || !hasManyFields(operation)) return found;
	return { ...found, data: simplified(operation, found.data) };
}

/** n8n merges the item as it came in into what leaves by its error output, unless something in it is to be hidden. */
const hides = ({ node, branchOn }: Setup, { json }: ReadItem, cleaner: Cleaner): boolean =>
	branchOn === 'none' && node.onError === 'continueErrorOutput' && (json === undefined || cleaner.changes(json));

/** The outcome of an item on which this package itself broke. Holds nothing of the item. */
export function brokenBy(thrown: unknown, operation: Operation | undefined): Outcome {
	const name = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
	const happened = `This node stopped working on the item for a reason of its own (${name})`;
	return outcomeOf(failedHere(operation, 'Local.Unexpected', { happened }), {}, cleanerFor(noSecrets, (text) => text));
}

/**
 * Carries one item to its outcomes. Throws nothing, whatever breaks inside.
 *
 * @param json - the item's own json, whatever it is.
 */
export async function workOn(run: Run, index: number, json: unknown): Promise<WorkedOn> {
	const { context, setup } = run;
	const { operation, node } = setup;
	try {
		const item = readItem(context, node, operation, index, json);
		const { findings, simulated, fields } = await workFor(run, item);
		const cleaner = cleanerFor(item.secrets, replacerFor(run, fields));
		const hidesInput = hides(setup, item, cleaner);
		const outcomes = findings.map((found) => {
			const shows = item.json !== undefined && (item.options.includeInput || (hidesInput && !found.success));
			const beside = { simulated, ...(shows ? { input: item.json } : {}) };
			return outcomeOf(simplify(operation, found, item.options.simplify), beside, cleaner);
		});
		return { index, outcomes, hidesInput };
	} catch (thrown) {
		return { index, outcomes: [brokenBy(thrown, operation)], hidesInput: true };
	}
}
