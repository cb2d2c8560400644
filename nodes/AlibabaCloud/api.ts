/** How Alibaba Cloud addresses an API in RPC style. */
export interface AlibabaApi {
	/** Host of the product, such as `cams.ap-southeast-1.aliyuncs.com`. */
	readonly host: string;
	/** Version of the product's API, such as `2020-06-06`. */
	readonly version: string;
	/** Name of the API, such as `GetChatappVerifyCode`. */
	readonly action: string;
}

/**
 * An API of Chat App Message Service (CAMS). The product has one public host, in Singapore.
 *
 * @see https://www.alibabacloud.com/help/zh/chatapp/developer-reference/api-cams-2020-06-06-endpoint
 */
export const cams = (action: string): AlibabaApi => ({
	host: 'cams.ap-southeast-1.aliyuncs.com',
	version: '2020-06-06',
	action,
});

/** The vendor's page of a CAMS API. */
export const camsPage = (action: string): string =>
	`https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-cams-2020-06-06-${action.toLowerCase()}`;
