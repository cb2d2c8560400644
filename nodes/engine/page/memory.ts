/**
 * What a process remembers of visitors: codes that are under way, tries, and how much was asked for. Names are derived
 * with the trigger's key, so that no contact and no code stands here. Each process remembers its own; the vendor's
 * limits stand behind.
 */
import { Counts, day, hour, mostNames, sweeping } from './counts';
import type { Carried } from './seal';
import type { Step } from './step';

/** A code that was sent, or is being sent, to one contact. */
export interface Round {
	/** Shown to person and operator, so that they can speak of the same thing. */
	reference: string;
	/** When anything of it was written last, in ms since 1970. */
	at: number;
	/** Time in ms since 1970 at which it is forgotten. */
	until: number;
	/** When a code went out; undefined where none did. */
	sentAt: number | undefined;
	/** Whether nobody knows if the message went out. */
	perhaps: boolean;
	/** When another code may be asked for. */
	againAt: number;
	/** Codes that the vendor refused. */
	tries: number;
	/** How often the vendor was asked about a code, whatever it answered. */
	asked: number;
	/** Names of codes that the vendor refused: it is not asked again for them. */
	readonly refused: Set<string>;
	/** The send or check that is under way: who wants the very same gets its answer. */
	busy: { readonly what: string; readonly work: Promise<Step> } | undefined;
	/** Name of the code that the vendor said yes to. */
	right: string | undefined;
	/** What the page for the right code showed. */
	ending: Carried<'end'> | undefined;
	/** Calls of whose trouble the operator was told. */
	readonly told: Set<string>;
}

/** No code of the vendors is good for longer than this, in ms: then nobody is asked. */
export const oldestCode = hour;

const rounds = new Map<string, Round>();

/** Codes that were sent and checked, by all that limits them. */
export const counts = new Counts();

/** Wrong passwords of protected pages. */
export const wrongPasswords = new Counts();

const isSweepDue = sweeping();

/** A clock that was set back must not make anybody wait for as long: nothing was written later than now. */
function setRoundBack(round: Round): void {
	const ahead = round.at - Date.now();
	if (ahead <= 0) return;
	round.at -= ahead;
	round.until -= ahead;
	round.againAt -= ahead;
	if (round.sentAt !== undefined) round.sentAt -= ahead;
}

function sweep(now: number): void {
	if (!isSweepDue(now)) return;
	rounds.forEach(setRoundBack);
	for (const [name, { until }] of rounds) if (until <= now) rounds.delete(name);
}

/** How many contacts are remembered. */
export const remembered = (): number => rounds.size;

/** Whether there is room for one more visitor. */
export function hasRoom(now: number): boolean {
	sweep(now);
	return remembered() < mostNames && counts.hasRoom(now);
}

/** The round of a contact, if one is remembered. */
export function roundOf(name: string, now: number): Round | undefined {
	const round = rounds.get(name);
	if (round !== undefined) setRoundBack(round);
	return round !== undefined && (round.until > now || round.busy !== undefined) ? round : undefined;
}

/** How long a round is remembered after its latest code, in ms: longer than any code is good. */
const rememberedFor = day;

/** Begins to remember a round. */
export function beginRound(name: string, reference: string, now: number): Round {
	const round: Round = {
		reference,
		at: now,
		until: now + rememberedFor,
		sentAt: undefined,
		perhaps: false,
		againAt: 0,
		tries: 0,
		asked: 0,
		refused: new Set(),
		busy: undefined,
		right: undefined,
		ending: undefined,
		told: new Set(),
	};
	rounds.set(name, round);
	return round;
}

/** Another code may be out now: tries begin anew. */
export function restart(round: Round, sentAt: number): void {
	round.sentAt = sentAt;
	round.at = sentAt;
	round.until = sentAt + rememberedFor;
	round.tries = 0;
	round.asked = 0;
	round.refused.clear();
	round.right = undefined;
	round.ending = undefined;
	round.told.clear();
}

/** Has a round forgotten as soon as it keeps nobody waiting, where no code is out and nobody was told of it. */
export function letGo(round: Round, now: number): void {
	if (round.sentAt === undefined && round.told.size === 0) round.until = Math.max(now, round.againAt);
}

/** Forgets all visitors. */
export function forgetAll(): void {
	rounds.clear();
	counts.clear();
	wrongPasswords.clear();
}
