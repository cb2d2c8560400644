/** The sandbox's own API below /sandbox: what it has seen, what can be provoked, and switches. */
import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { isRecord, type KnownKey } from './cloud';
import { faults } from './faults';
import { NoSuchValue } from './settings';
import { change, type State } from './state';
import { type NextAnswer, NoSuchSwitch } from './switches';

/** Thrown where the body of a request to the sandbox's own API cannot be used. */
class BadBody extends Error {}

function bodyOf(request: Request): Readonly<Record<string, unknown>> {
	const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new BadBody('The body must be JSON.');
	}
	if (!isRecord(value)) throw new BadBody('The body must be a JSON object.');
	return value;
}

function textIn(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
	const value = body[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'string') throw new BadBody(`'${name}' must be a text.`);
	return value;
}

function numberIn(body: Readonly<Record<string, unknown>>, name: string, least: number, most: number): number | undefined {
	const value = body[name];
	if (value === undefined) return undefined;
	if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) {
		throw new BadBody(`'${name}' must be a whole number from ${String(least)} to ${String(most)}.`);
	}
	return value;
}

function nextAnswer(body: Readonly<Record<string, unknown>>): NextAnswer {
	return {
		vendor: textIn(body, 'vendor') ?? '',
		operation: textIn(body, 'operation') ?? '',
		code: textIn(body, 'code'),
		status: numberIn(body, 'status', 200, 599),
		message: textIn(body, 'message'),
		fault: textIn(body, 'fault'),
		times: numberIn(body, 'times', 1, 1000),
	};
}

/** A key with every value that a credential needs to reach this sandbox. */
const withAddress = ({ endpoints = [], values, ...key }: KnownKey, address: string): KnownKey => ({
	...key,
	values: [...values, ...endpoints.map((label) => ({ label, value: address }))],
});

/** What the page shows beside messages and requests. */
function describe({ clouds, switches }: State, address: string) {
	return {
		endpoint: address,
		faults,
		clouds: clouds.map(({ name, displayName, apis, keys, settings }) => ({
			name,
			displayName,
			keys: keys.map((key) => withAddress(key, address)),
			settings: settings.map((setting) => ({ ...setting, value: setting.get() })),
			apis: apis.map(({ key, label, perSecond }) => ({ key, label, perSecond })),
		})),
		waiting: switches.waiting.map(({ id, vendor, operation, demand, left }) => ({
			id,
			vendor,
			operation,
			answer: demand.fault !== undefined ? demand.fault.name : demand.refusal.id,
			left,
		})),
	};
}

function recipients({ book }: State) {
	return book.all.map(({ demand, ...recipient }) => ({
		...recipient,
		...(demand.fault !== undefined
			? { kind: 'fault', about: demand.fault.about }
			: { kind: 'code', about: demand.refusal.about, category: demand.refusal.category, status: demand.refusal.status }),
	}));
}

const addressOf = (request: Request): string => `http://${request.headers.host ?? ''}`;

/** The routes below /sandbox. */
export function api(state: State): Router {
	const router = express.Router();
	/* A page that outlives the sandbox must not take a new one for the old one. */
	const born = randomUUID();
	const post = (path: string, handle: (body: Readonly<Record<string, unknown>>) => void) => {
		router.post(path, (request: Request, response: Response) => {
			try {
				handle(path === '/reset' ? {} : bodyOf(request));
			} catch (reason) {
				if (!(reason instanceof BadBody || reason instanceof NoSuchSwitch || reason instanceof NoSuchValue)) throw reason;
				response.status(400).json({ message: reason.message });
				return;
			}
			state.ledger.touch();
			response.json({ done: true });
		});
	};
	router.get('/messages', (_request, response) => { response.json(state.ledger.messages); });
	router.get('/requests', (_request, response) => { response.json(state.ledger.requests); });
	router.get('/recipients', (_request, response) => { response.json(recipients(state)); });
	router.get('/clouds', (request, response) => { response.json(describe(state, addressOf(request))); });
	router.get('/changes', (request, response) => {
		const { messages, requests } = state.ledger;
		const revision = `${born}-${String(state.ledger.revision)}`;
		if (request.query['since'] === revision) response.status(204).end();
		else response.json({ revision, messages, requests, ...describe(state, addressOf(request)) });
	});
	post('/next', (body) => { state.switches.set(state.clouds, nextAnswer(body)); });
	post('/cancel', (body) => { state.switches.cancel(numberIn(body, 'id', 1, Number.MAX_SAFE_INTEGER) ?? 0); });
	post('/settings', (body) => {
		change(state, textIn(body, 'vendor') ?? '', textIn(body, 'setting') ?? '', body['value']);
	});
	post('/reset', () => { state.reset(); });
	return router;
}
