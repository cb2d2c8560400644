/** What the sandbox offers beside the clouds: its own API, recipients and the page. */
import { ownSandbox } from '../support/ownSandbox';
import { sendBytes } from '../support/sandboxClient';

const own = ownSandbox();

const get = async (path: string) => await fetch(`${own.get().url}${path}`);
const post = async (path: string, body: unknown) => await fetch(`${own.get().url}${path}`, { method: 'POST', body: JSON.stringify(body) });

it('the page comes with all of its parts, and with nothing from elsewhere', async () => {
	const page = await (await get('/')).text();
	const parts = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, part = '']) => part);
	expect(parts.length).toBeGreaterThan(3);
	for (const part of parts) {
		expect(part).not.toMatch(/^(https?:)?\/\//);
		expect((await get(`/${part}`)).status).toBe(200);
	}
});

it('no two answers of a vendor share a number', async () => {
	const listed = (await (await get('/sandbox/recipients')).json()) as ReadonlyArray<{ phone?: string; email?: string; vendor: string }>;
	expect(new Set(listed.map(({ vendor }) => vendor))).toEqual(new Set(['tencentCloud', 'alibabaCloud', 'huaweiCloud']));
	for (const vendor of new Set(listed.map((one) => one.vendor))) {
		const numbers = listed.filter((one) => one.vendor === vendor).flatMap(({ phone }) => (phone === undefined ? [] : [phone]));
		expect(new Set(numbers).size).toBe(numbers.length);
	}
});

it('a recipient stays the same, whatever is added, so that workflows keep working', () => {
	const found = own.get().recipients().find(({ operation, id }) => operation === 'partnerCustomer.sendCode' && id === 'FailedOperation.PhoneBindUpper');
	expect(found?.phone).toBe('5395550177');
});

it.each([
	[{ vendor: 'nobody', operation: 'x', code: 'y' }, /tencentCloud, alibabaCloud, huaweiCloud/],
	[{ vendor: 'tencentCloud', operation: 'x', code: 'y' }, /partnerCustomer\.sendCode/],
	[{ vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', fault: 'y' }, /html-page/],
	[{ vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode' }, /'code'/],
	[{ vendor: 'tencentCloud', operation: 'partnerCustomer.sendCode', code: 'y', times: 0 }, /'times'/],
	[[], /JSON object/],
])('the switch %j is refused with a text that says what is allowed', async (body, text) => {
	const answer = await post('/sandbox/next', body);
	expect(answer.status).toBe(400);
	expect(((await answer.json()) as { message: string }).message).toMatch(text);
});

it('the page is told of every change, and of nothing else', async () => {
	const { revision } = (await (await get('/sandbox/changes')).json()) as { revision: string };
	expect((await get(`/sandbox/changes?since=${revision}`)).status).toBe(204);
	await post('/sandbox/next', { vendor: 'tencentCloud', operation: 'SendVerifyCode', code: 'InternalError' });
	const changed = await (await get(`/sandbox/changes?since=${revision}`)).json();
	expect(changed).toMatchObject({ waiting: [{ operation: 'partnerCustomer.sendCode', answer: 'InternalError', left: 1 }] });
});

it('a request whose Host names no cloud is told so, and seen', async () => {
	const { status, text } = await sendBytes(own.get().url, { headers: { host: 'example.com' }, body: '{}' });
	expect(status).toBe(404);
	expect(text).toContain('header Host');
	expect(own.get().inbox.requests()).toMatchObject([{ host: 'example.com', verdict: { decision: 'unknown' } }]);
});

it('a request that cannot be read is answered all the same', async () => {
	const headers = { host: 'smh.intl.tencentcloudapi.com', 'content-encoding': 'gzip' };
	const { status, text } = await sendBytes(own.get().url, { headers, body: 'not gzip' });
	expect([status, text]).toEqual([200, expect.stringContaining('InvalidParameter')]);
	expect(own.get().inbox.requests()[0]?.verdict.message).toContain('could not take this request');
});

it('a redirect that is followed is seen', async () => {
	await get('/elsewhere');
	expect(own.get().inbox.requests()[0]?.verdict.message).toContain('redirect was followed');
});

it('starting over forgets everything', async () => {
	await get('/elsewhere');
	await post('/sandbox/next', { vendor: 'tencentCloud', operation: 'SendVerifyCode', code: 'InternalError' });
	await post('/sandbox/settings', { vendor: 'huaweiCloud', setting: 'tokenLifetimeSeconds', value: 1 });
	expect((await post('/sandbox/reset', {})).status).toBe(200);
	const state = (await (await get('/sandbox/changes')).json()) as { clouds: Array<{ settings: Array<{ name: string; value: number | string }> }> };
	expect(state).toMatchObject({ requests: [], messages: [], waiting: [] });
	expect(state.clouds.flatMap(({ settings }) => settings).find(({ name }) => name === 'tokenLifetimeSeconds')?.value).toBe(86_400);
});
