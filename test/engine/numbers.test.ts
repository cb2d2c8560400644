/** Numbers as people write them, through the nodes in n8n's engine: who is reached, or what the person is told. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { askedFor, type Cloud, clouds, credentialByItem } from '../support/clouds';
import { runNode } from '../support/engine';
import { serve } from '../support/parcel';
import { answerSample, sampleParameters } from '../support/samples';
import { sentValues } from '../support/sent';

/** Country code as given, number as written, and the number that the vendor gets or a part of the refusal. */
type Spelling = readonly [string, string | number, string];

const refusals = {
	other: 'begins with the country code',
	noNumber: 'must be a phone number',
};

const spellings: readonly Spelling[] = [
	// Hong Kong
	['852', '51234567', '51234567'],
	['852', '+852 5123-4567', '51234567'],
	['852', '+85251234567', '51234567'],
	['852', '00852 5123 4567', '51234567'],
	['852', '852 5123 4567', '51234567'],
	['852', '85251234567', '51234567'],
	['852', 85251234567, '51234567'],
	['852', '(852) 5123.4567', '51234567'],
	['852', '852+85251234567', '51234567'],
	['852', '+852 852 5123 4567', '51234567'],
	['852', '\u202a+852\u00a05123\u20114567\u202c', '51234567'],
	['852', '５１２３ ４５６７', '51234567'],
	['852', '٥١٢٣٤٥٦٧', '51234567'],
	['852', 'tel:+852-5123-4567', '51234567'],
	['+852', '5123/4567', '51234567'],
	['00852', '5123 4567', '51234567'],
	[' 852 ', '[5123] 4567', '51234567'],
	['852', '+49 151 23456789', refusals.other],
	['852', '0049 151 23456789', refusals.other],
	['852', '5123 4567 ext. 8', refusals.noNumber],
	['852', '5123+4567', refusals.noNumber],
	// United Kingdom
	['44', '07700 900123', '7700900123'],
	['44', '+44 7700 900123', '7700900123'],
	['44', '+44 (0)7700 900123', '7700900123'],
	['44', '447700900123', '7700900123'],
	['44', '7911 123456', '7911123456'],
	// United States and American Samoa
	['1', '(202) 555-0123', '2025550123'],
	['1', '1-202-555-0123', '2025550123'],
	['1', '+1 202.555.0123', '2025550123'],
	['1', '1-800-FLOWERS', refusals.noNumber],
	['1-684', '+1 684 733 1234', '7331234'],
	['1684', '733-1234', '7331234'],
	['1684', '+1 202 555 0123', refusals.other],
	// Germany, where area codes begin with the country's own code
	['49', '0151 23456789', '15123456789'],
	['49', '+49 151 23456789', '15123456789'],
	['49', '4921 87654321', '492187654321'],
	// Italy, where a zero belongs to the number and numbers begin with the country's own code
	['39', '393 331 2345', '3933312345'],
	['39', '39 333 1234567', '3331234567'],
	['39', '+39 06 698 12345', '0669812345'],
	// France, Ireland, Japan, Korea, Australia: a trunk zero
	['33', '06 12 34 56 78', '612345678'],
	['353', '(086) 123 4567', '861234567'],
	['81', '090-1234-5678', '9012345678'],
	['82', '010-1234-5678', '1012345678'],
	['61', '0412 345 678', '412345678'],
	// Hungary, with a trunk of two digits, and Brazil
	['36', '06 20 123 4567', '201234567'],
	['55', '(11) 91234-5678', '11912345678'],
	// India, Indonesia, Thailand
	['91', '+91-98765-43210', '9876543210'],
	['91', '919876543210', '9876543210'],
	['62', '0812-3456-7890', '81234567890'],
	['66', '+66 (0)81 234 5678', '812345678'],
	// What the library does not know goes out in digits
	['852', '188 8888 8888', '18888888888'],
	['999', '123 45', '12345'],
];

const chineseSpellings: readonly Spelling[] = [
	['86', '138-0000-1234', '13800001234'],
	['86', '+86 138 0000 1234', '13800001234'],
	['+86', '8613800001234', '13800001234'],
	['7', '8 (912) 345-67-89', '9123456789'],
	['380', '+380 50 123 45 67', '501234567'],
];

/** A call with the country code in a field of its own. */
interface Divided {
	readonly name: string;
	readonly cloud: Cloud;
	readonly resource: string;
	readonly operation: string;
	/** Parameters and wire names of country code and number. */
	readonly country: readonly [string, string];
	readonly number: readonly [string, string];
	/** The country code as the vendor wants it, from the digits. */
	readonly prefix: string;
	readonly spellings: readonly Spelling[];
}

const [tencent, alibaba, huawei] = clouds as readonly [Cloud, Cloud, Cloud];
const everywhere = [...spellings, ...chineseSpellings];

const divided: readonly Divided[] = [
	{ name: 'a partner customer', cloud: tencent, resource: 'partnerCustomer', operation: 'sendCode', country: ['countryCode', 'CountryCode'], number: ['phoneNum', 'PhoneNum'], prefix: '', spellings },
	{ name: 'a new account', cloud: tencent, resource: 'partnerCustomer', operation: 'createAccount', country: ['countryCode', 'CountryCode'], number: ['phoneNum', 'PhoneNum'], prefix: '', spellings },
	{ name: 'a drive administrator', cloud: tencent, resource: 'driveAdministrator', operation: 'sendCode', country: ['additionalFields.countryCode', 'CountryCode'], number: ['phoneNumber', 'PhoneNumber'], prefix: '+', spellings: everywhere },
	{ name: 'a new WhatsApp number', cloud: alibaba, resource: 'whatsAppNumber', operation: 'add', country: ['cc', 'Cc'], number: ['phoneNumber', 'PhoneNumber'], prefix: '', spellings: everywhere },
	{ name: 'a ticket contact', cloud: huawei, resource: 'ticketContact', operation: 'sendCode', country: ['areaCode', 'area_code'], number: ['contactValue', 'contact_value'], prefix: '', spellings: everywhere },
	{ name: 'a contact that is checked', cloud: huawei, resource: 'ticketContact', operation: 'checkIfNeeded', country: ['additionalFields.areaCode', 'area_code'], number: ['contactValue', 'contact_value'], prefix: '', spellings: everywhere },
];

/** Sets a parameter that may stand in a collection. */
function set(parameters: INodeParameters, path: string, value: string): void {
	const [first = '', second] = path.split('.');
	parameters[first] = second === undefined ? value : { [second]: value };
}

/** Runs one call for many items; what was sent and what came out, by item. */
async function run(cloud: Cloud, parameters: INodeParameters, items: readonly IDataObject[], wire: string) {
	const operation = cloud.vendor.operations.find(({ resource, value: name }) => resource.value === parameters['resource'] && name === parameters['operation']);
	if (operation === undefined) throw new Error('The operation is not declared');
	const server = await serve((_seen, response) => { cloud.succeed(response, answerSample(operation)); });
	const { outputs, error } = await runNode({ node: cloud.node, parameters, items, credentials: [credentialByItem(cloud, server.url)] });
	await server.close();
	expect(error).toBeUndefined();
	const refused = new Map<number, string>();
	for (const { json, pairedItem } of outputs.slice(1).flat()) {
		refused.set((pairedItem as { item: number }).item, String((json['failure'] as IDataObject)['explanation']));
	}
	expect(server.seen.length + refused.size).toBe(items.length);
	const sent = new Map(server.seen.map((seen) => [askedFor(seen.path), sentValues(seen)]));
	return items.map((_, index) => refused.get(index) ?? String(sent.get(index)?.[wire]));
}

const sampleOf = ({ cloud, resource, operation }: Pick<Divided, 'cloud' | 'resource' | 'operation'>): INodeParameters => {
	const found = cloud.vendor.operations.find((one) => one.resource.value === resource && one.value === operation);
	if (found === undefined) throw new Error(`${resource}.${operation} is not declared`);
	return sampleParameters(found);
};

describe.each(divided)('the number of $name', (call) => {
	it('reaches the right recipient however it is written, or says what contradicts', async () => {
		const parameters = sampleOf(call);
		set(parameters, call.country[0], '={{ $json.country }}');
		set(parameters, call.number[0], '={{ $json.number }}');
		const items = call.spellings.map(([country, number]) => ({ country, number }));
		const came = await run(call.cloud, parameters, items, call.number[1]);
		const wrong = call.spellings.flatMap(([country, number, expected], index) => {
			const got = came[index] ?? '';
			const right = /^\d+$/.test(expected) ? got === expected : got.includes(expected);
			return right ? [] : [`${country} ${String(number)}: ${got} instead of ${expected}`];
		});
		expect(wrong).toEqual([]);
		expect(call.spellings.length).toBeGreaterThan(40);
	});

	it('goes with the country code as the vendor writes it', async () => {
		const parameters = sampleOf(call);
		set(parameters, call.country[0], '={{ $json.country }}');
		set(parameters, call.number[0], '51234567');
		const written = ['852', '+852', '00852', ' 852 ', '８５２', 852, '(852)', '85 2'];
		const items = written.map((country) => ({ country }));
		expect(await run(call.cloud, parameters, items, call.country[1])).toEqual(written.map(() => `${call.prefix}852`));
	});

	it('names both countries where the two contradict each other', async () => {
		const parameters = sampleOf(call);
		set(parameters, call.country[0], '852');
		set(parameters, call.number[0], '+49 151 23456789');
		const [says] = await run(call.cloud, parameters, [{}], call.number[1]);
		expect(says).toContain('+49');
		expect(says).toContain('+852');
		expect(says).not.toContain('23456789');
	});
});

describe('the number of a WhatsApp sender, its country code in front', () => {
	const table: ReadonlyArray<readonly [string | number, string]> = [
		['+86 138-0000-1234', '8613800001234'],
		['0086 138 0000 1234', '8613800001234'],
		['86 138 0000 1234', '8613800001234'],
		[8613800001234, '8613800001234'],
		['8686 138 0000 1234', '8613800001234'],
		['+44 (0)7911 123456', '447911123456'],
		['+44 07911 123456', '447911123456'],
		['852+852 5123 4567', '85251234567'],
		['+39 06 698 12345', '390669812345'],
		['5215512345678', '5215512345678'],
		['13800001234', '13800001234'],
		['０００００', 'begins with a zero'],
		['07911 123456', 'begins with a zero'],
		['name@example.com', 'holds an email address'],
		['+86 138 CALL', 'must be a phone number'],
	];

	it.each(['sendCode', 'verifyAndRegister', 'getVerificationStatus', 'register'])('reaches %s in digits', async (operation) => {
		const parameters = { ...sampleOf({ cloud: alibaba, resource: 'whatsAppNumber', operation }), phoneNumber: '={{ $json.number }}' };
		const came = await run(alibaba, parameters, table.map(([number]) => ({ number })), 'PhoneNumber');
		const wrong = table.filter(([, expected], index) => (/^\d+$/.test(expected) ? came[index] !== expected : came[index]?.includes(expected) !== true));
		expect(wrong).toEqual([]);
	});
});

describe('a contact without a country code', () => {
	it('is told to put the country code into its own field', async () => {
		const parameters = { ...sampleOf({ cloud: huawei, resource: 'ticketContact', operation: 'verify' }), contactValue: '={{ $json.number }}' };
		const [foreign, plain] = await run(huawei, parameters, [{ number: '+852 5123 4567' }, { number: '5123 4567' }], 'contact_value');
		expect(foreign).toContain("'Phone Number or Email' begins with a country code, and 'Country Code' is empty");
		expect(plain).toBe('51234567');
	});
});
