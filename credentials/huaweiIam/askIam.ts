/**
 * Asks IAM for a token by password, and whether a token is still good.
 *
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
import { type IHttpRequestOptions, sleep } from 'n8n-workflow';
import { identityPath } from './sites';
import { readOutgoing, sealed } from '../signing/outgoing';
import { SigningRefusal } from '../signing/refusal';
import { explain, type IamAnswer } from './explain';
import type { Identity } from './identity';
import type { HeldToken, Standing } from './standing';

/** n8n's request helper. */
export type Http = (options: IHttpRequestOptions) => Promise<unknown>;

/** Waits before the second and the third try, in ms; only for what is no answer about the password. */
const pauses = [500, 1000];

/** How long one try may take, in ms. */
const timeout = 20_000;

const minutes = 60_000;
const hours = 60 * minutes;

/** How long a refused password is not tried again, in ms. A login policy counts 3 wrong ones within 60 minutes at the
 * strictest, so that one try in 31 minutes locks nobody: https://support.huaweicloud.com/intl/en-us/api-iam/iam_17_0005.html */
export const refusalLasts = 31 * minutes;

/** Life of a token as documented, in ms, for an answer that does not tell it. */
const documentedLife = 24 * hours;

interface Reply {
	readonly status: number;
	readonly headers: unknown;
	readonly body: unknown;
}

const property = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An answer, or what kept it away. */
type Asked = { readonly reply: Reply } | { readonly fault: unknown };

/** Sends to the site's IAM host, or to the IAM Endpoint in its place. */
async function ask(identity: Identity, http: Http, request: Partial<IHttpRequestOptions>, path: string): Promise<Asked> {
	const options: IHttpRequestOptions = {
		...request,
		url: `https://${identity.iamHost}${path}`,
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	return await http(sealed(options, readOutgoing(options, identity.rule), {})).then(
		(response) => ({
			reply: {
				status: Number(property(response, 'statusCode')),
				headers: property(response, 'headers'),
				body: property(response, 'body'),
			},
		}),
		(fault: unknown) => ({ fault }),
	);
}

const body = ({ accountName, userName, password, projectName }: Identity): string =>
	JSON.stringify({
		auth: {
			identity: {
				methods: ['password'],
				password: { user: { name: userName, password, domain: { name: accountName } } },
			},
			scope: projectName === undefined ? { domain: { name: accountName } } : { project: { name: projectName } },
		},
	});

const isPassing = (status: number): boolean => status === 429 || status >= 500;

/** A network fault has a code; n8n's own refusal, such as a domain that the credential must not reach, has none. */
const isNetworkFault = (fault: unknown): boolean => typeof property(fault, 'code') === 'string';

/** IAM writes `{error: {code, message}}` for tokens, and `{error_code, error_msg}` elsewhere. */
function answerOf({ status, body: said }: Reply): IamAnswer {
	const keystone = property(said, 'error');
	return {
		status,
		code: text(property(said, 'error_code') ?? property(keystone, 'code')),
		message: text(property(said, 'error_msg') ?? property(keystone, 'message')),
	};
}

/** By the server's own times where it tells both, so that a wrong clock on this machine does no harm. */
function lifeOf(said: unknown, clock: number): number {
	const token = property(said, 'token');
	const issued = Date.parse(text(property(token, 'issued_at')));
	const life = Date.parse(text(property(token, 'expires_at'))) - (Number.isNaN(issued) ? clock : issued);
	return life > 0 ? life : documentedLife;
}

function tokenOf({ status, headers, body: said }: Reply, identity: Identity, clock: number): HeldToken | undefined {
	const token = text(property(headers, 'x-subject-token'));
	if (status !== 201 || !/^[\x21-\x7e]+$/.test(token)) return undefined;
	const life = lifeOf(said, clock);
	const renewAt = clock + life - Math.min(10 * minutes, life / 10);
	return { kind: 'token', fingerprint: identity.fingerprint, token, renewAt };
}

function unreachable(asked: Asked, { iamHost }: Identity): SigningRefusal {
	if ('fault' in asked && !isNetworkFault(asked.fault)) {
		const why = text(property(asked.fault, 'message'));
		return new SigningRefusal(`n8n did not send the request for a token to ${iamHost}. ${why}`.trim());
	}
	const what = 'fault' in asked ? 'did not answer' : `answered with HTTP ${String(asked.reply.status)}`;
	return new SigningRefusal(
		`Huawei Cloud's IAM (${iamHost}) ${what}, so there is no token and nothing was sent. ` +
			"Try again in a minute; if it stays so, check 'Site' and 'IAM Endpoint'.",
		true,
	);
}

const worthAnotherTry = (asked: Asked): boolean =>
	'fault' in asked ? isNetworkFault(asked.fault) : isPassing(asked.reply.status);

/**
 * Fetches a token. Throttling, faults of the server and of the network are tried again, up to three tries with a
 * pause; a refused password is not.
 *
 * @param wait - what passes the time of a pause.
 * @returns the token, or the refusal to remember.
 * @throws SigningRefusal for everything else, `passing` when it may work later.
 */
export async function fetchToken(
	identity: Identity,
	http: Http,
	wait: (ms: number) => Promise<void> = sleep,
): Promise<Standing> {
	const request = {
		method: 'POST',
		headers: { 'Content-Type': 'application/json;charset=utf8', Accept: 'application/json' },
		body: body(identity),
	} as const;
	const path = '/v3/auth/tokens?nocatalog=true';
	let asked = await ask(identity, http, request, path);
	for (const pause of pauses) {
		if (!worthAnotherTry(asked)) break;
		await wait(pause);
		asked = await ask(identity, http, request, path);
	}
	if ('fault' in asked || isPassing(asked.reply.status)) throw unreachable(asked, identity);
	const { reply } = asked;
	const clock = Date.now();
	const held = tokenOf(reply, identity, clock);
	if (held !== undefined) return held;
	const reason = explain(answerOf(reply), identity);
	if (reply.status !== 401) throw new SigningRefusal(reason);
	return { kind: 'refused', fingerprint: identity.fingerprint, reason, until: clock + refusalLasts };
}

/**
 * Whether IAM itself takes a token. Only a plain refusal counts as no: an answer that says nothing must not lead
 * to a second sending.
 */
export async function isRefused(identity: Identity, http: Http, token: string): Promise<boolean> {
	const headers = { 'Content-Type': 'application/json;charset=utf8', 'X-Auth-Token': token };
	const asked = await ask(identity, http, { method: 'GET', headers }, identityPath);
	return 'reply' in asked && asked.reply.status === 401;
}
