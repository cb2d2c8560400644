import { permanentKey, temporaryKey } from '../../sandbox/tencent/keys';
import { type Access, enterStage } from '../support/stage';

let stage: Access;

beforeAll(async () => {
	stage = await enterStage();
});

/** What n8n says when a person presses Test in the credential's form. */
const press = async (fields: Readonly<Record<string, string>>): Promise<unknown> =>
	await stage.session.ask('POST', '/credentials/test', {
		credentials: {
			id: '',
			name: 'Under test',
			type: 'tencentCloudApi',
			data: { site: 'international', sessionToken: '', endpoint: stage.sandboxUrl, ...fields },
		},
	});

test('a right key passes the test', async () => {
	expect(await press({ ...permanentKey })).toMatchObject({ status: 'OK' });
});

test('a temporary key passes the test together with its session token', async () => {
	const { secretId, secretKey, token } = temporaryKey;
	expect(await press({ secretId, secretKey, sessionToken: token })).toMatchObject({ status: 'OK' });
});

test('a key pasted with spaces and a line end around it passes the test', async () => {
	const { secretId, secretKey } = permanentKey;
	expect(await press({ secretId: ` ${secretId}\n`, secretKey: `\t${secretKey} ` })).toMatchObject({ status: 'OK' });
});

test('a wrong secret key is told in plain words that name the field', async () => {
	expect(await press({ ...permanentKey, secretKey: 'NotTheSecretOfThisKey0123456789' })).toEqual({
		status: 'Error',
		message: expect.stringContaining("'Secret Key' does not belong to this 'Secret ID'"),
	});
});

test('an unknown secret ID is told in plain words that name the field', async () => {
	expect(await press({ ...permanentKey, secretId: 'AKIDNobodyHasThisOne' })).toEqual({
		status: 'Error',
		message: expect.stringContaining("does not know this 'Secret ID'"),
	});
});

test('a temporary key with a wrong session token is told so', async () => {
	const { secretId, secretKey } = temporaryKey;
	expect(await press({ secretId, secretKey, sessionToken: 'gone' })).toEqual({
		status: 'Error',
		message: expect.stringContaining("'Session Token'"),
	});
});
