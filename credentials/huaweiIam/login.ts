/**
 * Asks IAM for a token by password, and whether a token is still good.
 *
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_30_0001.html
 */
import { askIam, type Http, type IamFault, type IamReply, property } from './askIam';
import { explain, type IamAnswer, mayLock } from './explain';
import type { Identity } from './identity';
import { identityPath } from './sites';
import type { HeldToken, RefusedLogin } from './tokenState';

const minutes = 60_000;
const hours = 60 * minutes;

/**
 * How long a refusal that may count as a wrong password is not tried again, in ms. A login policy counts 3 wrong ones
 * within 60 minutes at the strictest, so that one try in 31 minutes locks nobody:
 * https://support.huaweicloud.com/intl/en-us/api-iam/iam_17_0005.html
 */
export const refusalLasts = 31 * minutes;

/** The same for a refusal about something else, such as a permission, which a person mends and then runs again. */
export const otherRefusalLasts = 5 * minutes;

/** Life of a token as documented, in ms, for an answer that does not tell it. */
const documentedLife = 24 * hours;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isCode = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && value !== '');

const bodyOf = ({ accountName, userName, password, projectName }: Identity): string =>
	JSON.stringify({
		auth: {
			identity: {
				methods: ['password'],
				password: { user: { name: userName, password, domain: { name: accountName } } },
			},
			scope: projectName === undefined ? { domain: { name: accountName } } : { project: { name: projectName } },
		},
	});

/**
 * IAM's own refusal: `{error: {code, message, title}}` for tokens, `{error_code, error_msg}` elsewhere and from the
 * gateway in front of it. Undefined for whatever else stands in a body, such as the page of a proxy.
 */
function answerOf({ status, json }: IamReply): IamAnswer | undefined {
	const keystone = property(json, 'error');
	const [code, message] = isCode(property(json, 'error_code'))
		? [property(json, 'error_code'), property(json, 'error_msg')]
		: [property(keystone, 'code'), property(keystone, 'message')];
	return isCode(code) && typeof message === 'string' ? { status, code: text(code), message } : undefined;
}

/** By the server's own times where it tells both, so that a wrong clock on this machine does no harm. */
function lifeOf(said: unknown, clock: number): number {
	const token = property(said, 'token');
	const issued = Date.parse(text(property(token, 'issued_at')));
	const life = Date.parse(text(property(token, 'expires_at'))) - (Number.isNaN(issued) ? clock : issued);
	return life > 0 ? life : documentedLife;
}

function tokenOf({ status, headers, json }: IamReply, identity: Identity, clock: number): HeldToken | undefined {
	const token = text(property(headers, 'x-subject-token'));
	if (status !== 201 || !/^[\x21-\x7e]+$/.test(token)) return undefined;
	const life = lifeOf(json, clock);
	const renewAt = clock + life - Math.min(10 * minutes, life / 10);
	return { kind: 'token', fingerprint: identity.fingerprint, token, renewAt };
}

function refusedLogin(answer: IamAnswer, identity: Identity, clock: number): RefusedLogin {
	const until = clock + (mayLock(answer, identity) ? refusalLasts : otherRefusalLasts);
	return { kind: 'refused', fingerprint: identity.fingerprint, reason: explain(answer, identity), until };
}

/** Throttling and faults of the server say nothing about the password, in whatever envelope they come. */
const isPassing = (status: number): boolean => status === 429 || status >= 500;

/**
 * Asks for a token, once: whatever did not bring a clear answer, a 5xx, a reset or silence, may have counted as a try
 * of the password all the same. What comes of it is remembered, and a fault is tried again before long.
 *
 * @throws SigningRefusal when n8n itself would not send.
 */
export async function fetchToken(identity: Identity, http: Http): Promise<HeldToken | RefusedLogin | IamFault> {
	const request = {
		method: 'POST',
		headers: { 'Content-Type': 'application/json;charset=utf8', Accept: 'application/json' },
		body: bodyOf(identity),
	} as const;
	const reply = await askIam(identity, http, request, '/v3/auth/tokens?nocatalog=true');
	if ('kind' in reply) return reply;
	const clock = Date.now();
	const answer = answerOf(reply);
	const happened = `answered with HTTP ${String(reply.status)}`;
	if (isPassing(reply.status)) return { kind: 'fault', happened };
	return (
		tokenOf(reply, identity, clock) ??
		(answer === undefined
			? { kind: 'fault', happened: `${happened} and not in IAM's own words, as a proxy on the way would` }
			: refusedLogin(answer, identity, clock))
	);
}

/**
 * Whether IAM itself takes a token no more. Only a plain refusal in IAM's own words counts: an answer that says
 * nothing must not lead to a second sending.
 */
export async function iamRefuses(identity: Identity, http: Http, token: string): Promise<boolean | IamFault> {
	const headers = { 'Content-Type': 'application/json;charset=utf8', 'X-Auth-Token': token };
	const reply = await askIam(identity, http, { method: 'GET', headers }, identityPath);
	if ('kind' in reply) return reply;
	return reply.status === 401 && answerOf(reply) !== undefined;
}
