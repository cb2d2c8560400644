/** The README holds what is there: names as n8n shows them, commands that exist, pictures, ways to install and to remove. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlibabaCloudAccessKeyApi } from '../../credentials/AlibabaCloudAccessKeyApi.credentials';
import { HuaweiCloudAccessKeyApi } from '../../credentials/HuaweiCloudAccessKeyApi.credentials';
import { HuaweiCloudIamApi } from '../../credentials/HuaweiCloudIamApi.credentials';
import { TencentCloudApi } from '../../credentials/TencentCloudApi.credentials';

const root = join(__dirname, '..', '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { name, version, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	readonly name: string;
	readonly version: string;
	readonly scripts: Readonly<Record<string, string>>;
};

test('calls each credential what n8n calls it', () => {
	const classes = [TencentCloudApi, AlibabaCloudAccessKeyApi, HuaweiCloudAccessKeyApi, HuaweiCloudIamApi];
	for (const { displayName } of classes.map((one) => new one())) expect(readme).toContain(`| ${displayName} |`);
});

test('shows every picture, and none that is not there', () => {
	const shown = [...readme.matchAll(/docs\/images\/([\w-]+\.png)/g)].map(([, file]) => file);
	expect(shown.sort()).toEqual(readdirSync(join(root, 'docs', 'images')).sort());
});

test('asks for scripts that the package has', () => {
	const asked = [...readme.matchAll(/npm (?:run )?(start|test|(?<=run )\w+)/g)].map(([, script]) => script ?? '');
	expect(asked.length).toBeGreaterThan(8);
	expect(asked.filter((script) => !(script in scripts))).toEqual([]);
});

test('says how to install the package where the registry does not have it, and how to remove it', () => {
	expect(readme).toContain(`npm install --prefix ~/.n8n/nodes --legacy-peer-deps ./${name}-${version}.tgz`);
	expect(readme).toContain(`npm uninstall --prefix ~/.n8n/nodes --legacy-peer-deps ${name}`);
	for (const way of ['Docker', 'Queue mode', 'n8n Cloud', 'N8N_CUSTOM_EXTENSIONS']) expect(readme).toContain(way);
});

test('names the version of n8n that the tests run', () => {
	const { dependencies } = JSON.parse(readFileSync(join(root, 'runtime', 'n8n', 'package.json'), 'utf8')) as {
		readonly dependencies: { readonly n8n: string };
	};
	expect(readme).toContain(`Made for n8n ${dependencies.n8n} `);
});

test('names menus as n8n shows them', () => {
	expect(readme).toContain('*Import > From file*');
	expect(readme).toContain('*Settings > Community nodes*');
	expect(readme).not.toMatch(/Import from File|Community Nodes/);
});
