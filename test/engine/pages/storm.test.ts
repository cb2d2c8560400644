/**
 * Tokens and guesses by the thousand at pages that many use at once: `PAGE_TOKENS=100000` sends as many tokens,
 * `PAGE_GUESSES=10000` as many guesses.
 */
import { keysFrom, sealed } from '../../../nodes/engine/page/seal';
import { forCrowds, parcelSecret, useParcelPages } from '../../support/parcelPages';
import { look, post, press } from '../../support/visitor';

const tokens = Number(process.env['PAGE_TOKENS'] ?? 1000);
const guesses = Number(process.env['PAGE_GUESSES'] ?? 2000);

/** Milliseconds that a test of so many requests may take. */
const patience = 60_000 + (tokens + guesses) * 30;

/** Requests that are under way together. */
const together = 50;

const pages = useParcelPages(forCrowds);

const place = { workflow: 'pages', node: 'trigger', resource: 'locker' };
const keys = keysFrom(parcelSecret, place);
const contact = { kind: 'phone', country: 'HK', dialling: '852', digits: '51239999' } as const;
const day = 24 * 3600 * 1000;

const made = (from = keys, age = 0): string =>
	sealed(from, 'code', { reference: 'abcdefgh', contact, entries: {}, sentAt: Date.now() - age, againAt: 0 });

function forged(round: number): string {
	const bytes = Buffer.from(made(), 'base64url');
	const at = round % bytes.length;
	bytes[at] = (bytes[at] ?? 0) ^ (1 + (round % 255));
	return bytes.toString('base64url');
}

/** Ways to make a token that must open nothing. */
const ways: ReadonlyArray<(round: number) => string> = [
	forged,
	(round) => made().slice(0, round % 200),
	(round) => made(keysFrom(parcelSecret, { ...place, workflow: `other ${String(round)}` })),
	(round) => made(keysFrom(`other secret ${String(round)}`, place)),
	(round) => made(keys, day + 1000 * (1 + round)),
	(round) => sealed(keys, 'end', { how: 'verified', at: round, shown: '', reference: 'abcdefgh' }),
];

/** Does something so many times, some at once. */
async function times(count: number, work: (round: number) => Promise<unknown>): Promise<void> {
	let next = 0;
	const one = async (): Promise<void> => {
		for (let round = next; round < count; round = next) {
			next += 1;
			await work(round);
		}
	};
	await Promise.all(Array.from({ length: together }, one));
}

test(`of ${String(tokens)} forged, cut, foreign and expired tokens none gets a code checked or sent, and none starts anything`, async () => {
	const first = await look(pages.site.url);
	await press(first, 'send', { contact: '51234567', country: 'HK' });
	const code = pages.codes.get('85251234567') ?? '';
	const acts = ['check', 'again'];
	await times(tokens, async (round) => {
		const token = ways[round % ways.length]?.(round) ?? '';
		await post(pages.site.url, { do: acts[round % acts.length] ?? '', token, code });
	});
	expect([pages.asked('/open'), pages.asked('/send'), pages.site.started.length]).toEqual([0, 1, 0]);
}, patience);

test(`the token of a page that was used starts nothing however often it is sent again`, async () => {
	const first = await look(pages.site.url);
	const page = await press(first, 'send', { contact: '51234567', country: 'HK' });
	const code = pages.codes.get('85251234567') ?? '';
	await times(Math.ceil(tokens / 10), async () => await press(page, 'check', { code }));
	expect([pages.asked('/open'), pages.site.started.length]).toEqual([1, 1]);
}, patience);

test(`${String(guesses)} guesses over 50 contacts from 250 addresses start nothing, and reach the vendor no more often than the tries allow`, async () => {
	const first = await look(pages.site.url);
	const numbers = Array.from({ length: 50 }, (_, visitor) => `513${String(10_000 + visitor)}`);
	const sent = await Promise.all(numbers.map(async (number) => await press(first, 'send', { contact: number, country: 'HK' })));
	const right = new Set(pages.codes.values());
	await times(guesses, async (round) => {
		const page = sent[round % sent.length];
		const guess = String(990_000 - round * 7);
		if (page !== undefined && !right.has(guess)) await press(page, 'check', { code: guess }, { 'x-forwarded-for': `203.0.113.${String(round % 250)}` });
	});
	expect([pages.site.started, pages.asked('/open')]).toEqual([[], numbers.length * 5]);
}, patience);
