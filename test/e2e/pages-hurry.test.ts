/** What a person meets who is in a hurry, in a real n8n with a real browser: nothing is asked twice, and nothing is silent. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type Pages, usePages } from '../support/pages';

const telephone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const withoutScripts = { ...telephone, javaScriptEnabled: false };

let line = 400;

/** Asks for a code as a person types. */
async function ask(pages: Pages, options: BrowserContextOptions = telephone): Promise<{ page: Page; code: string }> {
	const page = await pages.open(options);
	const digits = `7700900${String((line += 1))}`;
	await page.locator('select#country').selectOption('GB');
	await page.locator('#contact').pressSequentially(digits, { delay: 110 });
	const email = page.getByLabel('Email address for the new account');
	if ((await email.count()) > 0) await email.fill(`newcomer-${digits}@example.com`);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
	return { page, code: await pages.codeFor(digits) };
}

/** A browser goes to a field a moment after the page is there. */
const goesTo = async (page: Page, field: string): Promise<void> => {
	await page.locator(`${field}:focus`).waitFor();
};

describe('on the pages for a ticket', () => {
	const pages = usePages('onboardTicket01');

	test.each([
		['a short one', telephone, (code: string) => `Your code is ${code.slice(0, 3)} ${code.slice(3)}`],
		['a long one', telephone, (code: string) => `[Huawei Cloud] Your verification code is ${code}. It is valid for 5 minutes. Do not tell anyone.`],
		['a long one without scripts', withoutScripts, (code: string) => `[Huawei Cloud] Your verification code is ${code}. It is valid for 5 minutes. Do not tell anyone.`],
	])('the code is found in a message that is pasted: %s', async (_how, options, message) => {
		const { page, code } = await ask(pages, options);
		await page.locator('#code').focus();
		await page.keyboard.insertText(message(code));
		if ('javaScriptEnabled' in options) await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByRole('heading', { name: 'Done' }).waitFor();
	});

	test('a button that takes long says that one has to wait, also to who only hears', async () => {
		const { page, code } = await ask(pages);
		let goOn = (): void => undefined;
		/* The page tells it: while an answer is awaited the browser is asked for nothing else. */
		let tell: (texts: readonly string[]) => void = () => undefined;
		const told = new Promise<readonly string[]>((resolve) => {
			tell = resolve;
		});
		await page.exposeFunction('tell', (...texts: readonly string[]) => {
			tell(texts);
		});
		await page.evaluate(`new MutationObserver(() => { tell(document.querySelector('button.main').textContent, document.querySelector('[role=status]').textContent) }).observe(document.querySelector('button.main'), { childList: true })`);
		const held = new Promise<void>((resolve) => {
			goOn = resolve;
		});
		await page.route('**/*', async (route) => {
			await held;
			await route.continue();
		});
		await page.locator('#code').fill(code);
		expect(await told).toEqual(['One moment…', 'One moment…']);
		goOn();
		await page.getByRole('heading', { name: 'Done' }).waitFor();
		await page.goBack();
		await page.getByRole('button', { name: 'Continue' }).waitFor();
	});

	test('the country that a search finds is heard', async () => {
		const page = await pages.open();
		await page.locator('#search').fill('united k');
		await page.getByRole('status').getByText('United Kingdom').waitFor();
	});

	test('letters twice as large leave three quarters of a telephone to the text', async () => {
		const page = await pages.open(telephone);
		await page.evaluate("document.documentElement.style.fontSize = '200%'");
		expect(await page.locator('h1').evaluate((title) => title.clientWidth)).toBeGreaterThanOrEqual(240);
	});

	test('a dialling code has its sign before the digits, where all else goes from right to left', async () => {
		const page = await pages.open({ ...telephone, locale: 'ar-SA' });
		expect(await page.locator('option:checked').textContent()).toContain('(\u200e+966)');
		/* Chromium keeps no room there for the arrow of a list. */
		expect(await page.locator('select#country').evaluate((list) => Number.parseFloat(getComputedStyle(list).paddingLeft))).toBeGreaterThanOrEqual(24);
	});
});

describe('on the pages for a new account', () => {
	const pages = usePages('onboardPartner01');

	test('the password is typed first, and the code that comes then is sent by itself', async () => {
		const { page, code } = await ask(pages);
		await goesTo(page, '#newPassword');
		await page.keyboard.type('Sample-Pass!1');
		await page.locator('#code').pressSequentially(code);
		await page.getByRole('heading', { name: 'Your Account Is Ready' }).waitFor();
		await pages.startsReach(1);
		expect(await pages.started()).toBe(1);
	});

	test('a code with a digit too few is named before the password is lost', async () => {
		const { page, code } = await ask(pages);
		await page.locator('#newPassword').fill('Sample-Pass!1');
		await page.locator('#code').fill(code.slice(1));
		await page.getByRole('button', { name: 'Continue' }).click();
		expect(await page.locator('#code').evaluate((field: HTMLInputElement) => field.validationMessage)).toBe('The code has 6 digits. Please enter all of them.');
		expect(await page.locator('#newPassword').inputValue()).toBe('Sample-Pass!1');
		await page.locator('#code').fill(code);
		await page.getByRole('heading', { name: 'Your Account Is Ready' }).waitFor();
	});

	test('after a wrong code a person begins with what is empty first', async () => {
		const { page, code } = await ask(pages);
		await page.locator('#newPassword').fill('Sample-Pass!1');
		await page.locator('#code').fill(code === '111111' ? '222222' : '111111');
		await page.getByText('Tries left: 4.').waitFor();
		await goesTo(page, '#newPassword');
		expect(await page.locator('#newPassword').getAttribute('aria-describedby')).toContain('said');
	});
});
