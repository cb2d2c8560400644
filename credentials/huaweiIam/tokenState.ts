/**
 * How it stands with an identity's token: held, refused by IAM, or held and not wanted any more. n8n keeps it as one
 * text in the credential's hidden field.
 */
import { type Fields, SigningRefusal } from '../signing/refusal';

/** A token, and when another is fetched in its place. */
export interface HeldToken {
	readonly kind: 'token';
	/** Whose it is; another identity's is not used. */
	readonly fingerprint: string;
	readonly token: string;
	/** ms since 1970, by this machine's clock; some time before the token expires. */
	readonly renewAt: number;
}

/** IAM gave no token. Asking again unchanged would bring the same answer, and in the end a locked user. */
export interface RefusedLogin {
	readonly kind: 'refused';
	readonly fingerprint: string;
	/** What happened and what to do. */
	readonly reason: string;
	/** ms since 1970: until then IAM is not asked again. */
	readonly until: number;
}

/** A token that a service takes no more, before its time. It is kept so that nobody hands it out again. */
export interface UnwantedToken {
	readonly kind: 'unwanted';
	readonly token: string;
}

/** What IAM answered last. */
export type TokenState = HeldToken | RefusedLogin;

/** As one text, so that two workers that write at once never mix a token with another's expiry. */
export const tokenStateText = (state: TokenState | UnwantedToken): string => JSON.stringify(state);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads {@link tokenStateText}; undefined for anything else, such as the empty text of a new credential. */
export function readTokenState(text: unknown): TokenState | UnwantedToken | undefined {
	const value = typeof text === 'string' ? parsed(text) : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	const { kind, fingerprint, token, renewAt, reason, until }: Partial<Record<string, unknown>> = { ...value };
	if (kind === 'unwanted' && typeof token === 'string') return { kind, token };
	if (typeof fingerprint !== 'string') return undefined;
	if (kind === 'token' && typeof token === 'string' && typeof renewAt === 'number') {
		return { kind, fingerprint, token, renewAt };
	}
	if (kind === 'refused' && typeof reason === 'string' && typeof until === 'number') {
		return { kind, fingerprint, reason, until };
	}
	return undefined;
}

/** The state, where it is this identity's and its time has not come. `clock` in ms since 1970. */
export function current(
	state: TokenState | UnwantedToken | undefined,
	fingerprint: string,
	clock: number,
): TokenState | undefined {
	if (state === undefined || state.kind === 'unwanted' || state.fingerprint !== fingerprint) return undefined;
	return (state.kind === 'token' ? state.renewAt : state.until) > clock ? state : undefined;
}

/**
 * The same fields with their token marked as unwanted: signing with them makes n8n fetch another first.
 *
 * @param fields - as n8n decrypted them, after the request that was refused was signed with them.
 */
export function withoutToken(fields: Fields): Fields {
	const state = readTokenState(fields['token']);
	if (state?.kind !== 'token') return { ...fields };
	return { ...fields, token: tokenStateText({ kind: 'unwanted', token: state.token }) };
}

/** A moment as texts name it: `2026-01-31 12:00 UTC`, with its seconds where they matter. `time` in ms since 1970. */
export const moment = (time: number, precision: 'seconds' | 'minutes'): string =>
	`${new Date(time).toISOString().slice(0, precision === 'seconds' ? 19 : 16).replace('T', ' ')} UTC`;

/** The refusal that a person reads while IAM is not asked again. */
export const refusalOf = ({ reason, until }: RefusedLogin): SigningRefusal =>
	new SigningRefusal(
		`${reason} So that the user is not locked, the same values are not tried again by themselves before ` +
			`${moment(until, 'minutes')}; changed values are tried at once.`,
	);
