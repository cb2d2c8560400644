/** The three clouds on localhost: one port, the vendor chosen by the header Host, the inbox under any other host. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { api } from './api';
import type { Cloud, KnownKey, Received, Trouble } from './cloud';
import type { Answer } from './counter';
import { type Way, write } from './faults';
import type { Message, SeenRequest } from './ledger';
import { pageFiles } from './page/files';
import { readReceived } from './received';
import type { Recipient } from './recipients';
import { change, State } from './state';
import type { NextAnswer } from './switches';
import { answerUnreadable } from './unreadable';

/** How a sandbox is started. */
export interface SandboxOptions {
	/** Port on 127.0.0.1; a free one for 0, which is the default. */
	readonly port?: number;
	/** The clouds' clock, in milliseconds since 1970; the machine's when left out. */
	readonly clock?: () => number;
	/** How long the fault `slow` takes, in milliseconds; 5,000 when left out. */
	readonly slowMs?: number;
}

/** A running sandbox. */
export interface Sandbox {
	/** Address of the inbox page, and the endpoint for credentials, such as `http://127.0.0.1:8787`. */
	readonly url: string;
	readonly inbox: {
		/** Codes that were sent, newest first. */
		messages(): readonly Message[];
		/** Requests that came, newest first. */
		requests(): readonly SeenRequest[];
	};
	/** For every documented answer, a recipient that provokes it. */
	recipients(): readonly Recipient[];
	/** The credentials that the clouds know, by the vendor's public name. */
	keys(): Readonly<Record<string, readonly KnownKey[]>>;
	/** Decides how the next call of an operation is answered. Throws where it does not exist. */
	answerNext(next: NextAnswer): void;
	/** Changes a setting of a cloud, such as how long a token lives. Throws where setting or value does not exist. */
	set(vendor: string, setting: string, value: number | string): void;
	/** Back to the first state: nothing sent, nothing seen, every limit free. */
	reset(): void;
	close(): Promise<void>;
}

/** 32 MB: more than any of the vendors takes, so that their own refusals are answered. */
const mostBytes = 32 * 1024 * 1024;

/** 1 MB: what is longer is not read as far as its host, so that nobody knows in whose words to refuse it. */
const mostReadable = 1024 * 1024;
/** 128 KB of address and headers: more than any of the vendors takes. */
const longestHead = 128 * 1024;

const lengthOfHead = ({ url, rawHeaders }: Request): number => rawHeaders.reduce((sum, part) => sum + part.length, url.length);

/** More than any of the lists keeps. */
const shownBytes = 16 * 1024;

const ownerOf = ({ clouds }: State, received: Received): Cloud | undefined => clouds.find((one) => one.owns(received));

function note(state: State, cloud: Cloud | undefined, received: Received, answer: Answer): void {
	const { status } = answer.fault ?? answer.reply;
	const { path, query } = received;
	state.ledger.addRequest({
		...(cloud === undefined ? {} : { vendor: cloud.name }),
		...(answer.api === undefined ? {} : { api: answer.api }),
		method: received.method,
		host: received.headers['host'] ?? '',
		path: query === '' ? path : `${path}?${query}`,
		headers: received.headers,
		body: received.body.subarray(0, shownBytes).toString('utf8'),
		...(status === undefined ? {} : { status }),
		verdict: answer.verdict,
	});
}

const nobody = (message: string, status = 404): Answer => ({
	reply: { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) },
	verdict: { decision: 'unknown', message },
});

/** Where the fault `redirect` leads. */
const elsewhere = '/elsewhere';

/** What a request gets that is for none of the clouds. */
const lost = nobody('The header Host names none of the clouds. Send the bytes here, and keep the vendor in the header Host.');
const unread = 'The sandbox could not take this request';

const property = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined);

/** Refuses a request over which something broke; the inbox says what. */
function turnedAway(state: State, received: Received, reason: unknown): { cloud: Cloud | undefined; answer: Answer } {
	const status = property(reason, 'status');
	const why = `${unread}: ${reason instanceof Error ? reason.message : String(reason)}`;
	const cloud = ownerOf(state, received);
	if (cloud === undefined) return { cloud, answer: nobody(why, typeof status === 'number' ? status : 500) };
	const trouble: Trouble = status === undefined ? 'broken' : status === 413 ? 'tooLong' : 'unreadable';
	const answer = state.turnAway(cloud, received, trouble);
	return { cloud, answer: { ...answer, verdict: { ...answer.verdict, message: why } } };
}

const followed = nobody('A redirect was followed to another host, with whatever the request carried.');

function build(state: State, now: () => number, way: () => Way): Express {
	const app = express();
	app.disable('x-powered-by');
	app.disable('etag');
	app.use(express.raw({ type: () => true, inflate: false, limit: mostBytes }));
	app.use((request: Request, response: Response, next) => {
		response.setHeader('date', new Date(now()).toUTCString());
		const received = readReceived(request);
		const cloud = ownerOf(state, received);
		if (cloud === undefined) {
			next();
			return;
		}
		const answer = lengthOfHead(request) > longestHead ? state.turnAway(cloud, received, 'tooLong') : state.answer(cloud, received);
		note(state, cloud, received, answer);
		if (answer.fault === undefined) write(response, answer.reply);
		else answer.fault.deliver(response, answer.reply, way());
	});
	app.use('/sandbox', api(state));
	app.use(pageFiles());
	app.use((request: Request, response: Response) => {
		const answer = request.path === elsewhere ? followed : lost;
		note(state, undefined, readReceived(request), answer);
		write(response, answer.reply);
	});
	/* Express knows an error handler by its four parameters. */
	app.use((reason: unknown, request: Request, response: Response, next: NextFunction) => {
		if (response.headersSent) {
			next(reason);
			return;
		}
		const received = readReceived(request);
		const { cloud, answer } = turnedAway(state, received, reason);
		note(state, cloud, received, answer);
		write(response, answer.reply);
	});
	return app;
}

/** Starts the clouds on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.clock ?? Date.now;
	const state = new State(now);
	let port = options.port ?? 0;
	const way = (): Way => ({ elsewhere: `http://localhost:${String(port)}${elsewhere}`, slowMs: options.slowMs ?? 5000 });
	const app = build(state, now, way);
	const server = createServer({ maxHeaderSize: mostReadable, requireHostHeader: false }, app);
	/* Node.js would leave out what comes after the 2,000th header, and end these two without a word of a vendor. */
	server.maxHeadersCount = 0;
	server.on('checkExpectation', app);
	server.on('clientError', (reason, socket) => {
		answerUnreadable(reason, socket, (received, trouble) => {
			const cloud = ownerOf(state, received);
			const answer = cloud === undefined ? nobody(`${unread}.`, trouble === 'tooLong' ? 431 : 400) : state.turnAway(cloud, received, trouble);
			note(state, cloud, received, answer);
			return answer.reply;
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	({ port } = server.address() as AddressInfo);
	return {
		url: `http://127.0.0.1:${String(port)}`,
		inbox: { messages: () => state.ledger.messages, requests: () => state.ledger.requests },
		recipients: () => state.book.all,
		keys: () => Object.fromEntries(state.clouds.map(({ name, keys }) => [name, keys])),
		answerNext: (next) => { state.switches.set(state.clouds, next); },
		set: (vendor, setting, value) => { change(state, vendor, setting, value); },
		reset: () => { state.reset(); },
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => { resolve(); }));
			server.closeAllConnections();
			await closed;
		},
	};
}
