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

/** Addresses that only a proxy or a neighbour can have. */
const inside = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]|^fe80/i;

/**
 * The visitor's address: what n8n says, by its setting for proxies. Where that is an address inside the own network and
 * a proxy names another, the last one that it names: what stands before it anybody can write.
 */
function addressOf(ip: string, forwarded: string): string {
	const last = forwarded.split(',').at(-1)?.trim() ?? '';
	return inside.test(ip) && /^[\d.:a-f]{3,45}$/i.test(last) ? last : ip;
}

/** An address of version 6 counts by its network: a visitor has all addresses in it. */
export const networkOf = (address: string): string =>
	address.includes(':') && !address.includes('.') ? address.toLowerCase().split(':').slice(0, 4).join(':') : address;

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
		address: networkOf(addressOf(request.ip ?? '', headerOf(headers, 'x-forwarded-for'))),
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
