/** n8n's guidelines for what people read in a form, held for every property of the three forms. */
import type { INodeProperties } from 'n8n-workflow';
import { AlibabaCloud } from '../../nodes/AlibabaCloud/AlibabaCloud.node';
import { HuaweiCloud } from '../../nodes/HuaweiCloud/HuaweiCloud.node';
import { TencentCloud } from '../../nodes/TencentCloud/TencentCloud.node';

/** A property with those inside its collections. */
const within = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? []).flatMap((option) => ('values' in option ? option.values : 'type' in option ? [option] : [])).flatMap(within),
];

/** What a person picks in a list. */
const picks = ({ type, options = [] }: INodeProperties) =>
	type === 'options' || type === 'multiOptions' ? options.flatMap((option) => ('value' in option ? [option] : [])) : [];

/** Links in a text, which are not read. */
const readable = (html: string) => html.replaceAll(/<[^>]+>/g, '');

/** Words that stand small within a title. */
const small = /^(and|as|by|for|from|if|in|of|on|or|per|the|to|with)$/;
const isTitle = (label: string) => label.split(/[ -]/).every((word, index) => /^[(A-Z0-9]/.test(word) || (index > 0 && small.test(word)));

const forms = [new AlibabaCloud(), new HuaweiCloud(), new TencentCloud()].map(({ description }) => ({
	name: description.displayName,
	properties: description.properties.flatMap(within),
}));

describe.each(forms)('the form of $name', ({ properties }) => {
	const labelled = properties.filter(({ type }) => type !== 'notice');
	/** n8n names these two lists itself, and explains each entry instead. */
	const explained = labelled.filter(({ name, type }) => !['resource', 'operation', 'authentication'].includes(name) && type !== 'collection');

	it('has labels in title case', () => {
		const labels = labelled.map(({ displayName }) => displayName);
		expect(labels.filter((label) => !isTitle(label))).toEqual([]);
	});

	it('explains every field', () => {
		expect(explained.filter(({ description = '' }) => readable(description).length < 5).map(({ displayName }) => displayName)).toEqual([]);
	});

	it('explains in sentences that start with a capital, and in a single one without a full stop', () => {
		const texts = explained.map(({ description = '' }) => readable(description));
		expect(texts.filter((text) => !/^['A-Z0-9]/.test(text) || /\s{2}|\.\./.test(text))).toEqual([]);
		expect(texts.filter((text) => text.endsWith('.') && !/[.!?] [A-Z]/.test(text))).toEqual([]);
	});

	it('asks what a switch does by Whether', () => {
		const switches = labelled.filter(({ type }) => type === 'boolean');
		expect(switches.filter(({ description = '' }) => !description.startsWith('Whether ')).map(({ name }) => name)).toEqual([]);
	});

	it('shows examples as examples', () => {
		const examples = labelled.filter(({ type, placeholder }) => type === 'string' && placeholder !== undefined);
		expect(examples.filter(({ placeholder = '' }) => !/^e\.g\. \S/.test(placeholder)).map(({ name }) => name)).toEqual([]);
	});

	it('gives what is picked a name in title case, and a description without a full stop', () => {
		const entries = labelled.flatMap(picks);
		expect(entries.filter(({ name }) => !isTitle(name) && !/^(GMT|SMS)/.test(name)).map(({ name }) => name)).toEqual([]);
		expect(entries.filter(({ description = '' }) => description.endsWith('.')).map(({ description }) => description)).toEqual([]);
	});

	it('names actions in sentence case, without articles, each once', () => {
		const actions = labelled.flatMap(picks).flatMap(({ action }) => action ?? []);
		expect(actions.filter((action) => !/^[A-Z][A-Za-z ]+$/.test(action) || /\b(a|an|the)\b/.test(action))).toEqual([]);
		expect(new Set(actions).size).toBe(actions.length);
	});

	it('never says problem, failure or mistake', () => {
		const texts = properties.flatMap(({ displayName, description = '', hint = '' }) => [displayName, description, hint]);
		expect(texts.map(readable).filter((text) => /\b(problem|failure|mistake)s?\b/i.test(text))).toEqual([]);
	});
});
