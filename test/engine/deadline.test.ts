/** Servers that never come to an end: a request ends at its time-out and an answer at its size, whatever is sent. */
import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { sampleParameters } from '../support/samples';

const [cloud] = clouds;
const operation = cloud.vendor.operations.find(({ effect }) => effect === 'message');
if (operation === undefined) throw new Error('Nothing sends');

/** A server that speaks in bytes, so that it can speak as no HTTP library would. */
interface Speaker {
	readonly url: string;
	/** Bytes that it got rid of. */
	readonly written: () => number;
	/** Settles when a connection that asked something has ended. */
	readonly ended: Promise<void>;
	readonly close: () => Promise<void>;
}

async function speak(answer: (write: (bytes: string | Buffer) => boolean, socket: Socket) => void): Promise<Speaker> {
	let written = 0;
	const sockets = new Set<Socket>();
	let over: () => void = () => undefined;
	const ended = new Promise<void>((resolve) => {
		over = resolve;
	});
	const server: Server = createServer((socket) => {
		sockets.add(socket);
		socket.on('error', () => undefined);
		socket.once('close', over);
		socket.once('data', () => {
			answer((bytes) => {
				if (socket.destroyed) return false;
				written += bytes.length;
				return socket.write(bytes);
			}, socket);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${String(port)}`,
		written: () => written,
		ended,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** Goes on as long as the connection does. */
const repeatedly = (write: (bytes: string) => boolean, socket: Socket, bytes: string, every: number) => {
	const timer = setInterval(() => write(bytes), every);
	socket.once('close', () => {
		clearInterval(timer);
	});
};

/** As fast as the connection takes it. */
const flood = (write: (bytes: string) => boolean, socket: Socket, bytes: string) => {
	const on = () => {
		while (write(bytes));
	};
	socket.on('drain', on);
	on();
};

async function failureOf(answer: Parameters<typeof speak>[0], timeout: number) {
	const server = await speak(answer);
	const { outputs } = await runNode({
		node: cloud.node,
		parameters: { ...sampleParameters(operation as NonNullable<typeof operation>), options: { timeout } },
		credentials: [cloud.credential(server.url)],
	});
	await server.ended;
	await server.close();
	expect(outputs[0]).toEqual([]);
	return { failure: outputs[4]?.[0]?.json['failure'], written: server.written() };
}

describe('a request ends at its time-out', () => {
	it.each([
		['one header a moment', (write: (bytes: string) => boolean, socket: Socket) => { write('HTTP/1.1 200 OK\r\n'); repeatedly(write, socket, 'X-More: 1\r\n', 50); }],
		['one byte of the answer a moment', (write: (bytes: string) => boolean, socket: Socket) => { write(`${head}Content-Length: 1000000\r\n\r\n`); repeatedly(write, socket, ' ', 50); }],
		['chunks without an end', (write: (bytes: string) => boolean, socket: Socket) => { write(`${head}Transfer-Encoding: chunked\r\n\r\n`); repeatedly(write, socket, '1\r\n \r\n', 50); }],
		['an upgrade that nobody asked for', (write: (bytes: string) => boolean, socket: Socket) => { write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n'); repeatedly(write, socket, 'x', 50); }],
		['nothing at all', () => undefined],
	])('%s is a vendor fault that may have been sent, and the connection is given back', async (_what, answer) => {
		const { failure } = await failureOf(answer, 1);
		expect(failure).toMatchObject({ category: 'vendorFault', maybeSent: true });
		expect(['Local.Timeout', 'Local.ConnectionLost']).toContain((failure as { code: string }).code);
	});
});

describe('an answer ends at its size', () => {
	it('a body without an end is given up long before it fills the memory', async () => {
		const { failure, written } = await failureOf((write, socket) => {
			write(`${head}Transfer-Encoding: chunked\r\n\r\n`);
			const block = 'x'.repeat(65_536);
			flood(write, socket, `10000\r\n${block}\r\n`);
		}, 30);
		expect(failure).toMatchObject({ code: 'Local.UnreadableAnswer', category: 'vendorFault', maybeSent: true, httpStatus: 200 });
		expect(written).toBeLessThan(64 * 1024 * 1024);
	});

	it('a small packed body that unpacks to gigabytes is given up at the same size', async () => {
		const packed = gzipSync(Buffer.alloc(200 * 1024 * 1024, ' '));
		expect(packed.length).toBeLessThan(1024 * 1024);
		const { failure } = await failureOf((write) => {
			write(Buffer.concat([Buffer.from(`${head}Content-Encoding: gzip\r\nContent-Length: ${String(packed.length)}\r\n\r\n`), packed]) as unknown as string);
		}, 30);
		expect(failure).toMatchObject({ code: 'Local.UnreadableAnswer', httpStatus: 200, maybeSent: true });
	});

	it('a body that is not packed as it says is no answer', async () => {
		const { failure } = await failureOf((write) => {
			write(`${head}Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}`);
		}, 30);
		expect(failure).toMatchObject({ code: 'Local.UnreadableAnswer', httpStatus: 200, maybeSent: true });
	});
});
