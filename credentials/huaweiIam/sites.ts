/** What Huawei Cloud's two credentials share: the sites, their domains and their IAM hosts. */
import type { INodeProperties } from 'n8n-workflow';
import { type Fields, textOf } from '../signing/refusal';

/** The vendor's name as texts write it. */
export const vendor = 'Huawei Cloud';

/** The domains whose hosts a credential of Huawei Cloud is good for. */
export const domains: readonly string[] = ['myhuaweicloud.com', 'myhuaweicloud.eu', 'myhuaweicloud.cn'];

/**
 * The host of Identity and Access Management (IAM) of each site. A regional host, because the global one answers
 * from the mainland and does not know international accounts:
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_01_0004.html
 */
const iamHosts = {
	international: 'iam.ap-southeast-3.myhuaweicloud.com',
	mainland: 'iam.cn-south-1.myhuaweicloud.com',
	europe: 'iam.eu-west-101.myhuaweicloud.eu',
} as const;

/** The IAM host of the site that a credential is set to. */
export function iamHostOf(fields: Fields): string {
	const site = textOf(fields, 'site');
	return site === 'mainland' || site === 'europe' ? iamHosts[site] : iamHosts.international;
}

/** {@link iamHostOf} as an n8n expression, for the credential's test. */
export const iamAddressExpression =
	`={{ ({ mainland: "https://${iamHosts.mainland}", europe: "https://${iamHosts.europe}" })` +
	`[$credentials.site] || "https://${iamHosts.international}" }}`;

/**
 * What the test of a credential asks: which accounts the caller may see. Any user may ask it, without a permission:
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_07_0001.html
 */
export const identityPath = '/v3/auth/domains';

/** The field Site. */
export const siteProperty: INodeProperties = {
	displayName: 'Site',
	name: 'site',
	type: 'options',
	default: 'international',
	options: [
		{ name: 'Europe', value: 'europe', description: 'Account of the European site, huaweicloud.eu' },
		{ name: 'International', value: 'international', description: 'Account of huaweicloud.com/intl' },
		{ name: 'Mainland China', value: 'mainland', description: 'Account of huaweicloud.com in China' },
	],
	description: 'Where the account was opened. It chooses the hosts that the node calls.',
};

/** Codes of the API gateway under each of the prefixes that it writes. */
export const gatewayCodes = (...numbers: readonly string[]): string[] =>
	['APIG', 'APIGW'].flatMap((prefix) => numbers.map((number) => `${prefix}.${number}`));
