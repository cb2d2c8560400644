/** The way from a contact to the vendor's yes, without a browser. */
import { json, serve } from '../../support/parcel';
import { pagesCredential, ParcelTrigger, useParcelPages } from '../../support/parcelPages';
import { openSite } from '../../support/site';
import { look, press, said, type Seen, text, title } from '../../support/visitor';

const pages = useParcelPages();

const first = async (): Promise<Seen> => await look(pages.site.url);
const sent = async (contact = '5123 4567', country = 'HK'): Promise<Seen> => await press(await first(), 'send', { contact, country });
const code = (): string => [...pages.codes.values()].at(-1) ?? '';

test('a person who enters the code of the message starts the workflow by Verified, once', async () => {
	const page = await sent();
	expect([title(page), text(page)]).toEqual(['Enter the code', expect.stringContaining('We sent a code to +852 5123 4567.')]);
	const right = code();
	const end = await press(page, 'check', { code: ` ${right.slice(0, 3)} ${right.slice(3)}` });
	expect([title(end), text(end)]).toEqual(['Done', expect.stringContaining('+852 5123 4567 is confirmed')]);
	expect(pages.site.started).toEqual([
		{
			output: 0,
			json: {
				verified: true,
				vendor: 'parcel',
				resource: 'locker',
				reference: expect.stringMatching(/^[\w-]{8}$/) as string,
				requestId: 'opened',
				contact: { kind: 'phone', number: '+85251234567', country: 'HK', countryCode: '852', nationalNumber: '51234567' },
				data: { box: 'A7', echo: '***' },
				fields: {},
				language: 'en',
				verifiedAt: expect.any(String) as string,
			},
		},
	]);
	expect([pages.asked('/send'), pages.asked('/open')]).toEqual([1, 1]);
});

test('a code is found in the whole message, whatever other digits stand in it', async () => {
	const page = await sent();
	const right = code();
	const message = `[Parcel 24] Your code is ${right.slice(0, 3)}-${right.slice(3)}. It opens locker 7 for 5 minutes.`;
	expect(title(await press(page, 'check', { code: message }))).toBe('Done');
});

test('two codes in one message are not guessed at', async () => {
	const page = await press(await sent(), 'check', { code: `not 000000 but ${code()}` });
	expect([said(page), pages.asked('/open')]).toEqual(['The code has 6 digits. Please enter all of them.', 0]);
});

/** The field that a browser goes to. */
const beginsAt = ({ html }: Seen): string | undefined => /<(?:input|select|textarea) [^>]*\bid="(\w+)"[^>]* autofocus/.exec(html)?.[1];

test.each([
	['the country of the browser is offered', 'en-HK', 'contact'],
	['the browser names no country', 'en', undefined],
	['the country of the browser is not offered', 'de-AT', undefined],
])('a person begins at the number only where nothing has to be chosen before it: %s', async (_where, language, field) => {
	expect(beginsAt(await look(pages.site.url, { 'Accept-Language': language }))).toBe(field);
});

test('where one country alone is let in, a person begins at the number', async () => {
	await pages.reopen({ countries: ['HK'] });
	expect(beginsAt(await look(pages.site.url, { 'Accept-Language': 'en' }))).toBe('contact');
});

test('who changes the contact goes on at it, and who made a mistake at what was said', async () => {
	expect(beginsAt(await press(await sent(), 'change'))).toBe('contact');
	expect(beginsAt(await sent('1', 'HK'))).toBeUndefined();
});

test('where something is said of no field, a person goes on in the field for the code and hears what was said', async () => {
	await sent();
	const [field = ''] = /<input class="code"[^>]*>/.exec((await sent()).html) ?? [];
	expect(field).toContain(' autofocus aria-describedby="said"');
	expect(field).not.toContain('aria-invalid');
});

test('a page that is only shown asks the vendor nothing, reads no credential and starts nothing', async () => {
	const before = pages.site.read();
	await first();
	await look(`${pages.site.url}?lang=de`);
	expect([pages.site.read() - before, pages.asked('/send'), pages.site.started.length]).toEqual([0, 0, 0]);
});

test('each press reads the credential once, and showing what comes then reads it no more', async () => {
	const page = await first();
	const before = pages.site.read();
	await press(page, 'send', { contact: '+852 5123 4567', country: 'HK' });
	expect(pages.site.read() - before).toBe(1);
});

test('a wrong code is said with the tries that are left, and starts nothing', async () => {
	const page = await press(await sent(), 'check', { code: '000000' });
	expect(title(page)).toBe('Enter the code');
	expect(said(page)).toBe('This code is not right, or too old. Tries left: 4.');
	expect(pages.site.started).toEqual([]);
});

test('the same wrong code is not asked about again and costs no try', async () => {
	const page = await press(await sent(), 'check', { code: '000000' });
	const again = await press(page, 'check', { code: '000000' });
	expect(said(again)).toContain('Tries left: 4.');
	expect(pages.asked('/open')).toBe(1);
});

test('when the tries are used up the right code opens nothing any more, and a new code begins anew', async () => {
	let page = await sent();
	for (const wrong of ['000001', '000002', '000003', '000004', '000005']) page = await press(page, 'check', { code: wrong });
	expect(said(page)).toContain('too many tries');
	page = await press(page, 'check', { code: code() });
	expect([said(page), pages.asked('/open'), pages.site.started.length]).toEqual([expect.stringContaining('too many tries'), 5, 0]);
});

test('the page for the code can be opened again by its address, as a telephone does, and does nothing', async () => {
	const page = await sent();
	const again = await look(page.url);
	expect(title(again)).toBe('Enter the code');
	expect(pages.asked('/send')).toBe(1);
});

test('the end can be read again by its address', async () => {
	const end = await press(await sent(), 'check', { code: code() });
	expect(text(await look(end.url))).toContain('is confirmed');
	expect(pages.site.started.length).toBe(1);
});

test('who presses the first button twice gets one message and two pages for its code', async () => {
	const page = await first();
	const both = await Promise.all([1, 2].map(() => press(page, 'send', { contact: '51234567', country: 'HK' })));
	expect(both.map(title)).toEqual(['Enter the code', 'Enter the code']);
	expect(pages.asked('/send')).toBe(1);
});

test('who goes back and sends again is led to the code that is on its way', async () => {
	await sent();
	const page = await sent('+852 5123-4567');
	expect(title(page)).toBe('Enter the code');
	expect(said(page)).toMatch(/sent a moment ago.*in (60|59) seconds/);
	expect(pages.asked('/send')).toBe(1);
	expect(title(await press(page, 'check', { code: code() }))).toBe('Done');
});

test('a new code before its time is not sent, and the field for the code stays', async () => {
	const page = await press(await sent(), 'again');
	expect([title(page), said(page), pages.asked('/send')]).toEqual(['Enter the code', expect.stringContaining('sent a moment ago'), 1]);
});

test('two right answers at once start the workflow once and ask the vendor once', async () => {
	const page = await sent();
	const right = code();
	const ends = await Promise.all([1, 2, 3].map(() => press(page, 'check', { code: right })));
	expect(ends.map(title)).toEqual(['Done', 'Done', 'Done']);
	expect([pages.site.started.length, pages.asked('/open')]).toEqual([1, 1]);
});

test('two tabs with the same contact end well with the one code', async () => {
	const [one, other] = [await sent(), await sent()];
	expect(title(await press(other, 'check', { code: code() }))).toBe('Done');
	expect(title(await press(one, 'check', { code: '000000' }))).toBe('Enter the code');
	expect(pages.site.started.length).toBe(1);
});

test('a person can change the number, and finds what was entered', async () => {
	const page = await press(await sent('51234567'), 'change');
	expect(title(page)).toBe('Confirm your contact');
	expect(page.html).toContain('value="51234567"');
	expect(page.html).toMatch(/<option value="HK"[^>]* selected>/);
	expect(title(await press(page, 'send', { contact: '5123 4568', country: 'HK' }))).toBe('Enter the code');
	expect([...pages.codes.keys()]).toEqual(['85251234567', '85251234568']);
});

test('on the test URL, which n8n closes as soon as the workflow starts, the end is the answer itself', async () => {
	const server = await serve(({ path }, response) => {
		json(response, path === '/send' ? { id: 'sent' } : { id: 'opened', box: 'A7' });
	});
	const site = await openSite({
		node: new ParcelTrigger(),
		parameters: { resource: 'locker', channel: 1, countries: ['HK'] },
		credentials: [pagesCredential(server.url)],
		workflowId: 'tried',
		mode: 'manual',
	});
	try {
		const page = await press(await look(site.url), 'send', { contact: '51239998', country: 'HK' });
		expect([title(page), page.url]).toEqual(['Enter the code', expect.stringContaining('s=')]);
		const end = await press(page, 'check', { code: '123456' });
		expect([title(end), end.url, site.started.length]).toEqual(['Done', site.url, 1]);
	} finally {
		await site.close();
		await server.close();
	}
});
