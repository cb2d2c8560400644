/** User name and password that open the pages of a trigger. */
import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** Credential type `verificationPageAccessApi`. n8n lets a node use no credential of another package, so it is our own. */
export class VerificationPageAccessApi implements ICredentialType {
	name = 'verificationPageAccessApi';

	displayName = 'Verification Page Access API';

	icon = {
		light: 'file:../nodes/VerificationPage/verificationPage.svg',
		dark: 'file:../nodes/VerificationPage/verificationPage.dark.svg',
	} as const;

	documentationUrl =
		'https://github.com/n8n-nodes-cloud-verification/n8n-nodes-cloud-verification/blob/main/docs/pages.md#with-a-password';

	properties: INodeProperties[] = [
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. staff',
			description: 'The user name that people enter to open the page. It holds no colon.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The password that goes with it. Make it long: everybody who has the address may guess.',
		},
	];
}
