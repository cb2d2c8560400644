/** Whoever opens the pages can use them: every page in every language, light and dark, narrow and wide, by axe-core's rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { texts } from '../../nodes/engine/page/texts';
import { root } from '../../scripts/prepare/folders';
import { answerNext } from '../support/forms';
import { usePages } from '../support/pages';

const pages = usePages('onboardPartner01');
const axe = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface Finding {
	readonly id: string;
	readonly nodes: ReadonlyArray<{ readonly html: string }>;
}

/** What axe-core finds in the page as it stands. */
async function findings(page: Page): Promise<string[]> {
	await page.evaluate(axe);
	const { violations } = (await page.evaluate('axe.run()')) as { readonly violations: readonly Finding[] };
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

const fitsWidth = async (page: Page): Promise<boolean> =>
	await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** What a browser says of a field when its form is sent. */
const saying = async (page: Page, field: string): Promise<string> =>
	await page.locator(field).evaluate((input) => (input instanceof HTMLInputElement ? input.validationMessage : ''));

let line = 0;

test.each(Object.entries(texts))('in %s axe-core finds nothing on any page, nothing is wider than 320 pixels, and a slip in a password keeps the code', async (language, words) => {
	const dark = line % 2 === 0;
	line += 1;
	const page = await pages.open({ viewport: { width: 320, height: 640 }, colorScheme: dark ? 'dark' : 'light' }, `?lang=${language}`);
	const found: Record<string, string[]> = {};
	const see = async (name: string) => {
		found[name] = await findings(page);
		expect([name, await fitsWidth(page)]).toEqual([name, true]);
		await pages.keep(page, `pages-${language}-${name}${dark ? '-dark' : ''}`);
	};
	const fill = async (number: string) => {
		await page.locator('select#country').selectOption('GB');
		await page.locator('#contact').fill('');
		await page.locator('#contact').pressSequentially(number, { delay: 1200 / number.length });
		await page.locator('#accountEmail').fill(`reader-${String(line)}@example.com`);
	};
	await see('1-contact');
	await fill('123');
	await page.locator('button.main').click();
	await page.locator('#said').waitFor();
	await see('2-contact-refused');

	await fill(`7700 9002${String(line).padStart(2, '0')}`);
	await page.locator('button.main').click();
	await page.locator('#code').waitFor();
	await see('3-code');
	expect(await page.locator('#newPassword-hint').innerText()).toContain('!\u00a0@\u00a0#\u00a0$\u00a0%\u00a0^\u00a0&\u00a0*\u00a0(\u00a0)');
	await page.locator('#code').fill('000000');
	await page.locator('#newPassword').fill('without-a-digit');
	await page.locator('button.main').click();
	expect(await saying(page, '#newPassword')).toBe(await page.locator('#newPassword-hint').innerText());
	expect(await page.locator('#code').inputValue()).toBe('000000');
	expect(await page.getByLabel(words.newPasswordAgain).isVisible()).toBe(false);
	await page.getByLabel(words.showPassword).check();
	await page.locator('#newPassword').fill('Sample-Pass!2');
	expect(await page.locator('#newPassword').getAttribute('type')).toBe('text');
	await see('4-shown-password');
	await page.locator('button.main').click();
	await page.locator('#said').waitFor();
	await see('5-wrong-code');

	await page.locator('#code').fill(await pages.codeFor(`77009002${String(line).padStart(2, '0')}`));
	await page.locator('#newPassword').fill('Sample-Pass!1');
	await page.locator('button.main').click();
	await page.locator('#code').waitFor({ state: 'detached' });
	expect(await page.locator('h1').innerText()).toBe('Your Account Is Ready');
	await see('6-end');

	await answerNext(pages.access(), { vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', code: 'UnauthorizedOperation' });
	await page.goto(`${pages.url()}?lang=${language}`);
	await fill(`7700 9003${String(line).padStart(2, '0')}`);
	await page.locator('button.main').click();
	await page.locator('#contact').waitFor({ state: 'detached' });
	await see('7-help');
	expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
});
