/** Who guesses the password of a page: how often that is looked at, and what it does to others. */
import { mostNames } from '../../../nodes/engine/page/counts';
import { wrongPasswords } from '../../../nodes/engine/page/memory';
import { Credentials } from '../../support/credentials';
import { basic, right, useGatedPages } from '../../support/gatedPages';
import { stoppedClock } from '../../support/time';
import { look, press, text, title } from '../../support/visitor';

const { pages, kept } = useGatedPages();

describe('who guesses', () => {
	const guess = async (number: number, headers: Readonly<Record<string, string>> = {}) => await look(pages.site.url, { ...basic('staff', `guess ${String(number)}`), ...headers });

	test('gets no further by asking sixty times while n8n still reads the credential', async () => {
		let come = 0;
		let letOn = (): void => undefined;
		const allHaveCome = new Promise<void>((resolve) => (letOn = resolve));
		jest.spyOn(Credentials.prototype, 'getDecrypted').mockImplementation(async () => {
			come += 1;
			if (come === 60) letOn();
			await allHaveCome;
			return kept() as never;
		});
		const answers = await Promise.all(Array.from({ length: 60 }, (_, number) => guess(number)));
		expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
	});

	test('is looked at ten times in five minutes, and then not even with the right one', async () => {
		for (let number = 0; number < 10; number += 1) expect((await guess(number)).status).toBe(401);
		const shut = await look(pages.site.url, right);
		expect([shut.status, shut.headers.get('www-authenticate')]).toEqual([429, null]);
		const seconds = Number(shut.headers.get('retry-after'));
		expect(seconds > 290 && seconds <= 300).toBe(true);
		expect(text(shut)).toContain(`Please open this page again in ${String(seconds)} seconds.`);
		const read = pages.site.read();
		await guess(99);
		expect(pages.site.read()).toBe(read);
	});

	test('lets others wait no longer than that: guesses in the meantime do not count', async () => {
		const time = stoppedClock();
		for (let number = 0; number < 10; number += 1) await guess(number);
		time.pass(200_000);
		expect((await guess(50)).status).toBe(429);
		time.pass(101_000);
		expect((await look(pages.site.url, right)).status).toBe(200);
	});

	test('does not shut out other addresses', async () => {
		for (let number = 0; number < 12; number += 1) await guess(number, { 'X-Forwarded-For': '203.0.113.9' });
		expect((await guess(99, { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(429);
		expect((await look(pages.site.url, { ...right, 'X-Forwarded-For': '203.0.113.10' })).status).toBe(200);
		expect((await look(pages.site.url, { ...right, 'X-Forwarded-For': '203.0.113.10, 203.0.113.9' })).status).toBe(429);
	});

	test('from more addresses than there is room for is not looked at any more, and keeps nobody else from a code', async () => {
		for (let number = 0; number < mostNames; number += 1) wrongPasswords.add(String(number), 300_000, Date.now());
		expect([(await guess(1)).status, (await look(pages.site.url, right)).status]).toEqual([429, 200]);
		const page = await press(await look(pages.site.url, right), 'send', { contact: '51234567', country: 'HK' }, right);
		expect([title(page), pages.asked('/send')]).toEqual(['Enter the code', 1]);
	});

	test('is told so as a program', async () => {
		for (let number = 0; number < 10; number += 1) await guess(number);
		const answer = await fetch(pages.site.url, { headers: { Accept: 'application/json', ...right } });
		const { reason, ...rest } = (await answer.json()) as { reason: Readonly<Record<string, unknown>> };
		expect([answer.status, rest, reason['word'], typeof reason['seconds']]).toEqual([429, { state: 'stop' }, 'accessWait', 'number']);
	});

	test('is not a browser that repeats one old password, nor who gives none', async () => {
		for (let turn = 0; turn < 30; turn += 1) {
			await guess(1);
			await look(pages.site.url);
		}
		expect((await look(pages.site.url, right)).status).toBe(200);
	});

	test('comes to nothing with 1,000 guesses from 50 addresses', async () => {
		const statuses: number[] = [];
		for (let from = 0; from < 1000; from += 100) {
			const batch = Array.from({ length: 100 }, (_, index) => guess(from + index, { 'X-Forwarded-For': `203.0.113.${String(index % 50)}` }));
			statuses.push(...(await Promise.all(batch)).map(({ status }) => status));
		}
		expect([401, 429].map((status) => statuses.filter((one) => one === status).length)).toEqual([500, 500]);
		expect([pages.asked('/send'), pages.asked('/open'), pages.site.started.length]).toEqual([0, 0, 0]);
	}, 60_000);
});
