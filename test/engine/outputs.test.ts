/** What a person sees of outcomes: the route of a code, the hint in the output panel, what is missing before anything is asked. */
import type { IDataObject, INode } from 'n8n-workflow';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { hasManyFields } from '../../nodes/engine/judge/simplify';
import { clouds } from '../support/clouds';
import { type GivenCredential, runNode } from '../support/engine';
import { json, ParcelNode, parcelCredential, serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const [tencent, alibaba, huawei] = clouds;
if (alibaba === undefined || huawei === undefined) throw new Error('A cloud is missing');

const parcelParameters = { resource: 'locker', operation: 'sendCode', phoneNum: '={{ $json.phone }}', channel: 1 };

describe('a route', () => {
	it.each([
		['APIG.0308', '', 'APIGW.0308'],
		['APIG.0308', '', 'APIG.0308'],
		['', 'APIGW.0308', 'APIG.0308'],
		['', 'APIG.03*', 'APIGW.0308'],
	])('takes a code in every spelling of the vendor: picked %s, typed %s, answered %s', async (picked, typedCodes, answered) => {
		const server = await serve((_seen, response) => { huawei.refuse(response, answered, 'slow down', 429); });
		const { outputs } = await runNode({
			node: huawei.node,
			parameters: {
				...sampleParameters(huawei.vendor.operations[0] as (typeof huawei.vendor.operations)[number]),
				branchOn: 'errorCode',
				routes: { values: [{ name: 'Too Fast', codes: picked === '' ? [] : [picked], typedCodes }] },
			},
			credentials: [huawei.credential(server.url)],
		});
		await server.close();
		expect(outputs.map((items) => items.length)).toEqual([0, 0, 1]);
	});
});

describe('the output panel', () => {
	const run = async (phones: readonly string[], parameters: INode['parameters'] = {}) => {
		const codes = ['', '', 'Box.Full', 'Box.Unpaid', 'Box.Soon', 'Box.<Odd>', 'A.1', 'A.2', 'A.3'];
		const server = await serve(({ body }, response) => {
			const code = codes[Number((JSON.parse(body) as { PhoneNum: string }).PhoneNum)];
			json(response, code ? { id: 'r', code, message: '' } : { id: 'r' });
		});
		const result = await runNode({
			node: new ParcelNode(),
			parameters: { ...parcelParameters, ...parameters },
			items: phones.map((phone) => ({ phone })),
			credentials: [parcelCredential(server.url)],
		});
		await server.close();
		return result;
	};

	it('names output, count and reason of what did not succeed', async () => {
		const { hints } = await run(['1', '2', '2', '3']);
		expect(hints).toEqual([
			'2 items left by Fix Input: The locker is full. Choose another locker. (Box.Full)',
			'1 item left by Fix Account: The account is not paid. Pay the bill. (Box.Unpaid)',
		]);
	});

	it('keeps two reasons apart that share a code', async () => {
		const { hints } = await run(['', 'x', 'y']);
		expect(hints).toHaveLength(2);
		expect(hints[0]).toContain('2 items left by Fix Input');
		expect(hints[1]).toContain("1 item left by Fix Input: 'Phone Number' is empty");
	});

	it('says nothing where all succeeded, and draws no HTML of the vendor', async () => {
		expect((await run(['1', '1'])).hints).toEqual([]);
		expect((await run(['5'])).hints.join()).toContain('Box.&lt;Odd&gt;');
	});

	it('counts the rest together where there are many reasons', async () => {
		const { hints } = await run(['2', '3', '4', '5', '6', '7', '8']);
		expect(hints).toHaveLength(5);
		expect(hints[4]).toBe('3 items left for other reasons');
	});
});

describe('a node without a credential', () => {
	it.each(['category', 'successOrError', 'errorCode', 'none'])('stops the workflow before anything is asked, as every node does: %s', async (branchOn) => {
		const { error } = await runNode({
			node: new ParcelNode(),
			parameters: { ...parcelParameters, branchOn, routes: { values: [{ name: 'a', codes: ['b'] }] } },
			items: [{ phone: '1' }],
			credentials: [parcelCredential('http://127.0.0.1:1')],
			credentialChosen: false,
		});
		expect(error?.message).toBe('The node has no credential that n8n could read');
		expect(error?.description).toContain("choose or create a credential under 'Credential'");
	});

	it('stops it as well where n8n has lost the credential, and lets items out by Fix Account once some are done', async () => {
		const server = await serve((_seen, response) => { json(response, { id: 'r' }); });
		const lost = (from: number): GivenCredential => ({
			...parcelCredential(server.url),
			values: (itemIndex) => {
				if (itemIndex >= from) throw new Error('Credential with ID "1" does not exist');
				return { host: server.url };
			},
		});
		const run = async (from: number) =>
			await runNode({ node: new ParcelNode(), parameters: parcelParameters, items: [{ phone: '1' }, { phone: '1' }], credentials: [lost(from)] });
		expect((await run(0)).error?.message).toBe('The node has no credential that n8n could read');
		const { outputs, error } = await run(1);
		expect(error).toBeUndefined();
		expect(outputs.map((items) => items.length)).toEqual([1, 0, 0, 1, 0]);
		await server.close();
	});

	it('can simulate', async () => {
		const { outputs } = await runNode({
			node: new ParcelNode(),
			parameters: { ...parcelParameters, options: { simulate: 'success' } },
			items: [{ phone: '1' }],
			credentials: [parcelCredential('http://127.0.0.1:1')],
			credentialChosen: false,
		});
		expect(outputs[0]).toHaveLength(1);
	});
});

describe('a credential with expressions', () => {
	it("signs each item with its own item's key, and asks its own item's site", async () => {
		const server = await serve((_seen, response) => { tencent.succeed(response); });
		const { type } = tencent.credential(server.url);
		const { outputs } = await runNode({
			node: tencent.node,
			parameters: { resource: 'domainContact', operation: 'sendCode', type: 1, code: '18766554433' },
			items: [{}, {}],
			credentials: [
				{
					type,
					values: (itemIndex) => ({ site: itemIndex === 0 ? 'international' : 'mainland', secretId: `AKIDitem${String(itemIndex)}`, secretKey: 'secretkey', sessionToken: '', endpoint: server.url }),
				},
			],
		});
		await server.close();
		expect(outputs[0]).toHaveLength(2);
		expect(server.seen.map(({ headers }) => [headers.host, /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1]])).toEqual([
			['domain.intl.tencentcloudapi.com', 'AKIDitem0'],
			['domain.tencentcloudapi.com', 'AKIDitem1'],
		]);
	});
});

describe('a simulated success', () => {
	it('is cut down to its main fields as a real one is', async () => {
		const operation = alibabaCloud.operations.find(hasManyFields);
		if (operation === undefined) throw new Error('No answer has many fields');
		const run = async (simplify: boolean) => {
			const { outputs } = await runNode({
				node: alibaba.node,
				parameters: { ...sampleParameters(operation), simplify, options: { simulate: 'success' } },
				credentials: [alibaba.credential('http://127.0.0.1:1')],
			});
			return Object.keys(outputs[0]?.[0]?.json['data'] as IDataObject).length;
		};
		expect(await run(true)).toBeLessThan(await run(false));
	});
});

describe('options that make no sense', () => {
	it.each([
		['timeout', 0, "'Timeout (Seconds)' must be a number from 1 to 300"],
		['timeout', 301, "'Timeout (Seconds)' must be a number from 1 to 300"],
		['timeout', 'soon', "'Timeout (Seconds)' must be a number from 1 to 300"],
		['timeout', '={{ ({ a: 1 }) }}', "'Timeout (Seconds)' must be a number from 1 to 300"],
		['timeout', '={{ $("Nowhere").item.json.x }}', "The expression in 'Timeout (Seconds)' could not be resolved"],
		['simulate', '={{ [1] }}', "'Simulate' must be text"],
		['simulate', '={{ $("Nowhere").item.json.x }}', "The expression in 'Simulate' could not be resolved"],
	])('leave by Fix Input without a request: %s %p', async (option, value, message) => {
		const server = await serve((_seen, response) => { json(response, { id: 'r' }); });
		const { outputs } = await runNode({
			node: new ParcelNode(),
			parameters: { ...parcelParameters, phoneNum: '1', options: { [option]: value } },
			credentials: [parcelCredential(server.url)],
		});
		await server.close();
		expect(server.seen).toEqual([]);
		expect(outputs[1]?.[0]?.json['failure']).toMatchObject({ category: 'fixInput', field: option, message, maybeSent: false });
	});
});

describe('a cancelled execution', () => {
	it('asks nothing more, and says of each item that was left that nothing was sent', async () => {
		let cancel: () => void = () => undefined;
		const cancelled = new Promise<void>((resolve) => {
			cancel = resolve;
		});
		const server = await serve((_seen, response) => {
			if (server.seen.length === 3) cancel();
			else json(response, { id: 'r' });
		});
		const { outputs } = await runNode({
			node: new ParcelNode(),
			parameters: { ...parcelParameters, options: { concurrency: 1 } },
			items: Array.from({ length: 50 }, () => ({ phone: '1' })),
			credentials: [parcelCredential(server.url)],
			cancelled,
		});
		await server.close();
		expect(server.seen).toHaveLength(3);
		const failures = outputs.slice(1).flat().map(({ json: item }) => (item['failure'] as { code: string; category: string; maybeSent: boolean }));
		expect(outputs.map((items) => items.length)).toEqual([2, 0, 47, 0, 1]);
		expect(failures.filter(({ code }) => code === 'Local.Cancelled')).toEqual([expect.objectContaining({ category: 'vendorFault', maybeSent: true })]);
		expect(failures.filter(({ code, maybeSent }) => code === 'Local.NotStarted' && !maybeSent)).toHaveLength(47);
	});
});
