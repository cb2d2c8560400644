/** What one visitor can learn from another or take away from another, and what outlives its time. */
import { forgetAll, remembered } from '../../../nodes/engine/page/memory';
import { keysFrom, openCode } from '../../../nodes/engine/page/seal';
import { openParcelPages, type ParcelPages, parcelSecret } from '../../support/parcelPages';
import { look, post, press, said, type Seen, text, title } from '../../support/visitor';

let pages: ParcelPages;

const company = { values: [{ fieldLabel: 'Company', fieldName: 'company', fieldType: 'text' }] };

async function open(parameters: Readonly<Record<string, unknown>> = {}): Promise<void> {
	await pages.close();
	pages = await openParcelPages(parameters);
}

beforeEach(async () => {
	forgetAll();
	pages = await openParcelPages({ formFields: company });
});

afterEach(async () => {
	jest.restoreAllMocks();
	await pages.close();
});

const sent = async (values: Readonly<Record<string, string>> = {}, headers = {}): Promise<Seen> =>
	await press(await look(pages.site.url), 'send', { contact: '51234567', country: 'HK', ...values }, headers);
const code = (): string => pages.codes.get('85251234567') ?? '';
const minutes = (count: number): number => count * 60_000;

/** Lets the time be set. */
function clock(): { pass: (ms: number) => void } {
	let now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	return {
		pass: (ms) => {
			now += ms;
		},
	};
}

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
