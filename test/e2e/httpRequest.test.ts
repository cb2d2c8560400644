import { ownerUin } from '../../sandbox/tencent/keys';
import { execute } from '../support/execution';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

/** Runs a workflow in which n8n's own HTTP Request node makes one call with the sandbox's credential. */
async function call(name: string, parameters: Readonly<Record<string, unknown>>) {
	const { id } = (await stage.session.ask('POST', '/workflows', {
		name,
		nodes: [
			{ id: 'a', name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: 'b',
				name: 'Call',
				type: 'n8n-nodes-base.httpRequest',
				typeVersion: 4.2,
				position: [200, 0],
				parameters: {
					method: 'POST',
					authentication: 'predefinedCredentialType',
					nodeCredentialType: 'tencentCloudApi',
					...parameters,
				},
				credentials: { tencentCloudApi: { id: 'sandboxTencent01', name: 'Tencent Cloud (sandbox)' } },
			},
		],
		connections: { Start: { main: [[{ node: 'Call', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	})) as { id: string };
	return await execute<Readonly<Record<string, unknown>>>(stage.session, id);
}

const identityCall = {
	sendHeaders: true,
	headerParameters: {
		parameters: [
			{ name: 'X-TC-Action', value: 'GetCallerIdentity' },
			{ name: 'X-TC-Version', value: '2018-08-13' },
			{ name: 'X-TC-Region', value: 'ap-singapore' },
		],
	},
	sendBody: true,
	specifyBody: 'json',
	jsonBody: '{}',
};

test("n8n's HTTP Request node calls an API that this package does not declare, with its credential", async () => {
	const { runData } = await call('identity', { url: 'https://sts.intl.tencentcloudapi.com/', ...identityCall });
	expect(runData['Call']?.[0]?.data?.main?.[0]?.[0]?.json).toMatchObject({ Response: { AccountId: ownerUin } });
});

test("the credential signs for nobody but the vendor: a request to another host's address stops before it leaves", async () => {
	const { error } = await call('elsewhere', { url: `${stage.n8n.url}/rest/settings`, ...identityCall });
	expect(error?.message).toContain('tencentcloudapi.com');
});
