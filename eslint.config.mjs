import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import { defineConfig, globalIgnores } from 'eslint/config';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

const published = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const { recommended } = n8nCommunityNodesPlugin.configs;

/**
 * The sets of eslint-plugin-n8n-nodes-base without the rules that n8n's own `n8n-node lint` leaves out,
 * because n8n has moved on from them (several outputs, documentation addresses, password fields).
 */
const leftOutByN8n = new Set([
	'n8n-nodes-base/cred-class-field-documentation-url-miscased',
	'n8n-nodes-base/cred-class-field-type-options-password-missing',
	'n8n-nodes-base/node-class-description-inputs-wrong-regular-node',
	'n8n-nodes-base/node-class-description-outputs-wrong',
	'n8n-nodes-base/node-param-type-options-max-value-present',
]);
const n8nRules = (name) =>
	Object.fromEntries(
		Object.entries(n8nNodesBase.configs[name].rules).filter(([rule]) => !leftOutByN8n.has(rule)),
	);

export default defineConfig(
	globalIgnores(['dist', 'node_modules', '.cache', 'test-results']),
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{
		files: ['**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.strict],
	},
	{
		files: published,
		extends: [tseslint.configs.strictTypeChecked, recommended],
		languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		rules: { 'no-console': 'error' },
	},
	{ files: ['credentials/**/*.ts'], rules: n8nRules('credentials') },
	{ files: ['nodes/**/*.ts'], rules: n8nRules('nodes') },
	{
		files: ['package.json'],
		extends: [recommended],
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: n8nRules('community'),
	},
);
