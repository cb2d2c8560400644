import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { execute } from '../engine/run/execute';
import { methodsOf } from '../engine/form/lists';
import { outputsExpression } from '../engine/form/outputs';
import { propertiesOf } from '../engine/form/properties';
import { subtitleOf } from '../engine/form/subtitle';
import { tencentCloud } from './vendor';

/** The node Tencent Cloud as n8n sees it. */
export class TencentCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud',
		name: 'tencentCloud',
		icon: { light: 'file:tencentCloud.svg', dark: 'file:tencentCloud.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(tencentCloud),
		description: 'Send the verification codes of Tencent Cloud, complete the step they are for, and branch on the answer',
		defaults: { name: 'Tencent Cloud' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		credentials: [{ name: 'tencentCloudApi', required: true }],
		properties: propertiesOf(tencentCloud),
	};

	methods = methodsOf(tencentCloud);

	/** Runs the node: one array of items for each output. */
	async execute(this: IExecuteFunctions) {
		return await execute(this, tencentCloud);
	}
}
