/** The json of the items that come out. */
import type { IDataObject } from 'n8n-workflow';
import type { AnswerField, Operation, Vendor } from '../words/operation';
import type { Outcome } from '../judge/outcome';
import { masked, replaceDeep, type Replacements } from '../judge/redact';
import type { Settings } from '../input/settings';

/** Switches that change what an item shows. */
export interface Showing {
	/** The input item's own fields under `input`. */
	readonly includeInput: boolean;
	/** Contacts shortened to what is enough to recognise them. */
	readonly maskContact: boolean;
	/** True where no request was made: the item says so. */
	readonly simulated: boolean;
}

/** One item with all that its json is made of. */
export interface Finished {
	readonly outcome: Outcome;
	/** The input item's json. */
	readonly input: IDataObject;
	/** Values as they were given, by wire name. */
	readonly given: Readonly<Record<string, string>>;
	readonly showing: Showing;
}

/** What must not be read in the item: passwords and codes always, contacts on demand. */
function replacementsFor(operation: Operation | undefined, { given, showing }: Finished): Replacements {
	const replacements = new Map<string, string>();
	for (const field of operation?.fields ?? []) {
		const text = given[field.wire];
		if (text === undefined) continue;
		const shown = field.secret === true ? '***' : field.contact === true && showing.maskContact ? masked(text.trim()) : undefined;
		if (shown === undefined) continue;
		replacements.set(text, shown).set(text.trim(), shown);
	}
	return replacements;
}

const lastName = ({ wire }: AnswerField): string => wire.split('.').at(-1) ?? wire;

/** Masks the contacts that the vendor's answer itself carries. */
function maskedAnswer(value: unknown, names: ReadonlySet<string>): unknown {
	if (Array.isArray(value)) return value.map((entry) => maskedAnswer(entry, names));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [
			name,
			names.has(name) && typeof entry === 'string' ? masked(entry) : maskedAnswer(entry, names),
		]),
	);
}

function dataOf(operation: Operation | undefined, data: unknown, { showing }: Finished): unknown {
	if (!showing.maskContact) return data;
	const contacts = (operation?.answer ?? []).filter(({ contact }) => contact === true).map(lastName);
	return maskedAnswer(data, new Set(contacts));
}

const isDataObject = (value: unknown): value is IDataObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const asDataObject = (value: unknown): IDataObject => (isDataObject(value) ? value : {});

/** The json of one item: the vendor's answer or the failure, with everything secret replaced. */
export function jsonOf(vendor: Vendor, settings: Settings, finished: Finished): IDataObject {
	const { outcome, showing, input } = finished;
	const replacements = replacementsFor(settings.declared, finished);
	const safe = (value: unknown): IDataObject => asDataObject(replaceDeep(value, replacements));
	const { requestId } = outcome;
	return {
		success: outcome.success,
		vendor: vendor.name,
		resource: settings.resource,
		operation: settings.operation,
		...(requestId === undefined ? {} : { requestId }),
		...(showing.simulated ? { simulated: true } : {}),
		...(outcome.success
			? { data: safe(dataOf(settings.declared, outcome.data, finished)) }
			: {
					failure: {
						...outcome.failure,
						...safe({ message: outcome.failure.message, explanation: outcome.failure.explanation }),
					},
				}),
		...(showing.includeInput ? { input: safe(input) } : {}),
	};
}
