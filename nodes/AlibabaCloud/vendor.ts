/** How Alibaba Cloud is asked. */
import type { Values, Vendor } from '../engine/words/operation';
import { encodedQuery } from '../../credentials/signing/encoding';
import { VendorTime } from '../../credentials/signing/vendorTime';
import { read } from './answers';
import type { AlibabaApi } from './api';
import { commonCodes } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { journeys } from './journeys';
import { operations } from './operations';

/** A list travels as `Name.1`, `Name.2`. */
const pairsOf = (values: Values): Array<readonly [string, string]> =>
	Object.entries(values).flatMap(([name, value]) =>
		Array.isArray(value)
			? value.map((entry: string, index) => [`${name}.${String(index + 1)}`, entry] as const)
			: [[name, String(value)] as const],
	);

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
			account: ['accessKeyId', 'endpoint'],
			clock: new VendorTime('alibabaCloudAccessKeyApi'),
			pageSecret: 'accessKeySecret',
		},
	],
	operations,
	journeys,
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
	singleUse: { header: 'x-acs-signature-nonce', seenCode: 'SignatureNonceUsed' },
	read,
};
