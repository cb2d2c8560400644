/** How Huawei Cloud is asked. */
import type {
	CredentialFields,
	FieldPlace,
	Operation,
	Values,
	Vendor,
	VendorRequest,
} from '../engine/words/operation';
import { encodedQuery } from '../../credentials/signing/encoding';
import { VendorTime } from '../../credentials/signing/vendorTime';
import { read } from './answers';
import type { HuaweiApi } from './api';
import { commonCodes, nameInLists } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { journeys } from './journeys';
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
		happened: "'Site' in the credential is none that Huawei Cloud has",
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
			account: ['accessKey', 'site', 'endpoint'],
			clock: new VendorTime('huaweiCloudAccessKeyApi'),
			pageSecret: 'secretKey',
		},
		{
			type: 'huaweiCloudIamApi',
			value: 'iamToken',
			name: 'IAM Token',
			token: tokenRenewal,
			secrets: ['password', 'token'],
			account: ['accountName', 'site', 'endpoint'],
			pageSecret: 'password',
		},
	],
	operations,
	journeys,
	commonCodes,
	firstFamilies,
	families,
	nameInLists,
	refuses,
	request,
	read,
};
