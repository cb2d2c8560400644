/** One request of a visitor, with all that it takes to answer it. */
import type { IWebhookFunctions } from 'n8n-workflow';
import { readCredential } from '../call/caller';
import type { FoundFailure } from '../judge/outcome';
import { Kept } from '../words/kept';
import type { Language } from '../words/languages';
import type { CredentialFields, Operation } from '../words/operation';
import { textOf } from '../words/records';
import type { Asking } from './ask';
import { contactName } from './contact';
import { day } from './counts';
import { helpItem, type Visitor } from './items';
import { beginRound, counts, type Round, roundOf } from './memory';
import { longestAnswer } from './ownFields';
import type { PageRequest } from './request';
import { type Carried, type Contact, freshName, hiddenName, keysFrom, type PageKeys, placeName, type Said } from './seal';
import { outputOf, type Start, type Step } from './step';
import type { Settings } from './settings';

/** A request that only shows needs the keys at most. */
export interface Look {
	readonly context: IWebhookFunctions;
	readonly settings: Settings;
	readonly request: PageRequest;
	readonly language: Language;
	/** Time in ms since 1970. */
	readonly now: number;
}

/** A request that does something: the credential was read once for all of it. */
export interface Visit extends Look, Asking {
	readonly keys: PageKeys;
}

/** Keys by place, so that a page that is only shown reads no credential. They are renewed with each press of a button. */
const knownKeys = new Kept<PageKeys>(1000);

async function readKeys({ context, settings }: Look): Promise<{ fields: CredentialFields; keys: PageKeys } | undefined> {
	const { credential, place } = settings;
	const { pageSecret } = credential;
	const fields = await readCredential(context, credential.type, 0);
	if (fields === undefined || pageSecret === undefined) return undefined;
	const secret = textOf(fields[pageSecret]).trim();
	if (secret === '') return undefined;
	const keys = keysFrom(secret, place);
	knownKeys.put(placeName(place), keys);
	return { fields, keys };
}

/** The keys for a page that is only shown. */
export const keysToShow = async (look: Look): Promise<PageKeys | undefined> =>
	knownKeys.get(placeName(look.settings.place)) ?? (await readKeys(look))?.keys;

/** Reads the credential once; undefined where n8n has none to give. */
export async function beginVisit(look: Look): Promise<Visit | undefined> {
	const read = await readKeys(look);
	return read && { ...look, ...read };
}

/** A name in the memory that no other trigger uses. */
export const nameHere = ({ keys, settings }: Visit, ...parts: readonly string[]): string => hiddenName(keys, placeName(settings.place), ...parts);

/** The name of a contact's round in the memory. */
export const roundName = (visit: Visit, contact: Contact): string => nameHere(visit, 'round', contactName(contact));

/** The round of a contact; a new one where none is known. */
export function roundFor(visit: Visit, contact: Contact): Round {
	const name = roundName(visit, contact);
	return roundOf(name, visit.now) ?? beginRound(name, freshName().slice(0, 8), visit.now);
}

/** The round of a page for the code; what the page knows of it where the process has forgotten it, as after a restart. */
export function resumedRound(visit: Visit, { contact, reference, sentAt, againAt, perhaps = false }: Carried<'code'>): Round {
	const known = roundOf(roundName(visit, contact), visit.now);
	return known ?? Object.assign(roundFor(visit, contact), { reference, at: visit.now, sentAt, againAt, perhaps });
}

/**
 * The answer of what is under way, for who wants the very same: it starts the workflow once.
 *
 * @param entries - of who joins. Nobody knows whether it is the same person, so that nobody is shown what another entered.
 */
export async function joined(work: Promise<Step>, entries: Readonly<Record<string, string>>): Promise<Step> {
	const step = await work;
	switch (step.page) {
		case 'contact':
			return { page: 'contact', content: { ...step.content, entries } };
		case 'code':
			return { page: 'code', content: { ...step.content, entries } };
		default:
			return { ...step, start: undefined };
	}
}

/** Seconds from now to a time, at least one. */
export const secondsTo = (time: number, now: number): number => Math.max(1, Math.ceil((time - now) / 1000));

/** The first page once more, with what was entered. */
export const contactStep = (entries: Readonly<Record<string, string>>, said?: Said, start?: Start): Step => ({
	page: 'contact',
	content: { entries, ...(said === undefined ? {} : { said }) },
	...(start === undefined ? {} : { start }),
});

/** What the page for the code carries, from the round as it stands. */
export function codeContent(
	round: Round,
	contact: Contact,
	entries: Readonly<Record<string, string>>,
	said?: Said,
): Carried<'code'> {
	return {
		reference: round.reference,
		contact,
		entries,
		sentAt: round.sentAt ?? Date.now(),
		againAt: round.againAt,
		...(round.perhaps ? { perhaps: true } : {}),
		...(said === undefined ? {} : { said }),
	};
}

/** The end where only the operator can do something. */
export const helpStep = ({ now }: Visit, round: Round, start: Start | undefined): Step => ({
	page: 'end',
	content: { how: 'help', at: now, shown: '', reference: round.reference },
	...(start === undefined ? {} : { start }),
});

/** Entries without what belongs to one press alone. One character more than a field takes stays, so that it is refused and not cut. */
export function keptEntries(settings: Settings, entries: Readonly<Record<string, string>>): Record<string, string> {
	const names = ['contact', 'country', ...settings.fields.map(({ input }) => input), ...(settings.journey.asksFirst ?? []).map(({ as }) => as)];
	return Object.fromEntries(names.map((name) => [name, (entries[name] ?? '').replaceAll('\r\n', '\n').slice(0, longestAnswer + 1)] as const).filter(([, text]) => text !== ''));
}

/** Who is visiting, for the items that start the workflow. */
export const visitorOf = (
	visit: Visit,
	round: Round,
	contact: Contact,
	entries: Readonly<Record<string, string>>,
	secrets: readonly string[] = [],
): Visit & Visitor => ({ ...visit, contact, entries, secrets, reference: round.reference });

/** Tells the operator, once for each call of a round, and no more often in a day than codes may go out. */
export function told(visitor: Visit & Visitor, round: Round, operation: Operation, found: FoundFailure): Start | undefined {
	const { settings, now } = visitor;
	const name = nameHere(visitor, 'told', operation.value);
	if (round.told.has(operation.value) || counts.of(name, now) >= settings.limits.perDay) return undefined;
	counts.add(name, day, now);
	round.told.add(operation.value);
	return { output: outputOf.needsHelp, json: helpItem(visitor, operation, found) };
}
