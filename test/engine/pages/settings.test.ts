/** What an operator sets, as a visitor meets it. */
import { forgetAll } from '../../../nodes/engine/page/memory';
import { openParcelPages, type ParcelPages } from '../../support/parcelPages';
import { look, press, said, text, title } from '../../support/visitor';

let pages: ParcelPages | undefined;

beforeEach(() => {
	forgetAll();
});

afterEach(async () => {
	await pages?.close();
	pages = undefined;
});

async function open(parameters: object): Promise<ParcelPages> {
	pages = await openParcelPages({ ...parameters });
	return pages;
}

const own = {
	formFields: {
		values: [
			{ fieldLabel: 'Company', fieldName: 'company', fieldType: 'text', requiredField: true },
			{ fieldLabel: 'Staff', fieldType: 'number' },
			{ fieldLabel: 'Since', fieldType: 'date' },
			{ fieldLabel: 'Plan', fieldType: 'dropdown', fieldOptions: { values: [{ option: 'Small' }, { option: 'Large' }] } },
			{ fieldLabel: 'I agree', fieldType: 'checkbox', requiredField: true },
		],
	},
};

test('own fields are asked, checked and handed on', async () => {
	const { site, codes } = await open(own);
	const first = await look(site.url);
	expect(text(first)).toMatch(/Company.*Staff \(optional\).*Since \(optional\).*Plan \(optional\).*I agree/);
	const contact = { contact: '51234567', country: 'HK' };
	expect(said(await press(first, 'send', { ...contact }))).toBe('Please fill in “Company”.');
	const filled = { ...contact, own0: 'Sample & Sons', own1: '12', own2: '2020-02-29', own3: 'Large' };
	expect(said(await press(first, 'send', filled))).toBe('Please fill in “I agree”.');
	for (const wrong of [{ own1: 'a dozen' }, { own2: '2021-02-29' }, { own3: 'Huge' }]) {
		expect(said(await press(first, 'send', { ...filled, own4: 'yes', ...wrong }))).toMatch(/^Please check “/);
	}
	expect(codes.size).toBe(0);
	const page = await press(first, 'send', { ...filled, own4: 'yes' });
	await press(page, 'check', { code: codes.get('85251234567') ?? '' });
	expect(site.started[0]?.json['fields']).toEqual({ company: 'Sample & Sons', Staff: 12, Since: '2020-02-29', Plan: 'Large', 'I agree': true });
});

test('a text of several lines comes whole, and one that is too long is refused and not cut', async () => {
	const { site, codes } = await open({ ...own, formFields: { values: [{ fieldLabel: 'Story', fieldType: 'textarea' }] } });
	const first = await look(site.url);
	const contact = { contact: '51234567', country: 'HK' };
	expect(said(await press(first, 'send', { ...contact, own0: 'x'.repeat(2001) }))).toBe('Please check “Story”.');
	expect(codes.size).toBe(0);
	const story = `${'x'.repeat(998)}\n\n${'y'.repeat(1000)}`;
	const page = await press(first, 'send', { ...contact, own0: story.replaceAll('\n', '\r\n') });
	await press(page, 'check', { code: codes.get('85251234567') ?? '' });
	expect(site.started[0]?.json['fields']).toEqual({ Story: story });
});

test('what was entered stands there again after a refusal', async () => {
	const { site } = await open(own);
	const page = await press(await look(site.url), 'send', { contact: '512', country: 'HK', own0: '"Sample" & Sons', own3: 'Large', own4: 'yes' });
	expect(page.html).toContain('value="&quot;Sample&quot; &amp; Sons"');
	expect(page.html).toMatch(/<option selected>Large/);
	expect(page.html).toMatch(/type="checkbox" value="yes" checked/);
	expect(page.html).toMatch(/name="contact"[^>]*aria-invalid="true" aria-describedby="said"/);
});

test('long answers do not make an address that is too long: then the page itself is the answer', async () => {
	const { site, codes } = await open({ formFields: { values: [{ fieldLabel: 'Story', fieldType: 'textarea' }] } });
	const page = await press(await look(site.url), 'send', { contact: '51234567', country: 'HK', own0: 'ä'.repeat(2000) });
	expect([title(page), page.url.length < 200]).toEqual(['Enter the code', true]);
	expect(title(await press(page, 'check', { code: codes.get('85251234567') ?? '' }))).toBe('Done');
	expect(site.started[0]?.json['fields']).toEqual({ Story: 'ä'.repeat(2000) });
});

test('title, text, colour, style and logo are the operator\'s; what could lead out of the page is not', async () => {
	const logo = 'data:image/png;base64,iVBORw0KGgo=';
	const { site } = await open({ pageTitle: 'Open <Box>', pageText: 'One\nTwo', options: { accentColor: '#ffee00', css: 'h1{color:red}</style><script>alert(1)</script>', logo } });
	const page = await look(site.url);
	expect(title(page)).toBe('Open <Box>');
	expect(page.html).toContain('<p id="about">One<br>Two</p>');
	expect(page.html).toContain('--accent:#ffee00;--on-accent:#000');
	expect(page.html).toContain(`src="${logo}"`);
	expect(page.html).not.toContain('<script>alert');
	expect(page.html.match(/<\/style>/g)).toHaveLength(1);
});

test('a logo at an address is not shown', async () => {
	const { site } = await open({ options: { logo: 'https://www.example.com/logo.png' } });
	expect((await look(site.url)).html).not.toContain('<img');
});

test('the ending has values of the result, and none of the request', async () => {
	const { site, codes } = await open({ endingTitle: 'Box {data.box}', endingText: 'For {contact.number}, {reference}{data.echo}{nothing.there}{constructor}.' });
	const page = await press(await look(site.url), 'send', { contact: '51234567', country: 'HK' });
	const end = await press(page, 'check', { code: codes.get('85251234567') ?? '' });
	expect(title(end)).toBe('Box A7');
	expect(text(end)).toMatch(/For \+85251234567, [\w-]{8}\*\*\*\./);
});

test('a fixed language holds for every browser, and no other is offered', async () => {
	const { site } = await open({ options: { language: 'ja' } });
	const page = await look(site.url, { 'Accept-Language': 'de' });
	expect(page.html).toContain('<html lang="ja" dir="ltr">');
	expect(page.html).not.toContain('<nav');
});

test("the browser's language and country are taken where they are offered", async () => {
	const { site } = await open({});
	const german = await look(site.url, { 'Accept-Language': 'de-DE,en;q=0.5' });
	expect(title(german)).toBe('Kontakt bestätigen');
	expect(german.html).toMatch(/<option value="DE"[^>]* selected>/);
	const arabic = await look(site.url, { 'Accept-Language': 'ar-SA' });
	expect(arabic.html).toContain('dir="rtl"');
	expect(arabic.html).not.toContain(' selected>');
});

test('a trigger that is set to nothing answers, asks nobody and starts nothing', async () => {
	const { site, asked } = await open({ resource: 'nothing' });
	const answer = await look(site.url);
	expect([answer.status, asked('/send'), site.started.length]).toEqual([503, 0, 0]);
});

test('a vendor that is silent when the code is sent may have sent it: the page for the code comes, and the operator hears of it once', async () => {
	const opened = await open({});
	opened.mood = () => 'silent';
	let page = await press(await look(opened.site.url), 'send', { contact: '51234567', country: 'HK' });
	expect(text(page)).toContain('A code may be on its way to +852 5123 4567.');
	page = await press(page, 'again');
	expect(opened.asked('/send')).toBe(1);
	expect(opened.site.started.map(({ output, json }) => [output, json['operation']])).toEqual([[1, 'sendCode']]);
});

test('a vendor that is silent when the code is checked verifies nobody', async () => {
	const opened = await open({});
	const page = await press(await look(opened.site.url), 'send', { contact: '51234567', country: 'HK' });
	opened.mood = () => 'silent';
	const after = await press(page, 'check', { code: '123456' });
	expect([title(after), said(after)]).toEqual(['Enter the code', 'We could not see whether that worked. Please try once more in a minute.']);
	expect(opened.site.started.map(({ output }) => output)).toEqual([1]);
});

test.each([{}, { id: 'r', ok: true, code: 5 }, { id: 7 }, { code: null }])('an answer of another make, %j, verifies nobody', async (answer) => {
	const opened = await open({});
	const page = await press(await look(opened.site.url), 'send', { contact: '51234567', country: 'HK' });
	opened.mood = (path) => (path === '/open' ? { id: undefined, ...answer, code: 'Odd' } : undefined);
	await press(page, 'check', { code: '123456' });
	expect(opened.site.started.filter(({ output }) => output === 0)).toEqual([]);
});

test('two workflows with the same credential share no page and no count', async () => {
	const one = await open({});
	const other = await openParcelPages({}, 'another');
	try {
		const page = await press(await look(one.site.url), 'send', { contact: '51234567', country: 'HK' });
		const token = new URL(page.url).searchParams.get('s') ?? '';
		expect(title(await look(`${other.site.url}?s=${token}`))).toBe('Confirm your contact');
		expect(title(await press(await look(other.site.url), 'send', { contact: '51234567', country: 'HK' }))).toBe('Enter the code');
		expect(other.asked('/send')).toBe(1);
	} finally {
		await other.close();
	}
});

test('with Always Output Data, by which n8n would verify who needs help, no page is served and nothing starts', async () => {
	pages = await openParcelPages({}, 'pages', { alwaysOutputData: true });
	const answer = await look(pages.site.url);
	expect(answer.status).toBe(503);
	await fetch(pages.site.url, { method: 'POST', body: new URLSearchParams({ do: 'send', contact: '51234567', country: 'HK', at: '1000000000000' }) });
	expect([pages.asked('/send'), pages.site.started.length]).toEqual([0, 0]);
});
