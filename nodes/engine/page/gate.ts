/** Pages that are for those with a password: nothing else of a request is looked at before it was right. */
import { createHash, randomBytes, timingSafeEqual } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { readCredential } from '../call/caller';
import { pageAccessCredential, type PageOpener, readPageOpener } from '../words/pageAccess';
import { wrongPasswords } from './memory';
import { hiddenName, placeName } from './seal';
import type { Look } from './visit';

/** Why a request is not let in. */
export type Shut =
	/** None or a wrong password was given. */
	| { readonly why: 'password' }
	/** Too many wrong ones came from the same address of the internet; `seconds` says when another is looked at. */
	| { readonly why: 'wait'; readonly seconds: number }
	/** The operator's own credential opens nothing. */
	| { readonly why: 'broken' };

/** Different wrong passwords that an address may try in the window; then none is looked at, not even the right one. */
const mostTries = 10;

/** In ms, from the first wrong one on. A person who shares the address with who guesses waits no longer than this. */
const tryWindow = 5 * 60 * 1000;

/** Longer headers hold no user name and password that a person was given. */
const longestHeader = 4000;

/** Names in the memory are of this process alone. */
const names = { name: randomBytes(32) };

const hashOf = (text: string): Buffer => createHash('sha256').update(text.normalize('NFC')).digest();

/** Takes as long for a wrong first letter as for a wrong last one. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other));

/** What the request gives as `Authorization: Basic` (RFC 7617), in bytes; undefined where it gives nothing of that kind, or several. */
function givenBy(context: IWebhookFunctions): Buffer | undefined {
	const [header, ...others] = context.getRequestObject().headersDistinct['authorization'] ?? [];
	if (header === undefined || others.length > 0 || header.length > longestHeader) return undefined;
	const encoded = /^basic +([\w+/-]+={0,2})$/i.exec(header.trim())?.[1];
	return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
}

function opens({ user, password }: PageOpener, text: string): boolean {
	const colon = text.indexOf(':');
	const rightUser = isSame(text.slice(0, Math.max(colon, 0)), user);
	const rightPassword = isSame(text.slice(colon + 1), password);
	return colon >= 0 && rightUser && rightPassword;
}

/** Some browsers write letters beyond ASCII in the older way, whatever they are asked for. */
const readings = (given: Buffer): string[] => [given.toString('utf8'), given.toString('latin1')];

/**
 * Looks at the password, where the pages have one.
 *
 * @returns undefined where the request may go on.
 */
export async function shutTo({ context, settings, request, now }: Look): Promise<Shut | undefined> {
	if (settings.access === 'none') return undefined;
	const given = givenBy(context);
	if (given === undefined) return { why: 'password' };
	const tries = hiddenName(names, placeName(settings.place), 'tries', request.address);
	const waits = (): Shut | undefined =>
		wrongPasswords.of(tries, now) < mostTries ? undefined : { why: 'wait', seconds: Math.ceil((wrongPasswords.until(tries, now) - now) / 1000) };
	const waiting = waits();
	if (waiting !== undefined) return waiting;
	const fields = await readCredential(context, pageAccessCredential, 0);
	const opener = fields && readPageOpener(fields);
	if (opener === undefined || !('user' in opener)) return { why: 'broken' };
	/* From here on nothing is awaited: of many at once each is counted before the next is looked at. */
	const late = waits();
	if (late !== undefined) return late;
	if (readings(given).map((text) => opens(opener, text)).includes(true)) return undefined;
	if (!wrongPasswords.hasRoom(now)) return { why: 'wait', seconds: tryWindow / 1000 };
	/* A browser that repeats an old password on its own does not use up what its owner may try. */
	const same = hiddenName(names, placeName(settings.place), 'try', request.address, given.toString('base64'));
	if (wrongPasswords.of(same, now) === 0) wrongPasswords.add(tries, tryWindow, now);
	wrongPasswords.add(same, tryWindow, now);
	return { why: 'password' };
}
