/** Reads a request off the wire without changing a byte. */
import type { Request } from 'express';
import type { Received } from './cloud';

const joined = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''));

/** Names that every object has are no headers. */
const withoutPrototype = (headers: ReadonlyArray<readonly [string, string]>): Readonly<Record<string, string>> =>
	Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(headers));

/** Name of the host in the header Host. */
export const hostIn = (header: string): string => header.replace(/:\d*$/, '').toLowerCase();

/** The raw body must have been read before. */
export function readReceived(request: Request): Received {
	const target = request.originalUrl;
	const mark = target.indexOf('?');
	const headers = Object.entries(request.headersDistinct).map(([name, values]) => [name, joined(values)] as const);
	return {
		method: request.method,
		host: hostIn(request.headers.host ?? ''),
		path: mark < 0 ? target : target.slice(0, mark),
		query: mark < 0 ? '' : target.slice(mark + 1),
		headers: withoutPrototype(headers),
		body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
	};
}

/** The service that a host of the vendor, or `<service>.localhost`, names; undefined for any other host. */
export function serviceOf(host: string, domains: readonly string[]): string | undefined {
	if (!/^[a-z\d.-]+$/.test(host)) return undefined;
	const domain = [...domains, 'localhost'].find((one) => host.endsWith(`.${one}`));
	return domain === undefined ? undefined : host.slice(0, -domain.length - 1).split('.')[0];
}
