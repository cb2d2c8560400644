/** What somebody tries who wants in without the code, or wants messages sent. */
import { forgetAll, remembered } from '../../../nodes/engine/page/memory';
import { keysFrom, openCode, sealed } from '../../../nodes/engine/page/seal';
import { parcelSecret, useParcelPages } from '../../support/parcelPages';
import { look, post, press, said, type Seen, text, title } from '../../support/visitor';

const pages = useParcelPages();

const sent = async (contact = '51234567', headers = {}): Promise<Seen> =>
	await press(await look(pages.site.url), 'send', { contact, country: 'HK' }, headers);
const codeFor = (number: string): string => pages.codes.get(number) ?? '';
const place = { workflow: 'pages', node: 'trigger', resource: 'locker' };
const keys = keysFrom(parcelSecret, place);

test("a code that was sent to one contact opens nothing on another contact's page", async () => {
	const mine = await sent('51234567');
	await sent('51234568');
	const page = await press(mine, 'check', { code: codeFor('85251234568') });
	expect([title(page), pages.site.started.length]).toEqual(['Enter the code', 0]);
});

test('a page that was used is worth nothing to who finds it: the vendor is not asked and nothing starts', async () => {
	const page = await sent();
	const code = codeFor('85251234567');
	await press(page, 'check', { code });
	const replayed = await Promise.all(['000000', '111111', code].map((one) => press(page, 'check', { code: one })));
	expect(replayed.map(title)).toEqual(['Enter the code', 'Enter the code', 'Done']);
	expect([pages.asked('/open'), pages.site.started.length]).toEqual([1, 1]);
});

test('after a restart a used page asks the vendor, whose one-time code is spent', async () => {
	const page = await sent();
	const code = codeFor('85251234567');
	await press(page, 'check', { code });
	forgetAll();
	expect(title(await press(page, 'check', { code }))).toBe('Enter the code');
	expect(pages.site.started.length).toBe(1);
});

test('who tries again what was guessed wrong in another tab gets no tries of their own', async () => {
	const tabs = await Promise.all([sent(), sent(), sent()]);
	let last = '';
	for (const [index, tab] of [...tabs, ...tabs].entries()) last = said(await press(tab, 'check', { code: String(200000 + index) }));
	expect(last).toContain('too many tries');
	expect(pages.asked('/open')).toBe(5);
});

test('parallel guesses are asked one after the other and stop at the last try', async () => {
	const page = await sent();
	const guesses = Array.from({ length: 60 }, (_, index) => String(300000 + index));
	await Promise.all(guesses.map((code) => press(page, 'check', { code })));
	expect([pages.asked('/open'), pages.site.started.length]).toEqual([5, 0]);
});

test('one address of the internet guesses so many codes in an hour, whatever contacts they are for', async () => {
	let last: Seen | undefined;
	for (let contact = 0; contact < 12; contact += 1) {
		const page = await sent(String(51234500 + contact));
		for (let guess = 0; guess < 4; guess += 1) last = await press(page, 'check', { code: String(400000 + guess) });
	}
	expect(said(last as Seen)).toBe('This is not possible just now. Please try again in a few minutes.');
	expect(pages.asked('/open')).toBe(40);
});

const contact = { kind: 'phone', country: 'HK', dialling: '852', digits: '51234567' } as const;
const made = (from = keys) => sealed(from, 'code', { reference: 'abcdefgh', contact, entries: {}, sentAt: Date.now(), againAt: 0 });

test.each([
	['with the secret of another credential', () => made(keysFrom('another secret', place))],
	['for another workflow', () => made(keysFrom(parcelSecret, { ...place, workflow: 'other' }))],
	['for another resource', () => made(keysFrom(parcelSecret, { ...place, resource: 'other' }))],
	['as another kind of page', () => sealed(keys, 'end', { how: 'verified', at: 0, shown: '', reference: '' })],
	['and then shortened', () => made().slice(0, -3)],
	['and then lengthened', () => `${made()}AAAA`],
	['by nobody', () => 'A'.repeat(200)],
	['as nothing', () => ''],
	['as half a megabyte', () => 'A'.repeat(500_000)],
])('a token made %s begins anew and asks nobody', async (_how, token) => {
	for (const act of ['check', 'again', 'change']) {
		const page = await post(pages.site.url, { do: act, token: token(), code: '123456' });
		expect([act, title(page)]).toEqual([act, expect.stringMatching(/Confirm your contact|^$/)]);
	}
	expect([pages.asked('/open'), pages.asked('/send'), pages.site.started.length]).toEqual([0, 0, 0]);
});

test('no token opens in which one character was changed', () => {
	const token = made();
	const changed = Array.from(token.slice(0, -1), (sign, at) => `${token.slice(0, at)}${sign === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
	expect(openCode(keys, token)?.reference).toBe('abcdefgh');
	expect(changed.filter((one) => openCode(keys, one) !== undefined)).toEqual([]);
});

test('of 5,000 forged tokens none opens', () => {
	const bytes = Buffer.from(made(), 'base64url');
	let opened = 0;
	for (let round = 0; round < 5000; round += 1) {
		const forged = Buffer.from(bytes);
		const at = 1 + (round * 31) % (forged.length - 1);
		forged[at] = (forged[at] ?? 0) ^ (1 + (round % 255));
		if (openCode(keys, forged.subarray(0, round % 3 === 0 ? at + 29 : undefined).toString('base64url')) !== undefined) opened += 1;
	}
	expect(opened).toBe(0);
});

test('a page that is a day old begins anew', async () => {
	const page = await sent();
	jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3600 * 1000);
	expect(said(await press(page, 'check', { code: codeFor('85251234567') }))).toContain('open for too long');
	expect(pages.asked('/open')).toBe(0);
});

test('an hour later the page still offers a new code, and does not ask about the old one', async () => {
	const page = await sent();
	jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3601 * 1000);
	const old = await press(page, 'check', { code: codeFor('85251234567') });
	expect([said(old), pages.asked('/open')]).toEqual([expect.stringContaining('too old by now'), 0]);
	expect(said(await press(old, 'again'))).toBe('We sent a new code.');
	expect(pages.asked('/send')).toBe(2);
});

test('numbers of countries that are not let in get no message', async () => {
	const first = await look(pages.site.url);
	const wrong = [
		await press(first, 'send', { contact: '2025550101', country: 'US' }),
		await press(first, 'send', { contact: '+1 202 555 0101', country: '' }),
		await press(first, 'send', { contact: '+1 202 555 0101', country: 'HK' }),
	];
	expect(wrong.map(said)).toEqual([
		'Numbers of this country or region cannot be used here.',
		'Numbers of this country or region cannot be used here.',
		'The number begins with +1, but you chose Hong Kong SAR China. Please change one of the two.',
	]);
	expect(pages.asked('/send')).toBe(0);
});

test('a machine that fills in every field, or takes no time, sends no message', async () => {
	const first = await look(pages.site.url);
	const given = { contact: '51234567', country: 'HK' };
	const now = String(Date.now());
	const answers = [
		await press(first, 'send', { ...given, website: 'https://spam.example' }),
		await press(first, 'send', { ...given, at: now }),
		await press(first, 'send', { ...given, at: '' }),
		await post(pages.site.url, { do: 'send', ...given }),
	];
	expect(answers.map(said)).toEqual(answers.map(() => 'Please press the button once more.'));
	expect(pages.asked('/send')).toBe(0);
});

test('one contact gets so many messages in a day', async () => {
	let now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	let page = await sent();
	for (let count = 0; count < 9; count += 1) {
		now += 61_000;
		page = await press(page, 'again');
	}
	expect([said(page), pages.asked('/send')]).toEqual(['No more codes can be sent for now. Please try again later.', 5]);
});

test('one address of the internet gets so many messages in an hour, and a forged header makes it no other', async () => {
	for (let count = 0; count < 30; count += 1) {
		await sent(String(51234500 + count * 10), { 'X-Real-IP': `203.0.113.${String(count)}`, Host: 'evil.example' });
	}
	expect(pages.asked('/send')).toBe(20);
});

test('behind a proxy each visitor is counted alone, by the address that the proxy itself wrote', async () => {
	for (let count = 0; count < 25; count += 1) {
		await sent(String(51230000 + count * 20_000), { 'X-Forwarded-For': `198.51.100.7, 203.0.113.${String(count)}` });
	}
	expect(pages.asked('/send')).toBe(25);
	for (let count = 0; count < 25; count += 1) {
		await sent(String(61230000 + count * 20_000), { 'X-Forwarded-For': `10.9.8.${String(count)}, 203.0.113.200` });
	}
	expect(pages.asked('/send')).toBe(45);
});

test('numbers that differ in their last four digits get so many messages in a day together, and others their own', async () => {
	await pages.reopen({ options: { perPrefix: 3 } });
	for (let count = 0; count < 6; count += 1) await sent(String(51234560 + count));
	expect(pages.asked('/send')).toBe(3);
	await sent('51244560');
	expect(pages.asked('/send')).toBe(4);
});

test('who is refused leaves nothing in the memory, so that nobody can fill it', async () => {
	await pages.reopen({ options: { perDay: 1 } });
	for (let count = 0; count < 30; count += 1) await sent(String(51230000 + count * 20_000));
	expect([pages.asked('/send'), remembered()]).toEqual([1, 1]);
});

test('what a visitor writes stays text in the page', async () => {
	const page = await press(await look(pages.site.url), 'send', { contact: '"><script>alert(1)</script>', country: '"><b>' });
	expect(page.html).not.toContain('<script>alert');
	expect(page.html).not.toContain('<b>');
	expect(title(page)).toBe('Confirm your contact');
});

test('the policy of the page lets its own script and style run, lets nothing be asked, and keeps it out of frames', async () => {
	const page = await look(pages.site.url);
	const policy = page.headers.get('content-security-policy') ?? '';
	for (const rule of ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", 'sandbox allow-forms allow-scripts']) {
		expect(policy).toContain(rule);
	}
	expect(policy).not.toMatch(/unsafe|\*|https?:|connect-src|allow-same-origin/);
	expect(page.html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
	expect(page.headers.get('cache-control')).toBe('private, no-cache');
	expect(page.headers.get('referrer-policy')).toBe('no-referrer');
});

test('a site that is not let in cannot have a code sent by a program', async () => {
	const answer = await fetch(pages.site.url, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
		body: JSON.stringify({ do: 'send', contact: '51234567', country: 'HK' }),
	});
	expect([answer.status, answer.headers.get('access-control-allow-origin'), pages.asked('/send')]).toEqual([403, null, 0]);
});

test('a request of any make gets an answer and starts nothing', async () => {
	const bodies = ['', 'do=check', 'do=send&contact[]=1', 'a=1&'.repeat(900), 'do=check&token=%00%ff&code=1', 'x'.repeat(90_000)];
	for (const body of bodies) {
		const answer = await fetch(pages.site.url, { method: 'POST', body, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, redirect: 'manual' });
		expect([200, 303, 413]).toContain(answer.status);
	}
	expect(pages.site.started).toEqual([]);
	expect(text(await look(`${pages.site.url}?s=${'x'.repeat(9000)}&lang=xx`))).toContain('Please begin again');
});
