/**
 * When a contact may get its next message. Kept by this process alone, without the contact itself: what it forgets is
 * held by the vendor's own limits.
 */
import { createHash, randomBytes } from 'node:crypto';
import { keepNewest } from '../../../credentials/signing/newest';

/** More contacts than one process is likely to write to within a cooldown; the oldest are forgotten first. */
const mostContacts = 20_000;

/** Known to this process alone, so that nobody can look contacts up by their digests. */
const salt = randomBytes(16);

/** Begun or sent messages: when, in ms since 1970. */
const begun = new Map<string, number>();

/** A message that was begun; it ends as sent, or takes its trace away. */
export interface Begun {
	/** It may have been sent: the time counts from now. */
	sent(): void;
	/** It was certainly not sent: the contact may get another one at once. */
	notSent(): void;
}

const remember = (name: string, time: number): void => {
	keepNewest(begun, name, time, mostContacts);
};

/**
 * Begins a message to a contact, where enough time has passed since the last one.
 *
 * @param contact - texts that name the sender and the contact.
 * @param cooldown - seconds between two messages.
 * @returns the message, or the time in ms after which it may begin.
 */
export function begin(contact: readonly string[], cooldown: number): { readonly message: Begun } | { readonly wait: number } {
	const name = createHash('sha256').update(salt).update(JSON.stringify(contact)).digest('base64url');
	const before = begun.get(name);
	const now = Date.now();
	/* A clock that was set back must not make anybody wait for longer than the cooldown. */
	const left = before === undefined ? 0 : Math.min(before + cooldown * 1000 - now, cooldown * 1000);
	if (left > 0) return { wait: left };
	remember(name, now);
	return {
		message: {
			sent: () => {
				remember(name, Date.now());
			},
			notSent: () => {
				if (begun.get(name) !== now) return;
				if (before === undefined) begun.delete(name);
				else begun.set(name, before);
			},
		},
	};
}
