/** What the form loads while a person fills it in, and what is said of routes that cannot be told apart. */
import { type INodeParameters, type INodeProperties, NodeHelpers } from 'n8n-workflow';
import { clouds } from '../support/clouds';
import { localCodes } from '../../nodes/engine/words/localCodes';
import { outputsOfMode } from '../../nodes/engine/words/branches';
import { drawnSubtitle, formOf, runNode } from '../support/engine';
import { json, serve } from '../support/parcel';

const cloud = clouds.find(({ vendor }) => vendor.name === 'tencentCloud') ?? clouds[0];
const customer = { resource: 'partnerCustomer', operation: 'sendCode', phoneNum: '1' };

async function asked(data: object, method: string, parameters: INodeParameters, filter?: string) {
	const server = await serve((_seen, response) => {
		json(response, { Response: { ...data, RequestId: 'r' } });
	});
	try {
		const form = formOf({ node: cloud.node, parameters, credentials: [cloud.credential(server.url)] });
		return await form.search(method, filter);
	} finally {
		await server.close();
	}
}

describe('the list of error codes', () => {
	it("offers the chosen operation's own codes first, with output and meaning, each once", async () => {
		const options = await formOf({ node: cloud.node, parameters: customer }).options('getErrorCodes');
		expect(options[0]).toEqual({
			name: 'FailedOperation.PhoneBindUpper',
			value: 'FailedOperation.PhoneBindUpper',
			description: 'Fix Input: This mobile number already belongs to as many accounts as one number may have',
		});
		const values = options.map(({ value }) => value);
		expect(values).toEqual(expect.arrayContaining(['RequestLimitExceeded', 'Local.Timeout']));
		expect(new Set(values).size).toBe(values.length);
	});

	it('starts with Success where an outcome is simulated', async () => {
		const options = await formOf({ node: cloud.node, parameters: customer }).options('getOutcomes');
		expect(options[0]).toMatchObject({ name: 'Success', value: 'success' });
	});
});

describe("the account's own values", () => {
	const countries = { Data: [{ EnName: 'Hong Kong', IOS2: 'HK', Code: '852' }, { EnName: 'Russia', IOS2: 'RU', Code: '7' }, {}, { EnName: 7, Code: null }] };

	it('are countries by name and code, with a remark on those that the call refuses', async () => {
		const { results } = await asked(countries, 'searchCountryCodes', customer);
		expect(results).toEqual([
			{ name: 'Hong Kong (852)', value: '852' },
			{ name: 'Russia (7) - refused by this call', value: '7' },
		]);
	});

	it('are found by a part of the name, whatever its case', async () => {
		const { results } = await asked(countries, 'searchCountryCodes', customer, 'hong');
		expect(results.map(({ value }) => value)).toEqual(['852']);
	});

	it('are the industries below the chosen one', async () => {
		const TradeList = ['01', '02'].map((id) => ({ Id: `kghy_${id}`, Name: id, Children: [{ Id: `kghy_${id}01`, Name: 'below' }] }));
		const tradeOne = { __rl: true, mode: 'list', value: 'kghy_02' };
		const { results } = await asked({ TradeList }, 'searchSubIndustries', { ...customer, operation: 'createAccount', tradeOne });
		expect(results.map(({ value }) => value)).toEqual(['kghy_0201']);
	});

	it('are replaced by a clear message when the key lacks the right', async () => {
		const refusal = asked({ Error: { Code: 'AuthFailure.UnauthorizedOperation', Message: 'no' } }, 'searchCountryCodes', customer);
		await expect(refusal).rejects.toMatchObject({
			message: expect.stringMatching(/may not|not allow|permission/i) as string,
			description: expect.stringContaining('Type the value by hand instead') as string,
		});
	});
});

describe('dialling codes where the vendor has no list', () => {
	it('are offered by country, written as the call wants them, without a request', async () => {
		const form = formOf({ node: cloud.node, parameters: { resource: 'driveAdministrator', operation: 'sendCode' } });
		const { results } = await form.search('searchDiallingCodesWithPlus', 'hong');
		expect(results).toEqual([{ name: 'Hong Kong (+852)', value: '+852' }]);
		const all = await form.search('searchDiallingCodesWithPlus');
		expect(all.results.length).toBeGreaterThan(200);
	});
});

describe('routes', () => {
	const run = async (values: object[], onError: 'stopWorkflow' | 'continueRegularOutput' = 'stopWorkflow') =>
		await runNode({
			node: cloud.node,
			parameters: { ...customer, countryCode: '852', branchOn: 'errorCode', routes: { values } as INodeParameters, options: { simulate: 'RequestLimitExceeded.SendSms' } },
			credentials: [cloud.credential('http://127.0.0.1:1')],
			settings: { onError },
		});
	const route = (name: string, typedCodes: string, codes: string[] = []) => ({ name, codes, typedCodes });

	it.each([
		['no name', [route('', 'A')], "Route 1 under 'Routes' has no name"],
		['no codes', [route('Fast', ' , ')], "Route 'Fast' has no codes, so nothing could leave by it"],
		['a name used twice', [route('Fast', 'A'), route('Fast', 'B')], "Two routes are named 'Fast'"],
		['a code in two routes', [route('Fast', 'A'), route('Slow', '', ['A'])], "The code A stands in the routes 'Fast' and 'Slow'"],
	])('with %s are refused before anything is sent', async (_what, values, message) => {
		const { error } = await run(values);
		expect(error?.message).toBe(message);
		const { outputs } = await run(values, 'continueRegularOutput');
		expect(outputs[0]).toEqual([]);
		expect(outputs.flat()[0]?.json['failure']).toMatchObject({ code: 'Local.InvalidRoutes' });
	});

	it('take a code by star only where no route names it', async () => {
		const limit = { ...customer, resource: 'driveAdministrator', purpose: 'BindSuperAdmin', phoneNumber: '1' };
		const { outputs } = await runNode({
			node: cloud.node,
			parameters: {
				...limit,
				branchOn: 'errorCode',
				routes: { values: [route('Any Limit', 'RequestLimitExceeded*'), route('Per Number', 'RequestLimitExceeded.SendSms')] },
				options: { simulate: '={{ $json.code }}' },
			},
			items: [{ code: 'RequestLimitExceeded.SendSms' }, { code: 'RequestLimitExceeded.IPLimitExceeded' }, { code: 'AuthFailure.TokenFailure' }],
			credentials: [cloud.credential('http://127.0.0.1:1')],
		});
		expect(outputs.map((items) => items.map(({ pairedItem }) => (pairedItem as { item: number }).item))).toEqual([[], [2], [1], [0]]);
	});
});

describe('what the builder reads', () => {
	const within = (property: INodeProperties): INodeProperties[] => [
		property,
		...(property.options ?? []).flatMap((option) => ('values' in option ? option.values : 'type' in option ? [option] : [])).flatMap(within),
	];

	it.each(clouds.map(({ node, vendor }) => ({ name: vendor.displayName, node, vendor })))(
		'below a $name node is operation and resource as the form shows them',
		({ node, vendor }) => {
			for (const { resource, value: operation, name } of vendor.operations) {
				expect(drawnSubtitle(node, { resource: resource.value, operation })).toBe(`${name}: ${resource.name}`);
			}
		},
	);

	it("below a node that calls n8n's own Custom API Call is no leftover of an expression", () => {
		const custom = '__CUSTOM_API_CALL__';
		expect(drawnSubtitle(cloud.node, { resource: custom, operation: custom })).toBe('');
	});

	it.each(clouds.map(({ node, vendor }) => ({ name: vendor.displayName, node })))(
		'in the form of $name are no labels that ask for a name or an ID where a code or an outcome is picked',
		({ node }) => {
			const labels = node.description.properties.flatMap(within).map(({ displayName }) => displayName);
			expect(labels).toEqual(expect.arrayContaining(['Simulate', 'Codes']));
			expect(labels.filter((label) => /\bNames? or IDs?\b/.test(label))).toEqual([]);
		},
	);

	const modes = Object.entries(outputsOfMode);
	const noticesOf = (mode: string, name = cloud.node.description.name) =>
		cloud.node.description.properties
			.filter(({ name: parameter }) => parameter === 'branchNotice')
			.filter((notice) =>
				NodeHelpers.displayParameter({ branchOn: mode }, notice, { typeVersion: 1 }, { ...cloud.node.description, name }),
			)
			.map(({ displayName }) => displayName);

	it.each(modes)('the moment %s is chosen says which outputs there are now, and that wires stay at their position', (mode, outputs) => {
		const choice = cloud.node.description.properties.find(({ name }) => name === 'branchOn');
		const described = (choice?.options ?? []).flatMap((option) => ('value' in option && option.value === mode ? [option.description] : []));
		expect(described).toEqual([expect.stringMatching(/output/)]);
		const [notice, ...more] = noticesOf(mode);
		expect(more).toEqual([]);
		for (const output of outputs) expect(notice).toContain(output);
		expect(notice).toMatch(/wires?/i);
	});

	it('differs from mode to mode, so that a change is seen', () => {
		expect(new Set(modes.flatMap(([mode]) => noticesOf(mode))).size).toBe(modes.length);
	});

	it('is no talk of outputs where an agent uses the node as a tool, which has one', () => {
		expect(modes.flatMap(([mode]) => noticesOf(mode, 'tencentCloudTool'))).toEqual([]);
	});
});

describe('a node that stops the workflow by itself', () => {
	const stopped = async (code: string) =>
		await runNode({
			node: cloud.node,
			parameters: { ...customer, countryCode: '852', branchOn: 'none', options: { simulate: code } },
			credentials: [cloud.credential('http://127.0.0.1:1')],
		});

	it.each(Object.keys(localCodes))('%s is not shown as something that the vendor said', async (code) => {
		const { error } = await stopped(code);
		expect(error?.message).not.toMatch(/^Tencent Cloud:/);
		expect(error?.httpCode ?? '').toBe('');
		expect(error?.messages ?? []).toEqual([]);
		expect(error?.description).toContain(`Code: ${code}.`);
	});

	it('shows what the vendor said as the vendor\'s, with its code', async () => {
		const { error } = await stopped('FailedOperation.SendVerifyCodeLimit60');
		expect(error?.message).toBe('Tencent Cloud: The last code was sent less than 60 seconds ago [item 0]');
		expect(error?.httpCode).toBe('FailedOperation.SendVerifyCodeLimit60');
	});
});
