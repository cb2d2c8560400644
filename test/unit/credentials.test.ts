/** What the credentials promise to whoever looks for one, fills it in, tests it, or must not see it. */
import type { ICredentialType } from 'n8n-workflow';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';

const types: ICredentialType[] = [new AlibabaCloudAccessKeyApi(), new HuaweiCloudAccessKeyApi(), new HuaweiCloudIamApi(), new TencentCloudApi()];
const choices = [alibabaCloud, huaweiCloud, tencentCloud].flatMap(({ credentials }) => [...credentials]);

/** As n8n looks a key up: inherited members count. */
const get = (body: unknown, key: string): unknown =>
	key.split('.').reduce((at, name) => (at === undefined || at === null ? undefined : Reflect.get(Object(at) as object, name)), body);

/** What the credential's test says to an answer: the first rule that n8n finds true. */
const verdict = ({ test }: ICredentialType, body: unknown): string | undefined =>
	(test?.rules ?? []).map(({ properties }) => properties).find((rule) => 'key' in rule && get(body, rule.key) === rule.value)?.message;

describe.each(types.map((type) => [type.name, type] as const))('the credential %s', (name, type) => {
	const secrets = choices.find((choice) => choice.type === name)?.secrets ?? [];

	it('has every field cut out of texts that holds a key, its id, a token or a password, and no other', () => {
		const keys = type.properties.filter(({ name: field, typeOptions }) => typeOptions?.password === true || /^(secretId|accessKeyId|accessKey)$/.test(field));
		expect([...secrets].sort()).toEqual(keys.map(({ name: field }) => field).sort());
		expect(secrets.length).toBeGreaterThan(1);
	});

	it('says what n8n means when its test names a code of the network only', () => {
		if (name === 'huaweiCloudIamApi') return;
		expect(type.properties.find(({ name: field }) => field === 'endpoint')?.description).toMatch(/test says only ENOTFOUND.*could not reach/);
	});

	it('says of an answer of somebody else, whatever its HTTP status, that it is not the vendor', () => {
		expect(type.test?.request.ignoreHttpStatusErrors).toBe(true);
		expect(verdict(type, { message: 'Bad Gateway' })).toMatch(/^What answered is not .* Cloud\. Check 'Endpoint', and any proxy/);
	});

	it('has a plain text for each code', () => {
		for (const { properties } of type.test?.rules ?? []) {
			expect(properties.message).toMatch(/^[A-Z].*\.$/);
			expect(properties.message).not.toMatch(/\b(error|problem|failure|mistake)/i);
		}
	});
});

/** n8n's window for a new credential looks for what is typed in the display names, in lower case, and nowhere else. */
it.each([
	['aliyun', ['alibabaCloudAccessKeyApi']],
	['alibaba', ['alibabaCloudAccessKeyApi']],
	['qcloud', ['tencentCloudApi']],
	['tencent', ['tencentCloudApi']],
	['huawei', ['huaweiCloudAccessKeyApi', 'huaweiCloudIamApi']],
	['huawei cloud', ['huaweiCloudAccessKeyApi', 'huaweiCloudIamApi']],
])('who looks for %s finds the credential', (typed, found) => {
	expect(types.filter(({ displayName }) => displayName.toLowerCase().includes(typed)).map(({ name }) => name)).toEqual(found);
});

describe('the test of a Huawei Cloud access key', () => {
	const test = new HuaweiCloudAccessKeyApi();

	it('blames the account ID where the key is right and only that is wrong', () => {
		const said = verdict(test, { error_code: 'OSM.01010011', error_msg: 'The customer could not be obtained.' });
		expect(said).toMatch(/key is valid, but the 'Account ID'/);
		expect(said).not.toContain('Access Key ID');
	});

	it.each([
		['the gateway, which has one code for both', { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information' }],
		['a code that nobody knows', { error_code: 'IAM.9999', error_msg: '?' }],
	])('names the account ID beside the keys where the answer is that of %s', (_, body) => {
		expect(verdict(test, body)).toMatch(/'Access Key ID'.*'Account ID'/);
	});

	it('is passed by the account that IAM lists', () => {
		expect(verdict(test, { domains: [{ id: 'd', name: 'n' }] })).toBeUndefined();
	});
});

it('who fills in the sandbox as Endpoint of an IAM user is told under the field that IAM Endpoint is needed as well', () => {
	const endpoint = new HuaweiCloudIamApi().properties.find(({ name }) => name === 'endpoint');
	expect(endpoint?.hint).toMatch(/sandbox.*'IAM Endpoint' as well/);
});
