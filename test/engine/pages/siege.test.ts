/** What somebody tries who knows the limits: other spellings, the clock, a vendor in trouble, values that climb. */
import { remembered } from '../../../nodes/engine/page/memory';
import { keysFrom, sealed } from '../../../nodes/engine/page/seal';
import { parcelSecret, useParcelPages } from '../../support/parcelPages';
import { stoppedClock } from '../../support/time';
import { look, post, press, said, type Seen, title } from '../../support/visitor';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

const pages = useParcelPages();

/** In ms. */
const hour = 3600 * 1000;

const sent = async (values: Readonly<Record<string, string>> = {}, headers = {}): Promise<Seen> =>
	await press(await look(pages.site.url), 'send', { contact: '51234567', country: 'HK', ...values }, headers);
const code = (): string => pages.codes.get('85251234567') ?? '';

test.each([
	['GB', ['7400123456', '07400123456', '+440007400123456', '004407400123456']],
	['HK', ['51234567', '051234567', '+852051234567', '+85200051234567', '+85285251234567', '85285251234567']],
	['DE', ['15123456789', '4915123456789', '494915123456789', '+490015123456789', '+4900015123456789']],
])('a number of %s gets no more codes because zeros or the country code are written before it again', async (country, spellings) => {
	await pages.reopen({ options: { perContact: 2 } });
	const time = stoppedClock();
	for (const contact of spellings) {
		await sent({ contact, country });
		time.pass(61_000);
	}
	expect(pages.asked('/send')).toBe(2);
});

describe('a clock that is set back', () => {
	test('makes nobody wait for another code until it comes to where it was', async () => {
		const time = stoppedClock();
		await sent();
		time.pass(-365 * 24 * hour);
		const page = await sent();
		expect(said(page)).toMatch(/ask for a new one in (?:59|60) seconds/);
		time.pass(61_000);
		expect([title(await sent()), pages.asked('/send')]).toEqual(['Enter the code', 2]);
	});

	test("does not make an hour's or a day's limit last for longer", async () => {
		await pages.reopen({ options: { perContact: 1, perAddress: 1 } });
		const time = stoppedClock();
		await sent();
		time.pass(-365 * 24 * hour);
		expect(said(await sent({ contact: '61234567' }))).toContain('No more codes');
		time.pass(24 * hour + 1);
		expect([title(await sent({ contact: '61234567' })), pages.asked('/send')]).toEqual(['Enter the code', 2]);
	});
});

test.each<readonly [string, object | 'silent']>([
	['are lost', 'silent'],
	['tell nothing known', { code: 'Box.Strange', message: 'strange' }],
])('of checks whose answers %s one page has so many made, and another code can be asked for', async (_what, mood) => {
	const page = await sent();
	const token = new URL(page.url).searchParams.get('s') ?? '';
	pages.mood = (path) => (path === '/open' ? mood : undefined);
	let last: Seen | undefined;
	for (let guess = 0; guess < 60; guess += 1) last = await post(pages.site.url, { do: 'check', token, code: String(500_000 + guess) });
	expect(pages.asked('/open')).toBe(20);
	expect(said(last as Seen)).toBe('There were too many tries with this code. Please ask for a new one.');
	expect(pages.site.started.filter(({ output }) => output === 0)).toEqual([]);
});

describe('a message that', () => {
	/** Who counts for the limit as somebody at 51234567 does. */
	const alike = [
		['perContact', '51234567'],
		['perPrefix', '51234568'],
		['perDay', '61234567'],
	] as const;

	test.each(alike)('the vendor refused does not count towards %s: who comes when the trouble is over gets a code', async (limit, contact) => {
		await pages.reopen({ options: { [limit]: 1 } });
		const time = stoppedClock();
		pages.mood = (path) => (path === '/send' ? { code: 'Box.Full', message: 'full' } : undefined);
		await sent();
		time.pass(hour);
		pages.mood = () => undefined;
		expect([title(await sent({ contact })), pages.asked('/send')]).toEqual(['Enter the code', 2]);
	});

	test.each(alike)('may be out counts towards %s, for it may cost money', async (limit, contact) => {
		await pages.reopen({ options: { [limit]: 1 } });
		const time = stoppedClock();
		pages.mood = () => 'silent';
		await sent();
		const asked = pages.asked('/send');
		time.pass(hour);
		pages.mood = () => undefined;
		expect([said(await sent({ contact })), pages.asked('/send')]).toEqual([expect.stringContaining('No more codes'), asked]);
	});
});

describe('while the vendor refuses everybody', () => {
	let visitors = 0;
	const another = async (): Promise<Seen> => {
		visitors += 1;
		return await sent({ contact: String(51_230_000 + visitors * 10_000) }, { 'X-Forwarded-For': `203.0.113.${String(visitors)}` });
	};
	const refuse = (code: string): void => {
		pages.mood = (path) => (path === '/send' ? { code, message: 'no' } : undefined);
	};

	test('it is asked no more often in an hour than codes may go out in a day, and nothing of it stays', async () => {
		await pages.reopen({ options: { perDay: 3 } });
		const time = stoppedClock();
		refuse('Box.Full');
		for (let count = 0; count < 6; count += 1) await another();
		expect(pages.asked('/send')).toBe(3);
		time.pass(hour);
		await another();
		expect([pages.asked('/send'), remembered()]).toEqual([4, 1]);
	});

	test('nobody asks it more often than an address may', async () => {
		await pages.reopen({ options: { perAddress: 3 } });
		refuse('Box.Full');
		for (let visitor = 1; visitor <= 6; visitor += 1) await sent({ contact: String(51_230_000 + visitor) });
		expect(pages.asked('/send')).toBe(3);
	});

	test('who is asked to wait a while is not asked about sooner', async () => {
		const time = stoppedClock();
		refuse('Busy');
		const page = await sent();
		expect(said(page)).toBe('This is not possible just now. Please try again in 1 seconds.');
		const asked = pages.asked('/send');
		expect([said(await sent()), pages.asked('/send')]).toEqual([said(page), asked]);
		pages.mood = () => undefined;
		time.pass(1000);
		expect([title(await sent()), pages.asked('/send')]).toEqual(['Enter the code', asked + 1]);
	});

	test('the operator hears of a person once, however often that person tries', async () => {
		const time = stoppedClock();
		refuse('Auth.Expired');
		for (let count = 0; count < 3; count += 1) {
			await sent();
			time.pass(hour);
		}
		expect(pages.site.started.map(({ output }) => output)).toEqual([1]);
	});

	test('the operator hears no more often in a day than codes may go out', async () => {
		await pages.reopen({ options: { perDay: 2 } });
		const time = stoppedClock();
		refuse('Auth.Expired');
		for (let count = 0; count < 4; count += 1) {
			expect(title(await another())).toBe('We could not finish this');
			time.pass(hour);
		}
		expect(pages.site.started.map(({ output }) => output)).toEqual([1, 1]);
	});
});

describe('an address to which a person is sent on', () => {
	const company = { values: [{ fieldLabel: 'Company', fieldName: 'company', fieldType: 'text' }, { fieldLabel: 'More', fieldName: 'more', fieldType: 'text' }] };

	test.each([
		['..', ''],
		['.', ''],
		['.', '.'],
		['', '..'],
	])('does not climb where own fields are %j and %j', async (own0, own1) => {
		await pages.reopen({ formFields: company, ending: 'redirect', redirectUrl: 'https://www.example.com/customers/{fields.company}{fields.more}/welcome' });
		const end = await press(await sent({ own0, own1 }), 'check', { code: code() });
		expect([title(end), end.url.startsWith('https://'), pages.site.started.length]).toEqual(['Done', false, 1]);
	});

	test('takes dots that climb nowhere', async () => {
		await pages.reopen({ formFields: company, ending: 'redirect', redirectUrl: 'https://www.example.com/a/../customers/{fields.company}?more={fields.more}' });
		const end = await press(await sent({ own0: 'Ltd...', own1: '..' }), 'check', { code: code() });
		expect(end.url).toBe('https://www.example.com/a/../customers/Ltd...?more=..');
	});
});

test('a page that was made by a clock that was ahead is worth no more than others', async () => {
	stoppedClock();
	const keys = keysFrom(parcelSecret, { workflow: 'pages', node: 'trigger', resource: 'locker' });
	const contact = { kind: 'phone', country: 'HK', dialling: '852', digits: '51234567' } as const;
	const later = Date.now() + 365 * 24 * hour;
	const token = sealed(keys, 'code', { reference: 'abcdefgh', contact, entries: {}, sentAt: later, againAt: later });
	const again = await post(pages.site.url, { do: 'again', token });
	expect([title(again), pages.asked('/send')]).toEqual(['Enter the code', 1]);
});
