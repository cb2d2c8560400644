import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { textFaults } from '../support/declarations';

const { operations } = huaweiCloud;

/** Labels of the two credentials and of the node's own parts. */
const labels = [
	'Access Key ID',
	'Secret Access Key',
	'Security Token',
	'Account ID',
	'Account Name',
	'User Name',
	'Password',
	'Scope',
	'Project Name',
	'Site',
	'Endpoint',
	'IAM Endpoint',
	'Authentication',
];

describe('the texts of Huawei Cloud', () => {
	it('are plain sentences that name only what a person finds in the form or the credential', () => {
		expect(textFaults(huaweiCloud, labels)).toEqual([]);
	});

	it('give every operation an action in sentence case without articles, each its own', () => {
		const actions = operations.map(({ action }) => action);
		expect(actions.filter((action) => !/^[A-Z][a-z]+( [a-z]+)+$/.test(action))).toEqual([]);
		expect(actions.filter((action) => /\b(a|an|the)\b/.test(action))).toEqual([]);
		expect(new Set(actions).size).toBe(operations.length);
	});

	it('write every label in title case', () => {
		const words = operations
			.flatMap(({ name, fields }) => [name, ...fields.map(({ label }) => label)])
			.flatMap((label) => label.split(/[ -]/));
		expect(words.filter((word) => !/^[A-Z]/.test(word) && !['and', 'or', 'of', 'for'].includes(word))).toEqual([]);
	});

	it('stay short enough to be read in a form', () => {
		for (const { about, fields } of operations) {
			expect([about, ...fields.map((field) => field.about)].filter((text) => text.length > 160)).toEqual([]);
		}
	});
});
