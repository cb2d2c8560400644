/** The operator's own ending: texts and addresses with values of the result in them. */
import { isRecord } from '../words/records';
import type { Ending } from './settings';

const longestValue = 500;

/** A value of the item by its path, such as `data.Uin`; empty where there is none that can be shown. */
function valueAt(item: unknown, path: string): string {
	let value = item;
	for (const name of path.split('.')) value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
	return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longestValue) : '';
}

/** Fills in what stands in single braces, such as `{data.Uin}`. */
const filledFrom = (text: string, item: unknown, written: (value: string) => string): string =>
	text.replace(/\{([\w.]{1,100})\}/g, (_whole, path: string) => written(valueAt(item, path)));

/** Title and text of the last page, where the operator has written some. */
export const endingFor = ({ title, text }: Ending, item: unknown): { title?: string; text?: string } => ({
	...(title === '' ? {} : { title: filledFrom(title, item, (value) => value) }),
	...(text === '' ? {} : { text: filledFrom(text, item, (value) => value) }),
});

/** How many parts the path of an address has for a browser, which takes dots for the way up. */
const depthOf = (url: string): number => new URL(url).pathname.split('/').length;

/** The address to which a person is sent on; undefined where it could be anybody's, and where a value leads out of its place. */
export function addressFor({ url }: Ending, item: unknown): string | undefined {
	if (originOf(url) === undefined) return undefined;
	const address = filledFrom(url, item, encodeURIComponent);
	return depthOf(address) === depthOf(filledFrom(url, item, () => 'x')) ? address : undefined;
}

function webOrigin(url: string): string | undefined {
	try {
		const { protocol, origin } = new URL(url);
		return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The origin of an address, which the page has to let forms lead to; undefined for what is no address of the web, and
 * where a value stands in the host: what is filled in there may come from the visitor.
 */
export function originOf(url: string): string | undefined {
	const [empty, some] = ['', 'x'].map((value) => webOrigin(url.replace(/\{[\w.]*\}/g, value)));
	return empty === some ? empty : undefined;
}
