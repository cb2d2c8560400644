/** What a visitor's browser or program asks, whatever it sends. Throws nothing. */
import type { IWebhookFunctions } from 'n8n-workflow';
import { acceptedTags, isLanguage, type Language, languageOf } from '../words/languages';
import { type DataRecord, isRecord } from '../words/records';
import { longestSeal } from './seal';

/** What a press of a button wants. */
export type Act = 'send' | 'again' | 'check' | 'change';

/** A request as the pages need it. */
export interface PageRequest {
	readonly posts: boolean;
	/** What was entered, by the name of the field; texts alone. */
	readonly entries: Readonly<Record<string, string>>;
	/** What a program gives for the operator's own fields, by their names. */
	readonly own: Readonly<Record<string, string>>;
	readonly act: Act | undefined;
	/** What the page carried from the one before. */
	readonly carried: string;
	/** Whether the answer is for a program. */
	readonly json: boolean;
	/** The origin that a browser names for a page of another site. */
	readonly origin: string | undefined;
	/** Where the visitor comes from, as far as it can be known. */
	readonly address: string;
	/** A language that the visitor chose on the page. */
	readonly chosen: Language | undefined;
	/** Tags that the browser asks for, the best first. */
	readonly tags: readonly string[];
}

/** More fields than a form of the trigger has. */
const mostFields = 60;

function textsIn(body: unknown): Record<string, string> {
	if (!isRecord(body)) return {};
	const texts = Object.entries(body)
		.slice(0, mostFields)
		.map(([name, value]) => [name.slice(0, 100), typeof value === 'number' ? String(value) : value] as const)
		.filter((entry): entry is readonly [string, string] => typeof entry[1] === 'string')
		.map(([name, value]) => [name, value.slice(0, longestSeal)] as const);
	return Object.fromEntries(texts);
}

const acts: readonly Act[] = ['send', 'again', 'check', 'change'];

const headerOf = (headers: Readonly<Record<string, unknown>>, name: string): string => {
	const value = headers[name];
	return typeof value === 'string' ? value : '';
};

/**
 * Networks that only a proxy or a neighbour can be in, as {@link networkOf} writes them; 100.64.0.0/10 (RFC 6598) is where
 * Alibaba Cloud's load balancers ask from:
 * https://www.alibabacloud.com/help/en/slb/classic-load-balancer/user-guide/faq-about-backend-servers
 */
const inside = /^(?:127\.|10\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)|^0:0:0:0$|^f[cd]|^fe80/;

/** The eight groups of an address of version 6, however it is written; undefined where it is none. */
function groupsOf(address: string): string[] | undefined {
	const [plain = ''] = address.split('%');
	const url = `http://[${plain}]/`;
	if (!/^[\d.a-f]*:[\d.:a-f]*$/i.test(plain) || !URL.canParse(url)) return undefined;
	const [before = [], after = []] = new URL(url).hostname
		.slice(1, -1)
		.split('::')
		.map((half) => half.split(':').filter((group) => group !== ''));
	return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after];
}

/**
 * What a visitor is counted by: an address of version 4; of one of version 6 the network, whose addresses a visitor has
 * all. Some proxies write a port behind it. Undefined for what is no address.
 */
export function networkOf(text: string): string | undefined {
	const address = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text;
	const four = /^(?:\d{1,3}\.){3}\d{1,3}(?=$|:\d+$)/.exec(address)?.[0];
	if (four !== undefined) return four;
	const groups = groupsOf(address);
	if (groups?.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return groups?.slice(0, 4).join(':');
	const bytes = groups.slice(6).map((group) => Number.parseInt(group, 16));
	return bytes.flatMap((pair) => [pair >> 8, pair & 255]).join('.');
}

/**
 * The visitor's address: what n8n says, by its setting for proxies. Where that is an address inside the own network and
 * a proxy names another, the last one that it names: what stands before it anybody can write. Where n8n knows its
 * proxies it is right as it is.
 */
function addressOf(ip: string, forwarded: string, knowsProxies: boolean): string {
	const own = networkOf(ip) ?? ip;
	if (knowsProxies || !inside.test(own)) return own;
	return networkOf(forwarded.split(',').at(-1)?.trim() ?? '') ?? own;
}

function bodyOf(context: IWebhookFunctions): DataRecord {
	try {
		const body: unknown = context.getBodyData();
		return isRecord(body) ? body : {};
	} catch {
		return {};
	}
}

/** Reads a request. */
export function readRequest(context: IWebhookFunctions): PageRequest {
	const request = context.getRequestObject();
	const headers: Readonly<Record<string, unknown>> = request.headers;
	const query = textsIn(request.query);
	const posts = request.method === 'POST';
	const body = posts ? bodyOf(context) : {};
	const entries = textsIn(body);
	const chosen = entries['lang'] ?? query['lang'];
	const origin = headerOf(headers, 'origin');
	return {
		posts,
		entries,
		own: textsIn(body['fields']),
		act: acts.find((act) => act === entries['do']),
		carried: (posts ? entries['token'] : query['s']) ?? '',
		json: headerOf(headers, 'content-type').includes('json') || /^application\/json\b/.test(headerOf(headers, 'accept')),
		origin: origin === '' ? undefined : origin,
		address: addressOf(request.ip ?? '', headerOf(headers, 'x-forwarded-for'), request.ips.length > 0),
		chosen: isLanguage(chosen) ? chosen : undefined,
		tags: acceptedTags(headerOf(headers, 'accept-language')),
	};
}

/** The language to answer in: what was chosen, what the operator fixed, what the browser asks for, English. */
export const languageFor = ({ chosen, tags }: Pick<PageRequest, 'chosen' | 'tags'>, fixed: Language | undefined): Language =>
	chosen ?? fixed ?? tags.map(languageOf).find((language) => language !== undefined) ?? 'en';

/** The country that a browser's tags name, such as `en-GB`. */
export function regionOf(tags: readonly string[]): string | undefined {
	const regions = tags.map((tag) => tag.split('-').slice(1).find((part) => /^[a-z]{2}$/i.test(part)));
	return regions.find((region) => region !== undefined)?.toUpperCase();
}
