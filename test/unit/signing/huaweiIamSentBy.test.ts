/** What n8n asks a token for: its HTTP Request node after whatever went wrong, all else after the token was refused. */
import { Readable } from 'node:stream';
import type { IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { HuaweiCloudIamApi, withToken } from '../../../credentials/HuaweiCloudIamApi.credentials';
import { identityOf } from '../../../credentials/huaweiIam/identity';
import { tokenStateText } from '../../../credentials/huaweiIam/tokenState';

const credential = new HuaweiCloudIamApi();
const address = 'https://osm.ap-southeast-1.myhuaweicloud.com/v2/x';
const hour = 3600 * 1000;

let users = 0;

/** A user with a token that IAM takes, and how often IAM is asked about it or for another. */
function userWithToken() {
	users += 1;
	const user = { accountName: 'company', userName: `automation${String(users)}`, password: 'p4ssw0rd', scope: 'domain', projectName: '', site: 'international', endpoint: '', iamEndpoint: '' };
	const { fingerprint } = identityOf(user);
	const fields = { ...user, token: tokenStateText({ kind: 'token', fingerprint, token: 'MIIheld', renewAt: Date.now() + hour }) };
	const asked: string[] = [];
	const httpRequest = async ({ method = 'GET' }: IHttpRequestOptions): Promise<unknown> => {
		asked.push(method);
		const headers = method === 'POST' ? { 'x-subject-token': 'MIInext' } : {};
		return await Promise.resolve({ statusCode: method === 'POST' ? 201 : 200, headers, body: Readable.from([Buffer.from('{}')]) });
	};
	const helper: IHttpRequestHelper = { helpers: { httpRequest } };
	return { fields, asked, renew: async () => await credential.preAuthentication.call(helper, fields) };
}

test('a node whose token was refused gets another one at once', async () => {
	const { fields, asked, renew } = userWithToken();
	withToken(fields, { url: address }, Date.now());
	expect(await renew()).toEqual({ token: expect.stringContaining('MIInext') as string });
	expect(asked).toEqual(['POST']);
});

test("n8n's HTTP Request node gets none while IAM takes the one that it sent, so that it sends nothing again", async () => {
	const { fields, asked, renew } = userWithToken();
	withToken(fields, { uri: address }, Date.now());
	expect(await renew()).toEqual({});
	expect(asked).toEqual(['GET']);
});

test('what was asked about one request says nothing of the next', async () => {
	const { fields, asked, renew } = userWithToken();
	withToken(fields, { uri: address }, Date.now());
	await renew();
	expect(await renew()).toEqual({ token: expect.stringContaining('MIInext') as string });
	expect(asked).toEqual(['GET', 'POST']);
});
