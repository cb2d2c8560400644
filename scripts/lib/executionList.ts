/** The executions that n8n lists, each once. */
import type { Session } from './session';

/** An execution as n8n lists it. */
export interface Listed {
	readonly id: string;
	readonly status: string;
}

/** How an execution ends. */
const ends = ['success', 'error', 'crashed', 'canceled'];

/** Whether an execution will not go on. */
export const hasEnded = ({ status }: Listed): boolean => ends.includes(status);

/** n8n lists no more at once. */
const mostListed = 100;

/** How many executions a workflow may have to be listed whole, a retried one among them. */
export const mostExecutions = mostListed - 2;

/**
 * The executions that a filter of n8n's lets through, the oldest first; of more than {@link mostExecutions} the newest.
 * n8n looks for those that run and for those that have ended at the same time: one that ends meanwhile is in both lists,
 * or for a moment in neither.
 */
async function filtered(session: Session, filter: Readonly<Record<string, unknown>>): Promise<readonly Listed[]> {
	const words = encodeURIComponent(JSON.stringify(filter));
	const { results } = (await session.ask('GET', `/executions?limit=${String(mostListed)}&filter=${words}`)) as { readonly results: readonly Listed[] };
	const byId = new Map(results.map(({ id, status }) => [id, { id, status }] as const));
	return [...byId.values()].sort((one, other) => Number(one.id) - Number(other.id));
}

/** The executions of a workflow, the oldest first; of more than {@link mostExecutions} the newest. */
export const executionsOf = async (session: Session, workflowId: string): Promise<readonly Listed[]> => await filtered(session, { workflowId });

/** How many executions wait or run. */
export const underWay = async (session: Session): Promise<number> => (await filtered(session, { status: ['new', 'running', 'waiting'] })).length;
