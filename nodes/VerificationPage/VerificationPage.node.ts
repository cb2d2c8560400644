import type { IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { showPage } from '../engine/page/show';

/** The node Verification Page as n8n sees it. */
export class VerificationPage implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Verification Page',
		name: 'verificationPage',
		icon: { light: 'file:verificationPage.svg', dark: 'file:verificationPage.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: 'Show Page',
		description: "Draw the last page of a verification from the workflow's result, in the look of the trigger before it",
		defaults: { name: 'Verification Page' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{
				displayName:
					"Choose 'Let the Workflow Answer' in the trigger, under 'When Verified': then the person waits for this page. Only the first item is shown.",
				name: 'whenNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Title',
				name: 'pageTitle',
				type: 'string',
				default: '',
				placeholder: 'e.g. Your Account Is Ready',
				description: 'When left empty the page has one in the language of the visitor',
			},
			{
				displayName: 'Text',
				name: 'pageText',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'Plain text; line breaks stay',
			},
			{
				displayName: 'Link Text',
				name: 'buttonLabel',
				type: 'string',
				default: '',
				placeholder: 'e.g. Sign In',
			},
			{
				displayName: 'Link URL',
				name: 'buttonUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://www.example.com',
				description: 'An address of the web; the page has no link when this or its text is empty',
			},
		],
	};

	/** Shows the page and hands the items on. */
	async execute(this: IExecuteFunctions) {
		return await showPage(this);
	}
}
