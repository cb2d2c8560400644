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
	{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path, isFullPath: true, nodeType: 'form', ndvHideMethod: true },
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: '={{ $parameter["ending"] === "workflow" ? "responseNode" : "onReceived" }}',
		path,
		isFullPath: true,
		nodeType: 'form',
		/* The same address again: a builder would wonder which of the two to open. */
		ndvHideUrl: true,
	},
];

/**
 * n8n's panel beside the form would lead astray: it says to go to the vendor and create an event there, and while n8n waits
 * for the page it lies over the form, over the very address that has to be opened.
 */
export const noTriggerPanel = false;
