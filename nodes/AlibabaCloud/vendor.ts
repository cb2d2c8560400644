/** How Alibaba Cloud is asked, and how it answers. */
import type { Values, Vendor, VendorAnswer, Verdict } from '../engine/words/operation';
import { encodedQuery } from '../../credentials/signing/encoding';
import { type DataRecord, isRecord } from '../engine/words/records';
import type { AlibabaApi } from './api';
import { commonCodes } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { operations } from './operations';
import { readXml } from './xml';

/** A list travels as `Name.1`, `Name.2`. */
const pairsOf = (values: Values): Array<readonly [string, string]> =>
	Object.entries(values).flatMap(([name, value]) =>
		Array.isArray(value)
			? value.map((entry: string, index) => [`${name}.${String(index + 1)}`, entry] as const)
			: [[name, String(value)] as const],
	);

/** A text that says something: the vendor fills empty ones with the word None. */
const said = (value: unknown): string => {
	const text = typeof value === 'string' ? value.trim() : '';
	return text === 'None' ? '' : text;
};

/** The reason of a missing permission: a text by the documentation, an object in some answers. */
function deniedDetail(detail: unknown): string {
	if (!isRecord(detail)) return said(detail);
	return Object.entries(detail)
		.filter(([name, value]) => name !== 'EncodedDiagnosticMessage' && said(value) !== '')
		.map(([name, value]) => `${name}: ${said(value)}`)
		.join(', ');
}

const messageOf = (envelope: DataRecord): string =>
	[said(envelope['Message']), deniedDetail(envelope['AccessDeniedDetail'])]
		.filter((text) => text !== '')
		.join(' ');

/** The wait that a throttled answer asks for. The vendor writes ms; zero and less mean nothing. */
function retryAfterSeconds({ headers }: VendorAnswer): number | undefined {
	const ms = Number(headers['x-acs-retry-after']);
	return Number.isFinite(ms) && ms > 0 ? Math.ceil(ms / 1000) : undefined;
}

/** What is wrong with an answer that says OK and yet is no success. */
function contradiction(envelope: DataRecord, status: number): string {
	const also = status === 200 ? `Success ${JSON.stringify(envelope['Success'])}` : `HTTP status ${String(status)}`;
	return `Alibaba Cloud answered Code OK together with ${also}`;
}

const envelopeNames = new Set(['RequestId', 'Code', 'Message', 'Success', 'AccessDeniedDetail']);

const dataOf = (envelope: DataRecord): DataRecord =>
	Object.fromEntries(Object.entries(envelope).filter(([name]) => !envelopeNames.has(name)));

/**
 * Judges by the envelope: the HTTP status alone says nothing, refusals come with 200 as well.
 *
 * Success is an OK of the documented form and nothing else. `Success` is missing in older answers; where it
 * stands and is not true, nobody knows what happened, and the answer is no envelope.
 */
function read(answer: VendorAnswer): Verdict {
	const json = isRecord(answer.json) ? answer.json : undefined;
	const envelope: DataRecord = json ?? readXml(answer.text, ['Code', 'Message', 'RequestId']);
	const code = said(envelope['Code']);
	const requestId = said(envelope['RequestId']);
	const known = requestId === '' ? {} : { requestId };
	if (code === '') return { ok: undefined, ...known };
	if (code !== 'OK') {
		const wait = retryAfterSeconds(answer);
		const message = messageOf(envelope);
		return {
			ok: false,
			...known,
			code,
			message: message === '' ? code : message,
			...(wait === undefined ? {} : { retryAfterSeconds: wait }),
		};
	}
	const success = envelope['Success'];
	const successful = [undefined, null, true, 'true'].some((allowed) => success === allowed);
	if (json === undefined) return { ok: undefined, ...known };
	if (answer.status !== 200 || !successful) {
		const words = messageOf(json);
		const happened = contradiction(json, answer.status);
		return { ok: undefined, ...known, happened, ...(words === '' ? {} : { said: words }) };
	}
	return { ok: true, ...known, data: dataOf(json) };
}

/**
 * Alibaba Cloud: RPC style, parameters in the query, action and version in headers, an empty body.
 *
 * @see https://www.alibabacloud.com/help/en/sdk/product-overview/v3-request-structure-and-signature
 */
export const alibabaCloud: Vendor<AlibabaApi> = {
	name: 'alibabaCloud',
	displayName: 'Alibaba Cloud',
	credentials: [
		{
			type: 'alibabaCloudAccessKeyApi',
			value: 'accessKey',
			name: 'Access Key',
			secrets: ['accessKeyId', 'accessKeySecret', 'securityToken'],
		},
	],
	operations,
	commonCodes,
	firstFamilies,
	families,
	request: ({ api }, values) => {
		const query = encodedQuery(pairsOf(values));
		return {
			method: 'POST',
			url: `https://${api.host}/${query === '' ? '' : `?${query}`}`,
			headers: { accept: 'application/json', 'x-acs-action': api.action, 'x-acs-version': api.version },
		};
	},
	read,
};
