/** Answers what Node.js itself cannot read as a request, where otherwise the connection would end without a word. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Received, Reply, Trouble } from './cloud';
import { hostIn } from './received';

/** How it is answered; no cloud where the request did not get as far as its host. */
export type Turn = (received: Received, trouble: Trouble) => Reply;

const property = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);

/** What can be made out of the bytes that came last. */
function receivedIn(bytes: unknown): Received {
	const text = Buffer.isBuffer(bytes) ? bytes.toString('latin1') : '';
	const [, method = '', path = ''] = /^([A-Z]+) (\S+) HTTP/.exec(text) ?? [];
	const host = /^host:[ \t]*([^\s,]+)/im.exec(text)?.[1] ?? '';
	return { method, host: hostIn(host), path, query: '', headers: { host }, body: Buffer.alloc(0) };
}

/**
 * Answers by hand and ends the connection.
 *
 * @param reason - what Node.js says; it brings the bytes along.
 */
export function answerUnreadable(reason: unknown, socket: Duplex, turn: Turn): void {
	if (!socket.writable) {
		socket.destroy();
		return;
	}
	const trouble = property(reason, 'code') === 'HPE_HEADER_OVERFLOW' ? 'tooLong' : 'unreadable';
	const { status, headers, body } = turn(receivedIn(property(reason, 'rawPacket')), trouble);
	const head = [
		`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? 'Unknown'}`,
		...Object.entries({ ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' }).map(([name, value]) => `${name}: ${value}`),
	];
	socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
