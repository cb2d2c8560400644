/** The three clouds on localhost: one port, the vendor chosen by the header Host, the inbox under any other host. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { api } from './api';
import type { Cloud, KnownKey } from './cloud';
import type { Answer } from './counter';
import { type Way, write } from './faults';
import type { Message, SeenRequest } from './ledger';
import { pageFiles } from './page/files';
import { readReceived } from './received';
import type { Recipient } from './recipients';
import { change, State } from './state';
import type { NextAnswer } from './switches';

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

function note(state: State, cloud: Cloud | undefined, request: Request, answer: Answer): void {
	const received = readReceived(request);
	const { status } = answer.fault ?? answer.reply;
	state.ledger.addRequest({
		...(cloud === undefined ? {} : { vendor: cloud.name }),
		...(answer.api === undefined ? {} : { api: answer.api }),
		method: received.method,
		host: request.headers.host ?? '',
		path: request.originalUrl,
		headers: received.headers,
		body: received.body.toString('utf8'),
		...(status === undefined ? {} : { status }),
		verdict: answer.verdict,
	});
}

const nobody = (message: string): Answer => ({
	reply: { status: 404, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ message }) },
	verdict: { decision: 'unknown', message },
});

/** Where the fault `redirect` leads. */
const elsewhere = '/elsewhere';

/** What a request gets that is for none of the clouds. */
const lost = nobody('The header Host names none of the clouds. Send the bytes here, and keep the vendor in the header Host.');
const followed = nobody('A redirect was followed to another host, with whatever the request carried.');

function build(state: State, now: () => number, way: () => Way): Express {
	const app = express();
	app.disable('x-powered-by');
	app.disable('etag');
	app.use(express.raw({ type: () => true, inflate: false, limit: mostBytes }));
	app.use((request: Request, response: Response, next) => {
		response.setHeader('date', new Date(now()).toUTCString());
		const received = readReceived(request);
		const cloud = state.clouds.find((one) => one.owns(received));
		if (cloud === undefined) {
			next();
			return;
		}
		const answer = state.answer(cloud, received);
		note(state, cloud, request, answer);
		if (answer.fault === undefined) write(response, answer.reply);
		else answer.fault.deliver(response, answer.reply, way());
	});
	app.use('/sandbox', api(state));
	app.use(pageFiles());
	app.use((request: Request, response: Response) => {
		const answer = request.path === elsewhere ? followed : lost;
		note(state, undefined, request, answer);
		write(response, answer.reply);
	});
	/* Express knows an error handler by its four parameters. */
	app.use((reason: unknown, request: Request, response: Response, next: NextFunction) => {
		if (response.headersSent) {
			next(reason);
			return;
		}
		const given = reason instanceof Error ? reason : new Error(String(reason));
		const status = 'status' in given && typeof given.status === 'number' ? given.status : 500;
		const { reply, verdict } = nobody(`The sandbox could not take this request: ${given.message}`);
		note(state, undefined, request, { reply: { ...reply, status }, verdict });
		write(response, { ...reply, status });
	});
	return app;
}

/** Starts the clouds on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.clock ?? Date.now;
	const state = new State(now);
	let port = options.port ?? 0;
	const way = (): Way => ({ elsewhere: `http://localhost:${String(port)}${elsewhere}`, slowMs: options.slowMs ?? 5000 });
	const server = createServer(build(state, now, way));
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
