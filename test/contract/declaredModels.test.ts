/**
 * The declarations against the models in the vendors' own SDKs: names, types, documented and refused values, what the
 * words call required. An SDK's fields are kept as they were when they were last compared, words included, so that a
 * version that adds or changes one makes a test fail that names it: `npm run drift -- keep` after comparing again.
 * No SDK on npm has error codes, or marks what is required in its models.
 */
import { readFileSync } from 'node:fs';
import { declare, text } from '../../nodes/engine/words/declare';
import { changes, differencesOf, explainedModels, installedFolder, type KeptSdk, keptModels, keptOf, modelledSdks, unexplained } from '../support/declaredModels';
import type { SdkApi } from '../support/sdkModels';
import { publicName } from '../support/declarations';
import type { Operation } from '../../nodes/engine/words/operation';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';
import documented from '../data/page-models.json';

const kept = JSON.parse(readFileSync(keptModels, 'utf8')) as Readonly<Record<string, KeptSdk>>;

describe.each(modelledSdks)('$packageName', (sdk) => {
	const { packageName, operations, envelope } = sdk;
	const apis = sdk.read(installedFolder(packageName));

	it.each(operations)('describes %s as it is declared', (action, operation) => {
		expect(unexplained(action, operation, apis[action], envelope)).toEqual([]);
	});

	it('is as it was when it was last compared', () => {
		const before = kept[packageName] ?? { version: 'none', apis: {} };
		expect(changes(before, keptOf(sdk, installedFolder(packageName)))).toEqual([]);
	});
});

/** What the vendors' pages say of the APIs that no SDK on npm models, in the form of a model. */
const pages = documented as Readonly<Record<string, SdkApi & { readonly page: string }>>;
const unmodelled = [...huaweiCloud.operations, ...alibabaCloud.operations.filter(({ api }) => explainedModels[api.action]?.['absent'] !== undefined)];

describe('an API that no SDK models', () => {
	it.each(unmodelled.map((operation) => [publicName(operation), operation] as const))('is declared as its page says: %s', (name, operation: Operation) => {
		const page = pages[name];
		if (page === undefined) throw new Error(`Nothing is known of the page of ${name}`);
		expect(operation.page).toBe(page.page);
		expect(differencesOf(operation, page, [])).toEqual([]);
	});
});

describe('what differs is named', () => {
	const [operation] = tencentCloud.operations;
	if (operation === undefined) throw new Error('Nothing is declared');
	const made = declare({ ...operation, fields: [text('A', 'A', 'A'), text('B', 'B', 'B', { refused: ['7'] })], answer: [] });
	const api: SdkApi = {
		request: {
			A: { type: 'integer', text: 'This parameter is required. Valid values: `1`, `2`.' },
			B: { type: 'string', text: 'Parameter value is not allowed to be 7,86.' },
			C: { type: 'string', text: '' },
		},
		answer: { RequestId: { type: 'string', text: '' }, D: { type: 'string', text: '' } },
	};

	it('in fields, types, values and what is required', () => {
		expect(differencesOf(made, api, ['RequestId'])).toEqual([
			'field A: declared string, integer in the SDK',
			'field C: only in the SDK',
			'answer D: only in the SDK',
			'value A 1: only in the SDK',
			'value A 2: only in the SDK',
			'field A: required in the SDK',
			'value B 86: refused in the SDK',
		]);
	});

	it('in words that a new version has changed', () => {
		const before = { version: '1', apis: { Send: { 'request A': 'string, words 1', 'request B': 'string' } } };
		const after = { version: '2', apis: { Send: { 'request A': 'string, words 2', 'request C': 'string' } } };
		expect(changes(before, after)).toEqual([
			'Send, request A: was string, words 1, is string, words 2',
			'Send, request B: was string, is gone',
			'Send, request C: was not there, is string',
		]);
	});
});
