/** Checking a code with the vendor, whose yes alone starts the workflow, and starts it once. */
import type { FoundFailure, FoundSuccess } from '../judge/outcome';
import { digitsIn, plainDigits } from '../words/digits';
import { askToComplete, readEntry } from './ask';
import { contactName, shownContact } from './contact';
import { hour } from './counts';
import { endingFor } from './ending';
import { verifiedItem } from './items';
import { counts, oldestCode, type Round } from './memory';
import { proofOf } from './proof';
import { wayOn } from './reason';
import { type Carried, hiddenName, type Said } from './seal';
import { outputOf, type Step } from './step';
import { codeContent, contactStep, helpStep, joined, nameHere, resumedRound, told, type Visit, visitorOf } from './visit';

/** Wrong codes that one address of the internet may enter in an hour, whatever contacts they are for. */
const mostGuesses = 40;

/** How often the vendor is asked about a code for each try: what it answers may tell nothing, and others wait for their turn. */
const asksForTry = 4;

/** What a person entered on the page for the code. */
interface Entered {
	readonly code: string;
	/** Everything for the completing call, by wire name. */
	readonly values: Readonly<Record<string, string>>;
	readonly secrets: readonly string[];
}

function readPasswords({ settings: { journey, complete }, request: { entries } }: Visit): { values: Record<string, string> } | { said: Said } {
	const values: Record<string, string> = {};
	for (const { wire, as, twin } of journey.asksWithCode ?? []) {
		const text = entries[as] ?? '';
		if (readEntry(complete, wire, text) === undefined) return { said: { word: 'passwordRefused', field: as } };
		if (twin !== undefined && entries[`${as}Again`] !== text) return { said: { word: 'passwordsDiffer', field: `${as}Again` } };
		values[wire] = text;
		if (twin !== undefined) values[twin] = text;
	}
	return { values };
}

/** The only digits of a pasted message that can be the code, or else what was typed: a code with letters is read as the vendor's call says. */
function codeIn(typed: string, digits: number | undefined): string {
	const groups = (plainDigits(typed).match(/\d(?:[\s-]?\d)*/g) ?? []).map(digitsIn).filter((group) => group.length === digits);
	const [only, ...others] = groups;
	if (only !== undefined && others.length === 0) return only;
	return /\p{L}/u.test(typed) ? typed : digitsIn(typed);
}

/** Reads the code and passwords, or says what is missing: the vendor is asked for nothing that cannot be right. */
function readEntered(visit: Visit, content: Carried<'code'>): Entered | { readonly said: Said } {
	const { journey, complete } = visit.settings;
	const typed = (visit.request.entries['code'] ?? '').slice(0, 200);
	if (typed.trim() === '') return { said: { word: 'codeMissing', field: 'code' } };
	const { digits } = journey.code;
	const code = readEntry(complete, journey.code.wire, codeIn(typed, digits));
	if (digits !== undefined && (code === undefined || !/^\d+$/.test(code) || code.length !== digits)) {
		return { said: { word: 'codeDigits', filling: { digits }, field: 'code' } };
	}
	if (code === undefined || code.length > 64) return { said: { word: 'codeUnlike', field: 'code' } };
	const read = readPasswords(visit);
	if ('said' in read) return read;
	const asked = Object.fromEntries((journey.asksFirst ?? []).map(({ wire, as }) => [wire, content.entries[as] ?? '']));
	return { code, values: { ...asked, ...read.values, [journey.code.wire]: code }, secrets: [typed, code, ...Object.values(read.values)] };
}

const wrong = ({ settings: { limits } }: Visit, round: Round): Said => {
	const left = limits.tries - round.tries;
	return left > 0 ? { word: 'wrongCode', filling: { left }, field: 'code' } : { word: 'triesUsedUp', field: 'code' };
};

/** The vendor said yes. */
function verified(visit: Visit, round: Round, content: Carried<'code'>, entered: Entered, found: FoundSuccess): Step {
	const { keys, settings, now } = visit;
	const { contact, entries } = content;
	const proof = settings.proof ? proofOf(keys, settings.place, contact, now) : undefined;
	const json = verifiedItem(visitorOf(visit, round, contact, entries, entered.secrets), found, proof);
	const ending = endingFor(settings.ending, json);
	const end: Carried<'end'> = { how: 'verified', at: now, shown: shownContact(contact), reference: round.reference, ...ending };
	round.ending = end;
	return { page: 'end', content: end, start: { output: outputOf.verified, json } };
}

function refused(visit: Visit, round: Round, content: Carried<'code'>, entered: Entered, name: string, found: FoundFailure): Step {
	const { settings, request, now } = visit;
	const { contact, entries } = content;
	const way = wayOn(settings.journey, contact, 'complete', found);
	if (way.wrongCode === true) {
		round.tries = way.said?.word === 'triesUsedUp' ? settings.limits.tries : round.tries + 1;
		if (way.said === undefined) round.refused.add(name);
		counts.add(nameHere(visit, 'guesses', request.address), hour, now);
	}
	const start = way.tell ? told(visitorOf(visit, round, contact, entries, entered.secrets), round, settings.complete, found) : undefined;
	if (way.page === 'help') return helpStep(visit, round, start);
	if (way.page === 'contact') return contactStep(entries, way.said, start);
	const said = way.wrongCode === true && way.said?.word !== 'entryRefused' ? wrong(visit, round) : way.said;
	return { page: 'code', content: codeContent(round, contact, entries, said), ...(start === undefined ? {} : { start }) };
}

/** What is known without asking the vendor. Who has not the right code learns nothing of who had it. */
function known(visit: Visit, round: Round, content: Carried<'code'>, name: string): Step | undefined {
	const { settings, request, now } = visit;
	if (round.right === name && round.ending !== undefined) return { page: 'end', content: round.ending };
	const say = (said: Said): Step => ({ page: 'code', content: codeContent(round, content.contact, content.entries, said) });
	const guesses = nameHere(visit, 'guesses', request.address);
	if (round.right !== undefined && round.tries < settings.limits.tries && !round.refused.has(name)) {
		round.tries += 1;
		round.refused.add(name);
		counts.add(guesses, hour, now);
	}
	if (round.refused.has(name) || round.tries >= settings.limits.tries) return say(wrong(visit, round));
	if (round.asked >= settings.limits.tries * asksForTry) return say({ word: 'triesUsedUp', field: 'code' });
	return counts.of(guesses, now) >= mostGuesses ? say({ word: 'waitALittle' }) : undefined;
}

/** Asks the vendor. One check of a round is under way at a time. */
async function ask(visit: Visit, round: Round, content: Carried<'code'>, entered: Entered, name: string): Promise<Step> {
	round.asked += 1;
	const found = await askToComplete(visit, content.contact, entered.values);
	if (!found.success) return refused(visit, round, content, entered, name, found);
	round.right = name;
	return verified(visit, round, content, entered, found);
}

/** The press on the page for the code. */
export async function checkCode(visit: Visit, content: Carried<'code'>): Promise<Step> {
	const { contact, entries } = content;
	const round = resumedRound(visit, content);
	const entered = readEntered(visit, content);
	if ('said' in entered) return { page: 'code', content: codeContent(round, contact, entries, entered.said) };
	if (visit.now - content.sentAt > oldestCode) return { page: 'code', content: codeContent(round, contact, entries, { word: 'codeTooOld', field: 'code' }) };
	const name = hiddenName(visit.keys, 'code', contactName(contact), entered.code);
	while (round.busy !== undefined) {
		const { what, work } = round.busy;
		const step = await joined(work, entries);
		if (what === name) return step;
	}
	const step = known(visit, round, content, name);
	if (step !== undefined) return step;
	const work = ask(visit, round, content, entered, name);
	round.busy = { what: name, work };
	try {
		return await work;
	} finally {
		round.busy = undefined;
	}
}
