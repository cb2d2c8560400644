/** Sending a code, at most once for what a person wants, and within the operator's limits. */
import type { FoundFailure } from '../judge/outcome';
import { askToSend, readEntry } from './ask';
import { isOffered, reachedBy, readContact } from './contact';
import { day, hour } from './counts';
import { counts, hasRoom, letGo, oldestCode, restart, type Round, roundOf } from './memory';
import { checkOwnFields } from './ownFields';
import { wayOn } from './reason';
import type { Carried, Contact, Said } from './seal';
import type { Step } from './step';
import {
	codeContent,
	contactStep,
	helpStep,
	joined,
	keptEntries,
	nameHere,
	resumedRound,
	roundFor,
	roundName,
	secondsTo,
	told,
	type Visit,
	visitorOf,
} from './visit';

type Entries = Readonly<Record<string, string>>;

/** A person needs longer than this to fill the first page, in ms. */
const leastTime = 1000;

/** Whether a machine filled the page: a field that people do not see, or no time between page and press. */
function isMachine({ request: { entries, json }, now }: Visit): boolean {
	if (json) return false;
	const shownAt = /^\d{13}$/.test(entries['at'] ?? '') ? Number(entries['at']) : now;
	return (entries['website'] ?? '') !== '' || now - shownAt < leastTime;
}

/** What those numbers have in common that were given out together, and that are called for the money in it. */
const rangeOf = (contact: Contact): string => reachedBy(contact).slice(0, -4);

/** So many of something within a time. */
interface Allowance {
	readonly name: string;
	/** In ms. */
	readonly window: number;
	readonly most: number;
}

/** What a message counts towards: what certainly was not sent is none. */
function messageAllowances(visit: Visit, contact: Contact): readonly Allowance[] {
	const { perContact, perPrefix, perDay } = visit.settings.limits;
	return [
		{ name: nameHere(visit, 'contact', reachedBy(contact)), window: day, most: perContact },
		/* Half of the world shares a few mail domains, and a mail costs nothing. */
		...(contact.kind === 'phone' ? [{ name: nameHere(visit, 'range', rangeOf(contact)), window: day, most: perPrefix }] : []),
		{ name: nameHere(visit, 'all'), window: day, most: perDay },
	];
}

/** What asking the vendor counts towards, whatever it answers: neither one address asks without end nor many together. */
function askingAllowances(visit: Visit): readonly Allowance[] {
	const { perAddress, perDay } = visit.settings.limits;
	return [
		{ name: nameHere(visit, 'address', visit.request.address), window: hour, most: perAddress },
		{ name: nameHere(visit, 'asked'), window: hour, most: perDay },
	];
}

/** The page after a call that did not send for certain. */
function notSent(visit: Visit, round: Round, contact: Contact, entries: Entries, again: boolean, found: FoundFailure): Step {
	const { settings, now } = visit;
	const way = wayOn(settings.journey, contact, 'send', found);
	const cooled = now + settings.limits.cooldown * 1000;
	if (way.perhaps === true) {
		restart(round, now);
		Object.assign(round, { perhaps: true, againAt: cooled });
	}
	const start = way.tell ? told(visitorOf(visit, round, contact, entries), round, settings.send, found) : undefined;
	if (way.wait !== undefined) Object.assign(round, { at: now, againAt: now + way.wait * 1000 });
	if (way.page === 'help') return helpStep(visit, round, start);
	if (way.said?.word === 'sentJustNow') round.sentAt ??= now;
	const hasCode = way.perhaps === true || way.said?.word === 'sentJustNow' || (again && way.page === 'code');
	if (!hasCode && !(again && way.wait !== undefined)) return contactStep(entries, way.said, start);
	return { page: 'code', content: codeContent(round, contact, entries, way.said), ...(start === undefined ? {} : { start }) };
}

async function sendNow(visit: Visit, round: Round, contact: Contact, entries: Entries, again: boolean): Promise<Step> {
	const { settings, now } = visit;
	const found = await askToSend(visit, contact);
	if (!found.success) {
		if (!found.note.maybeDone) for (const { name } of messageAllowances(visit, contact)) counts.takeBack(name, now);
		return notSent(visit, round, contact, entries, again, found);
	}
	restart(round, now);
	Object.assign(round, { perhaps: false, againAt: now + settings.limits.cooldown * 1000 });
	return { page: 'code', content: codeContent(round, contact, entries, again ? { word: 'newCodeSent' } : undefined) };
}

/** What is said of a code that was asked for before another may be. */
function tooSoon(round: Round, contact: Contact, entries: Entries, again: boolean, now: number): Step {
	const seconds = secondsTo(round.againAt, now);
	if (round.sentAt === undefined && !again) return contactStep(entries, { word: 'waitSeconds', filling: { seconds } });
	const said: Said = { word: round.sentAt === undefined ? 'waitSeconds' : 'sentJustNow', filling: { seconds } };
	return { page: 'code', content: codeContent(round, contact, entries, said) };
}

/** What stands against another code; undefined where nothing does. */
function forbidden(visit: Visit, round: Round | undefined, contact: Contact, entries: Entries, again: boolean): Step | undefined {
	const { now } = visit;
	if (round !== undefined && now < round.againAt) return tooSoon(round, contact, entries, again, now);
	const limits = [...askingAllowances(visit), ...messageAllowances(visit, contact)];
	if (hasRoom(now) && limits.every((limit) => counts.of(limit.name, now) < limit.most)) {
		for (const limit of limits) counts.add(limit.name, limit.window, now);
		return undefined;
	}
	const said: Said = { word: 'tooManyCodes' };
	/* Whoever used up the codes, the latest one is on the telephone of the person it belongs to. */
	const hasCode = again || now - (round?.sentAt ?? 0) < oldestCode;
	if (round === undefined || !hasCode) return contactStep(entries, said);
	return { page: 'code', content: codeContent(round, contact, entries, said) };
}

/**
 * Sends a code unless one is under way, was sent a moment ago, or a limit is reached.
 *
 * @param known - the contact's round, where there is one: who is refused leaves nothing in the memory.
 * @param again - whether the person is on the page for the code.
 */
async function send(visit: Visit, known: Round | undefined, contact: Contact, entries: Entries, again: boolean): Promise<Step> {
	while (known?.busy !== undefined) {
		const { what, work } = known.busy;
		const step = await joined(work, entries);
		if (what === 'send') return step;
	}
	const step = forbidden(visit, known, contact, entries, again);
	if (step !== undefined) return step;
	const round = roundFor(visit, contact);
	const work = sendNow(visit, round, contact, entries, again);
	round.busy = { what: 'send', work };
	try {
		return await work;
	} finally {
		round.busy = undefined;
		letGo(round, visit.now);
	}
}

/** What is said of what the journey asks with the contact. */
function checkAsked({ settings: { journey, complete } }: Visit, entries: Entries): Said | undefined {
	for (const { wire, as } of journey.asksFirst ?? []) {
		if (readEntry(complete, wire, entries[as] ?? '') === undefined) return { word: 'notAnEmail', field: as };
	}
	return undefined;
}

/** The press on the first page. */
export async function sendFirst(visit: Visit): Promise<Step> {
	const { settings, request, language } = visit;
	const named = settings.fields.map(({ input, name }) => [input, (Object.hasOwn(request.own, name) ? request.own[name] : request.entries[input]) ?? ''] as const);
	const entries = keptEntries(settings, { ...request.entries, ...Object.fromEntries(named) });
	if (isMachine(visit)) return contactStep(entries, { word: 'onceMore' });
	const read = readContact(entries['contact'] ?? '', entries['country'] ?? '', settings.journey, settings, language);
	const said = 'said' in read ? read.said : (checkAsked(visit, entries) ?? checkOwnFields(settings.fields, entries));
	if (said !== undefined || 'said' in read) return contactStep(entries, said);
	return await send(visit, roundOf(roundName(visit, read.contact), visit.now), read.contact, entries, false);
}

/** The press for a new code. */
export async function sendAgain(visit: Visit, content: Carried<'code'>): Promise<Step> {
	const { contact, entries } = content;
	if (!isOffered(visit.settings, contact)) return contactStep(entries, { word: 'countryNotOffered', field: 'country' });
	return await send(visit, resumedRound(visit, content), contact, entries, true);
}
