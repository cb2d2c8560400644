/** The inbox page as a person uses it: in a browser, by mouse, by keyboard alone, and on a narrow screen. */
import type { Browser, Page } from 'playwright-core';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';
import { openBrowser } from '../../scripts/lib/browser';
import { ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';
import { signed } from '../support/tencentSigned';

const own = ownSandbox();
let browser: Browser;
let page: Page;

beforeAll(async () => {
	browser = await openBrowser();
}, 120_000);
afterAll(async () => {
	await browser.close();
});
beforeEach(async () => {
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.setDefaultTimeout(10_000);
	await page.goto(own.get().url);
	await page.locator('#rows tr').first().waitFor();
});
afterEach(async () => {
	await page.close();
});

const domain = { host: 'domain.intl.tencentcloudapi.com', 'x-tc-action': 'SendIntlPhoneEmailCode', 'x-tc-version': '2018-08-08' };
const send = async (address: string) => {
	await sendBytes(own.get().url, signed(own.time(), 'content-type;host', domain, JSON.stringify({ Type: 2, Code: address })));
};

/** Presses Tab until the focus is back at the page itself, and answers what was focused. */
async function tabStops(): Promise<readonly string[]> {
	const stops: string[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const at = document.activeElement;
			return at === null || at === document.body ? '' : `${at.tagName} ${at.id} ${at.textContent.slice(0, 30)}`;
		});
		if (stop === '' || stops.length > 200) return stops;
		stops.push(stop);
	}
}

const focused = async () => await page.evaluate(() => document.activeElement?.textContent ?? '');

test('each key says which credential takes it, and has every value that sends the requests here', async () => {
	const credentials = [new TencentCloudApi(), new AlibabaCloudAccessKeyApi(), new HuaweiCloudAccessKeyApi(), new HuaweiCloudIamApi()];
	for (const { displayName, properties } of credentials) {
		const groups = page.locator('#key-cards section', { has: page.getByText(displayName, { exact: true }) });
		expect(await groups.count()).toBeGreaterThan(0);
		const endpoints = properties.map((property) => property.displayName).filter((name) => name.includes('Endpoint'));
		for (const group of await groups.all()) {
			const labels = (await group.locator('dt').allTextContents()).filter((label) => label !== 'Passcode');
			expect(properties.map((property) => property.displayName)).toEqual(expect.arrayContaining(labels));
			for (const endpoint of endpoints) {
				expect(await group.locator('dt', { hasText: new RegExp(`^${endpoint}$`) }).locator('+ dd').textContent()).toBe(own.get().url);
			}
		}
	}
	expect(await page.locator('#keys').textContent()).toContain('IAM Endpoint');
});

test('an answer that was demanded for the next call can be cancelled', async () => {
	await page.getByRole('button', { name: 'Next call' }).first().click();
	const waiting = page.locator('#waiting li');
	expect(await waiting.textContent()).toContain('Tencent Cloud');
	await waiting.getByRole('button', { name: /^Cancel/ }).click();
	await waiting.waitFor({ state: 'detached' });
	await send('after@example.com');
	expect(own.get().inbox.messages()).toMatchObject([{ recipient: 'after@example.com' }]);
});

test('who cancels what has been used meanwhile is told so', async () => {
	await page.getByRole('button', { name: 'Next call' }).first().click();
	const cancel = page.locator('#waiting button');
	await cancel.waitFor();
	await page.route('**/sandbox/changes*', async (route) => { await route.fulfill({ status: 204 }); });
	own.get().reset();
	await cancel.click();
	await page.locator('#note.shown', { hasText: 'no longer' }).waitFor();
});

test('a search without hits says so and leads back, in place of an empty table', async () => {
	await page.getByLabel('Search').fill('nothing is called so');
	await page.getByText('No answer fits').waitFor();
	expect(await page.locator('table').isVisible()).toBe(false);
	await page.getByRole('button', { name: 'Show all answers' }).click();
	expect(await page.locator('table').isVisible()).toBe(true);
	expect(await page.getByLabel('Search').inputValue()).toBe('');
});

test('starting over asks first, and Escape keeps everything', async () => {
	await send('kept@example.com');
	await page.locator('.message').waitFor();
	await page.getByRole('button', { name: 'Start over' }).click();
	const dialog = page.getByRole('dialog');
	expect(await dialog.textContent()).toContain('1 code');
	await page.keyboard.press('Escape');
	await dialog.waitFor({ state: 'hidden' });
	expect(own.get().inbox.messages()).toHaveLength(1);
	await page.getByRole('button', { name: 'Start over' }).click();
	await dialog.getByRole('button', { name: 'Start Over' }).click();
	await page.locator('.message').waitFor({ state: 'detached' });
	expect(own.get().inbox.messages()).toHaveLength(0);
});

test('lists are one stop for the Tab key each, and arrows move within them', async () => {
	for (const name of ['a', 'b', 'c']) await send(`${name}@example.com`);
	await page.locator('.message').nth(2).waitFor();
	const codes = await page.locator('.digits').allTextContents();
	expect((await tabStops()).length).toBeLessThan(40);
	await page.locator('.digits').first().focus();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toBe(codes[2]);
	await page.keyboard.press('Home');
	expect(await focused()).toBe(codes[0]);
	await page.keyboard.press('ArrowUp');
	expect(await focused()).toBe(codes[0]);
});

test('within the table, up and down stay in the column, left and right in the row', async () => {
	const [first, second] = await page.locator('#rows tr:not(.group)').all();
	await first?.getByRole('button').first().focus();
	await page.keyboard.press('ArrowDown');
	expect(await focused()).toBe(await second?.getByRole('button').first().textContent());
	await page.keyboard.press('End');
	expect(await focused()).toBe('Next call');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Home');
	expect(await focused()).toBe(await first?.getByRole('button').first().textContent());
});

test('a setting is changed by keyboard, keeps the focus, and one that cannot be goes back', async () => {
	const choice = page.getByLabel(/What Offset counts/);
	await choice.selectOption('Rows, the first is 1');
	await page.locator('#note.shown', { hasText: 'Set' }).waitFor();
	const life = page.getByLabel(/Token life/);
	await life.fill('');
	await life.press('Tab');
	await page.locator('#note.shown', { hasText: 'whole number' }).waitFor();
	expect(await life.inputValue()).toBe('86400');
	await life.fill('60');
	await life.press('Enter');
	await page.locator('#note.shown', { hasText: 'Set' }).waitFor();
	await send('a@example.com');
	await page.locator('.message').waitFor();
	expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('number');
	expect(await life.inputValue()).toBe('60');
	expect(await choice.inputValue()).toBe('rowsFrom1');
});

test('a sandbox that is gone is said to be, also to who presses a button', async () => {
	await page.route('**/sandbox/**', async (route) => { await route.abort(); });
	await page.getByText('not running').waitFor();
	await page.getByRole('button', { name: 'Next call' }).first().click();
	await page.locator('#note.shown', { hasText: 'does not answer' }).waitFor();
});

test.each([320, 700, 1280])('nothing sticks out of a screen of %i pixels', async (width) => {
	await page.setViewportSize({ width, height: 700 });
	await send(`${'long.'.repeat(10)}address@example.com`);
	await page.locator('.message').waitFor();
	await page.locator('.request summary').first().click();
	await page.getByRole('button', { name: 'Next call' }).first().click();
	await page.locator('#waiting li').waitFor();
	const sticking = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
	expect(sticking).toBe(0);
});
