import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { execute } from '../engine/run/execute';
import { methodsOf } from '../engine/form/lists';
import { outputsExpression } from '../engine/form/outputs';
import { propertiesOf } from '../engine/form/properties';
import { subtitleOf } from '../engine/form/subtitle';
import { alibabaCloud } from './vendor';

/** The node Alibaba Cloud as n8n sees it. */
export class AlibabaCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud',
		name: 'alibabaCloud',
		icon: { light: 'file:alibabaCloud.svg', dark: 'file:alibabaCloud.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(alibabaCloud),
		description: 'Ask WhatsApp for the registration code of a business sender number through Alibaba Cloud, register the number, and branch on the answer',
		defaults: { name: 'Alibaba Cloud' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		credentials: [{ name: 'alibabaCloudAccessKeyApi', required: true }],
		properties: propertiesOf(alibabaCloud),
	};

	methods = methodsOf(alibabaCloud);

	/** Runs the node: one array of items for each output. */
	async execute(this: IExecuteFunctions) {
		return await execute(this, alibabaCloud);
	}
}
