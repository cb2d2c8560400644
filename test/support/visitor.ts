/** A visitor of the pages without a browser: fills in forms as they stand in the page, and follows where it is sent. */

/** A page as it was answered. */
export interface Seen {
	readonly status: number;
	readonly url: string;
	readonly html: string;
	readonly headers: Headers;
}

const unescaped = (text: string): string =>
	text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Hidden fields of the form whose button does something. */
function hiddenIn(html: string, act: string): Record<string, string> {
	const form = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([source]) => source).find((source) => source.includes(`name="do" value="${act}"`));
	if (form === undefined) throw new Error(`The page has no form for ${act}:\n${html.slice(0, 2000)}`);
	const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
	return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

/** Asks for a page. */
export async function look(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
	const response = await fetch(url, { headers, redirect: 'manual' });
	return { status: response.status, url, html: await response.text(), headers: response.headers };
}

/** Sends what a form would send, and follows to the next page. */
export async function post(url: string, body: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Seen> {
	const response = await fetch(url, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' });
	const to = response.headers.get('location');
	if (response.status === 303 && to?.startsWith('?') === true) return await look(new URL(to, url).href, headers);
	return { status: response.status, url: to ?? url, html: await response.text(), headers: response.headers };
}

/** Presses a button of a page. The page was shown long enough for a person. */
export const press = async (page: Seen, act: string, values: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}): Promise<Seen> => {
	const hidden = hiddenIn(page.html, act);
	const shown = hidden['at'] === undefined ? {} : { at: String(Number(hidden['at']) - 5000) };
	return await post(page.url.split('?')[0] ?? page.url, { ...hidden, ...shown, ...values }, headers);
};

/** What a page says first. */
export const title = ({ html }: Seen): string => unescaped(/<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '');

/** What is said to the person. */
export const said = ({ html }: Seen): string => unescaped(/<p id="said"[^>]*>([^<]*)</.exec(html)?.[1] ?? '');

/** All text of a page. */
export const text = ({ html }: Seen): string =>
	unescaped(html.replace(/<(script|style)>[\s\S]*?<\/\1>/g, '').replace(/<\/?bdi[^>]*>/g, '').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
