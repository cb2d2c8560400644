import { ownerUin } from '../../sandbox/tencent/keys';
import { callByHttpRequest } from '../support/httpRequest';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

const call = async (parameters: object) => await callByHttpRequest(stage.session, 'tencentCloudApi', 'sandboxTencent01', parameters);

const identityCall = {
	method: 'POST',
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
	const { json } = await call({ url: 'https://sts.intl.tencentcloudapi.com/', ...identityCall });
	expect(json).toMatchObject({ Response: { AccountId: ownerUin } });
});

test("the credential signs for nobody but the vendor: a request to another host's address stops before it leaves", async () => {
	const { error } = await call({ url: `${stage.n8n.url}/rest/settings`, ...identityCall });
	expect(error?.message).toContain('tencentcloudapi.com');
});
