/** A vendor's official SDK as a client of the sandbox. */
import dns from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { request } from 'node:http';
import { connect } from 'node:net';

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/**
 * Lets every name lead to this machine, so that an SDK asks the vendor's own host and reaches the sandbox.
 * Undone by `jest.restoreAllMocks()`.
 */
export function everyHostIsHere(): void {
	const lookup = (_host: string, options: LookupOptions | Found, callback?: Found): void => {
		const found = typeof options === 'function' ? options : callback;
		const all = typeof options === 'object' && options.all === true;
		if (all) found?.(null, [{ address: '127.0.0.1', family: 4 }]);
		else found?.(null, '127.0.0.1', 4);
	};
	jest.spyOn(dns, 'lookup').mockImplementation(lookup as typeof dns.lookup);
}

/** An answer as it came over the wire. */
export interface WireAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
}

/** Sends these very bytes to a sandbox. */
export const sendBytes = async (
	url: string,
	{ method = 'POST', target = '/', headers, body = '' }: {
		readonly method?: string;
		readonly target?: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body?: string;
	},
): Promise<WireAnswer> =>
	await new Promise((resolve, reject) => {
		const { hostname, port } = new URL(url);
		const outgoing = request({ hostname, port, method, path: target, headers }, (incoming) => {
			let text = '';
			incoming.setEncoding('utf8');
			incoming.on('data', (chunk: string) => { text += chunk; });
			incoming.on('end', () => { resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text }); });
			incoming.on('error', reject);
		});
		outgoing.on('error', reject);
		outgoing.end(body);
	});

/** An answer of a server, whole: the status, and all that follows the headers. */
export interface RawAnswer {
	/** 0 where the connection ended without an answer. */
	readonly status: number;
	readonly body: string;
}

/** Writes these bytes into a new connection and reads until the server ends it. */
export const writeRaw = async (url: string, bytes: Buffer | string): Promise<RawAnswer> =>
	await new Promise((resolve) => {
		const { hostname, port } = new URL(url);
		const socket = connect(Number(port), hostname, () => { socket.write(bytes); });
		const chunks: Buffer[] = [];
		socket.on('data', (chunk) => chunks.push(chunk));
		socket.on('error', () => undefined);
		socket.on('close', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const end = text.indexOf('\r\n\r\n');
			resolve({ status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0), body: text.slice(end + 4) });
		});
	});

/** Writes these bytes into a new connection and cuts it. */
export const leaveAfter = async (url: string, bytes: string): Promise<void> => {
	await new Promise<void>((resolve) => {
		const { hostname, port } = new URL(url);
		const socket = connect(Number(port), hostname, () => {
			socket.write(bytes, () => { socket.resetAndDestroy(); });
		});
		socket.on('close', () => { resolve(); });
	});
};
