/** What the form loads while a person fills it in, and what is said of routes that cannot be told apart. */
import type { INodeParameters } from 'n8n-workflow';
import { clouds } from '../support/clouds';
import { formOf, runNode } from '../support/engine';
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
