/** Each journey in a real n8n with a real browser, on a telephone of 320 pixels and on a desk, with scripts and without. */
import type { Page } from 'playwright-core';
import { type Pages, usePages } from '../support/pages';

/** A journey as a person goes it. */
interface Way {
	readonly id: string;
	readonly country?: string;
	readonly contact: string;
	/** The end of the recipient in the sandbox's inbox. */
	readonly recipient: string;
	readonly before?: Readonly<Record<string, string>>;
	readonly withCode?: Readonly<Record<string, string>>;
	readonly ends: RegExp;
}

const ways: readonly Way[] = [
	{ id: 'pagesContact01', contact: 'visitor@example.com', recipient: 'visitor@example.com', ends: /visitor@example\.com is confirmed/ },
	{ id: 'pagesContact01', country: 'GB', contact: '07700 900123', recipient: '7700900123', ends: /\+44 7700900123 is confirmed/ },
	{
		id: 'pagesPartner01',
		country: 'GB',
		contact: '+44 7700-900-124',
		recipient: '7700900124',
		before: { 'Email address for the new account': 'customer@example.com' },
		withCode: { 'Password for the new account': 'Sample-Pass!1', 'The same password again': 'Sample-Pass!1' },
		ends: /Account ID: \d{12}/,
	},
	{ id: 'pagesDrive01', country: 'US', contact: '(202) 555-0111', recipient: '2025550111', ends: /\+1 2025550111 is confirmed/ },
	{ id: 'pagesWhatsApp01', country: 'US', contact: '１ ２０２ ５５５ ０１１２', recipient: '2025550112', ends: /\+1 2025550112 is confirmed/ },
	{ id: 'pagesTicket01', country: 'GB', contact: '7700900125', recipient: '7700900125', ends: /\+44 7700900125 is confirmed/ },
];

const settings = [
	{ name: 'on a telephone', options: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } },
	{ name: 'on a desk without scripts', options: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false } },
];

async function fill(page: Page, values: Readonly<Record<string, string>> = {}): Promise<void> {
	for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
}

async function go(pages: Pages, page: Page, way: Way): Promise<string> {
	if (way.country !== undefined) await page.locator('select#country').selectOption(way.country);
	await page.locator('#contact').fill(way.contact);
	await fill(page, way.before);
	await page.waitForTimeout(1100);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
	await fill(page, way.withCode);
	const code = await pages.codeFor(way.recipient);
	await page.getByLabel('Code', { exact: true }).fill(code);
	if ((await page.getByRole('heading', { name: 'Enter the code' }).count()) > 0) {
		await page.getByRole('button', { name: 'Continue' }).click({ timeout: 2000 }).catch(() => undefined);
	}
	await page.getByText(way.ends).waitFor();
	return await page.locator('main').innerText();
}

describe.each(ways.map((way) => [`${way.id} ${way.contact}`, way] as const))('%s', (_name, way) => {
	const pages = usePages(way.id);

	test.each(settings)('a person comes to the end $name, and the workflow starts once', async ({ name, options }) => {
		const page = await pages.open(options);
		await pages.keep(page, `pages-${way.id}-${name.includes('desk') ? 'desk' : 'telephone'}-1`);
		await go(pages, page, way);
		await pages.keep(page, `pages-${way.id}-${name.includes('desk') ? 'desk' : 'telephone'}-2`);
		await pages.startsReach(1);
		expect([await pages.codesSent(), await pages.started()]).toEqual([1, 1]);
		const wide = await page.evaluate('document.documentElement.scrollWidth <= innerWidth').catch(() => true);
		expect(wide).toBe(true);
	});
});
