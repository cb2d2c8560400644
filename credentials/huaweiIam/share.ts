/** One token for all executions of this process that act as the same identity, fetched once at a time. */
import type { Identity } from './identity';
import { holds, type Standing } from './standing';

const known = new Map<string, Standing>();
const underWay = new Map<string, Promise<Standing>>();

/** More identities than one process is likely to meet; the longest unused is forgotten first. */
const most = 200;

function remember(standing: Standing): void {
	known.delete(standing.fingerprint);
	known.set(standing.fingerprint, standing);
	for (const oldest of known.keys()) {
		if (known.size <= most) return;
		known.delete(oldest);
	}
}

/** What this process knows about an identity and still holds. `clock` in ms since 1970. */
export function standingOf({ fingerprint }: Identity, clock: number): Standing | undefined {
	const standing = known.get(fingerprint);
	return holds(standing, fingerprint, clock) ? standing : undefined;
}

async function fetched(fingerprint: string, fetch: () => Promise<Standing>): Promise<Standing> {
	try {
		const standing = await fetch();
		remember(standing);
		return standing;
	} finally {
		underWay.delete(fingerprint);
	}
}

/**
 * The token to use from now on, or the refusal that still holds.
 *
 * @param useless - a token that is not wanted any more; whoever was first has perhaps fetched another already.
 * @param fetch - asks IAM. Called once for all who ask at the same time.
 * @param clock - ms since 1970.
 */
export async function obtain(
	identity: Identity,
	useless: string | undefined,
	fetch: () => Promise<Standing>,
	clock: number,
): Promise<Standing> {
	const { fingerprint } = identity;
	const standing = standingOf(identity, clock);
	if (standing !== undefined && !(standing.kind === 'token' && standing.token === useless)) return standing;
	const running = underWay.get(fingerprint) ?? fetched(fingerprint, fetch);
	underWay.set(fingerprint, running);
	return await running;
}
