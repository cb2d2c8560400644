/** The items that start the workflow: clean of codes, passwords and keys, and of contacts where that is asked for. */
import type { IDataObject } from 'n8n-workflow';
import { cleanerFor, keyReplacer } from '../judge/clean';
import { type Failed, outcomeOf, type FoundFailure, type FoundSuccess } from '../judge/outcome';
import { keysOf, masked, noSecrets } from '../judge/secrets';
import type { Language } from '../words/languages';
import type { CredentialFields, Operation } from '../words/operation';
import { contactName, shownContact } from './contact';
import { ownAnswers } from './ownFields';
import type { Contact } from './seal';
import type { Settings } from './settings';

/** What is known of a visitor when an item is made. */
export interface Visitor {
	readonly settings: Settings;
	readonly fields: CredentialFields;
	readonly contact: Contact;
	readonly entries: Readonly<Record<string, string>>;
	/** The received code and passwords. */
	readonly secrets: readonly string[];
	readonly reference: string;
	readonly language: Language;
	readonly now: number;
}

function contactJson(contact: Contact): IDataObject {
	if (contact.kind === 'email') return { kind: 'email', address: contact.address };
	const { country, dialling, digits } = contact;
	return { kind: 'phone', number: contactName(contact), country, countryCode: dialling, nationalNumber: digits };
}

const askedJson = ({ settings: { journey }, entries }: Visitor): IDataObject =>
	Object.fromEntries((journey.asksFirst ?? []).map(({ wire, as }) => [wire, entries[as] ?? '']));

function cleaner({ settings, fields, contact, entries, secrets }: Visitor, hidesContact: boolean) {
	const asked = (settings.journey.asksFirst ?? []).map(({ as }) => entries[as] ?? '');
	const contacts = hidesContact ? [contactName(contact), contact.kind === 'phone' ? contact.digits : contact.address, ...asked] : [];
	const codeNames = new Set([settings.journey.code.wire.toLowerCase()]);
	return cleanerFor({ ...noSecrets, codes: secrets, codeNames, contacts }, keyReplacer(keysOf(settings.credential, fields)));
}

const headOf = (visitor: Visitor): IDataObject => ({
	vendor: visitor.settings.vendor.name,
	resource: visitor.settings.journey.resource,
	reference: visitor.reference,
});

/** The item of a person whom the vendor said yes to. */
export function verifiedItem(visitor: Visitor, found: FoundSuccess, proof: string | undefined): IDataObject {
	const { settings, contact, entries, language, now } = visitor;
	const outcome = outcomeOf(found, {}, cleaner(visitor, false));
	return {
		verified: true,
		...headOf(visitor),
		...(outcome.requestId === undefined ? {} : { requestId: outcome.requestId }),
		contact: contactJson(contact),
		data: outcome.success ? outcome.data : {},
		...(settings.journey.asksFirst === undefined ? {} : { asked: askedJson(visitor) }),
		fields: ownAnswers(settings.fields, entries),
		language,
		verifiedAt: new Date(now).toISOString(),
		...(proof === undefined ? {} : { proof }),
	};
}

/** A failure as it may be shown, and what the operator needs to help the person. */
export function helpItem(visitor: Visitor, operation: Operation, found: FoundFailure): IDataObject {
	const { settings, contact, entries, language, now } = visitor;
	const hides = settings.maskContact;
	const outcome = outcomeOf(found, {}, cleaner(visitor, hides));
	const failure: Partial<Failed['failure']> = outcome.success ? {} : outcome.failure;
	return {
		verified: false,
		...headOf(visitor),
		operation: operation.value,
		...(outcome.requestId === undefined ? {} : { requestId: outcome.requestId }),
		failure: { ...failure },
		contact: hides ? { kind: contact.kind, masked: masked(contactName(contact)) } : contactJson(contact),
		shown: hides ? masked(contactName(contact)) : shownContact(contact),
		...(hides ? {} : { fields: ownAnswers(settings.fields, entries) }),
		language,
		happenedAt: new Date(now).toISOString(),
	};
}
