/** How Huawei Cloud is asked and how it answers. */
import type {
	CredentialFields,
	FieldPlace,
	Operation,
	Values,
	Vendor,
	VendorAnswer,
	VendorRequest,
	Verdict,
} from '../engine/words/operation';
import { encodedQuery } from '../../credentials/signing/encoding';
import { type DataRecord, isRecord } from '../engine/words/records';
import type { HuaweiApi } from './api';
import { commonCodes, listedCode } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { operations } from './operations';
import { tokenRenewal } from './tokenRenewal';

/**
 * One host for each site, whatever region the account's resources are in.
 *
 * @see https://support.huaweicloud.com/intl/en-us/api-ticket/ticket_api_00004.html
 */
const hosts = {
	international: 'osm.ap-southeast-3.myhuaweicloud.com',
	mainland: 'osm.cn-south-1.myhuaweicloud.com',
	europe: 'osm.eu-west-101.myhuaweicloud.eu',
} as const;

const isSite = (site: unknown): site is keyof typeof hosts =>
	typeof site === 'string' && Object.hasOwn(hosts, site);

/** International where the credential leaves the site open; undefined for a site that does not exist. */
function hostFor({ site = '' }: CredentialFields): string | undefined {
	if (site === '' || site === null) return hosts.international;
	return isSite(site) ? hosts[site] : undefined;
}

function refuses(_operation: Operation<HuaweiApi>, credential: CredentialFields) {
	if (hostFor(credential) !== undefined) return undefined;
	return {
		meaning: "'Site' in the credential is none that Huawei Cloud has",
		todo: "Open the credential and choose 'Site' from the list",
	};
}

/** The values that travel in one place: where a field names none, in the body of a POST and the query of a GET. */
function valuesIn(
	place: FieldPlace,
	{ api, fields }: Operation<HuaweiApi>,
	values: Values,
): Array<[string, Values[string]]> {
	const usual = api.method === 'GET' ? 'query' : 'body';
	const places = new Map(fields.map((field) => [field.wire, field.place ?? usual]));
	return Object.entries(values).filter(([wire]) => (places.get(wire) ?? usual) === place);
}

const asTexts = (pairs: ReadonlyArray<[string, Values[string]]>) =>
	pairs.map(([name, value]): [string, string] => [name, String(value)]);

function request(operation: Operation<HuaweiApi>, values: Values, credential: CredentialFields): VendorRequest {
	const { method, path } = operation.api;
	const host = hostFor(credential) ?? hosts.international;
	const query = encodedQuery(asTexts(valuesIn('query', operation, values)));
	const headers = Object.fromEntries(asTexts(valuesIn('header', operation, values)));
	const address = {
		method,
		url: `https://${host}${path}${query === '' ? '' : `?${query}`}`,
	};
	if (method === 'GET') return { ...address, headers };
	return {
		...address,
		headers: { 'Content-Type': 'application/json', ...headers },
		body: JSON.stringify(Object.fromEntries(valuesIn('body', operation, values))),
	};
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What a body says about a refusal: nothing, a code, or something that cannot be read. */
type Refusal = 'none' | 'unreadable' | { readonly code: string; readonly message: string };

/**
 * Identity and Access Management's older calls write `{"error":{"code":401,"message":"...","title":"..."}}`, a
 * number in place of a code.
 */
function identityRefusal(error: unknown): Refusal {
	if (!isRecord(error)) return 'unreadable';
	const { code, message } = error;
	const words = typeof message === 'string' ? message : '';
	if (isFilled(code)) return { code, message: words };
	return typeof code === 'number' ? { code: `IAM.${String(code)}`, message: words } : 'unreadable';
}

/**
 * Whether a code says that all went well. What a success carries is not documented; sibling services of the
 * vendor write a code of zeros, such as `CBC.0000`.
 */
const isSuccessCode = (code: unknown): boolean =>
	code === undefined ||
	code === null ||
	code === '' ||
	code === 0 ||
	(typeof code === 'string' && /^(\w+\.)?0+$/.test(code));

function refusalIn({ error_code: code, error_msg: words, error }: DataRecord): Refusal {
	if (isSuccessCode(code)) return error === undefined || error === null ? 'none' : identityRefusal(error);
	if (typeof code !== 'string' && typeof code !== 'number') return 'unreadable';
	return { code: String(code), message: typeof words === 'string' ? words : '' };
}

const envelopeNames = new Set(['error_code', 'error_msg', 'error', 'request_id']);

/**
 * Judges by the body: business refusals come with HTTP status 200. A success has optional fields only, so that
 * an empty object is one; an answer without any JSON is none.
 */
function read({ status, headers, json }: VendorAnswer): Verdict {
	const body = isRecord(json) ? json : undefined;
	const requestId = [headers['x-request-id'], body?.['request_id']].find(isFilled);
	const known = requestId === undefined ? {} : { requestId };
	const refusal = body === undefined ? 'unreadable' : refusalIn(body);
	if (typeof refusal === 'object') return { ok: false, ...known, ...refusal };
	if (refusal === 'unreadable' || body === undefined || status !== 200) return { ok: undefined, ...known };
	const data = Object.fromEntries(Object.entries(body).filter(([name]) => !envelopeNames.has(name)));
	return { ok: true, ...known, data };
}

/** Huawei Cloud, as the engine knows it. */
export const huaweiCloud: Vendor<HuaweiApi> = {
	name: 'huaweiCloud',
	displayName: 'Huawei Cloud',
	credentials: [
		{
			type: 'huaweiCloudAccessKeyApi',
			value: 'accessKey',
			name: 'Access Key',
			secrets: ['accessKey', 'secretKey', 'securityToken'],
		},
		{
			type: 'huaweiCloudIamApi',
			value: 'iamToken',
			name: 'IAM Token',
			token: tokenRenewal,
			secrets: ['password', 'token'],
		},
	],
	operations,
	commonCodes,
	firstFamilies,
	families,
	listedCode,
	refuses,
	request,
	read,
};
