/**
 * What an execution remembers of calls that may have taken effect, so that running the node again does not repeat them.
 *
 * n8n's Retry On Fail and its button Retry run the whole node again, with all its items. What n8n keeps for a node
 * during an execution survives both; it is stored with the execution, so it holds no secret and no contact, and
 * little of the rest. A process that is killed keeps nothing.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { ReadItem } from '../input/item';
import { cleanerFor, type CleanValue } from '../judge/clean';
import { failedHere, refusedByVendor } from '../judge/judge';
import type { Finding, FoundFailure } from '../judge/outcome';
import { isCategory } from '../words/branches';
import { contactNamesIn } from '../words/documentedAnswer';
import type { Category } from '../words/errorCodes';
import { isLocalCode } from '../words/localCodes';
import type { Operation, Vendor } from '../words/operation';
import { type DataRecord, isRecord } from '../words/records';
import { runIndexOf } from './runIndex';

/** Most calls that one execution remembers of one node; the oldest are forgotten first. */
const mostRemembered = 10_000;

/** Longer data of a success is not kept, in characters of its JSON. */
const longestData = 2_000;

/** A success, as n8n keeps it. */
interface RememberedSuccess {
	readonly requestId?: string;
	readonly data?: Record<string, CleanValue>;
}

/** A failure after which it is open whether the call took effect, as n8n keeps it. */
interface RememberedFailure {
	readonly requestId?: string;
	readonly code: string;
	readonly category: Category;
	readonly httpStatus?: number;
}

type Remembered = RememberedSuccess | RememberedFailure;

const answeredBefore = 'The answer of an earlier try of this execution, which is not asked for again';

/** Whether running the node again must not repeat the call: it took effect, or nobody knows. */
function mayHaveTakenEffect(operation: Operation, found: Finding): boolean {
	if (found.success || found.note.maybeDone) return true;
	/* A wrong code that is checked once more uses up one of the tries that the vendor allows. */
	return operation.effect === 'write' && found.failure.category === 'fixInput' && found.failure.httpStatus !== undefined;
}

function dataToKeep(operation: Operation, { secrets, contacts }: ReadItem, data: DataRecord): Pick<RememberedSuccess, 'data'> {
	const cleaner = cleanerFor({ ...secrets, contacts, contactNames: contactNamesIn(operation) }, (text) => text);
	const kept = cleaner.record(data);
	const size = JSON.stringify(kept).length;
	return size > longestData || size === 2 ? {} : { data: kept };
}

function remembered(operation: Operation, item: ReadItem, found: Finding): Remembered {
	const known = found.requestId === undefined ? {} : { requestId: found.requestId };
	if (found.success) return { ...known, ...dataToKeep(operation, item, found.data) };
	const { code, category, httpStatus } = found.failure;
	return { ...known, code, category, ...(httpStatus === undefined ? {} : { httpStatus }) };
}

function failureOf(vendor: Vendor, operation: Operation, { code, category, ...facts }: RememberedFailure): FoundFailure {
	const found = isLocalCode(code)
		? failedHere(operation, code, facts)
		: refusedByVendor(vendor, operation, { ...facts, code, message: answeredBefore });
	return { ...found, failure: { ...found.failure, category } };
}

/** Reads what was kept, which after a retry comes from n8n's database. What has another form was never kept. */
function recalled(vendor: Vendor, operation: Operation, kept: unknown): Finding | undefined {
	if (!isRecord(kept)) return undefined;
	const { requestId, code, category, httpStatus, data } = kept;
	const known = typeof requestId === 'string' ? { requestId } : {};
	if (code === undefined) return { success: true, ...known, data: isRecord(data) ? data : {} };
	if (typeof code !== 'string' || !isCategory(category)) return undefined;
	const status = typeof httpStatus === 'number' ? { httpStatus } : {};
	return failureOf(vendor, operation, { ...known, ...status, code, category });
}

/** What one run of a node remembers. */
export interface Memory {
	/** What became of the same call of the same item before; undefined where it may be made. */
	recall(operation: Operation, item: ReadItem): Finding | undefined;
	/** Remembers a call that may have taken effect. */
	keep(operation: Operation, item: ReadItem, found: Finding): void;
}

/** Remembers nothing: where n8n runs the node as a tool, each call is one that the agent wants. */
export const noMemory: Memory = { recall: () => undefined, keep: () => undefined };

/** The node's own store in the execution: calls by run, item and what was asked. */
function storeOf(context: IExecuteFunctions): { readonly salt: string; readonly calls: Record<string, unknown> } {
	const store = context.getContext('node');
	const kept: unknown = store['verificationCalls'];
	if (isRecord(kept) && typeof kept['salt'] === 'string' && isRecord(kept['calls'])) {
		return { salt: kept['salt'], calls: { ...kept['calls'] } };
	}
	return { salt: randomBytes(9).toString('base64url'), calls: {} };
}

/**
 * The memory of this run of the node in this execution.
 *
 * Loops run a node again under another run index, and other values are another call: both are made.
 */
export function memoryOf(context: IExecuteFunctions, vendor: Vendor): Memory {
	const store = context.getContext('node');
	const { salt, calls } = storeOf(context);
	store['verificationCalls'] = { salt, calls };
	const run = runIndexOf(context);
	const nameOf = ({ resource, value }: Operation, { index, values }: ReadItem): string => {
		const asked = JSON.stringify([salt, resource.value, value, values]);
		return `${run}.${String(index)}.${createHash('sha256').update(asked).digest('base64url').slice(0, 16)}`;
	};
	let count = Object.keys(calls).length;
	return {
		recall: (operation, item) => {
			const name = nameOf(operation, item);
			return Object.hasOwn(calls, name) ? recalled(vendor, operation, calls[name]) : undefined;
		},
		keep: (operation, item, found) => {
			if (!mayHaveTakenEffect(operation, found)) return;
			calls[nameOf(operation, item)] = remembered(operation, item, found);
			count += 1;
			if (count <= mostRemembered) return;
			const [oldest = ''] = Object.keys(calls);
			Reflect.deleteProperty(calls, oldest);
			count -= 1;
		},
	};
}
