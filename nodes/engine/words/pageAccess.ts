/** Who may see a trigger's pages, and what opens them. */
import type { Advice } from './errorCodes';
import { type DataRecord, textOf } from './records';

/** Ways to protect the pages. Saved workflows rely on the values. */
export const pageAccesses = { none: 'None', basicAuth: 'Basic Auth' } as const;

/** A way to protect the pages. */
export type PageAccess = keyof typeof pageAccesses;

/** Name of the credential type that opens protected pages. */
export const pageAccessCredential = 'verificationPageAccessApi';

/** A user name and a password that can open pages. */
export interface PageOpener {
	readonly user: string;
	readonly password: string;
}

/** Reads the credential; with an empty or impossible name or an empty password nobody could be told from anybody else. */
export function readPageOpener(fields: DataRecord): PageOpener | Advice {
	const [user, password] = [textOf(fields['user']), textOf(fields['password'])];
	if (user.trim() === '') return { happened: "'User' of the credential for the page is empty", todo: 'Enter a user name' };
	if (password.trim() === '') return { happened: "'Password' of the credential for the page is empty", todo: 'Enter a long one' };
	if (user.includes(':')) return { happened: "'User' of the credential for the page holds a colon, which ends a user name", todo: 'Take it out' };
	return { user, password };
}
