/** A trigger's pages on an address of their own: n8n's own context of a webhook around the node, without the rest of n8n. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import './engine';
import express from 'express';
import { WebhookContext } from 'n8n-core';
import {
	type IDataObject,
	type INode,
	type INodeType,
	type IWebhookData,
	type IWebhookFunctions,
	type IWorkflowExecuteAdditionalData,
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
} from 'n8n-workflow';
import { Credentials, type GivenCredential } from './credentials';

/** What a site is made of. */
export interface SiteOf {
	readonly node: INodeType;
	readonly parameters: INode['parameters'];
	readonly credentials: readonly GivenCredential[];
	readonly workflowId?: string;
	/** The node's own settings in n8n. */
	readonly settings?: Partial<INode>;
	/** `manual` for the test URL. */
	readonly mode?: 'manual';
}

/** A start of the workflow. */
export interface Started {
	/** The output by which the item left. */
	readonly output: number;
	readonly json: IDataObject;
}

/** Pages that can be asked. */
export interface Site {
	readonly url: string;
	readonly started: Started[];
	/** How often a credential was read. */
	readonly read: () => number;
	readonly close: () => Promise<void>;
}

/** The workflow that a site serves: the trigger alone. */
export function workflowOf({ node, parameters, credentials, workflowId = 'pages', settings }: SiteOf): Workflow {
	const type = `test.${node.description.name}`;
	const given = Object.fromEntries(credentials.map((one) => [one.type.name, { id: '1', name: one.type.displayName }]));
	const drawn: INode = { id: 'trigger', name: 'Pages', type, typeVersion: 1, position: [0, 0], parameters, credentials: given, webhookId: 'hook', ...settings };
	const behind: INode = { id: 'behind', name: 'Behind', type, typeVersion: 1, position: [0, 0], parameters };
	const nodeTypes = {
		getByName: () => node,
		getByNameAndVersion: (_type: string, version?: number) => NodeHelpers.getVersionedNodeType(node, version),
		getKnownTypes: () => ({}),
	};
	const connections = { Pages: { main: [[{ node: 'Behind', type: NodeConnectionTypes.Main, index: 0 }]] } };
	return new Workflow({ id: workflowId, name: 'Pages', nodes: [drawn, behind], connections, active: true, nodeTypes, settings: {} });
}

/** Serves a trigger as n8n does. */
export async function openSite(of: SiteOf): Promise<Site> {
	const workflow = workflowOf(of);
	const helper = new Credentials(of.credentials);
	const started: Started[] = [];
	const app = express();
	app.set('trust proxy', false);
	app.use(express.urlencoded({ extended: false }), express.json());
	app.use(async (request, response) => {
		const additional = { credentialsHelper: helper, httpRequest: request, httpResponse: response, variables: {} } as unknown as IWorkflowExecuteAdditionalData;
		const description = of.node.description.webhooks?.find(({ httpMethod }) => httpMethod === request.method);
		const data = { webhookDescription: description, isTest: false } as unknown as IWebhookData;
		const node = workflow.getNode('Pages');
		if (node === null || description === undefined) {
			response.sendStatus(404);
			return;
		}
		// n8n hands its context over under this interface; its class is declared with fewer members than it has.
		const context = new WebhookContext(workflow, node, additional, of.mode ?? 'webhook', data, [], null) as unknown as IWebhookFunctions;
		const result = await of.node.webhook?.call(context);
		for (const [output, items] of (result?.workflowData ?? []).entries()) {
			for (const { json } of items) started.push({ output, json });
		}
		if (result?.noWebhookResponse !== true) response.json({ answeredBy: 'workflow' });
	});
	const server = createServer(app);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${String(port)}/form/verify`,
		started,
		read: () => helper.read,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
