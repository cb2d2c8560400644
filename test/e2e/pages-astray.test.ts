/** Where people go astray on the pages, in a real n8n with a real browser: all of it ends well. */
import type { Page } from 'playwright-core';
import { answerNext } from '../support/forms';
import { texts } from '../../nodes/engine/page/texts';
import { usePages } from '../support/pages';

const pages = usePages('onboardTicket01');
const telephone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };

let line = 140;
/** A number that nobody asked for yet. */
const freshNumber = (): string => `7700 900${String((line += 1))}`;
const digitsOf = (number: string): string => number.replace(/\D/g, '');

async function enter(page: Page, number: string, country = 'GB'): Promise<void> {
	await page.locator('select#country').selectOption(country);
	await page.locator('#contact').fill('');
	await page.locator('#contact').pressSequentially(number, { delay: 1200 / number.length });
}

const send = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: 'Send me a code' }).click();
};
const heading = async (page: Page, name: string): Promise<void> => {
	await page.getByRole('heading', { name }).waitFor();
};

async function withCode(options = {}): Promise<{ page: Page; number: string; code: string }> {
	const page = await pages.open(options);
	const number = freshNumber();
	await enter(page, number);
	await send(page);
	await heading(page, 'Enter the code');
	return { page, number, code: await pages.codeFor(digitsOf(number)) };
}

test('a code that is pasted with spaces and full-width digits is sent by itself', async () => {
	const { page, code } = await withCode(telephone);
	const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
	await page.locator('#code').fill(` ${wide.slice(0, 3)} ${wide.slice(3)} `);
	await heading(page, 'Done');
	await pages.startsReach(1);
});

test('a wrong code is told with the tries that are left, and the right one ends well', async () => {
	const { page, code } = await withCode(telephone);
	await page.locator('#code').fill(code === '111111' ? '222222' : '111111');
	await page.getByText('Tries left: 4.').waitFor();
	await page.locator('#code:focus').waitFor();
	await pages.keep(page, 'pages-wrong-code');
	await page.locator('#code').fill(code);
	await heading(page, 'Done');
	await pages.startsReach(1);
	expect(await pages.started()).toBe(1);
});

test('reloading any page shows it again and sends nothing', async () => {
	const { page, code } = await withCode();
	await page.reload();
	await heading(page, 'Enter the code');
	expect(await pages.codesSent()).toBe(1);
	await page.locator('#code').fill(code);
	await heading(page, 'Done');
	await page.reload();
	await heading(page, 'Done');
	await pages.startsReach(1);
	expect(await pages.started()).toBe(1);
});

test('back and forward show the pages as they were, and who sends again is led to the code', async () => {
	const { page, number, code } = await withCode();
	await page.goBack();
	await heading(page, 'Confirm your contact');
	await page.goForward();
	await heading(page, 'Enter the code');
	await page.goBack();
	await enter(page, number);
	await send(page);
	await page.getByText('A code was sent a moment ago').waitFor();
	expect(await pages.codesSent()).toBe(1);
	await page.locator('#code').fill(code);
	await heading(page, 'Done');
	await page.goBack();
	await page.locator('main').waitFor();
	await pages.startsReach(1);
	expect(await pages.started()).toBe(1);
});

test.each([
	['with scripts', { javaScriptEnabled: true }],
	['without scripts', { javaScriptEnabled: false }],
])('a double click on each button sends one code and starts once, %s', async (_how, options) => {
	const page = await pages.open(options);
	const number = freshNumber();
	await enter(page, number);
	await page.getByRole('button', { name: 'Send me a code' }).dblclick();
	await heading(page, 'Enter the code');
	const code = await pages.codeFor(digitsOf(number));
	/* Not typed: a complete code would be sent by itself before anybody can press. */
	if (options.javaScriptEnabled === false) await page.locator('#code').fill(code);
	else await page.locator('#code').evaluate((field, value) => field.setAttribute('value', value), code);
	await page.getByRole('button', { name: 'Continue' }).dblclick();
	await heading(page, 'Done');
	await pages.startsReach(1);
	expect([await pages.codesSent(), await pages.started()]).toEqual([1, 1]);
});

test('a new code waits for its time beside the field for the code, which stays', async () => {
	const { page } = await withCode(telephone);
	const again = page.getByRole('button', { name: 'Send a new code' });
	expect(await again.getAttribute('aria-disabled')).toBe('true');
	expect(await page.locator('#again').innerText()).toMatch(/in \d\d seconds/);
	await again.click({ force: true });
	expect(await page.locator('#code').isVisible()).toBe(true);
	expect(await pages.codesSent()).toBe(1);
});

test('a mistyped number can be changed on the page for the code', async () => {
	const { page } = await withCode(telephone);
	await page.getByRole('button', { name: 'Change what I entered' }).click();
	await heading(page, 'Confirm your contact');
	const number = freshNumber();
	await enter(page, number);
	await send(page);
	await page.getByText(`+44 ${number}`).waitFor();
	await page.locator('#code').fill(await pages.codeFor(digitsOf(number)));
	await heading(page, 'Done');
});

test('a number of another country is refused with both named, and nothing is sent', async () => {
	const page = await pages.open({ javaScriptEnabled: false });
	await enter(page, '+1 202 555 0101');
	await send(page);
	await page.getByText('The number begins with +1, but you chose United Kingdom').waitFor();
	expect(await pages.codesSent()).toBe(0);
});

test('with scripts a number with its country code chooses the country, and a search finds one', async () => {
	const page = await pages.open({ locale: 'de-DE' });
	const country = await page.locator('select#country').boundingBox();
	const search = await page.locator('#search').boundingBox();
	/* A person reads the country that is chosen already, and needs the search below it only for another one. */
	expect(search?.y).toBeCloseTo((country?.y ?? 0) + (country?.height ?? 0), 0);
	expect(await page.locator('select#country').inputValue()).toBe('DE');
	await page.locator('#contact').fill('+852 5123 4567');
	await page.locator('#contact').blur();
	expect(await page.locator('select#country').inputValue()).toBe('HK');
	for (const [typed, found] of [['vereinigtes', 'GB'], ['+81', 'JP'], ['spain', 'ES'], ['osterr', '']] as const) {
		await page.locator('#search').fill(typed);
		expect([typed, await page.locator('select#country').inputValue()]).toEqual([typed, found]);
	}
	expect(await page.locator('select#country').innerText()).toBe(texts.de.chooseCountry);
});

test('all is done by keyboard alone', async () => {
	const page = await pages.open();
	const number = freshNumber();
	await page.locator('#search').focus();
	await page.keyboard.type('united king', { delay: 60 });
	await page.keyboard.press('Tab');
	await page.keyboard.type(number, { delay: 60 });
	await page.keyboard.press('Enter');
	await heading(page, 'Enter the code');
	await page.keyboard.type(await pages.codeFor(digitsOf(number)));
	await heading(page, 'Done');
});

test('trouble with the account ends on a page with the reference that the operator gets', async () => {
	await answerNext(pages.access(), { vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', code: 'OSM.0003' });
	const page = await pages.open();
	await enter(page, freshNumber());
	await send(page);
	await heading(page, 'We could not finish this');
	await pages.keep(page, 'pages-help');
	const [, reference = ''] = /reference ([\w-]{8})\./.exec(await page.locator('main').innerText()) ?? [];
	await pages.startsReach(1);
	expect(await pages.lastExecution()).toContain(reference);
	expect(await pages.lastExecution()).not.toContain('7700900');
});

test('where no answer came the person can enter the code that arrived all the same, and the operator is told', async () => {
	await answerNext(pages.access(), { vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', fault: 'half-json' });
	const page = await pages.open();
	const number = freshNumber();
	await enter(page, number);
	await send(page);
	await page.getByText('A code may be on its way to').waitFor();
	await page.locator('#code').fill(await pages.codeFor(digitsOf(number)));
	await heading(page, 'Done');
	await pages.startsReach(2);
});

test('a number that the vendor does not take is asked for again, with what was entered', async () => {
	await answerNext(pages.access(), { vendor: 'huaweiCloud', operation: 'ticketContact.sendCode', code: 'OSM.0001' });
	const page = await pages.open();
	const number = freshNumber();
	await enter(page, number);
	await send(page);
	await page.getByText('This number or address was not accepted').waitFor();
	expect(await page.locator('#contact').inputValue()).toBe(number);
});
