/**
 * What Tencent Cloud checks before any API sees a request: host, common parameters, signature, and the types of
 * the values.
 *
 * https://www.tencentcloud.com/document/product/1283/74872 and /74873
 */
import type { Field, Operation } from '../../nodes/engine/words/operation';
import type { TencentApi } from '../../nodes/TencentCloud/api';
import { isRecord, type Received, refuse } from '../cloud';
import { serviceOf } from '../received';
import { checkSignature } from './signature';

/** The vendor's domains. */
export const domains = ['tencentcloudapi.com'];

/** 10 MB. */
const mostBytes = 10 * 1024 * 1024;
/** 32 KB. */
const longestQuery = 32 * 1024;

/** A request whose sender is known. */
export interface Asked {
	readonly service: string;
	/** False for a host with `.intl.`, which does not know the mainland's actions. */
	readonly mainland: boolean;
	readonly action: string;
	readonly version: string;
	readonly values: Readonly<Record<string, unknown>>;
	/** True where the values came as text, in the query. */
	readonly texts: boolean;
}

function common(received: Received, name: string): string {
	const value = received.headers[name.toLowerCase()] ?? '';
	if (value === '') refuse('MissingParameter', `The request is missing the required parameter ${name}.`);
	return value;
}

function bodyOf({ body, headers }: Received): Readonly<Record<string, unknown>> {
	if (body.length > mostBytes) refuse('RequestSizeLimitExceeded', 'The request is longer than 10 MB.');
	if (!(headers['content-type'] ?? '').toLowerCase().startsWith('application/json')) {
		refuse('InvalidParameter', 'Content-Type must be application/json.');
	}
	let value: unknown;
	try {
		value = JSON.parse(body.toString('utf8'));
	} catch {
		refuse('InvalidParameter', 'The request body is not JSON.');
	}
	if (!isRecord(value)) refuse('InvalidParameter', 'The request body is not a JSON object.');
	return value;
}

function queryOf({ query, headers }: Received): Readonly<Record<string, unknown>> {
	if (query.length > longestQuery) refuse('RequestSizeLimitExceeded', 'The query is longer than 32 KB.');
	if (!(headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded')) {
		refuse('InvalidParameter', 'Content-Type of a GET request must be application/x-www-form-urlencoded.');
	}
	return Object.fromEntries(new URLSearchParams(query));
}

/**
 * Checks all that is the same for every API.
 *
 * @throws Refused
 */
export function ask(received: Received, now: number): Asked {
	const service = serviceOf(received.host, domains) ?? '';
	if (received.path !== '/') refuse('InvalidAction', 'The path of every API is /.');
	if (received.method !== 'POST' && received.method !== 'GET') {
		refuse('UnsupportedProtocol', 'Only GET and POST are supported.');
	}
	const [action, version, timestamp] = ['X-TC-Action', 'X-TC-Version', 'X-TC-Timestamp'].map((name) => common(received, name));
	if (!/^\d{1,12}$/.test(timestamp ?? '')) refuse('InvalidParameter', 'X-TC-Timestamp must be a UNIX time in seconds.');
	checkSignature(received, service, Number(timestamp), now);
	const texts = received.method === 'GET';
	return {
		service,
		mainland: !received.host.includes('.intl.'),
		action: action ?? '',
		version: version ?? '',
		texts,
		values: texts ? queryOf(received) : bodyOf(received),
	};
}

const ofType: Readonly<Record<Field['type'], (value: unknown, example: string | number | undefined) => boolean>> = {
	text: (value) => typeof value === 'string',
	choice: (value, example) => typeof value === typeof example,
	integer: (value) => Number.isSafeInteger(value),
	flag: (value) => typeof value === 'boolean',
	list: (value) => Array.isArray(value) && value.every((entry) => typeof entry === 'string'),
};

const exampleOf = (field: Field): string | number | undefined => (field.type === 'choice' ? field.choices[0]?.value : undefined);

function typed(field: Field, value: unknown, texts: boolean): unknown {
	const numeric = field.type === 'integer' || typeof exampleOf(field) === 'number';
	return texts && numeric && typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** Page size and position stand in the list's description and are whole numbers. */
function pagingNames({ listing }: Operation<TencentApi>): string[] {
	return listing?.paging === undefined ? [] : [listing.paging.limit, listing.paging.position];
}

/**
 * Checks names and types of the values.
 *
 * @throws Refused with MissingParameter, UnknownParameter or InvalidParameter.
 */
export function checkValues(operation: Operation<TencentApi>, { values, texts }: Asked): Readonly<Record<string, unknown>> {
	const paging = pagingNames(operation);
	const known = [...operation.fields.map(({ wire }) => wire), ...paging];
	const unknown = Object.keys(values).find((name) => !known.includes(name));
	if (unknown !== undefined) refuse('UnknownParameter', `The parameter ${unknown} is not recognized.`);
	const missing = operation.fields.find(({ wire, required }) => required && values[wire] === undefined);
	if (missing !== undefined) refuse('MissingParameter', `The request is missing the required parameter ${missing.wire}.`);
	const read = Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			const field = operation.fields.find(({ wire }) => wire === name);
			if (field === undefined) return [name, texts ? Number(value) : value];
			const given = typed(field, value, texts);
			if (!ofType[field.type](given, exampleOf(field))) {
				refuse('InvalidParameter', `The type of the parameter ${name} is not ${field.type}.`);
			}
			return [name, given];
		}),
	);
	const wrongPage = paging.find((name) => read[name] !== undefined && !Number.isSafeInteger(read[name]));
	if (wrongPage !== undefined) refuse('InvalidParameter', `The type of the parameter ${wrongPage} is not integer.`);
	return read;
}
