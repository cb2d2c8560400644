/** What must not be read in anything that leaves the node. */
import { digitsIn } from '../words/digits';
import { isRecord } from '../words/records';
import type { CredentialChoice, CredentialFields } from '../words/operation';

/** Secrets and contacts of one item, in every form in which the item gave them. */
export interface ItemSecrets {
	/** Received codes and passwords. */
	readonly codes: readonly string[];
	/** Names, in lower case, under which a code may stand as a number: the parameter's own and those its expression reads. */
	readonly codeNames: ReadonlySet<string>;
	/** Phone numbers and addresses, where they are to be masked. */
	readonly contacts: readonly string[];
	/** Names under which the vendor's answer carries contacts, where they are to be masked. */
	readonly contactNames: ReadonlySet<string>;
}

/** Nothing to hide. */
export const noSecrets: ItemSecrets = { codes: [], codeNames: new Set(), contacts: [], contactNames: new Set() };

/** Shorter texts are replaced only where they stand alone. */
export const shortestAnywhere = 6;

/** Shorter texts are no secrets: hiding them would tear every sentence apart. */
export const shortestSecret = 3;

const speaksOfSecrets = /secret|password|token|key/i;

/** The secrets inside a field that holds JSON, such as a token that a credential keeps with its age; else the field's text. */
function secretsInside(text: string): string[] {
	if (!text.startsWith('{')) return [text];
	try {
		const kept: unknown = JSON.parse(text);
		if (!isRecord(kept)) return [text];
		const named = Object.entries(kept).filter(([name]) => speaksOfSecrets.test(name));
		return named.map(([, value]) => value).filter((value) => typeof value === 'string');
	} catch {
		return [text];
	}
}

/** The keys, tokens and passwords of a credential, by the names of its fields. */
export function keysOf({ secrets }: CredentialChoice, fields: CredentialFields): string[] {
	const names = secrets ?? Object.keys(fields).filter((name) => speaksOfSecrets.test(name));
	return names
		.map((name) => fields[name])
		.filter((value) => typeof value === 'string')
		.flatMap((value) => secretsInside(value.trim()))
		.filter((value) => value.length >= shortestAnywhere);
}

/** A phone number or address of which enough is left to recognise it: `188****8888`, `n***@example.com`. */
export function masked(contact: string): string {
	const at = contact.lastIndexOf('@');
	if (at > 0) return `${contact.slice(0, 1)}***${contact.slice(at)}`;
	if (contact.length < 8) return '****';
	return `${contact.slice(0, 3)}****${contact.slice(-4)}`;
}

/** Whether a text is digits and what people write between them. */
export const isNumber = (text: string): boolean => digitsIn(text).length > 0 && !/[\p{L}@]/u.test(text);
