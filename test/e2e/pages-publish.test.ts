/** Publishing a trigger in a real n8n: what is in the way is named, and each way to end works. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser } from '../../scripts/lib/browser';
import { codeFor, inbox, until } from '../../scripts/lib/forms';
import { pictureFile } from '../support/pictures';
import { type Access, enterStage } from '../support/stage';

const ours = 'n8n-nodes-cloud-verification';
let stage: Access;
let browser: Browser;

beforeAll(async () => {
	stage = await enterStage();
	browser = await openBrowser();
});
afterAll(async () => {
	await browser.close();
});
beforeEach(async () => {
	await stage.resetSandbox();
});

interface Made {
	readonly id: string;
	readonly url: string;
}

/** Makes a workflow of a trigger and one node behind Verified, or none there, and asks n8n to publish it. */
async function publish(
	parameters: object,
	behind: object | null = { type: 'n8n-nodes-base.noOp', parameters: {} },
	credential = 'sandboxAlibaba01',
	own: object = {},
): Promise<Made> {
	const path = randomUUID();
	const trigger = {
		id: randomUUID(),
		name: 'Pages',
		type: `${ours}.alibabaCloudTrigger`,
		typeVersion: 1,
		position: [0, 0],
		webhookId: path,
		credentials: { alibabaCloudAccessKeyApi: { id: credential, name: 'x' } },
		parameters: { resource: 'whatsAppNumber', countries: ['US'], custSpaceId: { __rl: true, mode: 'value', value: 'cams-sandbox1' }, method: 'sms', locale: 'en', path, options: {}, ...parameters },
		...own,
	};
	const nodes = [trigger, ...(behind === null ? [] : [{ id: randomUUID(), name: 'Behind', typeVersion: 1, position: [200, 0], ...behind }])];
	const connections = behind === null ? {} : { Pages: { main: [[{ node: 'Behind', type: 'main', index: 0 }], []] } };
	const made = (await stage.session.ask('POST', '/workflows', { name: path, active: false, nodes, connections, settings: {} })) as { id: string; versionId: string };
	await stage.session.ask('POST', `/workflows/${made.id}/activate`, { versionId: made.versionId });
	return { id: made.id, url: `${stage.n8n.url}/form/${path}` };
}

const opens = async ({ url }: Made): Promise<void> => {
	await until(`The page ${url}`, async () => ((await fetch(url)).ok ? true : undefined));
};

const codesSent = async (): Promise<number> => (await inbox(stage.sandboxUrl)).length;

let line = 150;

async function verify(made: Made, options: BrowserContextOptions = {}) {
	const number = `202 555 01${String((line += 1))}`.slice(0, 12);
	const page = await (await browser.newContext({ locale: 'de-DE', ...options })).newPage();
	await page.goto(made.url);
	await page.locator('#contact').pressSequentially(number, { delay: 120 });
	await page.locator('button.main').click();
	await page.locator('#code').fill(await codeFor(stage.sandboxUrl, number.replace(/\D/g, '')));
	await page.locator('button.main').click();
	return page;
}

/** n8n tries five times, with longer and longer waits between them, before it says what is in the way. */
const triesOfN8n = 40_000;

async function makeCredential(type: string, data: object): Promise<string> {
	const made = await stage.session.ask('POST', '/credentials', { name: 'Made', type, data });
	return (made as { readonly id: string }).id;
}

const refusedKey = async (): Promise<string> =>
	await makeCredential('alibabaCloudAccessKeyApi', { accessKeyId: 'LTAInobody', accessKeySecret: 'nobodys-secret', securityToken: '', endpoint: stage.sandboxUrl });

/** Publishes a page that asks for what the credential holds. */
async function publishProtected(user: string, password: string, parameters: object = {}): Promise<Made> {
	const id = await makeCredential('verificationPageAccessApi', { user, password });
	const credentials = { alibabaCloudAccessKeyApi: { id: 'sandboxAlibaba01', name: 'x' }, verificationPageAccessApi: { id, name: 'x' } };
	return await publish({ pageAccess: 'basicAuth', ...parameters }, undefined, undefined, { credentials });
}

test('what is in the way keeps the page closed, and n8n says what it is', async () => {
	const ways: ReadonlyArray<readonly [string, Made]> = [
		["'Logo' is not a picture in itself", await publish({ options: { logo: 'https://www.example.com/logo.png' } })],
		["'Redirect URL' is not an address of the web", await publish({ ending: 'redirect', redirectUrl: 'javascript:alert(1)' })],
		['no node Verification Page hangs behind the trigger', await publish({ ending: 'workflow' })],
		['No node hangs behind the trigger', await publish({}, null)],
		["An expression in 'Space ID' reads what a visitor sends", await publish({ custSpaceId: '={{ $json.query.space }}' })],
		["'Allowed Origins' names https://www.example.com/a", await publish({ options: { allowedOrigins: 'https://www.example.com/a' } })],
		["'Always Output Data' is on", await publish({}, undefined, undefined, { alwaysOutputData: true })],
		['AccessKey', await publish({}, undefined, await refusedKey())],
		["'User' of the credential for the page holds a colon", await publishProtected('a:b', 'long')],
	];
	for (const [said, made] of ways) {
		await until(`"${said}"`, async () => {
			const answer = JSON.stringify(await stage.session.ask('GET', `/workflows/${made.id}/publication-status`));
			return answer.includes(said) ? true : undefined;
		}, triesOfN8n);
		expect((await fetch(made.url)).status).toBe(404);
	}
}, 120_000);

test('the workflow draws the ending', async () => {
	const made = await publish(
		{ ending: 'workflow', options: { accentColor: '#ffcc00' } },
		{ type: `${ours}.verificationPage`, parameters: { pageTitle: '=Number {{ $json.contact.number }}', pageText: '=<b>{{ $json.verified }}</b>', buttonLabel: 'Go on', buttonUrl: 'https://www.example.com/' } },
	);
	await opens(made);
	const page = await verify(made);
	await page.getByText('Number +12025550').waitFor();
	expect(await page.locator('main').innerText()).toContain('<b>true</b>');
	expect(await page.locator('html').getAttribute('lang')).toBe('de');
	await page.screenshot({ path: await pictureFile('pages-show-page') });
});

test('an ending of the workflow without a title has one in the language of the visitor', async () => {
	const made = await publish({ ending: 'workflow' }, { type: `${ours}.verificationPage`, parameters: {} });
	await opens(made);
	const page = await verify(made);
	await page.getByRole('heading', { name: 'Fertig' }).waitFor();
});

test('a redirect leads on with values of the result', async () => {
	const made = await publish({ ending: 'redirect', redirectUrl: `${stage.sandboxUrl}/?contact={contact.number}` });
	await opens(made);
	const page = await verify(made);
	await page.waitForURL(/contact=%2B12025550/);
});

test('n8n tests the credential of a page where it is filled in', async () => {
	const type = 'verificationPageAccessApi';
	const tested = async (data: object): Promise<unknown> => {
		const credentials = { id: await makeCredential(type, data), name: 'Made', type, data };
		return await stage.session.ask('POST', '/credentials/test', { credentials });
	};
	expect(await tested({ user: 'staff', password: 'long' })).toEqual({ status: 'OK', message: 'The page opens with these' });
	expect(await tested({ user: 'a:b', password: 'long' })).toEqual({ status: 'Error', message: expect.stringContaining('holds a colon') as string });
});

test('a page with a password is for who knows it, by whatever method it is asked', async () => {
	const origin = 'https://www.example.com';
	const [user, password] = ['职员', 'long:and-ünlike'];
	const made = await publishProtected(user, password, { options: { allowedOrigins: origin } });
	await until(`The page ${made.url}`, async () => ((await fetch(made.url)).status === 401 ? true : undefined));
	const ask = async (method: string, headers: Readonly<Record<string, string>> = {}) => await fetch(made.url, { method, headers, redirect: 'manual' });
	for (const method of ['POST', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
		const answer = await ask(method);
		expect([method, answer.ok, (await answer.text()).includes('<form')]).toEqual([method, false, false]);
	}
	const preflight = await ask('OPTIONS', { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization,content-type' });
	expect([preflight.status, await preflight.text(), preflight.headers.get('access-control-allow-origin')]).toEqual([204, '', origin]);
	expect(preflight.headers.get('access-control-allow-headers')).toContain('authorization');
	const stranger = await (await browser.newContext({ locale: 'de-DE', httpCredentials: { username: user, password: 'long' } })).newPage();
	expect((await stranger.goto(made.url))?.status()).toBe(401);
	expect(await stranger.locator('h1').innerText()).toBe('Diese Seite verlangt ein Passwort');
	await stranger.screenshot({ path: await pictureFile('pages-password') });
	expect(await codesSent()).toBe(0);
	const page = await verify(made, { httpCredentials: { username: user, password } });
	await page.getByText('Fertig').waitFor();
	const after = await stranger.goto(page.url());
	expect([after?.status(), await stranger.locator('h1').innerText()]).toEqual([401, 'Diese Seite verlangt ein Passwort']);
});

test('the front end of docs/, on a site of its own that is let in, comes to the end in a real browser', async () => {
	const source = await readFile(join(__dirname, '../../docs/front-end.html'), 'utf8');
	let html = '';
	const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	try {
		const made = await publish({ options: { allowedOrigins: origin, proof: true } });
		await opens(made);
		html = source.replace('https://n8n.example.com/form/verify', made.url);
		const page = await (await browser.newContext()).newPage();
		await page.goto(origin);
		await page.locator('[name=contact]').fill('+1 202 555 0167');
		await page.getByRole('button', { name: 'Send me a code' }).click();
		await page.getByText('A code is on its way to +1 202 555 0167').waitFor();
		await page.locator('[name=code]').fill('000000');
		await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByText('Tries left: 4.').waitFor();
		await page.locator('[name=code]').fill(await codeFor(stage.sandboxUrl, '2025550167'));
		await page.getByRole('button', { name: 'Continue' }).click();
		await page.getByText('Done.').waitFor();
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
