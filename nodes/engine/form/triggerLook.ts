/** What n8n must know of every trigger: its outputs, and the requests that it serves. */
import { type INodeOutputConfiguration, type IWebhookDescription, NodeConnectionTypes } from 'n8n-workflow';
import { triggerOutputs } from '../words/pages';

/** Two outputs, in this order for good. */
export const drawnTriggerOutputs: INodeOutputConfiguration[] = triggerOutputs.map((displayName) => ({
	type: NodeConnectionTypes.Main,
	displayName,
}));

const path = '={{ $parameter["path"] }}';

/** Pages are shown by GET, and every press of a button is a POST. n8n calls what is done at publishing for `default` alone. */
export const pageWebhooks: IWebhookDescription[] = [
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path, isFullPath: true, nodeType: 'form' },
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: '={{ $parameter["ending"] === "workflow" ? "responseNode" : "onReceived" }}',
		path,
		isFullPath: true,
		nodeType: 'form',
	},
];
