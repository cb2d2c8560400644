import type { ErrorMeaning, Operation } from '../../nodes/engine/words/operation';
import type { TencentApi } from '../../nodes/TencentCloud/api';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';

const { operations, commonCodes, firstFamilies = [], families } = tencentCloud;

/** Labels that a text may name beside those of the operation's own fields. */
const everywhere = [
	'Site',
	'Endpoint',
	'Secret ID',
	'Secret Key',
	'Session Token',
	'Additional Fields',
	...operations.map(({ name }) => name),
];

const ofCodes = (codes: Readonly<Record<string, ErrorMeaning>>): string[] =>
	Object.values(codes).flatMap(({ happened: meaning, todo }) => [meaning, todo]);

const textsOf = ({
	resource,
	about,
	notice,
	fields,
	answer,
	codes,
	families: own = [],
}: Operation<TencentApi>) => [
	resource.about,
	about,
	...(notice === undefined ? [] : [notice]),
	...fields.map((field) => field.about),
	...fields.flatMap((field) =>
		field.type === 'choice' ? field.choices.flatMap((choice) => choice.about ?? []) : [],
	),
	...answer.map((field) => field.about),
	...ofCodes(codes),
	...own.flatMap(({ happened: meaning, todo }) => [meaning, todo]),
];

const general = [...ofCodes(commonCodes), ...[...firstFamilies, ...families].flatMap(({ happened: meaning, todo }) => [meaning, todo])];
const all = [...new Set([...operations.flatMap(textsOf), ...general])];

/** Quoted names in a text, such as 'Phone Number'. */
const quoted = (text: string): string[] => [...text.matchAll(/(?<!\w)'([^']+)'/g)].map(([, name]) => name ?? '');

describe('the texts of Tencent Cloud', () => {
	it('are sentences that begin with a capital letter or digit and leave the full stop to whoever shows them', () => {
		expect(all.length).toBeGreaterThan(150);
		expect(all.filter((text) => !/^['A-Z0-9].*[^.!?;,:\s]$/s.test(text))).toEqual([]);
		expect(all.filter((text) => /\s{2}|\n/.test(text))).toEqual([]);
	});

	it('never say error, problem, failure or mistake', () => {
		expect(all.filter((text) => /\b(error|problem|failure|mistake)s?\b/i.test(text))).toEqual([]);
	});

	it('say in one sentence each what happened and what to do', () => {
		const sentences = [...general, ...operations.flatMap(({ codes }) => ofCodes(codes))];
		expect(sentences.filter((text) => /[.!?] [A-Z]/.test(text))).toEqual([]);
	});

	it('name only labels that stand in the form or in the credential', () => {
		for (const operation of operations) {
			const labels = [...everywhere, ...operation.fields.map(({ label }) => label)];
			const answersName =
				operation.effect === 'read'
					? operations.flatMap(({ fields }) => fields.map(({ label }) => label))
					: [];
			const known = [...labels, ...answersName];
			const unknown = textsOf(operation)
				.flatMap(quoted)
				.filter((name) => !known.includes(name));
			expect([operation.name, unknown]).toEqual([operation.name, []]);
		}
		expect(general.flatMap(quoted).filter((name) => !everywhere.includes(name))).toEqual([]);
	});

	it('give every operation an action in sentence case without articles, and every label in title case', () => {
		expect(
			operations.filter(({ action }) => !/^[A-Z][a-z ]+$/.test(action) || /\b(a|an|the)\b/.test(action)),
		).toEqual([]);
		const labels = operations.flatMap(({ name, fields }) => [name, ...fields.map(({ label }) => label)]);
		const small = ['or', 'of', 'and', 'for'];
		const words = labels.flatMap((label) => label.split(' '));
		expect(words.filter((word) => !/^[A-Z]/.test(word) && !small.includes(word))).toEqual([]);
	});

	it('give each action a name of its own', () => {
		expect(new Set(operations.map(({ action }) => action)).size).toBe(operations.length);
	});
});
