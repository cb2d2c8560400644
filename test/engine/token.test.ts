/** Huawei Cloud by token: tokens that end in the middle of a batch lose nothing and send nothing twice. */
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { HuaweiCloud } from '../../nodes/HuaweiCloud/HuaweiCloud.node';
import { runNode } from '../support/engine';
import { startIam, wrongPassword } from '../support/iamServer';

const node = new HuaweiCloud();
const count = 200;
const items = Array.from({ length: count }, (_, index) => ({ phone: `188${String(index).padStart(8, '0')}` }));

const parameters = {
	authentication: 'iamToken',
	resource: 'ticketContact',
	operation: 'sendCode',
	contactWay: 0,
	contactValue: '={{ $json.phone }}',
	areaCode: '86',
};

const credentialFor = (url: string, password: string) => ({
	type: new HuaweiCloudIamApi(),
	values: { token: '', site: 'international', accountName: 'company', userName: 'n8n', password, scope: 'domain', projectName: '', endpoint: url, iamEndpoint: url },
});

describe('200 codes by token', () => {
	it('come out as 200 and reach the vendor once each, although the token ends three times on the way', async () => {
		const server = await startIam();
		const endings = [50, 90, 150];
		const { outputs } = await runNode({
			node,
			parameters,
			items: items.map((item, index) => ({ ...item, index })),
			credentials: [
				{
					...credentialFor(server.url, 'Right-password-1'),
					type: endingTokens(server, endings, () => server.done.length),
				},
			],
		});
		await server.close();
		expect(outputs[0]).toHaveLength(count);
		const numbers = server.done.map(({ body }) => (JSON.parse(body.toString()) as { contact_value: string }).contact_value);
		expect(numbers.sort()).toEqual(items.map(({ phone }) => phone));
		expect(server.asked).toHaveLength(1 + endings.length);
		expect(JSON.stringify(outputs)).not.toContain('MIItoken');
	});

	it('ask once for a token with a wrong password, and say so on every item', async () => {
		const server = await startIam();
		server.instead.push(...Array.from({ length: 10 }, () => wrongPassword));
		const { outputs } = await runNode({ node, parameters, items, credentials: [credentialFor(server.url, 'Wrong-password-2')] });
		await server.close();
		expect(server.asked).toHaveLength(1);
		expect(server.done).toEqual([]);
		expect(outputs[3]).toHaveLength(count);
		expect(outputs[3]?.[0]?.json['failure']).toMatchObject({ code: 'Local.CredentialRefused', category: 'fixAccount', maybeSent: false });
	});
});

/** The credential type, whose tokens the server forgets after it has carried out so many requests. */
function endingTokens(server: Awaited<ReturnType<typeof startIam>>, endings: number[], done: () => number): HuaweiCloudIamApi {
	const type = new HuaweiCloudIamApi();
	const { authenticate } = type;
	const left = [...endings];
	type.authenticate = async (credentials, options) => {
		const signed = typeof authenticate === 'function' ? await authenticate(credentials, options) : options;
		if (left[0] !== undefined && done() >= left[0]) {
			left.shift();
			server.good.clear();
		}
		return signed;
	};
	return type;
}
