/** A server on localhost that keeps what it received, byte for byte, and a node that sends as n8n's own nodes do. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IDataObject, IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { type GivenCredential, type Result, runNode } from './engine';

/** A request as it arrived. */
export interface Received {
	readonly method: string;
	/** Path and query, not decoded. */
	readonly target: string;
	readonly headers: IncomingHttpHeaders;
	/** Header names as they were written, each as often as it was. */
	readonly names: readonly string[];
	readonly body: Buffer;
}

/** What the server answers. */
export interface Reply {
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly json?: unknown;
	/** Answers in a way of its own, or not at all. */
	readonly raw?: (outgoing: ServerResponse) => void;
}

/** A server that answers by a function, in the order of the requests. */
export interface Wire {
	/** Address with scheme and port, without a slash at the end. */
	readonly url: string;
	readonly received: readonly Received[];
	/** Begins to count anew. */
	readonly forget: () => void;
	readonly close: () => Promise<void>;
}

/** Starts the server on a free port. */
export async function listen(reply: (request: Received, index: number) => Reply | Promise<Reply> = () => ({})): Promise<Wire> {
	const received: Received[] = [];
	const server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const request: Received = {
				method: incoming.method ?? '',
				target: incoming.url ?? '',
				headers: incoming.headers,
				names: incoming.rawHeaders.filter((_, index) => index % 2 === 0),
				body: Buffer.concat(chunks),
			};
			received.push(request);
			void Promise.resolve(reply(request, received.length - 1)).then(({ status = 200, headers = {}, json = {}, raw }) => {
				if (raw) raw(outgoing);
				else outgoing.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${String(port)}`,
		received,
		forget: () => {
			received.length = 0;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => { resolve(); });
				server.closeAllConnections();
			}),
	};
}

/** How n8n sends: `helper` as nodes do, `legacy` as the HTTP Request node does. */
export type Route = 'helper' | 'legacy';

function senderOf(credential: string, route: Route): INodeType {
	return {
		description: {
			displayName: 'Sender',
			name: 'sender',
			group: ['output'],
			version: 1,
			description: 'Sender',
			defaults: { name: 'Sender' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: credential, required: true }],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			const sent = this.getInputData().map(async ({ json }) => {
				const options = json as unknown as IHttpRequestOptions;
				const answer: unknown =
					route === 'helper'
						? await this.helpers.httpRequestWithAuthentication.call(this, credential, options)
						: await this.helpers.requestWithAuthentication.call(this, credential, options);
				return { json: { answer } as IDataObject };
			});
			return [await Promise.all(sent)];
		},
	};
}

/** Sends requests through n8n's engine, signed by a credential. */
export const send = async (credential: GivenCredential, requests: readonly object[], route: Route = 'helper'): Promise<Result> =>
	await runNode({
		node: senderOf(credential.type.name, route),
		parameters: {},
		items: requests as readonly IDataObject[],
		credentials: [credential],
	});

/** The server of a whole file of tests; between two tests it forgets. */
export interface SharedWire {
	/** Address with scheme and port, without a slash at the end. */
	readonly url: () => string;
	readonly received: () => readonly Received[];
	/** The statuses of the next answers; those after them have 200. */
	readonly statuses: number[];
	/** Sends a request through n8n's engine and hands over what arrived. */
	readonly arrived: (credential: GivenCredential, request: object, route: Route) => Promise<Received>;
}

/** Starts the server before the tests of a file. It always answers the same JSON. */
export function useWire(json: unknown): SharedWire {
	let wire: Wire;
	const statuses: number[] = [];
	beforeAll(async () => {
		wire = await listen((_, index) => ({ status: statuses[index] ?? 200, json }));
	});
	afterAll(async () => {
		await wire.close();
	});
	beforeEach(() => {
		wire.forget();
		statuses.length = 0;
	});
	return {
		url: () => wire.url,
		received: () => wire.received,
		statuses,
		arrived: async (credential, request, route) => {
			const { error } = await send(credential, [request], route);
			expect(error).toBeUndefined();
			const last = wire.received.at(-1);
			if (!last) throw new Error('Nothing arrived');
			return last;
		},
	};
}
