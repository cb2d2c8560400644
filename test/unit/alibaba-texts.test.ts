import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { textFaults } from '../support/declarations';

const { operations } = alibabaCloud;

/** Labels of the credential and of the node's own parts. */
const labels = ['AccessKey ID', 'AccessKey Secret', 'Security Token', 'Endpoint', 'Additional Fields'];

describe('the texts of Alibaba Cloud', () => {
	it('are plain sentences that name only what a person finds in the form or the credential', () => {
		expect(textFaults(alibabaCloud, labels)).toEqual([]);
	});

	it('give every operation an action in sentence case without articles, each its own', () => {
		const actions = operations.map(({ action }) => action);
		expect(actions.filter((action) => !/^[A-Z][a-z]+( [a-z]+| WhatsApp)+$/.test(action))).toEqual([]);
		expect(actions.filter((action) => /\b(a|an|the)\b/.test(action))).toEqual([]);
		expect(new Set(actions).size).toBe(operations.length);
	});

	it('write every label in title case', () => {
		const words = operations
			.flatMap(({ name, fields }) => [name, ...fields.map(({ label }) => label)])
			.flatMap((label) => label.split(' '));
		expect(words.filter((word) => !/^[A-Z]/.test(word) && !['and', 'or', 'of', 'for'].includes(word))).toEqual([]);
	});

	it('stay short enough to be read in a form', () => {
		for (const { about, fields } of operations) {
			expect([about, ...fields.map((field) => field.about)].filter((text) => text.length > 160)).toEqual([]);
		}
	});
});
