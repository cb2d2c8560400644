/** The two calls of a journey, made for a visitor: the values are checked as a node checks them, and sent the same way. */
import { callApi } from '../call/call';
import { check, checkAll } from '../input/check';
import { failedHere } from '../judge/judge';
import type { Finding } from '../judge/outcome';
import type { IWebhookFunctions } from 'n8n-workflow';
import type { CredentialFields, Operation } from '../words/operation';
import { contactValues } from './contact';
import type { Contact } from './seal';
import type { Settings } from './settings';

/** Who asks, with the credential read once. */
export interface Asking {
	readonly context: IWebhookFunctions;
	readonly settings: Settings;
	readonly fields: CredentialFields;
}

/** Longest wait for the vendor's answer, in ms: a person waits. */
const longestWait = 25_000;

/** Longest wait for a turn, in ms: where more visitors come than the vendor lets in, a person is told so. */
const patience = 10_000;

async function ask({ context, settings, fields }: Asking, operation: Operation, given: Readonly<Record<string, unknown>>): Promise<Finding> {
	const checked = checkAll(operation.fields.map((field) => ({ field, raw: { given: given[field.wire] } })));
	if ('refusal' in checked) {
		const { code, field, happened, todo } = checked.refusal;
		return failedHere(operation, code, { field, happened, todo, maybeSent: false });
	}
	const { vendor, credential } = settings;
	const call = { caller: context, vendor, credential, fields, operation, timeout: longestWait, patience, perSecond: operation.perSecond };
	return await callApi(call, checked.values);
}

/** Sends a code to a contact. */
export const askToSend = async (asking: Asking, contact: Contact): Promise<Finding> => {
	const { send, given, journey } = asking.settings;
	return await ask(asking, send, { ...given, ...contactValues(journey, contact) });
};

/** Completes with the code and what else the person gave, by wire name. */
export const askToComplete = async (asking: Asking, contact: Contact, entered: Readonly<Record<string, string>>): Promise<Finding> => {
	const { complete, given, journey } = asking.settings;
	return await ask(asking, complete, { ...given, ...contactValues(journey, contact), ...entered });
};

/** What goes out for a text that a person entered; undefined where the vendor would not take it. */
export function readEntry({ fields }: Operation, wire: string, text: string): string | undefined {
	const field = fields.find((one) => one.wire === wire);
	const result = field && check(field, text, {}, fields);
	return result !== undefined && 'value' in result && result.value !== undefined ? String(result.value) : undefined;
}
