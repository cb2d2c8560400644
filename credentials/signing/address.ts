/** Which host is signed and where the bytes go. */
import { type QueryPair, queryPairs, queryText } from './encoding';
import { arrayFormatOf, objectPairs } from './form';
import { SigningRefusal } from './refusal';

/** An address of the credential's own, where bytes go instead of to the vendor's hosts. */
export interface Endpoint {
	/** Empty for none. */
	readonly address: string;
	/** The field as the form names it. */
	readonly label: string;
	/** Which of the vendor's hosts it stands for; all when left out. */
	readonly serves?: (hostname: string) => boolean;
}

/** Where a credential signs. */
export interface HostRule {
	/** The vendor's own domains, such as `tencentcloudapi.com`; their hosts are signed. */
	readonly domains: readonly string[];
	/** Where the bytes go while the vendor's host stays the signed one. */
	readonly endpoints: readonly Endpoint[];
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
	try {
		if (/^https?:\/\//i.test(text)) return new URL(text);
	} catch {
		// What is no address at all is refused like one that begins otherwise.
	}
	throw new SigningRefusal(refused);
}

/** axios joins the two with one slash; n8n's helpers give an absolute address and nothing else. */
function absolute(request: Readonly<Record<string, unknown>>): URL {
	const target = request['uri'] ?? request['url'];
	const given = typeof target === 'string' || target instanceof URL ? String(target) : '';
	const base = typeof request['baseURL'] === 'string' ? request['baseURL'] : '';
	const joined = /^[a-z][a-z\d+.-]*:/i.test(given)
		? given
		: [base.replace(/\/+$/, ''), given.replace(/^\/+/, '')].filter((part) => part !== '').join('/');
	return parsed(joined, 'The address of the request is incomplete. It must begin with https:// and name a host.');
}

/** An endpoint that is filled in, and where it is. */
interface OpenEndpoint extends Endpoint {
	readonly at: URL;
}

function openedEndpoint(endpoint: Endpoint): OpenEndpoint {
	const refused =
		`The credential's field '${endpoint.label}' must be an address that begins with https:// or http://, ` +
		'without a query, such as https://gateway.example.com/cloud. Correct it, or leave it empty.';
	const at = parsed(endpoint.address, refused);
	if (at.search !== '' || at.hash !== '' || at.username !== '') throw new SigningRefusal(refused);
	return { ...endpoint, at };
}

const isOf = (domains: readonly string[], hostname: string): boolean =>
	domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));

/** The vendor's host in a header Host, written by the caller or by an earlier signing. */
function vendorHostIn(header: string | undefined, domains: readonly string[]): URL | undefined {
	const named = `https://${header?.trim() ?? ''}`;
	const url = URL.canParse(named) ? new URL(named) : undefined;
	return url !== undefined && isOf(domains, url.hostname) ? url : undefined;
}

const withoutPrefix = (path: string, prefix: string): string =>
	path === prefix || path.startsWith(`${prefix}/`) ? path.slice(prefix.length) || '/' : path;

function checkHost(target: URL, { domains, endpoints }: HostRule, endpoint: OpenEndpoint | undefined): void {
	if (!isOf(domains, target.hostname)) {
		const wild = domains.map((domain) => `*.${domain}`).join(', ');
		const own = endpoints.map(({ label }) => `'${label}'`).join(' and ');
		throw new SigningRefusal(
			`This credential is good only for ${wild} and for its own ${own}, and not for ${target.host}. ` +
				'Correct the address of the request.',
		);
	}
	if (endpoint === undefined && target.protocol === 'http:') {
		throw new SigningRefusal(
			`A signed request to ${target.host} must not travel unencrypted. Begin its address with https://.`,
		);
	}
}

/** What is signed, and the endpoint that the bytes go to, if any. */
function resolved(target: URL, hostHeader: string | undefined, rule: HostRule) {
	const filled = rule.endpoints.filter(({ address }) => address !== '');
	if (filled.length === 0) {
		checkHost(target, rule, undefined);
		return { host: target.host, path: target.pathname, sentTo: `${target.origin}${target.pathname}` };
	}
	const opened = filled.map(openedEndpoint);
	const here = opened.filter(({ at }) => at.origin === target.origin);
	const signed = (here.length > 0 ? vendorHostIn(hostHeader, rule.domains) : undefined) ?? target;
	const serving = ({ serves }: Endpoint): boolean => serves === undefined || serves(signed.hostname);
	const endpoint = (here.length > 0 ? here : opened).find(serving) ?? here[0];
	if (here.length === 0) checkHost(target, rule, endpoint);
	const prefix = endpoint?.at.pathname.replace(/\/+$/, '') ?? '';
	const path = here.length > 0 ? withoutPrefix(target.pathname, prefix) : target.pathname;
	return { host: signed.host, path, sentTo: `${(endpoint?.at ?? target).origin}${prefix}${path}` };
}

/**
 * Finds out what is signed and where it goes.
 *
 * A request to an endpoint itself signs the vendor's host that its header Host names, which is how a request that
 * was signed before keeps its host; without such a header it signs the endpoint's own.
 *
 * @param hostHeader - the caller's header Host.
 * @throws SigningRefusal for any host that is neither the vendor's nor an endpoint's.
 */
export function addressOf(
	request: Readonly<Record<string, unknown>>,
	hostHeader: string | undefined,
	rule: HostRule,
): Address {
	const target = absolute(request);
	const { host, path, sentTo } = resolved(target, hostHeader, rule);
	const { qs } = request;
	const typed = queryPairs(target.search.slice(1));
	const query =
		typeof qs === 'object' && qs !== null ? [...typed, ...objectPairs(qs, arrayFormatOf(request))] : typed;
	return { host, path, query, url: query.length === 0 ? sentTo : `${sentTo}?${queryText(query)}` };
}
