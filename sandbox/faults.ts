/** What can go wrong on the way, on demand: answers that are none of the vendor's. */
import type { ServerResponse } from 'node:http';
import type { Reply } from './cloud';

/** What delivering a fault needs to know. */
export interface Way {
	/** Where a redirect leads. */
	readonly elsewhere: string;
	/** How long a slow answer takes, in milliseconds. */
	readonly slowMs: number;
}

type Deliver = (response: ServerResponse, reply: Reply, way: Way) => void;

/** A fault of the way between the caller and the vendor. */
export interface Fault {
	readonly name: string;
	/** What the caller sees. */
	readonly about: string;
	/** Whether the call is carried out all the same, so that a code may be on its way. */
	readonly carriedOut: boolean;
	/** HTTP status that the caller sees; none where no answer comes. */
	readonly status?: number;
	/** Answers; `reply` is what would have been answered. */
	readonly deliver: Deliver;
}

/** Writes a reply as it is. */
export function write(response: ServerResponse, { status, headers, body }: Reply): void {
	response.writeHead(status, headers).end(body);
}

const page = (title: string): string =>
	`<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;

const html = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): Deliver =>
	(response) => { write(response, { status, headers: { 'content-type': 'text/html', ...headers }, body: page(title) }); };

/** Every fault. */
export const faults: readonly Fault[] = [
	{
		name: 'html-page',
		about: 'HTTP 502 with an HTML page of a proxy',
		status: 502,
		carriedOut: false,
		deliver: html(502, '502 Bad Gateway'),
	},
	{
		name: 'half-json',
		about: 'HTTP 200, but the JSON ends in the middle',
		status: 200,
		carriedOut: true,
		deliver: (response, { headers, body }) => {
			write(response, { status: 200, headers, body: body.slice(0, Math.floor(body.length / 2)) });
		},
	},
	{
		name: 'empty-answer',
		about: 'HTTP 200 without a body',
		status: 200,
		carriedOut: true,
		deliver: (response, { headers }) => { write(response, { status: 200, headers, body: '' }); },
	},
	{
		name: 'redirect',
		about: 'HTTP 302 to another host',
		status: 302,
		carriedOut: false,
		deliver: (response, _reply, { elsewhere }) => {
			write(response, { status: 302, headers: { location: elsewhere }, body: '' });
		},
	},
	{
		name: 'reset',
		about: 'The connection is cut after the request was read',
		carriedOut: true,
		deliver: (response) => { response.socket?.resetAndDestroy(); },
	},
	{
		name: 'no-answer',
		about: 'The connection stays open, and nothing comes',
		carriedOut: true,
		deliver: () => undefined,
	},
	{
		name: 'unauthorized',
		about: 'HTTP 401 from a proxy',
		status: 401,
		carriedOut: false,
		deliver: html(401, '401 Authorization Required'),
	},
	{
		name: 'too-many-requests',
		about: 'HTTP 429 from a proxy, try again in 2 seconds',
		status: 429,
		carriedOut: false,
		deliver: html(429, '429 Too Many Requests', { 'retry-after': '2' }),
	},
	{
		name: 'slow',
		about: 'The right answer, some seconds late',
		status: 200,
		carriedOut: true,
		deliver: (response, reply, { slowMs }) => {
			const timer = setTimeout(() => { write(response, reply); }, slowMs);
			response.once('close', () => { clearTimeout(timer); });
		},
	},
];

/** Looks a fault up by name. */
export const faultNamed = (name: string): Fault | undefined => faults.find((one) => one.name === name);
