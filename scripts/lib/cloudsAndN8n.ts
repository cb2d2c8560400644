/** The sandbox's clouds and a real n8n around them, with credentials and example workflows in place. */
import { join } from 'node:path';
import { permanentKey as alibabaKey } from '../../sandbox/alibaba/keys';
import { account, ordinaryUser, permanentKey as huaweiKey } from '../../sandbox/huawei/keys';
import { type Sandbox, startSandbox } from '../../sandbox/server';
import { permanentKey as tencentKey } from '../../sandbox/tencent/keys';
import { type Credential, type Imported, exampleWorkflows, importExamples } from './examples';
import { type N8n, prepareN8n } from './n8n';

/** The credentials of the example workflows, with ids that stay: keys of the sandbox, pointed to it. */
export const sandboxCredentials = (endpoint: string): readonly Credential[] => [
	{
		id: 'sandboxTencent01',
		name: 'Tencent Cloud (sandbox)',
		type: 'tencentCloudApi',
		data: { ...tencentKey, site: 'international', endpoint },
	},
	{
		id: 'sandboxAlibaba01',
		name: 'Alibaba Cloud (sandbox)',
		type: 'alibabaCloudAccessKeyApi',
		data: { ...alibabaKey, endpoint },
	},
	{
		id: 'sandboxHuawei01',
		name: 'Huawei Cloud (sandbox)',
		type: 'huaweiCloudAccessKeyApi',
		data: { ...huaweiKey, site: 'international', endpoint },
	},
	{
		id: 'sandboxHuaweiIam01',
		name: 'Huawei Cloud IAM User (sandbox)',
		type: 'huaweiCloudIamApi',
		data: {
			accountName: account.name,
			userName: ordinaryUser.name,
			password: ordinaryUser.password,
			scope: 'domain',
			site: 'international',
			endpoint,
			iamEndpoint: endpoint,
		},
	},
];

/** Where the two are to run. */
export interface Place {
	/** Keeps n8n's data. */
	readonly folder: string;
	readonly n8nPort: number;
	readonly brokerPort: number;
	readonly sandboxPort: number;
	/** Ends what is under way. */
	readonly signal: AbortSignal;
	/** Further variables of n8n's. */
	readonly variables?: Readonly<Record<string, string>>;
}

/** The sandbox runs; n8n is ready to run commands and to be started. */
export interface Together {
	readonly sandbox: Sandbox;
	readonly n8n: N8n;
	readonly imported: Imported;
}

/** Starts the sandbox, and brings package, credentials and workflows into n8n. */
export async function prepareTogether({ folder, n8nPort, brokerPort, sandboxPort, signal, variables = {} }: Place): Promise<Together> {
	const sandbox = await startSandbox({ port: sandboxPort });
	try {
		const n8n = await prepareN8n({ folder, port: n8nPort, brokerPort, signal, variables });
		const imported = await importExamples(n8n, join(folder, 'examples'), {
			workflows: await exampleWorkflows(),
			credentials: sandboxCredentials(sandbox.url),
		});
		return { sandbox, n8n, imported };
	} catch (error) {
		await sandbox.close();
		throw error;
	}
}
