/** The same steps for an own front end, and the proof for a service that was not there. */
import { createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parcelSecret, useParcelPages } from '../../support/parcelPages';

const origin = 'https://www.example.com';

const pages = useParcelPages({
	options: { allowedOrigins: origin, proof: true },
	formFields: { values: [{ fieldLabel: 'Company', fieldName: 'company', fieldType: 'text', requiredField: true }] },
});

interface Answer {
	readonly status: number;
	readonly origin: string | null;
	readonly body: Readonly<Record<string, unknown>>;
}

async function ask(body: object | undefined, headers: Readonly<Record<string, string>> = { Origin: origin }): Promise<Answer> {
	const response = await fetch(pages.site.url, {
		method: body === undefined ? 'GET' : 'POST',
		headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	return { status: response.status, origin: response.headers.get('access-control-allow-origin'), body: (await response.json()) as Answer['body'] };
}

const send = async () => await ask({ do: 'send', contact: '5123 4567', country: 'HK', fields: { company: 'Sample Ltd' } });

test('a front end learns what is asked', async () => {
	const { status, body } = await ask(undefined);
	expect([status, body]).toEqual([
		200,
		{
			state: 'contact',
			asks: {
				contact: ['phone'],
				countries: [
					{ country: 'DE', name: 'Germany', diallingCode: '49' },
					{ country: 'HK', name: 'Hong Kong SAR China', diallingCode: '852' },
					{ country: 'GB', name: 'United Kingdom', diallingCode: '44' },
				],
				first: [],
				withCode: [],
				fields: [{ name: 'company', label: 'Company', type: 'text', required: true }],
			},
		},
	]);
});

test('a contact becomes a token, token and code become a yes, and the workflow starts with the own fields', async () => {
	const sent = await send();
	expect(sent).toEqual({
		status: 200,
		origin,
		body: { state: 'code', token: expect.any(String) as string, contact: '+852 5123 4567', askAgainInSeconds: 60 },
	});
	const wrong = await ask({ do: 'check', token: sent.body['token'], code: '000000' });
	expect([wrong.status, wrong.body]).toEqual([
		422,
		expect.objectContaining({
			state: 'code',
			reason: { word: 'wrongCode', field: 'code', left: 4, text: 'This code is not right, or too old. Tries left: 4.' },
		}),
	]);
	const right = await ask({ do: 'check', token: wrong.body['token'], code: pages.codes.get('85251234567') });
	expect([right.status, right.body['state']]).toEqual([200, 'verified']);
	expect(pages.site.started).toEqual([{ output: 0, json: expect.objectContaining({ verified: true, fields: { company: 'Sample Ltd' } }) as object }]);
});

test.each([
	['no contact', { do: 'send', country: 'HK', fields: { company: 'x' } }, 'notANumber', 'contact'],
	['no own field', { do: 'send', contact: '51234567', country: 'HK' }, 'fillIn', 'fields.company'],
	['a foreign token', { do: 'check', token: 'abc', code: '1' }, 'beginAgain', undefined],
	['nothing', {}, 'beginAgain', undefined],
])('%s is refused with a word for programs and a text for people', async (_what, body, word, field) => {
	const answer = await ask(body);
	expect([answer.status, answer.body]).toEqual([422, expect.objectContaining({ state: 'contact', reason: expect.objectContaining({ word, ...(field === undefined ? {} : { field }) }) as object })]);
	expect(pages.asked('/send')).toBe(0);
});

test('other sites are refused before anything is done, and cannot read an answer', async () => {
	for (const foreign of ['https://evil.example', 'null', `${origin}.evil.example`]) {
		const answer = await ask({ do: 'send', contact: '51234567', country: 'HK' }, { Origin: foreign });
		expect([answer.status, answer.origin]).toEqual([403, null]);
	}
	expect(pages.asked('/send')).toBe(0);
});

test('a service that was not there can trust the proof, which is good for five minutes', async () => {
	const sent = await send();
	const right = await ask({ do: 'check', token: sent.body['token'], code: pages.codes.get('85251234567') });
	const [head = '', claims = '', signature] = String(right.body['proof']).split('.');
	const key = Buffer.from(hkdfSync('sha256', parcelSecret, '["pages","trigger","locker"]', 'cloud-verification proof 1', 32));
	expect(createHmac('sha256', key).update(`${head}.${claims}`).digest('base64url')).toBe(signature);
	const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Readonly<Record<string, number | string>>;
	expect(said).toEqual(expect.objectContaining({ iss: 'n8n:pages', sub: '+85251234567', kind: 'phone', resource: 'locker' }));
	expect(Number(said['exp']) - Number(said['iat'])).toBe(300);
	expect(pages.site.started[0]?.json['proof']).toBe(right.body['proof']);
});

test('trouble with the account is told to the operator, and the program gets the reference', async () => {
	pages.mood = (path) => (path === '/send' ? { code: 'Box.Unpaid', message: 'pay for 85251234567' } : undefined);
	const answer = await send();
	expect([answer.status, answer.body]).toEqual([503, { state: 'help', reference: expect.any(String) as string }]);
	const [start] = pages.site.started;
	expect(start).toEqual({
		output: 1,
		json: expect.objectContaining({
			verified: false,
			operation: 'sendCode',
			reference: answer.body['reference'],
			contact: { kind: 'phone', masked: '+85****4567' },
			failure: expect.objectContaining({ code: 'Box.Unpaid', category: 'fixAccount' }) as object,
		}) as object,
	});
	expect(JSON.stringify(start)).not.toContain('51234567');
});

describe('the contract in docs/pages.openapi.json', () => {
	const contract = JSON.parse(readFileSync(join(__dirname, '../../../docs/pages.openapi.json'), 'utf8')) as {
		readonly components: { readonly schemas: Readonly<Record<string, { readonly required?: readonly string[]; readonly properties: object }>> };
	};

	test('names every key that is answered', async () => {
		const sent = await send();
		const wrong = await ask({ do: 'check', token: sent.body['token'], code: '000000' });
		const right = await ask({ do: 'check', token: sent.body['token'], code: pages.codes.get('85251234567') });
		const known = (schema: string) => Object.keys(contract.components.schemas[schema]?.properties ?? {});
		for (const [schema, answer] of [['Asks', await ask(undefined)], ['Code', sent], ['Code', wrong], ['End', right], ['Refused', await ask({})]] as const) {
			expect([schema, Object.keys(answer.body).filter((key) => !known(schema).includes(key))]).toEqual([schema, []]);
			expect([schema, (contract.components.schemas[schema]?.required ?? []).filter((key) => !(key in answer.body))]).toEqual([schema, []]);
		}
	});

	test('stands beside a front end of 40 lines at the most, which asks for what there is', () => {
		const page = readFileSync(join(__dirname, '../../../docs/front-end.html'), 'utf8');
		expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
		for (const word of ['do: \'send\'', 'do: \'check\'', 'token']) expect(page).toContain(word);
	});
});
