/** What pages say, in every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filled, texts } from '../../../nodes/engine/page/texts';
import { english } from '../../../nodes/engine/page/texts/english';
import { acceptedTags, type Language, languageOf, languages } from '../../../nodes/engine/words/languages';

const names = Object.keys(english) as ReadonlyArray<keyof typeof english>;
const tags = Object.keys(languages) as readonly Language[];
const braces = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe.each(tags)('the texts in %s', (tag) => {
	test('are all there, each with the same words to be filled in as in English', () => {
		for (const name of names) {
			expect([name, texts[tag][name].trim().length > 0]).toEqual([name, true]);
			expect([name, braces(texts[tag][name])]).toEqual([name, braces(english[name])]);
		}
	});

	test('are in that language', () => {
		const same = tag === 'en' ? [] : names.filter((name) => texts[tag][name] === english[name]);
		expect(same.filter((name) => !['code', 'mobileNumber', 'emailAddress'].includes(name))).toEqual([]);
	});

	test('say nothing of a workflow, a node or a mistake', () => {
		const builder = /\b(?:workflow|node|expression|item|execution|n8n|error|failure|failed|mistake)\b/i;
		expect(names.filter((name) => builder.test(texts[tag][name]))).toEqual([]);
	});
});

test('each text is used by a page', () => {
	const folder = join(__dirname, '../../../nodes');
	const files = ['engine/page/html/layout.ts', 'engine/page/html/contactPage.ts', 'engine/page/html/codePage.ts', 'engine/page/html/endPage.ts'];
	const others = ['check', 'contact', 'ownFields', 'reason', 'respond', 'send', 'serve'].map((name) => `engine/page/${name}.ts`);
	const vendors = ['AlibabaCloud', 'HuaweiCloud', 'TencentCloud'].map((name) => `${name}/journeys.ts`);
	const code = [...files, ...others, ...vendors].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
	expect(names.filter((name) => !new RegExp(`(?:\\.|')${name}\\b`).test(code))).toEqual([]);
});

test('what is filled in stands as it is given, and what is not given stays', () => {
	expect(filled('{a} and {b} {a}', { a: '$&{b}' })).toBe('$&{b} and {b} $&{b}');
});

test.each([
	['de-AT', 'de'],
	['zh-CN', 'zh-Hans'],
	['zh', 'zh-Hans'],
	['zh-TW', 'zh-Hant'],
	['zh-Hant-HK', 'zh-Hant'],
	['zh-HK', 'zh-Hant'],
	['pt-BR', 'pt'],
	['AR-eg', 'ar'],
	['nl', undefined],
	['constructor', undefined],
])('a browser that asks for %s is answered in %s', (tag, language) => {
	expect(languageOf(tag)).toBe(language);
});

test("a browser's languages come in its own order, whatever stands in the header", () => {
	expect(acceptedTags('fr;q=0.5, de-DE, en;q=0.9, *;q=0.1, xx;q=0')).toEqual(['de-DE', 'en', 'fr']);
	expect(acceptedTags(`${'a,'.repeat(9999)}de`).length).toBeLessThanOrEqual(20);
	expect(acceptedTags(';;;,q=,<script>')).toEqual([]);
});
