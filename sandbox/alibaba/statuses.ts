/**
 * HTTP statuses with which the gateway's codes come:
 * https://help.aliyun.com/document_detail/60629.html, https://help.aliyun.com/en/document_detail/434846.html
 */
import { productCodes } from '../../nodes/AlibabaCloud/codes/productCodes';

const documentedStatuses: ReadonlyMap<string, number> = new Map(Object.entries({
	'InvalidAction.NotFound': 404,
	'InvalidApi.NotFound': 404,
	'InvalidProduct.NotFound': 404,
	InvalidProduct: 404,
	'InvalidAccessKeyId.NotFound': 404,
	'Forbidden.InstanceNotFound': 404,
	Forbidden: 403,
	'Forbidden.RAM': 403,
	'Forbedden.NotSupportRAM': 403,
	ActionUnauthorized: 403,
	'Forbidden.RiskControl': 403,
	'Forbidden.UserVerification': 403,
	'Forbidden.AccessKeyDisabled': 403,
	UnsupportedHTTPMethod: 403,
	ServiceUnavailable: 503,
	ServiceUnavailableTemporary: 503,
	InternalError: 500,
	InternalFailure: 500,
	UnknownError: 500,
}));

/** Codes that the page of every API lists, with HTTP 400. */
const pageCodes = ['Product.Unsubscript', 'Ram.PermissionDeny', 'System.LimitControl', 'Unknown.ResourceOwnerId'];

/** Whether the product itself refuses, and not the gateway in front of it. */
export const isProducts = (code: string): boolean => pageCodes.includes(code) || Object.hasOwn(productCodes, code);

/**
 * The statuses of a code, the usual one first. The product's own come in both forms: the pages list HTTP 400 for
 * some, and call the field Code of an ordinary answer "OK or an error code".
 */
export function statusesOf(code: string): readonly [number, ...number[]] {
	if (pageCodes.includes(code)) return [400, 200];
	return isProducts(code) ? [200, 400] : [documentedStatuses.get(code) ?? 400];
}
