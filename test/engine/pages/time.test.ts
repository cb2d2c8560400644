/** What time does on the pages: what has to wait, what may go on, and what is forgotten. */
import { remembered } from '../../../nodes/engine/page/memory';
import { keysFrom, openCode } from '../../../nodes/engine/page/seal';
import { parcelSecret, useParcelPages } from '../../support/parcelPages';
import { stoppedClock } from '../../support/time';
import { look, press, said, type Seen, title } from '../../support/visitor';

const pages = useParcelPages();

const seconds = 1000;
const hours = 3600 * seconds;

const sent = async (contact = '51234567'): Promise<Seen> => await press(await look(pages.site.url), 'send', { contact, country: 'HK' });

const refuses = (path: string, code: string) => (asked: string) => (asked === path ? { code, message: 'no' } : undefined);

test.each([
	['whose answer was lost', () => 'silent' as const],
	['that the vendor says it sent a moment ago', refuses('/send', 'Box.Soon')],
])('a code %s is waited for, and a minute later another goes out', async (_which, mood) => {
	const time = stoppedClock();
	pages.mood = mood;
	expect(title(await sent())).toBe('Enter the code');
	pages.mood = () => undefined;
	const asked = pages.asked('/send');
	time.pass(59 * seconds);
	expect([title(await sent()), pages.asked('/send')]).toEqual(['Enter the code', asked]);
	time.pass(1 * seconds);
	expect([title(await sent()), pages.asked('/send')]).toEqual(['Enter the code', asked + 1]);
});

test('who asks for a new code keeps the reference that was read out to the operator', async () => {
	const keys = keysFrom(parcelSecret, { workflow: 'pages', node: 'trigger', resource: 'locker' });
	const referenceOf = ({ url }: Seen) => openCode(keys, new URL(url).searchParams.get('s') ?? '')?.reference;
	const time = stoppedClock();
	const page = await sent();
	time.pass(61 * seconds);
	const other = await press(page, 'again');
	expect(said(other)).toBe('We sent a new code.');
	expect(referenceOf(other)).toMatch(/^[\w-]{8}$/);
	expect(referenceOf(other)).toBe(referenceOf(page));
});

test('who guessed too often for an hour may enter a code when the hour is over', async () => {
	await pages.reopen({ options: { perAddress: 1000, perPrefix: 1000 } });
	const time = stoppedClock();
	for (let contact = 0; contact < 8; contact += 1) {
		const page = await sent(String(51_230_000 + contact));
		for (let guess = 0; guess < 5; guess += 1) await press(page, 'check', { code: String(100 + guess).padStart(6, '0') });
	}
	const enter = async () => title(await press(await sent('51239999'), 'check', { code: pages.codes.get('85251239999') ?? '' }));
	time.pass(1 * hours - 1);
	expect(await enter()).toBe('Enter the code');
	time.pass(1);
	expect(await enter()).toBe('Done');
});

test.each([
	[999, 'Confirm your contact'],
	[1000, 'Enter the code'],
])('a press %i ms after the page was shown leads to “%s”', async (ms, next) => {
	stoppedClock();
	const first = await look(pages.site.url);
	const at = String(Date.now() - ms);
	expect(title(await press(first, 'send', { at, contact: '51234567', country: 'HK' }))).toBe(next);
});

test('a contact is forgotten a day after its latest code', async () => {
	const time = stoppedClock();
	await sent('51230001');
	time.pass(1 * hours);
	await sent('51230001');
	time.pass(24 * hours - 1);
	await sent('51230002');
	expect(remembered()).toBe(2);
	time.pass(1);
	time.pass(30 * seconds);
	await sent('51230003');
	expect(remembered()).toBe(2);
});
