/** Reads a request off the wire without changing a byte. */
import type { Request } from 'express';
import type { Received } from './cloud';

const joined = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join(', ') : (value ?? ''));

/** The raw body must have been read before. */
export function readReceived(request: Request): Received {
	const target = request.originalUrl;
	const mark = target.indexOf('?');
	const headers = Object.entries(request.headersDistinct).map(([name, values]) => [name, joined(values)] as const);
	return {
		method: request.method,
		host: (request.headers.host ?? '').replace(/:\d*$/, '').toLowerCase(),
		path: mark < 0 ? target : target.slice(0, mark),
		query: mark < 0 ? '' : target.slice(mark + 1),
		headers: Object.fromEntries(headers),
		body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
	};
}

/** The service that a host of the vendor, or `<service>.localhost`, names; undefined for any other host. */
export function serviceOf(host: string, domains: readonly string[]): string | undefined {
	const domain = [...domains, 'localhost'].find((one) => host.endsWith(`.${one}`));
	return domain === undefined ? undefined : host.slice(0, -domain.length - 1).split('.')[0];
}
