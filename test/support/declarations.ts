/** Ways of looking at a vendor's declarations that several tests share. */
import { checkAll } from '../../nodes/engine/input/check';
import { cleanerFor } from '../../nodes/engine/judge/clean';
import { judge } from '../../nodes/engine/judge/judge';
import { type Outcome, outcomeOf } from '../../nodes/engine/judge/outcome';
import { noSecrets } from '../../nodes/engine/judge/secrets';
import type { AskedSource, ErrorMeaning, Operation, Values, Vendor, VendorAnswer } from '../../nodes/engine/words/operation';

/** `resource.operation`, as the README and saved workflows name it. */
export const publicName = ({ resource, value: operation }: Pick<Operation, 'resource' | 'value'>): string =>
	`${resource.value}.${operation}`;

/** The declaration of a public name. */
export function declared<Api>(vendor: Vendor<Api>, name: string): Operation<Api> {
	const found = vendor.operations.find((operation) => publicName(operation) === name);
	if (found === undefined) throw new Error(`${name} is not declared`);
	return found;
}

/** Fields that operations mark as one that holds a secret, or a contact. */
export const marked = <Api>(operations: ReadonlyArray<Operation<Api>>, key: 'secret' | 'contact'): string[] =>
	operations.flatMap((operation) => operation.fields.filter((field) => field[key] === true).map(({ wire }) => `${publicName(operation)} ${wire}`));

/** Fields that the codes of an operation name, and that the operation has not. */
export const strangeFields = <Api>(operations: ReadonlyArray<Operation<Api>>): string[] =>
	operations.flatMap((operation) => {
		const wires = operation.fields.map(({ wire }) => wire);
		const named = [...Object.values(operation.codes), ...(operation.families ?? [])].flatMap(({ field }) => field ?? []);
		return named.filter((field) => !wires.includes(field)).map((field) => `${publicName(operation)} ${field}`);
	});

/** What a code leads to, in the words of the files in test/data. */
export const reading = ({ category, retryAfterSeconds, maybeSent }: ErrorMeaning): string =>
	`${category}${retryAfterSeconds === undefined ? '' : ` ${String(retryAfterSeconds)}`}${maybeSent ? ', maybe out' : ''}`;

/** All codes of a list with what they lead to. */
export const readings = (codes: Readonly<Record<string, ErrorMeaning>>): Record<string, string> =>
	Object.fromEntries(Object.entries(codes).map(([code, meaning]) => [code, reading(meaning)]));

/** What a person is told about the first value that is refused; the checked values where none is. */
export function checkedValues(
	operation: Operation,
	given: Readonly<Record<string, unknown>>,
): Values | { readonly refused: string; readonly says: string } {
	const checked = checkAll(operation.fields.map((field) => ({ field, raw: { given: given[field.wire] } })));
	return 'values' in checked ? checked.values : { refused: checked.refusal.field, says: checked.refusal.happened };
}

/** What a person would be told of an answer. */
export const judged = <Api>(vendor: Vendor<Api>, operation: Operation<Api>, answer: VendorAnswer): Outcome =>
	outcomeOf(judge(vendor, operation, answer), {}, cleanerFor(noSecrets, (text) => text));

/** An answer with a JSON body. */
export const jsonAnswer = (json: unknown, status = 200, headers: Record<string, string> = {}): VendorAnswer => ({
	status,
	headers,
	text: JSON.stringify(json) ?? '',
	json,
});

/** An answer whose body is no JSON. */
export const textAnswer = (text: string, status = 200): VendorAnswer => ({
	status,
	headers: {},
	text,
	json: undefined,
});

/** An answer whose body is parsed where it is JSON, as the engine does it. */
export function parsedAnswer(text: string): VendorAnswer {
	try {
		const json: unknown = JSON.parse(text);
		return { status: 200, headers: {}, text, json };
	} catch {
		return textAnswer(text);
	}
}

/** The variants of a meaning are meanings too, and people read their texts. */
const meaningsOf = (
	codes: Readonly<Record<string, ErrorMeaning & { variants?: readonly Partial<ErrorMeaning>[] }>>,
) => Object.values(codes).flatMap((code) => [code, ...(code.variants ?? [])]);

const sentencesOf = (meanings: ReadonlyArray<Partial<ErrorMeaning>>): string[] =>
	meanings.flatMap(({ happened, todo }) => [happened, todo]).filter((text) => text !== undefined);

/** Texts about codes that hold for every operation. */
export const generalSentences = ({ commonCodes, firstFamilies = [], families }: Vendor): string[] =>
	sentencesOf([...meaningsOf(commonCodes), ...firstFamilies, ...families]);

/** Texts about an operation's own codes. */
export const codeSentences = ({ codes, families = [] }: Operation): string[] =>
	sentencesOf([...meaningsOf(codes), ...families]);

/** Every text of an operation that a person reads, labels left out. */
export const textsOf = (operation: Operation): string[] => [
	operation.resource.about,
	operation.about,
	...(operation.notice === undefined ? [] : [operation.notice]),
	...operation.fields.map(({ about }) => about),
	...operation.answer.map(({ about }) => about),
	...codeSentences(operation),
];

/** Names in single quotes, such as 'Phone Number'. */
export const quoted = (text: string): string[] =>
	[...text.matchAll(/(?<!\w)'([^']+)'/g)].map(([, name]) => name ?? '');

/** What is wrong with the texts of a vendor, each with the rule it breaks. Empty where all is well. */
export function textFaults(vendor: Vendor, labels: readonly string[]): string[] {
	const general = generalSentences(vendor);
	const all = [...new Set([...vendor.operations.flatMap(textsOf), ...general])];
	const sentences = [...general, ...vendor.operations.flatMap(codeSentences)];
	const everywhere = [...labels, ...vendor.operations.map(({ name }) => name)];
	const unknown = [
		...general.map((text) => ({ text, known: everywhere })),
		...vendor.operations.flatMap((operation) =>
			textsOf(operation).map((text) => ({
				text,
				known: [...everywhere, ...operation.fields.map(({ label }) => label)],
			})),
		),
	].filter(({ text, known }) => quoted(text).some((name) => !known.includes(name)));
	const rules: ReadonlyArray<readonly [string, readonly string[]]> = [
		[
			'begin with a capital or digit, end without sign',
			all.filter((text) => !/^['A-Z0-9].*[^.!?;,:\s]$/s.test(text)),
		],
		['one line, single spaces', all.filter((text) => /\s{2}|\n/.test(text))],
		[
			'never error, problem, failure, mistake',
			all.filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text)),
		],
		['one sentence', sentences.filter((text) => /[.!?] [A-Z]/.test(text))],
		['a quoted name stands in the form or the credential', unknown.map(({ text }) => text)],
	];
	return rules.flatMap(([rule, broken]) => broken.map((text) => `${rule}: ${text}`));
}

/** The list behind a field of an operation, where it is asked of the vendor. */
export function askedSource<Api>(vendor: Vendor<Api>, name: string, wire: string): AskedSource | undefined {
	const source = declared(vendor, name).fields.find((field) => field.wire === wire)?.source;
	return source !== undefined && 'from' in source ? source : undefined;
}
