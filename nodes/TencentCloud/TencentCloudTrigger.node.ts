import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions } from 'n8n-workflow';
import { triggerMethodsOf } from '../engine/form/lists';
import { triggerPropertiesOf } from '../engine/form/trigger';
import { triggerSubtitleOf } from '../engine/form/subtitle';
import { drawnTriggerOutputs, noTriggerPanel, pageWebhooks } from '../engine/form/triggerLook';
import { checkAtPublishing } from '../engine/page/publish';
import { servePage } from '../engine/page/serve';
import { tencentCloud } from './vendor';

/** The node Tencent Cloud Trigger as n8n sees it. */
export class TencentCloudTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tencent Cloud Trigger',
		name: 'tencentCloudTrigger',
		icon: { light: 'file:tencentCloud.svg', dark: 'file:tencentCloud.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitleOf(tencentCloud),
		description: 'Serves pages on which a person proves a contact with a code of Tencent Cloud, and starts the workflow when Tencent Cloud said yes',
		eventTriggerDescription: 'Waiting for a person to prove a contact: open the Test URL',
		triggerPanel: noTriggerPanel,
		activationMessage: 'The pages are open at the Production URL.',
		defaults: { name: 'Tencent Cloud Trigger' },
		inputs: [],
		outputs: drawnTriggerOutputs,
		credentials: [
			{ name: 'tencentCloudApi', required: true },
			{
				name: 'verificationPageAccessApi',
				required: true,
				testedBy: 'pageAccess',
				displayOptions: { show: { pageAccess: ['basicAuth'] } },
			},
		],
		webhooks: pageWebhooks,
		properties: triggerPropertiesOf(tencentCloud),
	};

	methods = triggerMethodsOf(tencentCloud);

	webhookMethods = {
		default: {
			/** The pages belong to n8n alone: no vendor keeps their address. */
			async checkExists(this: IHookFunctions) {
				return await Promise.resolve(false);
			},
			/** Looks at settings and account; n8n opens the pages when nothing is in the way. */
			async create(this: IHookFunctions) {
				await checkAtPublishing(this, tencentCloud);
				return true;
			},
			/** Nothing is left behind anywhere. */
			async delete(this: IHookFunctions) {
				return await Promise.resolve(true);
			},
		},
	};

	/** Serves a request of a visitor. */
	async webhook(this: IWebhookFunctions) {
		return await servePage(this, tencentCloud);
	}
}
