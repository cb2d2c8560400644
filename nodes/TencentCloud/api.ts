/** How Tencent Cloud addresses an API, on each of its sites. */
import type { CredentialFields } from '../engine/words/operation';

/** One action of a service. */
export interface TencentApi {
	/** First label of the host, such as `domain`. */
	readonly service: string;
	/** Version of the API, such as `2018-08-08`; travels in `X-TC-Version`. */
	readonly version: string;
	/** Name of the action with its documented case; travels in `X-TC-Action`. */
	readonly action: string;
	/** The action of the same job on the mainland site; `absent` where that site has none. The same when left out. */
	readonly mainland?: { readonly action: string } | 'absent';
}

/** Whether a credential belongs to the mainland site. */
export const onMainland = (credential: CredentialFields): boolean => credential['site'] === 'mainland';

/** The mainland site knows some jobs under another action. */
export const actionFor = ({ action, mainland }: TencentApi, credential: CredentialFields): string =>
	onMainland(credential) && mainland !== undefined && mainland !== 'absent' ? mainland.action : action;

/** https://www.tencentcloud.com/document/product/1283/74872; mainland hosts have no `intl`. */
export const hostFor = ({ service }: TencentApi, credential: CredentialFields): string =>
	onMainland(credential) ? `${service}.tencentcloudapi.com` : `${service}.intl.tencentcloudapi.com`;
