/** What this process knows about each identity, so that all executions share one token and one try of a password. */
import type { IamFault } from './askIam';
import type { Identity } from './identity';
import { current, moment, type TokenState } from './tokenState';
import { keepNewest } from '../signing/newest';
import { SigningRefusal } from '../signing/refusal';

/** Why IAM is not asked for a while. */
interface Held {
	/** What IAM's host did, after its name. */
	readonly happened: string;
	/** ms since 1970. */
	readonly until: number;
}

/** A fault of IAM that holds everybody back. */
interface Pause extends Held {
	/** How long it is, in ms; the next is twice as long. */
	readonly length: number;
}

interface Known {
	readonly state?: TokenState;
	readonly pause?: Pause;
	/** When tokens were given in the last minute, in ms since 1970. */
	readonly issued: readonly number[];
}

const known = new Map<string, Known>();

/** More identities than one process is likely to meet; the longest unused is forgotten first. */
const most = 200;

const seconds = 1000;
const minutes = 60 * seconds;

/** A token is good for at least so long when it is handed to n8n, which writes it to its database before it signs. */
const handingOver = 2 * seconds;

const firstPause = 5 * seconds;
const longestPause = 5 * minutes;

/** Tokens that one identity gets in a minute. A service that takes none of them, such as one of another site, would
 * otherwise have the password sent for every item. */
const mostTokens = 10;

const knownOf = ({ fingerprint }: Identity): Known => known.get(fingerprint) ?? { issued: [] };

const remember = ({ fingerprint }: Identity, news: Known): void => {
	keepNewest(known, fingerprint, news, most);
};

/** What this process knows of an identity's token and what still holds. `clock` in ms since 1970. */
export const rememberedState = (identity: Identity, clock: number): TokenState | undefined =>
	current(knownOf(identity).state, identity.fingerprint, clock);

function rememberFault(identity: Identity, { happened }: IamFault, clock: number): Pause {
	const before = knownOf(identity);
	const length = Math.min(before.pause === undefined ? firstPause : before.pause.length * 2, longestPause);
	const pause = { happened, length, until: clock + length };
	remember(identity, { ...before, pause });
	return pause;
}

/** Everybody who asks during one pause reads the same. */
const heldBack = ({ happened, until }: Held, { iamHost }: Identity, clock: number): SigningRefusal =>
	new SigningRefusal(
		`Huawei Cloud's IAM (${iamHost}) ${happened}, so there is no token and nothing was sent. IAM is not asked again ` +
			`before ${moment(until, 'seconds')}; run the workflow again after that. If it stays so, check 'Site' and 'IAM Endpoint'.`,
		true,
		Math.ceil((until - clock) / seconds),
	);

/** The pause that holds now; so does a minute with too many tokens. */
function pauseNow(identity: Identity, clock: number): Held | undefined {
	const { pause, issued } = knownOf(identity);
	if (pause !== undefined && pause.until > clock) return pause;
	const [first, ...others] = issued.filter((at) => at > clock - minutes);
	if (first === undefined || others.length < mostTokens - 1) return undefined;
	const happened = `gave ${String(mostTokens)} tokens within a minute, and the service took none of them for long`;
	return { happened, until: first + minutes };
}

/** Work that is done once for all who want it at the same time. */
class Once<T> {
	private readonly running = new Map<string, Promise<T>>();

	async run(key: string, work: () => Promise<T>): Promise<T> {
		const begun = this.running.get(key) ?? work().finally(() => this.running.delete(key));
		this.running.set(key, begun);
		return await begun;
	}
}

const fetches = new Once<TokenState>();
const checks = new Once<boolean>();

async function fetched(
	identity: Identity,
	fetch: () => Promise<TokenState | IamFault>,
	now: () => number,
): Promise<TokenState> {
	const begun = now();
	const pause = pauseNow(identity, begun);
	if (pause !== undefined) throw heldBack(pause, identity, begun);
	const came = await fetch();
	const clock = now();
	if (came.kind === 'fault') throw heldBack(rememberFault(identity, came, clock), identity, clock);
	const issued = knownOf(identity).issued.filter((at) => at > clock - minutes);
	remember(identity, { state: came, issued: came.kind === 'token' ? [...issued, clock] : issued });
	return came;
}

const isUseless = (state: TokenState, useless: string | undefined): boolean =>
	state.kind === 'token' && state.token === useless;

/**
 * The token to use from now on, or the refusal that still holds.
 *
 * After a fault nobody asks IAM for 5 s; each fault in a row doubles that, up to 5 minutes, and an answer ends it.
 *
 * @param useless - a token that is not wanted any more; whoever was first has perhaps fetched another already.
 * @param fetch - asks IAM. Called once for all who ask at the same time.
 * @param now - gives ms since 1970.
 * @throws SigningRefusal, `passing`, while IAM is not asked.
 */
export async function obtain(
	identity: Identity,
	useless: string | undefined,
	fetch: () => Promise<TokenState | IamFault>,
	now: () => number = () => Date.now(),
): Promise<TokenState> {
	const state = rememberedState(identity, now() + handingOver);
	if (state !== undefined && !isUseless(state, useless)) return state;
	return await fetches.run(identity.fingerprint, async () => await fetched(identity, fetch, now));
}

/**
 * Whether IAM takes a token no more; false where IAM cannot be asked. Asked once for all who want to know at the
 * same time, and not at all in the pause after a fault.
 */
export async function isEnded(
	identity: Identity,
	token: string,
	check: () => Promise<boolean | IamFault>,
): Promise<boolean> {
	if (pauseNow(identity, Date.now()) !== undefined) return false;
	return await checks.run(token, async () => {
		const came = await check();
		if (typeof came === 'boolean') return came;
		rememberFault(identity, came, Date.now());
		return false;
	});
}
