/** What one visitor can learn from another or take away from another, and what outlives its time. */
import { remembered } from '../../../nodes/engine/page/memory';
import { keysFrom, openCode } from '../../../nodes/engine/page/seal';
import { parcelSecret, useParcelPages } from '../../support/parcelPages';
import { stoppedClock } from '../../support/time';
import { look, post, press, said, type Seen, text, title } from '../../support/visitor';

const company = { values: [{ fieldLabel: 'Company', fieldName: 'company', fieldType: 'text' }] };

const pages = useParcelPages({ formFields: company });

const sent = async (values: Readonly<Record<string, string>> = {}, headers = {}): Promise<Seen> =>
	await press(await look(pages.site.url), 'send', { contact: '51234567', country: 'HK', ...values }, headers);
const code = (): string => pages.codes.get('85251234567') ?? '';
const minutes = (count: number): number => count * 60_000;

describe('who asks for the same as somebody else at the same moment', () => {
	const keys = keysFrom(parcelSecret, { workflow: 'pages', node: 'trigger', resource: 'locker' });
	const carried = ({ url }: Seen) => openCode(keys, new URL(url).searchParams.get('s') ?? '')?.entries['own0'];

	test('gets the own entries back and none of the other one, when a send is refused', async () => {
		pages.mood = (path) => (path === '/send' ? { code: 'Box.Full', message: 'full' } : undefined);
		const both = await Promise.all([sent({ own0: 'Victim Ltd' }), sent({ own0: 'Curious Ltd' })]);
		expect(pages.asked('/send')).toBe(1);
		expect(both.map(({ html }) => /name="own0"[^>]*value="([^"]*)"/.exec(html)?.[1])).toEqual(['Victim Ltd', 'Curious Ltd']);
	});

	test('gets the own entries back and none of the other one, when a code is refused', async () => {
		const victim = await sent({ own0: 'Victim Ltd' });
		const curious = await sent({ own0: 'Curious Ltd' });
		const both = await Promise.all([victim, curious].map((page) => press(page, 'check', { code: '000000' })));
		expect(pages.asked('/open')).toBe(1);
		expect(both.map(carried)).toEqual(['Victim Ltd', 'Curious Ltd']);
	});
});

test('who was verified cannot fill the memory with wrong codes, nor use up what others at the address may enter', async () => {
	const page = await sent();
	await press(page, 'check', { code: code() });
	for (let guess = 0; guess < 45; guess += 1) await press(page, 'check', { code: String(600_000 + guess) });
	const other = await press(await sent({ contact: '51234568' }), 'check', { code: '000000' });
	expect(said(other)).toContain('Tries left: 4');
});

test.each([
	['the first page', async () => await sent({ contact: '1' })],
	['the page for the code', async () => await sent()],
	['the end', async () => await press(await sent(), 'check', { code: code() })],
])("after a day %s cannot be read any more by who finds its address in a browser's history", async (_which, make) => {
	const time = stoppedClock();
	const page = await make();
	time.pass(minutes(23 * 60));
	expect(title(await look(page.url))).toBe(title(page));
	time.pass(minutes(61));
	const late = await look(page.url);
	expect([title(late), said(late), text(late)]).toEqual(['Confirm your contact', expect.stringContaining('open for too long'), expect.not.stringContaining('51234567')]);
});

test('tries of a code do not begin anew because the contact was first entered a day ago', async () => {
	const time = stoppedClock();
	await sent();
	time.pass(minutes(24 * 60 - 1));
	let page = await sent();
	for (let guess = 0; guess < 5; guess += 1) page = await press(page, 'check', { code: String(700_000 + guess) });
	time.pass(minutes(2));
	expect(said(await press(page, 'check', { code: '700010' }))).toContain('too many tries');
	expect(pages.asked('/open')).toBe(5);
});

test('who cannot get another code because somebody else asked for them all still gets to enter the one that came', async () => {
	const time = stoppedClock();
	for (let count = 0; count < 5; count += 1) {
		await sent();
		time.pass(minutes(2));
	}
	const page = await sent();
	expect([title(page), said(page), pages.asked('/send')]).toEqual(['Enter the code', 'No more codes can be sent for now. Please try again later.', 5]);
	expect(title(await press(page, 'check', { code: code() }))).toBe('Done');
});

test("what was certainly not sent does not count towards a contact's codes of the day", async () => {
	const time = stoppedClock();
	pages.mood = (path) => (path === '/send' ? { code: 'Box.Unpaid', message: 'unpaid' } : undefined);
	for (let count = 0; count < 6; count += 1) {
		await sent();
		time.pass(minutes(2));
	}
	pages.mood = () => undefined;
	expect(title(await sent())).toBe('Enter the code');
});

test('the operator is told of an answer that was lost at the check also after one that was lost at the send', async () => {
	pages.mood = () => 'silent';
	const page = await sent();
	await press(page, 'check', { code: '123456' });
	await press(page, 'check', { code: '123457' });
	expect(pages.site.started.map(({ json }) => json['operation'])).toEqual(['sendCode', 'open']);
});

test('who fills long fields to the brim gets through', async () => {
	const long = Array.from({ length: 4 }, (_, index) => ({ fieldLabel: `Story ${String(index)}`, fieldType: 'textarea' }));
	await pages.reopen({ formFields: { values: long } });
	const story = '長'.repeat(2000);
	const page = await sent({ own0: story, own1: story, own2: story, own3: story });
	const end = await press(page, 'check', { code: code() });
	expect([title(end), pages.site.started.map(({ json }) => json['fields'])]).toEqual([
		'Done',
		[{ 'Story 0': story, 'Story 1': story, 'Story 2': story, 'Story 3': story }],
	]);
});

test('an own field may be called as everything in JavaScript is', async () => {
	await pages.reopen({ formFields: { values: ['constructor', 'toString', '__proto__'].map((fieldLabel) => ({ fieldLabel, fieldType: 'text' })) } });
	expect(title(await press(await sent({ own0: 'a', own1: 'b', own2: 'c' }), 'check', { code: code() }))).toBe('Done');
	expect(JSON.stringify(pages.site.started[0]?.json['fields'])).toBe('{"constructor":"a","toString":"b","__proto__":"c"}');
});

describe('countries that share a dialling code', () => {
	test.each([
		['8765550123', 'US', 'Jamaica'],
		['+1 809 555 0123', '', 'the Dominican Republic'],
		['+1 416 555 0123', 'US', 'Canada'],
	])('a number such as %s is one of its own country, whichever is chosen', async (contact, country) => {
		await pages.reopen({ countries: ['US', 'HK'] });
		expect(said(await sent({ contact, country }))).toBe('Numbers of this country or region cannot be used here.');
		expect(pages.asked('/send')).toBe(0);
	});

	test('where both are let in the number gets its own', async () => {
		await pages.reopen({ countries: ['US', 'CA'] });
		await press(await sent({ contact: '416 555 0123', country: 'US' }), 'check', { code: pages.codes.get('14165550123') ?? '' });
		expect(pages.site.started[0]?.json['contact']).toEqual(expect.objectContaining({ country: 'CA', number: '+14165550123' }));
	});

	test('a country that was taken away since gets no more codes from pages that are open', async () => {
		const page = await sent();
		const time = stoppedClock();
		time.pass(minutes(2));
		await pages.reopen({ countries: ['GB', 'DE'] });
		const again = await post(pages.site.url, { do: 'again', token: new URL(page.url).searchParams.get('s') ?? '' });
		expect([said(again), pages.asked('/send')]).toEqual(['Numbers of this country or region cannot be used here.', 0]);
	});

	test('a number that is good in several of them is taken as one of the chosen country', async () => {
		await pages.reopen({ countries: ['AX'] });
		expect(title(await sent({ contact: '040 1234567', country: '' }))).toBe('Enter the code');
	});
});

describe('where a visitor ends', () => {
	test('an own field leads to no other host than the one that the operator wrote', async () => {
		await pages.reopen({ formFields: company, ending: 'redirect', redirectUrl: 'https://www.example.com{fields.company}' });
		const end = await press(await sent({ own0: '.evil.example' }), 'check', { code: code() });
		expect([end.url, title(end), pages.site.started.length]).toEqual([expect.not.stringContaining('evil.example'), 'Done', 1]);
	});

	test('it fills in paths and queries, and nothing of it leaves its place', async () => {
		await pages.reopen({ formFields: company, ending: 'redirect', redirectUrl: 'https://www.example.com/{fields.company}?from={contact.country}' });
		const end = await press(await sent({ own0: '../a?b#c\r\nSet-Cookie: d=e' }), 'check', { code: code() });
		expect(end.url).toBe('https://www.example.com/..%2Fa%3Fb%23c%0ASet-Cookie%3A%20d%3De?from=HK');
		expect(end.headers.get('set-cookie')).toBeNull();
	});
});

test("the operator's style holds whatever its line ends are: the browser counts them as one sign", async () => {
	await pages.reopen({ options: { css: 'h1{color:red}\r\nh2{color:blue}\rh3{color:green}\0' } });
	const style = /<style>([\s\S]*?)<\/style>/.exec((await look(pages.site.url)).html)?.[1] ?? '';
	expect(style).toContain('h1{color:red}\nh2{color:blue}\nh3{color:green}');
	expect(style).not.toMatch(/[\r\0]/);
});

test('a proxy that writes a port behind the address makes no new visitor of each connection', async () => {
	for (let count = 0; count < 25; count += 1) {
		await sent({ contact: String(51230000 + count * 20_000) }, { 'X-Forwarded-For': `203.0.113.7:${String(40_000 + count)}` });
	}
	expect(pages.asked('/send')).toBe(20);
});

test('requests of odd shapes leave nothing behind', async () => {
	const odd = ['do=send&do=send&contact=51234567&country=HK', 'do=send&contact=51234567&contact=51234568&country=HK', 'do=send&__proto__=x&constructor=y'];
	for (const body of odd) await fetch(pages.site.url, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
	for (const body of [[], [1], { do: 'send', contact: { toString: 'x' } }, { do: ['send'] }, { do: 'send', fields: [] }, { __proto__: { do: 'send' } }]) {
		await fetch(pages.site.url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
	}
	const twice = await look(`${pages.site.url}?s=a&s=b&lang=de&lang=fr`);
	expect([title(twice), pages.asked('/send'), remembered(), pages.site.started]).toEqual(['Confirm your contact', 0, 0, []]);
	expect((await post(pages.site.url, { do: 'check', token: 'x', s: 'y' })).status).toBe(200);
});
