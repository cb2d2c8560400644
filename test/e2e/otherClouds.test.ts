/** Alibaba Cloud and Huawei Cloud in a real n8n: their credentials' tests, and any API through n8n's HTTP Request node. */
import { ownerId, permanentKey as alibabaKey } from '../../sandbox/alibaba/keys';
import { account, mainLogin, mfaUser, ordinaryUser, permanentKey as huaweiKey } from '../../sandbox/huawei/keys';
import { callByHttpRequest } from '../support/httpRequest';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
	await stage.resetSandbox();
});

type Fields = Readonly<Record<string, string>>;

/** What n8n says when a person saves a credential and presses Test. */
async function press(type: string, fields: Fields): Promise<unknown> {
	const data = { ...fields, endpoint: stage.sandboxUrl };
	const saved = (await stage.session.ask('POST', '/credentials', { name: 'Under test', type, data })) as { id: string };
	return await stage.session.ask('POST', '/credentials/test', { credentials: { id: saved.id, name: 'Under test', type, data } });
}

const iamUser = ({ name, password }: { readonly name: string; readonly password: string }): Fields => ({
	site: 'international',
	accountName: account.name,
	userName: name,
	password,
	scope: 'domain',
	iamEndpoint: stage.sandboxUrl,
});

describe('the test of a credential', () => {
	test.each([
		['alibabaCloudAccessKeyApi', () => ({ ...alibabaKey })],
		['huaweiCloudAccessKeyApi', () => ({ ...huaweiKey, site: 'international' })],
		['huaweiCloudIamApi', () => iamUser(ordinaryUser)],
	])('%s is passed by what is right', async (type, fields) => {
		expect(await press(type, fields())).toMatchObject({ status: 'OK' });
	});

	test.each([
		['alibabaCloudAccessKeyApi', () => ({ ...alibabaKey, accessKeySecret: 'NotTheSecretOfThisKey' }), /AccessKey Secret/],
		['huaweiCloudAccessKeyApi', () => ({ ...huaweiKey, secretKey: 'NotTheSecretOfThisKey', site: 'international' }), /Secret Access Key/],
		['huaweiCloudIamApi', () => iamUser({ ...ordinaryUser, password: 'Wrong-1' }), /Password/],
		['huaweiCloudIamApi', () => iamUser(mfaUser), /MFA/],
		['huaweiCloudIamApi', () => iamUser(mainLogin), /HUAWEI ID/],
	])('%s says in plain words what is wrong', async (type, fields, words) => {
		const said = await press(type, fields());
		expect(said).toMatchObject({ status: 'Error', message: expect.stringMatching(words) as string });
		expect(JSON.stringify(said)).not.toContain('Wrong-1');
	});
});

describe("n8n's HTTP Request node", () => {
	test('calls an API of Alibaba Cloud that this package does not declare', async () => {
		const { json } = await callByHttpRequest(stage.session, 'alibabaCloudAccessKeyApi', 'sandboxAlibaba01', {
			method: 'POST',
			url: 'https://sts.aliyuncs.com/',
			sendHeaders: true,
			headerParameters: {
				parameters: [
					{ name: 'x-acs-action', value: 'GetCallerIdentity' },
					{ name: 'x-acs-version', value: '2015-04-01' },
				],
			},
		});
		expect(json).toMatchObject({ AccountId: ownerId });
	});

	test.each([
		['huaweiCloudAccessKeyApi', 'sandboxHuawei01'],
		['huaweiCloudIamApi', 'sandboxHuaweiIam01'],
	])('calls an API of Huawei Cloud that this package does not declare, with %s', async (type, id) => {
		const { json, error } = await callByHttpRequest(stage.session, type, id, { url: 'https://iam.ap-southeast-3.myhuaweicloud.com/v3/auth/projects' });
		expect(error).toBeUndefined();
		expect(json).toHaveProperty('projects');
	});
});
