/** Published pages of the Alibaba Cloud Trigger, and a visitor of them without a browser, for any n8n that runs. */
import { randomUUID } from 'node:crypto';
import { until } from '../../scripts/lib/forms';
import { packageName } from '../../scripts/lib/n8n';
import type { Session } from '../../scripts/lib/session';
import { look, press, type Seen } from './visitor';

/** A workflow with a trigger's pages. */
export interface MadePages {
	readonly workflowId: string;
	/** Path of the pages below the address of n8n, such as `/form/x`. */
	readonly path: string;
}

/**
 * Makes a workflow of the trigger and one node behind Verified, and publishes it.
 *
 * @param credentialId - id of the credential for Alibaba Cloud in n8n
 * @param behind - what stands behind Verified, such as `verificationPage`; nothing of this package when left out
 * @param more - further credentials of the trigger
 * @throws Error with n8n's own words where n8n refuses to publish at once
 */
export async function makePages(session: Session, credentialId: string, parameters: object = {}, behind?: { readonly node: string; readonly parameters: object }, more: object = {}): Promise<MadePages> {
	const [path, name] = [randomUUID(), await packageName()];
	const credentials = { alibabaCloudAccessKeyApi: { id: credentialId, name: 'x' }, ...more };
	const space = { __rl: true, mode: 'value', value: 'cams-sandbox1' };
	const own = { resource: 'whatsAppNumber', countries: ['US'], custSpaceId: space, method: 'sms', locale: 'en', path, options: {}, ...parameters };
	const base = { typeVersion: 1, position: [0, 0] };
	const nodes = [
		{ ...base, id: randomUUID(), name: 'Pages', type: `${name}.alibabaCloudTrigger`, webhookId: path, credentials, parameters: own },
		{
			...base,
			id: randomUUID(),
			name: 'Behind',
			type: behind === undefined ? 'n8n-nodes-base.noOp' : `${name}.${behind.node}`,
			parameters: behind?.parameters ?? {},
		},
	];
	const connections = { Pages: { main: [[{ node: 'Behind', type: 'main', index: 0 }], []] } };
	const made = (await session.ask('POST', '/workflows', { name: path, active: false, nodes, connections, settings: { executionOrder: 'v1' } })) as { id: string; versionId: string };
	await session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	return { workflowId: made.id, path: `/form/${path}` };
}

/** Waits until pages are served. */
export async function untilServed(url: string): Promise<void> {
	await until(`The page ${url}`, async () => ((await fetch(url)).ok ? true : undefined), 40_000);
}

/** Asks for a code on the first page and answers the page that comes then. */
export const askForCode = async (url: string, number: string): Promise<Seen> => await press(await look(url), 'send', { contact: number, country: 'US' });
