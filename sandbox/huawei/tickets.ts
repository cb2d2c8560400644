/** Reads requests to the service OSM and carries them out. */
import type { HuaweiApi } from '../../nodes/HuaweiCloud/api';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import type { Field, Operation } from '../../nodes/engine/words/operation';
import { type Desk, isRecord, type Received, refuse } from '../cloud';
import type { OpenPosition } from '../paging';
import { pairsOf } from '../query';
import type { Given } from '../values';
import { TicketContacts } from './ticketContacts';

/** 12 MB. */
const mostBytes = 12 * 1024 * 1024;

/** Finds the API by method and path. */
export function ticketOperation({ method, path, body }: Received): Operation<HuaweiApi> {
	if (body.length > mostBytes) refuse('APIGW.0201', 'The request body is longer than 12 MB.', { status: 413 });
	const found = huaweiCloud.operations.find(({ api }) => api.method === method && api.path === path);
	return found ?? refuse('APIGW.0101', 'The API does not exist or has not been published in the environment');
}

function bodyOf({ body, headers }: Received): Given {
	if (!(headers['content-type'] ?? '').toLowerCase().startsWith('application/json')) {
		refuse('APIGW.0201', 'Content-Type must be application/json.', { status: 400 });
	}
	let value: unknown;
	try {
		value = JSON.parse(body.toString('utf8'));
	} catch {
		refuse('OSM.0001', 'Parameter check failed: the body is not JSON.');
	}
	if (!isRecord(value)) refuse('OSM.0001', 'Parameter check failed: the body is not an object.');
	return value;
}

const isNumeric = (field: Field | undefined): boolean =>
	field?.type === 'integer' || (field?.type === 'choice' && typeof field.choices[0]?.value === 'number');

/** A query has texts only; numbers are read as numbers. */
function queryOf({ query }: Received, fields: readonly Field[], paging: readonly string[]): Given {
	return Object.fromEntries(
		pairsOf(query).map(([name, value]) => {
			const numeric = paging.includes(name) || isNumeric(fields.find(({ wire }) => wire === name));
			return [name, numeric && /^\d+$/.test(value) ? Number(value) : value];
		}),
	);
}

/** The values of a request, with names and types checked. */
export function ticketValues({ api, fields, listing }: Operation<HuaweiApi>, received: Received): Given {
	const paging = listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
	const own = fields.filter(({ place }) => place !== 'header');
	const values = api.method === 'GET' ? queryOf(received, own, paging) : bodyOf(received);
	const missing = own.find(({ wire, required }) => required && values[wire] === undefined);
	if (missing !== undefined) refuse('OSM.0001', `Parameter check failed: ${missing.wire} is missing.`);
	for (const [name, value] of Object.entries(values)) {
		const field = own.find(({ wire }) => wire === name);
		if (field === undefined && !paging.includes(name)) refuse('OSM.01010001', `Parameter check failed: ${name} is unknown.`);
		const wanted = paging.includes(name) || isNumeric(field) ? 'number' : 'string';
		if (typeof value !== wanted) refuse('OSM.01010001', `Parameter check failed: ${name} must be a ${wanted}.`);
	}
	return values;
}

/** What carries each operation out, by its public name. */
export function ticketHandlers(desk: Desk, listReading: OpenPosition): Readonly<Record<string, (values: Given, received: Received) => object>> {
	const contacts = new TicketContacts(desk, listReading);
	return {
		sendCode: (values) => contacts.send(values, 'SendVerifyCodes'),
		verify: (values) => contacts.verify(values),
		checkIfNeeded: (values) => contacts.need(values),
		listVerified: (values) => contacts.listVerified(values),
		listCountryCodes: (_, { headers }) => contacts.areaCodes(headers['x-language'] ?? 'zh-cn'),
	};
}
