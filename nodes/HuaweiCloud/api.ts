/** How Huawei Cloud addresses an API of Service Tickets (OSM). */
export interface HuaweiApi {
	readonly method: 'GET' | 'POST';
	/** Path with a leading slash and none at the end. */
	readonly path: string;
}

/** The vendor's page of an API of Service Tickets, by the API's name such as `SendVerifyCodes`. */
export const ticketPage = (name: string): string =>
	`https://support.huaweicloud.com/intl/en-us/api-ticket/${name}.html`;
