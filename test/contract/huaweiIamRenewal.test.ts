/** How a token that a service takes no more is replaced, by n8n's own code with the fields that a node gives it. */
import type { ICredentialDataDecryptedObject, IExecuteFunctions, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { isAwaited as isAwaitedElsewhere } from '../../credentials/huaweiIam/awaited';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { runNode } from '../support/engine';
import { credentialAt, sendForMany } from '../support/iamCallers';
import { type IamServer, refusedByIam, startIam } from '../support/iamServer';
import type { Reply } from '../support/wire';

const renewal = huaweiCloud.credentials.find(({ type }) => type === 'huaweiCloudIamApi')?.token;
if (renewal === undefined) throw new Error('The credential says nothing about its token');

let server: IamServer;
beforeEach(async () => { server = await startIam(); });
afterEach(async () => { await server.close(); });

/** What a node does with n8n's helper, in n8n's engine. */
async function inNode(given: ReturnType<typeof credentialAt>, work: (send: (fields: object) => Promise<unknown>) => Promise<void>): Promise<void> {
	const node: INodeType = {
		description: {
			displayName: 'Node', name: 'node', group: ['output'], version: 1, description: 'Node', defaults: { name: 'Node' },
			inputs: [NodeConnectionTypes.Main], outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: given.type.name, required: true }], properties: [],
		},
		async execute(this: IExecuteFunctions) {
			await work(async (fields) => await this.helpers.httpRequestWithAuthentication.call(this, given.type.name, {
				method: 'POST',
				url: 'https://osm.ap-southeast-3.myhuaweicloud.com/v2/x',
				body: { item: 1 },
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
			}, { credentialsDecrypted: { id: '1', name: 'n', type: given.type.name, data: fields as ICredentialDataDecryptedObject } }));
			return [[]];
		},
	};
	const { error } = await runNode({ node, parameters: {}, credentials: [given] });
	if (error) throw error;
}

const tokensSent = () => server.received.filter(({ target }) => target === '/v2/x').map(({ headers }) => headers['x-auth-token']);

describe('fields without their token', () => {
	it('are signed with another token than the one that was refused', async () => {
		const given = credentialAt(server.url);
		await inNode(given, async (send) => {
			const fields = { ...given.values };
			await send(fields);
			server.good.clear();
			await send(fields);
			const again = renewal.without(fields);
			await send(again);
			expect(tokensSent()).toEqual(['MIItoken1', 'MIItoken1', 'MIItoken2']);
		});
		expect(given.values.token).toContain('MIItoken2');
	});

	it('get the token that another execution has fetched meanwhile, and IAM is not asked for one more', async () => {
		const given = credentialAt(server.url);
		const fields = { ...given.values };
		await inNode(given, async (send) => {
			await send(fields);
			server.good.clear();
			await send(renewal.without(fields));
			await Promise.all(Array.from({ length: 50 }, () => send(renewal.without(fields))));
		});
		expect(server.asked).toHaveLength(2);
		expect(new Set(tokensSent().slice(1))).toEqual(new Set(['MIItoken2']));
	});

	it('send nothing and cost one try when IAM gives no token any more', async () => {
		const given = credentialAt(server.url);
		const fields = { ...given.values };
		await inNode(given, async (send) => {
			await send(fields);
			server.good.clear();
			server.always = { status: 503 };
			const ends = await Promise.allSettled(Array.from({ length: 50 }, () => send(renewal.without(fields))));
			expect(ends.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 'rejected'));
		});
		expect(server.asked).toHaveLength(2);
		expect(tokensSent()).toEqual(['MIItoken1']);
	});
});

describe('whether a token is awaited', () => {
	it('is told of the very fields that n8n was given, from the question to the answer', async () => {
		const given = credentialAt(server.url);
		const fields = { ...given.values };
		const seen: boolean[] = [];
		const look = () => { seen.push(renewal.isAwaited(fields), renewal.isAwaited({ ...fields })); };
		const arrived = new Promise<() => void>((resolve) => {
			server.instead.push({ raw: (outgoing) => { resolve(() => { outgoing.writeHead(201, { 'x-subject-token': 'MIIheld' }).end('{}'); }); } });
		});
		server.good.add('MIIheld');
		await inNode(given, async (send) => {
			look();
			const sent = send(fields);
			const answer = await arrived;
			look();
			answer();
			await sent;
			look();
		});
		expect(seen).toEqual([false, false, true, false, false, false]);
		expect(tokensSent()).toEqual(['MIIheld']);
	});

	it('ends with a refusal too, and leaves no trace in the fields', async () => {
		const given = credentialAt(server.url);
		server.always = { status: 503 };
		const fields = { ...given.values };
		await inNode(given, async (send) => { await send(fields).catch(() => undefined); });
		expect(renewal.isAwaited(fields)).toBe(false);
		expect(Reflect.ownKeys(fields)).toEqual(Reflect.ownKeys(given.values));
	});

	it('is known to nodes and credentials that n8n loads from files of their own', async () => {
		await jest.isolateModulesAsync(async () => {
			const { isAwaited, whileAwaited } = jest.requireActual<typeof import('../../credentials/huaweiIam/awaited')>('../../credentials/huaweiIam/awaited');
			expect(isAwaited).not.toBe(isAwaitedElsewhere);
			const fields = {};
			await whileAwaited(fields, () => {
				expect(isAwaitedElsewhere(fields)).toBe(true);
				return Promise.resolve();
			});
			expect(isAwaitedElsewhere(fields)).toBe(false);
		});
	});
});

describe("n8n's HTTP Request node, which asks for another token after whatever went wrong", () => {
	it.each<[string, Reply]>([
		['a proxy answers for IAM with 401', { raw: (outgoing) => outgoing.writeHead(401, { 'content-type': 'text/html' }).end('<html>') }],
		['IAM answers 401 and nothing else', { status: 401 }],
		['IAM is down', { status: 503 }],
		['IAM resets the connection', { raw: (outgoing) => outgoing.socket?.resetAndDestroy() }],
	])('sends each of its requests once while %s', async (_, check) => {
		const given = credentialAt(server.url);
		await sendForMany(given, 1, 'together', 'legacy');
		server.check = check;
		server.answers.push(...Array.from({ length: 50 }, () => ({ status: 500 })));
		expect(await sendForMany(given, 50, 'together', 'legacy')).toHaveLength(50);
		expect(server.done).toHaveLength(51);
		expect(server.asked).toHaveLength(1);
	});

	it('asks IAM about a token once for all whose request went wrong at the same time, and renews it once', async () => {
		const given = credentialAt(server.url);
		await sendForMany(given, 1, 'together', 'legacy');
		server.good.clear();
		expect(await sendForMany(given, 50, 'together', 'legacy')).toEqual([]);
		expect(server.done).toHaveLength(51);
		expect(server.asked).toHaveLength(2);
	});

	it('sends nothing again while IAM refuses to give another token', async () => {
		const given = credentialAt(server.url);
		await sendForMany(given, 1, 'together', 'legacy');
		server.good.clear();
		server.always = refusedByIam(403, 'no', 'Forbidden');
		expect(await sendForMany(given, 50, 'together', 'legacy')).toHaveLength(50);
		expect(server.done).toHaveLength(1);
		expect(server.refused).toHaveLength(50);
		expect(server.asked).toHaveLength(2);
	});
});
