/** How a refused token of Huawei Cloud is known, and replaced. */
import { isAwaited } from '../../credentials/huaweiIam/awaited';
import { withoutToken } from '../../credentials/huaweiIam/tokenState';
import type { TokenRenewal, VendorAnswer } from '../engine/words/operation';
import { isRecord } from '../engine/words/records';
import { nameInLists } from './codes/commonCodes';

/**
 * The codes that speak of a token and of nothing else: of Service Tickets, of the gateway, and of IAM.
 *
 * @see https://support.huaweicloud.com/intl/en-us/api-ticket/ErrorCode.html
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-errorcode.html
 * @see https://support.huaweicloud.com/intl/en-us/api-iam/iam_02_0006.html
 */
const tokenCodes = new Set(['OSM.0002', 'APIG.0307', 'IAM.0066', 'IAM.0067']);

/**
 * The gateway's code for keys, clocks and tokens alike; its words say which.
 *
 * @see https://support.huaweicloud.com/intl/en-us/devg-apisign/api-sign-0001.html
 */
const credentialCode = 'APIG.0301';
const wordsAboutToken = /decrypt token fail/i;

/**
 * The code in the vendor's envelope decides, together with the status that belongs to it. The header X-Request-Id is
 * not asked for: it is documented of the gateway alone, and a token that is refused without it would be used on and
 * refused for a day, while no proxy writes these codes.
 */
function isRefused({ status, json }: VendorAnswer): boolean {
	if (status !== 401 || !isRecord(json)) return false;
	const { error_code: code, error_msg: message } = json;
	if (typeof code !== 'string') return false;
	const name = nameInLists(code);
	if (name === credentialCode) return typeof message === 'string' && wordsAboutToken.test(message);
	return tokenCodes.has(name);
}

/** The credential `huaweiCloudIamApi`. */
export const tokenRenewal: TokenRenewal = { isRefused, without: withoutToken, isAwaited };
