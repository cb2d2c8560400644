/** A call by n8n's own HTTP Request node, in the n8n of the stage. */
import type { Session } from '../../scripts/lib/session';
import { execute } from './execution';

/**
 * Runs a workflow in which the node makes one call.
 *
 * @param type - of the credential that it calls with
 * @param id - of that credential in n8n
 * @param parameters - of the node, beside the credential
 * @returns the JSON of its first item, and what n8n says where it stops
 */
export async function callByHttpRequest(session: Session, type: string, id: string, parameters: object) {
	const made = (await session.ask('POST', '/workflows', {
		name: `Call with ${id}`,
		nodes: [
			{ id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: 'b',
				name: 'Call',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [200, 0],
				parameters: { authentication: 'predefinedCredentialType', nodeCredentialType: type, ...parameters },
				credentials: { [type]: { id, name: id } },
			},
		],
		connections: { Start: { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	})) as { id: string };
	const { runData, error } = await execute<object>(session, made.id);
	return { json: runData['Call']?.[0]?.data?.main?.[0]?.[0]?.json, error };
}
