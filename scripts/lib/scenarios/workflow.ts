/** The workflow of the scenarios: a webhook brings recipients, the node sends to each, what is to wait is sent once more. */
import { randomUUID } from 'node:crypto';
import { packageName } from '../n8n';
import type { Session } from '../session';
import { sandboxCredentials } from '../cloudsAndN8n';

/** A node of this package, set up to send. */
export interface Send {
	/** Public name of the node, which is the vendor's too, such as `tencentCloud`. */
	readonly node: string;
	/** Such as `partnerCustomer.sendCode`, by which the sandbox is told what to answer. */
	readonly operation: string;
	readonly parameters: Readonly<Record<string, unknown>>;
	/** Type of the credential. */
	readonly credential: string;
	/** The vendor's name of the API, by which the sandbox counts. */
	readonly api: string;
	/** Documented requests a second. */
	readonly perSecond: number;
}

/** Name of the node that sends. */
export const sendNode = 'Send Code';

/** Seconds after which an execution that goes round in circles is ended. */
const longestExecution = 600;

const node = (name: string, type: string, typeVersion: number, parameters: Readonly<Record<string, unknown>>, more: object = {}) => ({
	id: randomUUID(),
	name,
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	...more,
});

const to = (name: string) => [{ node: name, type: 'main', index: 0 }];

/** The output Retry Later, third in the mode of the five categories. */
const behindSend = [[], [], to('Wait')];

/** How the workflow works. */
export interface Manner {
	/** Options of the node that sends. */
	readonly options: Readonly<Record<string, unknown>>;
	/** Whether what the vendor refuses for now is asked for once more, a second or two later. */
	readonly again: boolean;
	/** Whether the webhook answers when all is done, not at once. */
	readonly whenDone?: boolean;
	/** Settings of the workflow in n8n, such as what n8n keeps of its executions. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** Settings of the node that sends, such as `retryOnFail`. */
	readonly node?: Readonly<Record<string, unknown>>;
}

/** A workflow that is published. */
export interface Published {
	readonly id: string;
	/** Last part of the webhook's address. */
	readonly path: string;
}

/**
 * Makes the workflow in n8n and publishes it.
 *
 * @param credentialId - id of the credential in n8n
 */
export async function publish(
	session: Session,
	name: string,
	{ node: type, parameters, credential }: Send,
	credentialId: string,
	{ options, again, whenDone = false, settings = {}, node: nodeSettings = {} }: Manner,
): Promise<Published> {
	const path = randomUUID();
	const responseMode = whenDone ? 'lastNode' : 'onReceived';
	const nodes = [
		node('Webhook', 'n8n-nodes-base.webhook', 2, { path, httpMethod: 'POST', responseMode, options: {} }, { webhookId: path }),
		node('One Item Each', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.recipients', options: {} }),
		node(
			sendNode,
			`${await packageName()}.${type}`,
			1,
			{ ...parameters, options: { includeInput: again, ...options } },
			{ ...nodeSettings, credentials: { [credential]: { id: credentialId, name: credential } } },
		),
		node('Wait', 'n8n-nodes-base.wait', 1.1, { amount: '={{ 1 + Math.random() }}', unit: 'seconds' }),
		node('Recipient Again', 'n8n-nodes-base.set', 3.4, { mode: 'raw', jsonOutput: '={{ $json.input }}', options: {} }),
	];
	const connections = {
		Webhook: { main: [to('One Item Each')] },
		'One Item Each': { main: [to(sendNode)] },
		...(again ? { [sendNode]: { main: behindSend } } : {}),
		Wait: { main: [to('Recipient Again')] },
		'Recipient Again': { main: [to(sendNode)] },
	};
	const all = { executionOrder: 'v1', executionTimeout: longestExecution, ...settings };
	const made = (await session.ask('POST', '/workflows', { name, active: false, nodes, connections, settings: all })) as { id: string; versionId: string };
	await session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	return { id: made.id, path };
}

/** Puts the sandbox's credentials into n8n and answers their ids by type. */
export async function bringCredentials(session: Session, sandboxUrl: string): Promise<ReadonlyMap<string, string>> {
	const ids = new Map<string, string>();
	for (const { name, type, data } of sandboxCredentials(sandboxUrl)) {
		const { id } = (await session.ask('POST', '/credentials', { name, type, data })) as { id: string };
		ids.set(type, id);
	}
	return ids;
}
