/** Each journey in a real n8n with a real browser, on a telephone of 320 pixels and on a desk, with scripts and without. */
import type { Page } from 'playwright-core';
import { type Pages, usePages } from '../support/pages';

/** A journey as a person goes it. */
interface Way {
	readonly id: string;
	readonly country?: string;
	/** One contact for each setting, because a contact gets no second code within a minute. */
	readonly contacts: readonly [string, string];
	/** The ends of the recipients in the sandbox's inbox. */
	readonly recipients: readonly [string, string];
	readonly before?: Readonly<Record<string, string>>;
	readonly withCode?: Readonly<Record<string, string>>;
	readonly withCodeWithoutScripts?: Readonly<Record<string, string>>;
	readonly ends: RegExp;
}

const ways: readonly Way[] = [
	{
		id: 'onboardContact01',
		contacts: ['visitor@example.com', 'Visitor.2@example.com'],
		recipients: ['visitor@example.com', 'Visitor.2@example.com'],
		ends: /isitor.*@example\.com is confirmed/,
	},
	{
		id: 'onboardContact01',
		country: 'GB',
		contacts: ['07700 900123', '+44 (0)7700 900133'],
		recipients: ['7700900123', '7700900133'],
		ends: /\+44 7700 9001\d3 is confirmed/,
	},
	{
		id: 'onboardPartner01',
		country: 'GB',
		contacts: ['+44 7700-900-124', '0044 7700 900134'],
		recipients: ['7700900124', '7700900134'],
		before: { 'Email address for the new account': 'newcomer-{n}@example.com' },
		withCode: { 'Password for the new account': 'Sample-Pass!1' },
		withCodeWithoutScripts: { 'The same password again': 'Sample-Pass!1' },
		ends: /Account ID: \d{12}/,
	},
	{
		id: 'onboardDrive01',
		country: 'US',
		contacts: ['(202) 555-0111', '202.555.0121'],
		recipients: ['2025550111', '2025550121'],
		ends: /\+1 202 555 01\d1 is confirmed/,
	},
	{
		id: 'onboardWhatsApp01',
		country: 'US',
		contacts: ['１ ２０２ ５５５ ０１１２', '+1 202 555 0122'],
		recipients: ['2025550112', '2025550122'],
		ends: /\+1 202 555 01\d2 is confirmed/,
	},
	{
		id: 'onboardTicket01',
		country: 'GB',
		contacts: ['7700900125', '07700-900135'],
		recipients: ['7700900125', '7700900135'],
		ends: /\+44 7700 9001\d5 is confirmed/,
	},
];

const settings = [
	{ name: 'on a telephone', index: 0, options: { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true, javaScriptEnabled: true } },
	{ name: 'on a desk without scripts', index: 1, options: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false } },
] as const;

async function fill(page: Page, index: number, values: Readonly<Record<string, string>> = {}): Promise<void> {
	for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value.replace('{n}', String(index)));
}

async function go(pages: Pages, page: Page, way: Way, index: 0 | 1): Promise<void> {
	if (way.country !== undefined) await page.locator('select#country').selectOption(way.country);
	/* People type; what is filled in at once looks like a machine to the page. */
	await page.locator('#contact').pressSequentially(way.contacts[index], { delay: 1200 / way.contacts[index].length });
	await fill(page, index, way.before);
	await page.getByRole('button', { name: 'Send me a code' }).click();
	await page.getByRole('heading', { name: 'Enter the code' }).waitFor();
	await fill(page, index, way.withCode);
	if (settings[index].options.javaScriptEnabled === false) await fill(page, index, way.withCodeWithoutScripts);
	const code = await pages.codeFor(way.recipients[index]);
	const field = page.getByLabel('Code', { exact: true });
	/* Where the vendor says how many digits a code has, a script sends a complete one by itself. */
	const sendsItself = settings[index].options.javaScriptEnabled !== false && (await field.getAttribute('data-digits')) !== null;
	await field.fill(code);
	if (!sendsItself) await page.getByRole('button', { name: 'Continue' }).click();
	await page.getByRole('heading', { name: 'Enter the code' }).waitFor({ state: 'detached' });
	expect(await page.locator('main').innerText()).toMatch(way.ends);
}

describe.each(ways.map((way) => [`${way.id} ${way.contacts[0]}`, way] as const))('%s', (_name, way) => {
	const pages = usePages(way.id);

	test.each(settings)('a person comes to the end $name, and the workflow starts once', async ({ name, index, options }) => {
		const page = await pages.open(options);
		await pages.keep(page, `pages-${way.id}-${name.includes('desk') ? 'desk' : 'telephone'}-1`);
		await go(pages, page, way, index);
		await pages.keep(page, `pages-${way.id}-${name.includes('desk') ? 'desk' : 'telephone'}-2`);
		await pages.startsReach(1);
		expect([await pages.codesSent(), await pages.started()]).toEqual([1, 1]);
		const wide = await page.evaluate('document.documentElement.scrollWidth <= innerWidth').catch(() => true);
		expect(wide).toBe(true);
	});
});
