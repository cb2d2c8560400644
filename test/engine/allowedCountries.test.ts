/** The guard Allowed Countries, through the nodes: whose number gets a message, and who is told why not. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Cloud, clouds } from '../support/clouds';
import { declared } from '../support/declarations';
import { formOf, runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { answerSample, sampleParameters } from '../support/samples';

const [tencent, alibaba, huawei] = clouds as readonly [Cloud, Cloud, Cloud];

const sends = {
	domain: { cloud: tencent, operation: declared(tencent.vendor, 'domainContact.sendCode'), fixed: { type: 1 }, number: 'code', country: '' },
	mail: { cloud: tencent, operation: declared(tencent.vendor, 'domainContact.sendCode'), fixed: { type: 2 }, number: 'code', country: '' },
	partner: { cloud: tencent, operation: declared(tencent.vendor, 'partnerCustomer.sendCode'), fixed: {}, number: 'phoneNum', country: 'countryCode' },
	whatsApp: { cloud: alibaba, operation: declared(alibaba.vendor, 'whatsAppNumber.sendCode'), fixed: {}, number: 'phoneNumber', country: '' },
	ticket: { cloud: huawei, operation: declared(huawei.vendor, 'ticketContact.sendCode'), fixed: { contactWay: 0 }, number: 'contactValue', country: 'areaCode' },
	ticketMail: { cloud: huawei, operation: declared(huawei.vendor, 'ticketContact.sendCode'), fixed: { contactWay: 1 }, number: 'contactValue', country: '' },
} as const;

async function run(call: keyof typeof sends, allowedCountries: unknown, item: IDataObject) {
	const { cloud, operation, fixed, number, country } = sends[call];
	const server = await serve((_seen, response) => { cloud.succeed(response, answerSample(operation)); });
	const parameters = {
		...sampleParameters(operation),
		...fixed,
		[number]: '={{ $json.number }}',
		...(country === '' ? {} : { [country]: '={{ $json.country }}' }),
		options: { allowedCountries },
	} as unknown as INodeParameters;
	const { outputs } = await runNode({ node: cloud.node, parameters, items: [item], credentials: [cloud.credential(server.url)] });
	await server.close();
	return { sent: server.seen.length, failure: outputs.slice(1).flat()[0]?.json['failure'] as IDataObject | undefined };
}

describe('a number', () => {
	it.each([
		['partner', ['HK'], { country: '+852', number: '5123-4567' }],
		['partner', 'cn, hk', { country: '852', number: '+852 5123 4567' }],
		['partner', ['US'], { country: '1', number: '202 555 0123' }],
		['whatsApp', ['CN'], { number: '+86 138 0000 1234' }],
		['ticket', ['CN', 'GB'], { country: '86', number: '13800001234' }],
		['domain', ['CN'], { number: '+86.13800001234' }],
		['mail', ['CN'], { number: 'name@example.com' }],
		['ticketMail', ['CN'], { number: 'name@example.com' }],
	] as const)('of an allowed country gets its message (%s, %s)', async (call, allowed, item) => {
		expect(await run(call, allowed, item)).toEqual({ sent: 1, failure: undefined });
	});

	it.each([
		['partner', ['CN'], { country: '852', number: '5123 4567' }, 'belongs to a country (HK)'],
		['partner', ['US'], { country: '1', number: '684 258 1234' }, 'belongs to a country (AS)'],
		['partner', ['RU'], { country: '7', number: '701 123 4567' }, 'belongs to a country (KZ)'],
		['whatsApp', ['GB'], { number: '+86 138 0000 1234' }, 'belongs to a country (CN)'],
		['ticket', ['CN'], { country: '44', number: '07911 123456' }, 'belongs to a country'],
		['domain', ['CN'], { number: '18766554433' }, 'The country of'],
		['whatsApp', ['US'], { number: '88313000000' }, 'The country of'],
	] as const)('of another country, or of one that is not certain, gets none (%s, %s)', async (call, allowed, item, says) => {
		const { sent, failure } = await run(call, allowed, item);
		expect(sent).toBe(0);
		expect(failure).toMatchObject({ category: 'fixInput', maybeSent: false });
		if (failure?.['code'] === 'Local.CountryNotAllowed') expect(failure['explanation']).toContain(says);
		expect(JSON.stringify(failure)).not.toContain(item.number);
	});

	it.each([['nothing', []], ['a name', ['China']], ['a dialling code', '86'], ['an object', '={{ ({}) }}'], ['an empty text', '={{ "" }}']])(
		'gets none where the countries are %s',
		async (_what, allowed) => {
			const { sent, failure } = await run('ticket', allowed, { country: '86', number: '13800001234' });
			expect(sent).toBe(0);
			expect(failure).toMatchObject({ code: 'Local.InvalidParameter', field: 'allowedCountries' });
		},
	);
});

it('the form offers the countries of the world by name', async () => {
	const options = await formOf({ node: tencent.node, parameters: {} }).options('getCountries');
	expect(options.length).toBeGreaterThan(240);
	expect(options).toContainEqual({ name: 'Hong Kong (HK)', value: 'HK' });
});
