/** Runs a workflow in the n8n of the stage as its editor does when a person presses Execute Workflow. */
import type { Workflow } from '../../scripts/lib/examples';
import type { Execution } from '../../scripts/lib/execution';
import { hasEnded, type Listed } from '../../scripts/lib/executionList';
import { until } from '../../scripts/lib/forms';
import { unflattened } from '../../scripts/lib/scenarios/unflattened';
import type { Session } from '../../scripts/lib/session';

/** Milliseconds that a run gets. */
const patience = 60_000;

/**
 * Runs a workflow from its manual trigger and waits until it has ended.
 *
 * @throws Error with n8n's own words when it does not come to a run, or when the run does not end.
 */
export async function execute<Json>(session: Session, id: string): Promise<Execution<Json>> {
	const { nodes } = (await session.ask('GET', `/workflows/${id}`)) as Workflow;
	const name = nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name;
	const { executionId } = (await session.ask('POST', `/workflows/${id}/run`, { triggerToStartFrom: { name } })) as { executionId: string };
	return await ranThrough(session, executionId);
}

/**
 * Waits until an execution has ended.
 *
 * @throws Error when it does not end.
 */
export async function ranThrough<Json>(session: Session, executionId: string): Promise<Execution<Json>> {
	const data = await until(
		`The end of execution ${executionId}`,
		async () => {
			const execution = (await session.ask('GET', `/executions/${executionId}`)) as Listed & { readonly data: string };
			return hasEnded(execution) ? execution.data : undefined;
		},
		patience,
	);
	return (unflattened(data) as { resultData: Execution<Json> }).resultData;
}
