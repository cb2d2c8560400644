/** What is known about an identity: its token, or that IAM refused it. n8n keeps it as one text in the credential. */
import { SigningRefusal } from '../signing/refusal';

/** A token, and when another is fetched in its place. */
export interface HeldToken {
	readonly kind: 'token';
	/** Whose it is; another identity's is not used. */
	readonly fingerprint: string;
	readonly token: string;
	/** ms since 1970, by this machine's clock; some time before the token expires. */
	readonly renewAt: number;
}

/** IAM refused the password. Asking again unchanged would end in a locked user. */
export interface Refused {
	readonly kind: 'refused';
	readonly fingerprint: string;
	/** What happened and what to do. */
	readonly reason: string;
	/** ms since 1970: until then IAM is not asked again. */
	readonly until: number;
}

/** What is known about an identity. */
export type Standing = HeldToken | Refused;

/** As one text, so that two workers that write at once never mix a token with another's expiry. */
export const standingText = (standing: Standing): string => JSON.stringify(standing);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Reads {@link standingText}; undefined for anything else, such as the empty text of a new credential. */
export function readStanding(text: unknown): Standing | undefined {
	const value = typeof text === 'string' ? parsed(text) : undefined;
	if (typeof value !== 'object' || value === null) return undefined;
	const { kind, fingerprint, token, renewAt, reason, until }: Partial<Record<string, unknown>> = { ...value };
	if (typeof fingerprint !== 'string') return undefined;
	if (kind === 'token' && typeof token === 'string' && typeof renewAt === 'number') {
		return { kind, fingerprint, token, renewAt };
	}
	if (kind === 'refused' && typeof reason === 'string' && typeof until === 'number') {
		return { kind, fingerprint, reason, until };
	}
	return undefined;
}

/** Whether it still holds for this identity. `clock` in ms since 1970. */
export const holds = (standing: Standing | undefined, fingerprint: string, clock: number): boolean =>
	standing?.fingerprint === fingerprint && (standing.kind === 'token' ? standing.renewAt : standing.until) > clock;

/** The refusal that a person reads while IAM is not asked again. */
export const refusalOf = ({ reason, until }: Refused): SigningRefusal =>
	new SigningRefusal(
		`${reason} So that the user is not locked, the same values are not tried again by themselves before ` +
			`${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC; changed values are tried at once.`,
	);
