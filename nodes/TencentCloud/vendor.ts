/** How Tencent Cloud is asked and how it answers. */
import type {
	CredentialFields,
	Operation,
	Vendor,
	VendorAnswer,
	VendorRequest,
	Verdict,
} from '../engine/words/operation';
import { VendorTime } from '../../credentials/signing/vendorTime';
import { isAsDocumented, saysNo } from '../engine/words/documentedAnswer';
import { type DataRecord, isRecord } from '../engine/words/records';
import { actionFor, hostFor, onMainland, type TencentApi } from './api';
import { commonCodes } from './codes/commonCodes';
import { families, firstFamilies } from './codes/families';
import { journeys } from './journeys';
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

const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Whether a success carries what the page documents. What a list holds is for those who read its pages. */
const belongsTo = (operation: Operation, data: DataRecord): boolean =>
	(operation.listing !== undefined || isAsDocumented(operation, data)) && !saysNo(operation, data);

/**
 * The envelope of https://www.tencentcloud.com/document/product/1283/74876: `Response.Error` is the only sign
 * of a refusal, and an answer without `RequestId`, or with anything beside `Response`, did not come from the service.
 */
function read({ status, json }: VendorAnswer, operation: Operation): Verdict {
	const isEnvelope = isRecord(json) && Object.hasOwn(json, 'Response') && Object.keys(json).length === 1;
	const response = isEnvelope ? json['Response'] : undefined;
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
	if (status !== 200 || !isFilled(requestId)) return { ok: undefined };
	if (belongsTo(operation, data)) return { ok: true, requestId, data };
	return { ok: undefined, requestId, happened: 'What came back is not what Tencent Cloud documents for this call' };
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
			clock: new VendorTime('tencentCloudApi'),
			pageSecret: 'secretKey',
		},
	],
	operations,
	journeys,
	commonCodes,
	firstFamilies,
	families,
	refuses,
	request,
	read,
};
