/** What the end-to-end tests of the trigger's pages have in common: the stage, a browser, a published workflow. */
import { randomInt } from 'node:crypto';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { executionsOf } from '../../scripts/lib/executionList';
import { codeFor, inbox, publishForm, until } from '../../scripts/lib/forms';
import { example } from './forms';
import { pictureFile } from './pictures';
import { type Access, enterStage } from './stage';

/** Published pages and what a test does around them. */
export interface Pages {
	/** A page in a browser of its own. */
	readonly open: (options?: BrowserContextOptions, query?: string) => Promise<Page>;
	readonly url: () => string;
	readonly access: () => Access;
	/** The newest code that went to a number or address; the end of it is enough. */
	readonly codeFor: (recipient: string) => Promise<string>;
	readonly codesSent: () => Promise<number>;
	/** How many executions of the workflow there are since the test began. */
	readonly started: () => Promise<number>;
	/** Waits until so many executions have come. */
	readonly startsReach: (count: number) => Promise<void>;
	/** All that n8n keeps of the newest execution. */
	readonly lastExecution: () => Promise<string>;
	/** Keeps a picture of the page in test-results. */
	readonly keep: (page: Page, name: string) => Promise<void>;
}

/** Each visitor comes from an address of their own, as through a proxy: an address gets so many codes in an hour. */
const anyAddress = (): string => `203.0.${String(randomInt(256))}.${String(randomInt(256))}`;

/** Publishes an example with a trigger before the tests of a file. */
export function usePages(id: string): Pages {
	let stage: Access;
	let browser: Browser;
	let url = '';
	let before = 0;
	const contexts: BrowserContext[] = [];

	const executions = async (): Promise<number> => (await executionsOf(stage.session, id)).length;

	beforeAll(async () => {
		stage = await enterStage();
		url = await publishForm(stage.n8n.url, stage.session, await example(id));
		browser = await openBrowser();
	}, 120_000);
	afterAll(async () => {
		await browser.close();
	});
	beforeEach(async () => {
		await stage.resetSandbox();
		before = await executions();
	});
	afterEach(async () => {
		for (const context of contexts.splice(0)) await context.close();
	});

	const started = async () => (await executions()) - before;
	return {
		url: () => url,
		access: () => stage,
		open: async (options = {}, query = '') => {
			const context = await browser.newContext({ locale: 'en-US', extraHTTPHeaders: { 'X-Forwarded-For': anyAddress() }, ...options });
			contexts.push(context);
			const page = await context.newPage();
			page.setDefaultTimeout(20_000);
			await page.goto(`${url}${query}`);
			return page;
		},
		codeFor: async (recipient) => await codeFor(stage.sandboxUrl, recipient),
		codesSent: async () => (await inbox(stage.sandboxUrl)).length,
		started,
		startsReach: async (count) => {
			await until(`Execution ${String(count)}`, async () => ((await started()) >= count ? true : undefined));
		},
		lastExecution: async () => {
			const newest = (await executionsOf(stage.session, id)).at(-1);
			return JSON.stringify(await stage.session.ask('GET', `/executions/${newest?.id ?? ''}?includeData=true`));
		},
		keep: async (page, name) => {
			await page.screenshot({ path: await pictureFile(name), fullPage: true });
		},
	};
}
