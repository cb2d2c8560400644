import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { execute } from '../engine/run/execute';
import { methodsOf } from '../engine/form/lists';
import { outputsExpression } from '../engine/form/outputs';
import { propertiesOf } from '../engine/form/properties';
import { subtitleOf } from '../engine/form/subtitle';
import { huaweiCloud } from './vendor';

/** The node Huawei Cloud as n8n sees it. */
export class HuaweiCloud implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Huawei Cloud',
		name: 'huaweiCloud',
		icon: { light: 'file:huaweiCloud.svg', dark: 'file:huaweiCloud.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: subtitleOf(huaweiCloud),
		description: 'Send the verification codes of Huawei Cloud for contacts of support tickets, check them, and branch on the answer',
		defaults: { name: 'Huawei Cloud' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		credentials: [
			{
				name: 'huaweiCloudAccessKeyApi',
				required: true,
				displayOptions: { show: { authentication: ['accessKey'] } },
			},
			{ name: 'huaweiCloudIamApi', required: true, displayOptions: { show: { authentication: ['iamToken'] } } },
		],
		properties: propertiesOf(huaweiCloud),
	};

	methods = methodsOf(huaweiCloud);

	/** Runs the node: one array of items for each output. */
	async execute(this: IExecuteFunctions) {
		return await execute(this, huaweiCloud);
	}
}
