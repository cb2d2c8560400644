/** What n8n recorded of the executions of a workflow: the outcome of each recipient. */
import { isRecord } from '../../../sandbox/cloud';
import type { Listed } from '../executionList';
import type { Session } from '../session';
import { recipientKey } from './tally';
import { unflattened } from './unflattened';

/** What n8n recorded for a recipient. */
export interface Recorded {
	readonly success: boolean;
	/** Whether the outcome says that a message may be out all the same. */
	readonly maybeSent: boolean;
	readonly code?: string;
}

/** Walks into objects and lists; undefined where the way ends. */
function inside(value: unknown, ...way: readonly (string | number)[]): unknown {
	return way.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined), value);
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The input item of an item: the one that n8n's own thread of items leads to. */
function inputOf(data: unknown, run: unknown, item: unknown): unknown {
	const pairs = inside(item, 'pairedItem');
	const pair: unknown = Array.isArray(pairs) ? pairs[0] : pairs;
	const index = typeof pair === 'number' ? pair : inside(pair, 'item');
	const source = inside(run, 'source', 0);
	const [node, turn = 0, output = 0] = ['previousNode', 'previousNodeRun', 'previousNodeOutput'].map((name) => inside(source, name));
	if (typeof index !== 'number' || typeof node !== 'string') return undefined;
	return inside(data, 'resultData', 'runData', node, Number(turn), 'data', 'main', Number(output), index, 'json');
}

/** With On Error set to continue, n8n leaves what the node says of a failure under `details`. */
const saidOf = (json: unknown): unknown => inside(json, 'details') ?? json;

function recordedIn(input: unknown, json: unknown): readonly [string, Recorded] | undefined {
	const number = inside(input, 'phone');
	const said = saidOf(json);
	if (typeof number !== 'string' || !isRecord(said) || typeof said['success'] !== 'boolean') return undefined;
	const code = inside(said, 'failure', 'code');
	return [
		recipientKey(number),
		{
			success: said['success'],
			maybeSent: inside(said, 'failure', 'maybeSent') === true,
			...(typeof code === 'string' ? { code } : {}),
		},
	];
}

/**
 * The outcomes of a node in the data of an execution, each with its recipient, in the order in which they came.
 *
 * @param node - name of the node that sends
 */
export const recordedBy = (data: unknown, node: string): ReadonlyArray<readonly [string, Recorded]> =>
	listed(inside(data, 'resultData', 'runData', node)).flatMap((run) =>
		listed(inside(run, 'data', 'main'))
			.flatMap(listed)
			.flatMap((item) => {
				const found = recordedIn(inputOf(data, run, item), inside(item, 'json'));
				return found === undefined ? [] : [found];
			}),
	);

/** How much an outcome tells of a message: it went out, it may have gone out, it did not. */
const weight = ({ success, maybeSent }: Recorded): number => (success ? 2 : maybeSent ? 1 : 0);

/** What is known of each recipient from all their outcomes: the latest of those that tell the most. */
export function bestOf(outcomes: Iterable<readonly [string, Recorded]>): ReadonlyMap<string, Recorded> {
	const best = new Map<string, Recorded>();
	for (const [key, outcome] of outcomes) {
		const before = best.get(key);
		if (before === undefined || weight(outcome) >= weight(before)) best.set(key, outcome);
	}
	return best;
}

/**
 * What n8n recorded of each recipient in the executions.
 *
 * @param node - name of the node that sends
 */
export async function outcomesOf(session: Session, executions: readonly Listed[], node: string): Promise<ReadonlyMap<string, Recorded>> {
	const all: Array<readonly [string, Recorded]> = [];
	for (const { id } of executions) {
		const { data } = (await session.ask('GET', `/executions/${id}`)) as { readonly data: string };
		all.push(...recordedBy(unflattened(data), node));
	}
	return bestOf(all);
}
