/** How Tencent Cloud is asked and how it answers. */
import type {
	CredentialFields,
	Operation,
	Vendor,
	VendorAnswer,
	VendorRequest,
	Verdict,
} from '../engine/words/operation';
import { isRecord } from '../engine/words/records';
import { actionFor, hostFor, onMainland, type TencentApi } from './api';
import { commonCodes } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { operations } from './operations';

/** The request of https://www.tencentcloud.com/document/product/1283/74873; the credential adds what signs it. */
function request({ api }: Operation<TencentApi>, values: object, credential: CredentialFields): VendorRequest {
	return {
		method: 'POST',
		url: `https://${hostFor(api, credential)}/`,
		headers: {
			'Content-Type': 'application/json',
			'X-TC-Action': actionFor(api, credential),
			'X-TC-Version': api.version,
		},
		body: JSON.stringify(values),
	};
}

function refuses({ api, resource }: Operation<TencentApi>, credential: CredentialFields) {
	if (api.mainland !== 'absent' || !onMainland(credential)) return undefined;
	return {
		happened: `The mainland site of Tencent Cloud does not offer the operations of '${resource.name}'`,
		todo: "Use a credential whose 'Site' is International, with a key of that site",
	};
}

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * The envelope of https://www.tencentcloud.com/document/product/1283/74876: `Response.Error` is the only sign
 * of a refusal, and an answer without `RequestId` did not come from the service.
 */
function read({ status, json }: VendorAnswer): Verdict {
	const response = isRecord(json) && Object.hasOwn(json, 'Response') ? json['Response'] : undefined;
	if (!isRecord(response)) return { ok: undefined };
	const { RequestId: requestId, ...data } = response;
	if (Object.hasOwn(data, 'Error')) {
		const { Code: code, Message: message } = isRecord(data['Error']) ? data['Error'] : {};
		if (!isFilled(code)) return { ok: undefined };
		return {
			ok: false,
			...(isFilled(requestId) ? { requestId } : {}),
			code,
			message: typeof message === 'string' ? message : '',
		};
	}
	return status === 200 && isFilled(requestId) ? { ok: true, requestId, data } : { ok: undefined };
}

/** Tencent Cloud, as the engine knows it. */
export const tencentCloud: Vendor<TencentApi> = {
	name: 'tencentCloud',
	displayName: 'Tencent Cloud',
	credentials: [
		{
			type: 'tencentCloudApi',
			value: 'accessKey',
			name: 'Access Key',
			secrets: ['secretId', 'secretKey', 'sessionToken'],
			account: ['secretId', 'site', 'endpoint'],
		},
	],
	operations,
	commonCodes,
	firstFamilies,
	families,
	refuses,
	request,
	read,
};
