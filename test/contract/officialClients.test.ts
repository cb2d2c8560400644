/**
 * The same input through our node and through the vendors' own clients, both to one server that only listens: what
 * differs stands in a table with the reason, and a row that explains nothing any more is a failure too.
 */
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import type { Operation } from '../../nodes/engine/words/operation';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import { callProduct, modelOf } from '../support/alibabaProductSdk';
import { callSdk as callAlibaba } from '../support/alibabaSdk';
import { type Cloud, clouds } from '../support/clouds';
import { differences, type Explained, explains } from '../support/comparedRequests';
import { runNode } from '../support/engine';
import { callSdk as callHuawei } from '../support/huaweiSdk';
import { answerSample, type Filled, sampleParameters, sampleValues } from '../support/samples';
import { everyHostIsHere } from '../support/sandboxClient';
import { callSdk as callTencent, isService } from '../support/tencentSdk';
import { listen, type Received, type Wire } from '../support/wire';

type Values = ReturnType<typeof sampleValues>;

/** An operation that a client knows. */
interface Case {
	readonly operation: Operation;
	/** Calls it through the client; the bytes go to `port`. */
	readonly call: (port: string, values: Values) => Promise<unknown>;
}

/** One of the vendors' clients. */
interface Client {
	readonly name: string;
	readonly cloud: Cloud;
	readonly cases: readonly Case[];
	readonly explained: readonly Explained[];
}

const cloudOf = (name: string): Cloud => clouds.find(({ vendor }) => vendor.name === name) ?? clouds[0];
const texts = (values: Values): Record<string, string> =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

const tencentKey = { secretId: 'AKIDsecretid', secretKey: 'secretkey' };
const alibabaKey = { accessKeyId: 'LTAIaccesskeyid', accessKeySecret: 'accesskeysecret' };
const huaweiKey = { accessKey: 'HWaccesskey', secretKey: 'huaweisecretkey' };

const agent: Explained = {
	part: /^header user-agent$/,
	ours: /^n8n$/,
	theirs: /./,
	why: 'n8n names itself, an SDK itself; no vendor looks at it',
};
const accept: Explained = {
	part: /^header accept$/,
	ours: /^application\/json, text\/plain, /,
	theirs: /^(\*\/\*|application\/json)$/,
	why: 'Each takes what its HTTP library reads; the vendor answers JSON all the same',
};
const provider: Explained = {
	part: /^header x-acs-credentials-provider$/,
	ours: undefined,
	theirs: /^static_ak$/,
	why: 'The SDK reports for statistics where its key came from',
};

const clients: readonly Client[] = [
	{
		name: 'tencentcloud-sdk-nodejs-intl-en',
		cloud: cloudOf('tencentCloud'),
		cases: tencentCloud.operations.map((operation) => ({
			operation,
			call: async (port, values) => {
				const { service, action } = operation.api;
				if (!isService(service)) throw new Error(`The SDK has no ${service}`);
				return await callTencent(port, tencentKey, service, action, values);
			},
		})),
		explained: [
			agent,
			accept,
			{
				part: /^header x-tc-region$/,
				ours: undefined,
				theirs: /^null$/,
				why: 'The pages say that these APIs need no region; the SDK sends the word null where it was given none',
			},
			{ part: /^header x-tc-requestclient$/, ours: undefined, theirs: /^SDK_NODEJS/, why: 'The SDK says which SDK it is' },
			{ part: /^header x-tc-traceid$/, ours: undefined, theirs: /^id$/, why: 'The SDK numbers its requests for its own logs' },
			{
				part: /^signed headers$/,
				ours: /^content-type;host;x-tc-action$/,
				theirs: /^content-type;host$/,
				why: 'The newer example of the page on signatures covers the action as well',
			},
		],
	},
	{
		name: '@alicloud/openapi-core',
		cloud: cloudOf('alibabaCloud'),
		cases: alibabaCloud.operations.map((operation) => ({
			operation,
			call: async (port, values) => await callAlibaba(port, alibabaKey, { ...operation.api, values: texts(values) }),
		})),
		explained: [
			agent,
			provider,
			{
				part: /^signed headers$/,
				ours: /^host;x-acs-action;x-acs-content-sha256;x-acs-date;/,
				theirs: /^host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;/,
				why: 'Each signs all the headers beginning with x-acs- that it sends',
			},
		],
	},
	{
		name: '@alicloud/cams20200606',
		cloud: cloudOf('alibabaCloud'),
		cases: alibabaCloud.operations
			.filter(({ api }) => modelOf(`${api.action}Request`) !== undefined)
			.map((operation) => ({
				operation,
				call: async (port, values) => { await callProduct(port, alibabaKey, operation.api.host, operation.api.action, values); },
			})),
		explained: [
			agent,
			provider,
			{
				part: /^place of values$/,
				ours: /^query$/,
				theirs: /^form$/,
				why: 'The documented place is the query since 2024-08; this SDK, the newest on npm, is older. The gateway takes both',
			},
			{ part: /^header content-type$/, ours: undefined, theirs: /form-urlencoded/, why: 'Only a body has a type' },
			{ part: /^header x-acs-content-sha256$/, ours: /^e3b0c442/, theirs: /^[0-9a-f]{64}$/, why: 'The hash is that of the body' },
			{
				part: /^signed headers$/,
				ours: /^host;x-acs-action;x-acs-content-sha256;x-acs-date;/,
				theirs: /^(content-type;)?host;x-acs-action;x-acs-content-sha256;x-acs-credentials-provider;x-acs-date;/,
				why: 'Each signs all the headers beginning with x-acs- that it sends, and the type of its body',
			},
		],
	},
	{
		name: '@huaweicloud/huaweicloud-sdk-core',
		cloud: cloudOf('huaweiCloud'),
		cases: huaweiCloud.operations.map((operation) => ({
			operation,
			call: async (port, values) => {
				const { method, path } = operation.api;
				const place = (wire: string) =>
					operation.fields.find((field) => field.wire === wire)?.place ?? (method === 'GET' ? 'query' : 'body');
				const at = (where: string) => Object.fromEntries(Object.entries(values).filter(([wire]) => place(wire) === where));
				const data = method === 'GET' ? {} : { data: at('body') };
				return await callHuawei(port, huaweiKey, { method, path, query: texts(at('query')), headers: texts(at('header')), domainId: '', ...data });
			},
		})),
		explained: [
			agent,
			accept,
			{
				part: /^header content-type$/,
				ours: undefined,
				theirs: /^application\/json$/,
				why: 'The SDK names the type of a body where there is none',
			},
			{
				part: /^signed headers$/,
				ours: /^host;/,
				theirs: /^content-type;host;/,
				why: 'The guide leaves it open whether the type is signed; n8n may change its letters on the way',
			},
		],
	},
];

let wire: Wire;
let answer: unknown = {};

beforeAll(async () => {
	everyHostIsHere();
	wire = await listen(() => ({ json: answer }));
});
afterAll(async () => {
	jest.restoreAllMocks();
	await wire.close();
});

/** The page that a list is first asked for. */
const firstPage = ({ listing }: Operation): Values => {
	if (listing?.paging === undefined) return {};
	const { limit, position, pageSize, readings } = listing.paging;
	return { [limit]: pageSize, [position]: readings[0].first };
};

const lastReceived = (): Received => {
	const last = wire.received.at(-1);
	if (last === undefined) throw new Error('Nothing arrived');
	return last;
};

const envelopes: Readonly<Record<string, (data: object) => object>> = {
	tencentCloud: (data) => ({ Response: { ...data, RequestId: 'r' } }),
	alibabaCloud: (data) => ({ ...data, RequestId: 'r', Code: 'OK', Message: 'None', Success: true }),
};

/** Sends the same through both. */
async function both({ cloud }: Client, { operation, call }: Case, filled: Filled): Promise<readonly [ours: Received, theirs: Received]> {
	answer = envelopes[cloud.vendor.name]?.(answerSample(operation)) ?? answerSample(operation);
	const parameters = { ...sampleParameters(operation, filled), ...(operation.listing === undefined ? {} : { returnAll: true }) };
	const before = wire.received.length;
	await runNode({ node: cloud.node, parameters, credentials: [cloud.credential(wire.url)] });
	const ours = wire.received[before];
	if (ours === undefined) throw new Error('The node sent nothing');
	const sent = wire.received.length;
	await call(new URL(wire.url).port, { ...sampleValues(operation, filled), ...firstPage(operation) });
	expect(wire.received.length).toBe(sent + 1);
	return [ours, lastReceived()];
}

describe.each(clients)('the client of $name', (client) => {
	const used = new Set<Explained>();

	it.each(
		client.cases.flatMap((one) => (['required', 'all'] as const).map((filled) => ({ ...one, title: `${one.operation.resource.value}, ${one.operation.name}`, filled }))),
	)('sends the same for $title, with $filled fields filled in', async ({ filled, ...one }) => {
		const [ours, theirs] = await both(client, one, filled);
		const unexplained = differences(ours, theirs).filter((difference) => {
			const row = client.explained.find((explained) => explains(explained, difference));
			if (row !== undefined) used.add(row);
			return row === undefined;
		});
		expect(unexplained).toEqual([]);
	});

	it('leaves no row of its table without a difference', () => {
		expect(client.explained.filter((row) => !used.has(row)).map(({ why }) => why)).toEqual([]);
	});
});
