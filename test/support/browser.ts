/** A headless Chromium that comes with npm, so that a fresh clone needs no browser of the machine's own. */
import { type Browser, chromium } from 'playwright-core';

/** Starts the browser, which asks no host of its own. */
export async function openBrowser(): Promise<Browser> {
	const { default: files } = await import('@sparticuz/chromium');
	return await chromium.launch({
		executablePath: await files.executablePath(),
		args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
		headless: true,
	});
}
