/** Pages with a password: who does not know it gets nothing, whatever is tried. */
import { request as ask } from 'node:http';
import { texts } from '../../../nodes/engine/page/texts';
import { type Language, languages } from '../../../nodes/engine/words/languages';
import { basic, right, useGatedPages } from '../../support/gatedPages';
import { look, post, press, text, title } from '../../support/visitor';

const { pages, keep, reopen } = useGatedPages();

/** Asks with headers as they are, also with the same one twice. */
async function raw(headers: readonly string[], method = 'GET', url = pages.site.url): Promise<number> {
	return await new Promise((resolve, reject) => {
		const asking = ask(url, { method, headers: ['Host', 'localhost', 'Connection', 'close', ...headers] as never }, (response) => {
			response.resume();
			resolve(response.statusCode ?? 0);
		});
		asking.once('error', reject);
		asking.end();
	});
}

const untouched = () => [pages.asked('/send'), pages.asked('/open'), pages.site.started.length];
const nothing = [0, 0, 0];

describe('without the password', () => {
	test('a page says in the visitor\'s language that it needs one, the browser asks for it, and nothing of the operator is shown', async () => {
		const page = await look(pages.site.url, { 'Accept-Language': 'de' });
		expect([page.status, page.headers.get('www-authenticate'), page.headers.get('cache-control')]).toEqual([
			401,
			'Basic realm="Verification page /form/verify", charset="UTF-8"',
			'no-store',
		]);
		expect([title(page), page.headers.get('content-language')]).toEqual(['Diese Seite verlangt ein Passwort', 'de']);
		for (const own of ['For Staff', '.own', 'base64,AAAA', '<form', 'name="token"']) expect(page.html).not.toContain(own);
		expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
	});

	test('no credential is read for it', async () => {
		await look(pages.site.url);
		expect(pages.site.read()).toBe(0);
	});

	test.each(['send', 'check', 'again', 'change', ''])('pressing %s does nothing', async (act) => {
		const page = await post(pages.site.url, { do: act, contact: '51234567', country: 'HK', at: '1000000000000', code: '123456', token: 'x' });
		expect([page.status, untouched()]).toEqual([401, nothing]);
	});

	test('the address of a page, of a code or of the end shows nothing, also to who was sent it by somebody inside', async () => {
		const first = await look(pages.site.url, right);
		const code = await press(first, 'send', { contact: '51234567', country: 'HK' }, right);
		expect(title(code)).toBe('Enter the code');
		const end = await press(code, 'check', { code: pages.codes.get('85251234567') ?? '' }, right);
		expect(title(end)).toBe('Done');
		for (const { url } of [code, end]) {
			const page = await look(url);
			expect([page.status, text(page).includes('1234567'), page.html.includes(new URL(url).searchParams.get('s') ?? '?')]).toEqual([401, false, false]);
		}
	});

	test('a page for the code that was left open checks no code', async () => {
		const code = await press(await look(pages.site.url, right), 'send', { contact: '51234567', country: 'HK' }, right);
		const page = await press(code, 'check', { code: pages.codes.get('85251234567') ?? '' });
		expect([page.status, pages.asked('/open'), pages.site.started.length]).toEqual([401, 0, 0]);
	});

	test.each(['text', 'redirect', 'workflow'])('the ending %s is reached by nobody', async (ending) => {
		await reopen({ ending, redirectUrl: 'https://www.example.com/' });
		const code = await press(await look(pages.site.url, right), 'send', { contact: '51234567', country: 'HK' }, right);
		const wrong = await press(code, 'check', { code: pages.codes.get('85251234567') ?? '' }, basic('staff', 'other'));
		expect([wrong.status, pages.site.started.length, pages.codes.size]).toEqual([401, 0, 1]);
		await press(code, 'check', { code: pages.codes.get('85251234567') ?? '' }, right);
		expect(pages.site.started.map(({ output }) => output)).toEqual([0]);
	});

	test('a program gets JSON, and with an allowed origin may read it', async () => {
		await reopen({ options: { allowedOrigins: 'https://www.example.com' } });
		const headers = { 'Content-Type': 'application/json', Origin: 'https://www.example.com', 'Accept-Language': 'fr' };
		const ask = async (more: Readonly<Record<string, string>>) =>
			await fetch(pages.site.url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify({ do: 'send', contact: '51234567', country: 'HK' }) });
		const answer = await ask({});
		expect([answer.status, answer.headers.get('access-control-allow-origin'), await answer.json()]).toEqual([
			401,
			'https://www.example.com',
			{ state: 'stop', reason: { word: 'accessText', text: texts.fr.accessText } },
		]);
		expect(untouched()).toEqual(nothing);
		const sent = await ask(right);
		expect([sent.status, ((await sent.json()) as { state: string }).state]).toEqual([200, 'code']);
	});

	test.each([
		['in the query', '?authorization=Basic%20c3RhZmY6bG9uZzphbmQtw7xubGlrZQ==&Authorization=x', []],
		['in another header', '', ['X-Authorization', right.Authorization]],
		['for the proxy', '', ['Proxy-Authorization', right.Authorization]],
		['in a cookie', '', ['Cookie', `Authorization=${right.Authorization}`]],
		['after a wrong one', '', ['Authorization', 'Basic eDp5', 'Authorization', right.Authorization]],
		['before a wrong one', '', ['Authorization', right.Authorization, 'Authorization', 'Basic eDp5']],
		['joined with a wrong one', '', ['Authorization', `Basic eDp5, ${right.Authorization}`]],
		['by another scheme', '', ['Authorization', right.Authorization.replace('Basic', 'Bearer')]],
		['without a scheme', '', ['Authorization', right.Authorization.replace('Basic ', '')]],
		['in plain', '', ['Authorization', 'Basic staff:long']],
	])('the right one %s opens nothing', async (_how, query, headers) => {
		expect([await raw(headers, 'GET', `${pages.site.url}${query}`), await raw(headers, 'POST', `${pages.site.url}${query}`)]).toEqual([401, 401]);
		expect(untouched()).toEqual(nothing);
	});

	test.each([
		['nothing behind the scheme', 'Basic'],
		['spaces', 'Basic    '],
		['no base64', 'Basic %%%%'],
		['half of base64', 'Basic c3RhZmY6b=G9uZ'],
		['no colon', `Basic ${Buffer.from('stafflong:and'.replace(':', '')).toString('base64')}`],
		['neither name nor password', 'Basic Og=='],
		['bytes that are no text', `Basic ${Buffer.from([0xff, 0xfe, 0x3a, 0x80, 0x00]).toString('base64')}`],
		['eight thousand letters', `Basic ${'A'.repeat(8000)}`],
		['the right password of somebody else', basic('other', 'long:and-ünlike').Authorization],
		['the right name and another password', basic('staff', 'long').Authorization],
		['the right one, and more', `${right.Authorization}AAAA`],
		['the right one, cut', right.Authorization.slice(0, -4)],
		['the name of an inherited member', `Basic ${Buffer.from('__proto__:constructor').toString('base64')}`],
	])('a header with %s opens nothing', async (_what, header) => {
		expect([await raw(['Authorization', header]), untouched()]).toEqual([401, nothing]);
	});

	test('a header of 100 kB ends before it comes to the page', async () => {
		expect([await raw(['Authorization', `Basic ${'A'.repeat(100_000)}`]), untouched()]).toEqual([431, nothing]);
	});
});

describe('with the password', () => {
	test('the whole way goes, on every page', async () => {
		const first = await look(pages.site.url, right);
		expect([first.status, title(first)]).toEqual([200, 'For Staff']);
		const code = await press(first, 'send', { contact: '51234567', country: 'HK' }, right);
		expect(title(await press(code, 'check', { code: pages.codes.get('85251234567') ?? '' }, right))).toBe('Done');
		expect(pages.site.started.map(({ output }) => output)).toEqual([0]);
		expect(JSON.stringify(pages.site.started)).not.toMatch(/long:and|staff/);
	});

	test.each([
		['with a scheme in other letters', right.Authorization.replace('Basic', 'bAsIc')],
		['in the older way to write letters', `Basic ${Buffer.from('staff:long:and-ünlike', 'latin1').toString('base64')}`],
		['with its accents as signs of their own', `Basic ${Buffer.from('staff:long:and-ünlike'.normalize('NFD')).toString('base64')}`],
	])('%s it opens as well', async (_how, header) => {
		expect(await raw(['Authorization', header])).toBe(200);
	});

	test('of another language and with signs it opens', async () => {
		keep({ user: '职员', password: '密码🔑 :with: spaces' });
		expect((await look(pages.site.url, basic('职员', '密码🔑 :with: spaces'))).status).toBe(200);
	});

	test('a changed one holds from the next request on', async () => {
		expect((await look(pages.site.url, right)).status).toBe(200);
		keep({ user: 'staff', password: 'new' });
		expect((await look(pages.site.url, right)).status).toBe(401);
		expect((await look(pages.site.url, basic('staff', 'new'))).status).toBe(200);
	});
});

describe('without a credential that could open', () => {
	test.each([
		['an empty user', { user: '', password: 'x' }, basic('', 'x')],
		['an empty password', { user: 'staff', password: '' }, basic('staff', '')],
		['nothing but spaces', { user: ' ', password: ' ' }, basic(' ', ' ')],
		['no fields', {}, basic('', '')],
		['values of another kind', { user: 5, password: ['x'] }, basic('5', 'x')],
		['a user with a colon', { user: 'a:b', password: 'c' }, basic('a:b', 'c')],
	])('%s keeps the page shut', async (_what, values, header) => {
		keep(values);
		const page = await look(pages.site.url, header);
		expect([page.status, title(page)]).toEqual([503, 'Please try again in a minute']);
		const sent = await post(pages.site.url, { do: 'send', contact: '51234567', country: 'HK', at: '1000000000000' }, header);
		expect([sent.status, untouched()]).toEqual([503, nothing]);
	});

	test('none chosen keeps the page shut', async () => {
		await reopen({}, []);
		expect([(await look(pages.site.url)).status, (await look(pages.site.url, right)).status]).toEqual([401, 503]);
	});

	test.each(['', 'basic', 'None', '={{ undefined }}', '={{ "none " }}x', false])('a setting %j that is not in the list does not open the page', async (pageAccess) => {
		await reopen({ pageAccess });
		expect((await look(pages.site.url)).status).toBe(401);
		expect((await post(pages.site.url, { do: 'send', contact: '51234567', country: 'HK', at: '1000000000000' })).status).toBe(401);
		expect(untouched()).toEqual(nothing);
	});

	test('a page for everybody reads no credential of it', async () => {
		await reopen({ pageAccess: 'none' }, []);
		expect([(await look(pages.site.url)).status, pages.site.read()]).toEqual([200, 0]);
	});
});

test.each(Object.keys(languages) as Language[])('in %s the page that asks for the password is in that language', async (language) => {
	const page = await look(`${pages.site.url}?lang=${language}`);
	expect([title(page), text(page).includes(texts[language].accessText)]).toEqual([texts[language].accessTitle, true]);
});
