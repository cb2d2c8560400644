/** A vendor that nobody has: declared in this one file, so that the engine is tested for knowing no other. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IAuthenticate, ICredentialType, IExecuteFunctions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { choice, declare, fixAccount, fixInput, integer, retryLater, text, vendorFault } from '../../nodes/engine/words/declare';
import { execute } from '../../nodes/engine/run/execute';
import { digits } from '../../nodes/engine/words/formats';
import type { Operation, Vendor } from '../../nodes/engine/words/operation';
import { outputsExpression } from '../../nodes/engine/form/outputs';
import { propertiesOf } from '../../nodes/engine/form/properties';
import type { GivenCredential } from './engine';

/** How the made-up vendor addresses an API. */
export interface ParcelApi {
	readonly path: string;
}

const locker = { value: 'locker', name: 'Locker', about: 'A box in which parcels wait' };

const sendCode = declare<ParcelApi>({
	resource: locker,
	value: 'sendCode',
	name: 'Send Code',
	action: 'Send code to locker owner',
	about: 'Send the code that opens a locker',
	api: { path: '/send' },
	page: 'https://parcel.example/send',
	effect: 'message',
	perSecond: 1_000_000,
	fields: [
		text('PhoneNum', 'Phone Number', 'Number of the owner', { required: true, format: digits(1, 32), example: '18888888888', contact: true }),
		choice('Channel', 'Channel', 'How the code travels', [{ value: 1, name: 'SMS' }, { value: 2, name: 'Voice' }], { required: true }),
		integer('Hours', 'Hours', 'How long the code opens the locker', { range: [1, 24] }),
		text('note_text', 'Note', 'A word to the owner', { length: [0, 64], example: 'Ring twice' }),
	],
	answer: [],
	codes: {
		'Box.Full': fixInput('The locker is full', 'Choose another locker', { field: 'PhoneNum' }),
		'Box.Soon': retryLater(60, 'The last code is less than a minute old', 'Wait a minute'),
		'Box.Unpaid': fixAccount('The account is not paid', 'Pay the bill'),
		'Box.Jammed': vendorFault('The locker is jammed', 'Ask the owner whether a code arrived'),
	},
});

const open = declare<ParcelApi>({
	...sendCode,
	value: 'open',
	name: 'Open',
	action: 'Open locker',
	about: 'Open a locker with the code',
	api: { path: '/open' },
	effect: 'write',
	fields: [
		text('PhoneNum', 'Phone Number', 'Number of the owner', { required: true, format: digits(1, 32), contact: true }),
		text('Code', 'Code', 'The code that the owner received', { required: true, format: digits(6, 6), secret: true }),
	],
	codes: { 'Box.WrongCode': fixInput('The code is wrong', 'Ask for the code again', { field: 'Code' }) },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** The vendor's declaration. */
export const parcel: Vendor<ParcelApi> = {
	name: 'parcel',
	displayName: 'Parcel',
	credentials: [{ type: 'parcelApi', value: 'key', name: 'Key' }],
	operations: [sendCode, open] as readonly Operation<ParcelApi>[],
	commonCodes: { Busy: retryLater(1, 'Parcel is busy', 'Wait a second') },
	families: [{ pattern: 'Auth.*', ...fixAccount('The key is refused', 'Check the key') }],
	request: (operation, values, credential) => ({
		method: 'POST',
		url: `${String(credential['host'])}${operation.api.path}`,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(values),
	}),
	read: ({ json }) => {
		if (!isRecord(json) || typeof json['id'] !== 'string') return { ok: undefined };
		const { id, code, message, ...data } = json;
		return typeof code === 'string'
			? { ok: false, requestId: id, code, message: String(message ?? '') }
			: { ok: true, requestId: id, data };
	},
};

/** The node of the made-up vendor. */
export class ParcelNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Parcel',
		name: 'parcel',
		group: ['output'],
		version: 1,
		description: 'Parcels',
		defaults: { name: 'Parcel' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsExpression,
		credentials: [{ name: 'parcelApi', required: true }],
		properties: propertiesOf(parcel),
	};

	async execute(this: IExecuteFunctions) {
		return await execute(this, parcel);
	}
}

const sign: IAuthenticate = async (_credential, options) =>
	await Promise.resolve({ ...options, headers: { ...options.headers, 'X-Signed': 'yes' } });

/** The credential of the made-up vendor. */
export const parcelCredential = (host: string): GivenCredential => ({
	type: { name: 'parcelApi', displayName: 'Parcel API', properties: [], authenticate: sign } as ICredentialType,
	values: { host },
});

/** A request as the server saw it. */
export interface Seen {
	readonly path: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** A server of the made-up vendor: answers what the test says and keeps what it saw. */
export async function serve(answer: (seen: Seen, response: ServerResponse) => void) {
	const seen: Seen[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const one = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
			seen.push(one);
			answer(one, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { url: `http://127.0.0.1:${String(port)}`, seen, close };
}

/** Answers with a JSON body. */
export const json = (response: ServerResponse, body: unknown, status = 200): void => {
	response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};
