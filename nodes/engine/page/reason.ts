/** What a failure means for the person who waits for a code, and where they go on. */
import type { FoundFailure } from '../judge/outcome';
import type { AskedOfPerson, Journey } from '../words/journey';
import type { Contact, Said } from './seal';
import { wayOf } from './contact';

/** Where a person goes on after a failure. */
export interface WayOn {
	/** `contact`: something on the first page must change. `code`: the page for the code. `help`: only the operator can do something. */
	readonly page: 'contact' | 'code' | 'help';
	readonly said?: Said;
	/** Whether the code was wrong: then it counts as a try. */
	readonly wrongCode?: boolean;
	/** Whether the operator is told. */
	readonly tell: boolean;
	/** Whether a message may be out. */
	readonly perhaps?: boolean;
	/** When the person may try again, in seconds. */
	readonly wait?: number;
}

const askedFor = ({ asksFirst = [], asksWithCode = [] }: Journey, wire: string | undefined): AskedOfPerson | undefined =>
	[...asksFirst, ...asksWithCode].find((asked) => wire !== undefined && (asked.wire === wire || asked.twin === wire));

/** Wire names of what a person chose with the contact. */
function ofContact(journey: Journey, contact: Contact): readonly (string | undefined)[] {
	const way = wayOf(journey, contact.kind);
	return [way?.wire, way?.countryCode, way?.kind === 'phone' ? way.country : undefined];
}

function waiting(seconds: number | undefined): Said {
	return seconds === undefined ? { word: 'waitALittle' } : { word: 'waitSeconds', filling: { seconds } };
}

/** The vendor's code where the journey has words of its own for it. */
function byWord(journey: Journey, { failure }: FoundFailure): WayOn | undefined {
	const words = journey.words ?? {};
	const word = Object.hasOwn(words, failure.code) ? words[failure.code] : undefined;
	const seconds = failure.retryAfterSeconds;
	switch (word) {
		case undefined:
			return undefined;
		case 'sentJustNow':
			return { page: 'code', tell: false, said: { word, filling: { seconds: seconds ?? 60 } }, wait: seconds ?? 60 };
		case 'triesUsedUp':
			return { page: 'code', tell: false, said: { word }, wrongCode: true };
		case 'tooManyCodes':
			return { page: 'code', tell: false, said: { word }, ...(seconds === undefined ? {} : { wait: seconds }) };
		case 'emailRefused':
			return { page: 'contact', tell: false, said: { word, field: 'accountEmail' } };
		default:
			return { page: 'contact', tell: false, said: { word, field: 'contact' } };
	}
}

function byField(journey: Journey, contact: Contact, { failure: { field } }: FoundFailure): WayOn | undefined {
	if (field === journey.code.wire) return { page: 'code', tell: false, wrongCode: true };
	const asked = askedFor(journey, field);
	if (asked?.as === 'newPassword') return { page: 'code', tell: false, said: { word: 'passwordRefused', field: 'newPassword' } };
	if (asked !== undefined) return { page: 'contact', tell: false, said: { word: 'notAnEmail', field: 'accountEmail' } };
	if (field !== undefined && ofContact(journey, contact).includes(field)) {
		return { page: 'contact', tell: false, said: { word: 'contactRefused', field: 'contact' } };
	}
	return undefined;
}

/**
 * Where a person goes on after a failed call.
 *
 * @param phase - which of the two calls it was.
 */
export function wayOn(journey: Journey, contact: Contact, phase: 'send' | 'complete', found: FoundFailure): WayOn {
	const { failure, note } = found;
	const own = byWord(journey, found);
	if (own !== undefined) return own;
	switch (failure.category) {
		case 'fixInput': {
			const named = byField(journey, contact, found);
			if (named !== undefined) return named;
			/* A field of the operator's own: the person cannot change it. */
			if (failure.field !== undefined) return { page: 'help', tell: true };
			const said: Said = { word: phase === 'send' ? 'contactRefused' : 'entryRefused' };
			return phase === 'send' ? { page: 'contact', tell: false, said } : { page: 'code', tell: false, said, wrongCode: true };
		}
		case 'retryLater': {
			const wait = failure.retryAfterSeconds;
			const page = phase === 'send' ? 'contact' : 'code';
			return { page, tell: false, said: waiting(wait), ...(wait === undefined ? {} : { wait }) };
		}
		case 'fixAccount':
			return { page: 'help', tell: true };
		case 'vendorFault': {
			if (!note.maybeDone) return { page: 'help', tell: true };
			return phase === 'send'
				? { page: 'code', tell: true, perhaps: true }
				: { page: 'code', tell: true, said: { word: 'notSeen' } };
		}
	}
}
