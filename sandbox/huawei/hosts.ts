/** Hosts and sites: https://support.huaweicloud.com/intl/en-us/api-ticket/ticket_api_00004.html */
import type { Received } from '../cloud';
import { serviceOf } from '../received';

const domains = ['myhuaweicloud.com', 'myhuaweicloud.eu', 'myhuaweicloud.cn'];

/** Where an account was opened. `any` for names on this machine. */
export type Site = 'international' | 'mainland' | 'europe' | 'any';

const ticketHosts = [
	'osm.cn-south-1.myhuaweicloud.com',
	'osm.cn-south-1.myhuaweicloud.cn',
	'osm.ap-southeast-3.myhuaweicloud.com',
	'osm.eu-west-101.myhuaweicloud.eu',
	'osm.localhost',
];

/** Whether a host is Huawei Cloud's. */
export const isHuaweis = ({ host }: Received): boolean => {
	const service = serviceOf(host, domains);
	return host.endsWith('.localhost') ? service === 'osm' || service === 'iam' : service !== undefined;
};

/** The service that a host belongs to; undefined where there is none at this address. */
export const serviceAt = ({ host }: Received): 'osm' | 'iam' | undefined => {
	if (ticketHosts.includes(host)) return 'osm';
	return host.startsWith('iam.') ? 'iam' : undefined;
};

/** The site of a host. The global IAM host answers from the mainland. */
export function siteOf({ host }: Received): Site {
	if (host.endsWith('.localhost')) return 'any';
	if (host.endsWith('.eu')) return 'europe';
	return host.endsWith('.cn') || host.includes('.cn-') || host === 'iam.myhuaweicloud.com' ? 'mainland' : 'international';
}
