/** Which host is signed and where the bytes go. */
import { type QueryPair, queryPairs, queryText } from './canonical';
import { arrayFormatOf, objectPairs } from './form';
import { SigningRefusal } from './refusal';

/** Where a credential signs. */
export interface HostRule {
	/** The vendor's own domains, such as `tencentcloudapi.com`; their hosts are signed. */
	readonly domains: readonly string[];
	/** The credential's own endpoint; empty for none. The bytes go there, the vendor's host stays the signed one. */
	readonly endpoint: string;
	/** The endpoint's field as the form names it. */
	readonly endpointLabel: string;
}

/** A request's address, as signed and as sent. */
export interface Address {
	/** The signed host with its port, in lower case: the value of the header Host. */
	readonly host: string;
	/** The signed path. An endpoint's own path stands in front of it on the wire only. */
	readonly path: string;
	/** The query as it goes out. */
	readonly query: readonly QueryPair[];
	/** The absolute address that the bytes go to. */
	readonly url: string;
}

function parsed(text: string, refused: string): URL {
	const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined) throw new SigningRefusal(refused);
	return url;
}

/** axios joins the two with one slash; n8n's helpers give an absolute address and nothing else. */
function absolute(request: Readonly<Record<string, unknown>>): URL {
	const target = request['uri'] ?? request['url'];
	const given = typeof target === 'string' || target instanceof URL ? String(target) : '';
	const base = typeof request['baseURL'] === 'string' ? request['baseURL'] : '';
	const joined = base === '' || /^[a-z][a-z\d+.-]*:/i.test(given)
		? given
		: [base.replace(/\/+$/, ''), given.replace(/^\/+/, '')].filter((part) => part !== '').join('/');
	return parsed(joined, 'The address of the request is incomplete. It must begin with https:// and name a host.');
}

function endpointOf({ endpoint, endpointLabel }: HostRule): URL | undefined {
	if (endpoint === '') return undefined;
	const refused =
		`The credential's field '${endpointLabel}' must be an address that begins with https:// or http://, ` +
		'without a query, such as https://gateway.example.com/cloud. Correct it, or leave it empty.';
	const url = parsed(endpoint, refused);
	if (url.search !== '' || url.hash !== '' || url.username !== '') throw new SigningRefusal(refused);
	return url;
}

const isOf = (domains: readonly string[], hostname: string): boolean =>
	domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/** The vendor's host in a header Host, written by the caller or by an earlier signing. */
function vendorHostIn(header: string | undefined, domains: readonly string[]): string | undefined {
	const named = `https://${header?.trim() ?? ''}`;
	const url = URL.canParse(named) ? new URL(named) : undefined;
	return url !== undefined && isOf(domains, url.hostname) ? url.host : undefined;
}

const withoutPrefix = (path: string, prefix: string): string =>
	path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) || '/' : path;

function checkHost(target: URL, { domains, endpointLabel }: HostRule, endpoint: URL | undefined): void {
	const wild = domains.map((domain) => `*.${domain}`).join(', ');
	if (!isOf(domains, target.hostname)) {
		throw new SigningRefusal(
			`This credential signs only for ${wild} and for its own '${endpointLabel}', and not for ${target.host}. ` +
				'Correct the address of the request.',
		);
	}
	if (endpoint === undefined && target.protocol === 'http:') {
		throw new SigningRefusal(
			`A signed request to ${target.host} must not travel unencrypted. Begin its address with https://.`,
		);
	}
}

/**
 * Finds out what is signed and where it goes.
 *
 * A request to the endpoint itself signs the vendor's host that its header Host names, which is how a request that
 * was signed before keeps its host; without such a header it signs the endpoint's own.
 *
 * @param hostHeader - the caller's header Host.
 * @throws SigningRefusal for any host that is neither the vendor's nor the endpoint's.
 */
export function addressOf(
	request: Readonly<Record<string, unknown>>,
	hostHeader: string | undefined,
	rule: HostRule,
): Address {
	const target = absolute(request);
	const endpoint = endpointOf(rule);
	const atEndpoint = endpoint !== undefined && target.origin === endpoint.origin;
	if (!atEndpoint) checkHost(target, rule, endpoint);
	const prefix = endpoint?.pathname.replace(/\/+$/, '') ?? '';
	const path = atEndpoint ? withoutPrefix(target.pathname, prefix) : target.pathname;
	const { qs } = request;
	const folded = typeof qs === 'object' && qs !== null ? objectPairs(qs, arrayFormatOf(request)) : [];
	const query = [...queryPairs(target.search.slice(1)), ...folded];
	return {
		host: (atEndpoint ? vendorHostIn(hostHeader, rule.domains) : undefined) ?? target.host,
		path,
		query,
		url: `${(endpoint ?? target).origin}${prefix}${path}${query.length === 0 ? '' : `?${queryText(query)}`}`,
	};
}
