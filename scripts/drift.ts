/**
 * `npm run drift`: fetches the newest SDKs of the vendors and says in what they differ from the declarations, and from
 * the SDKs that the tests hold them against. `npm run drift -- keep` keeps the fields of the installed SDKs as compared.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { changes, installedFolder, type KeptSdk, keptModels, keptOf, type ModelledSdk, modelledSdks, unexplained } from '../test/support/declaredModels';
import { say, step } from './prepare/steps';

const run = promisify(execFile);

/** Puts the newest version of a package into a folder; its scripts do not run. */
async function fetched(packageName: string, folder: string): Promise<string> {
	const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts', '--omit=peer'];
	await run('npm', ['install', ...options, '--prefix', folder, `${packageName}@latest`], { cwd: folder });
	return join(folder, 'node_modules', packageName);
}

/** Says what the newest version changes, and answers how many lines that took. */
async function report(sdk: ModelledSdk, kept: KeptSdk, folder: string): Promise<number> {
	const newest = await step(`Fetching ${sdk.packageName}`, async () => await fetched(sdk.packageName, folder));
	const now = keptOf(sdk, newest);
	const apis = sdk.read(newest);
	const lines = [
		...changes(kept, now),
		...sdk.operations.flatMap(([action, operation]) =>
			unexplained(action, operation, apis[action], sdk.envelope).map((line) => `${action}: ${line}`),
		),
	];
	say(`\n${sdk.packageName}: ${now.version} is the newest, ${kept.version} is what the tests hold the declarations against.`);
	for (const line of lines.length === 0 ? ['No difference in the declared APIs.'] : lines) say(`  ${line}`);
	return lines.length;
}

async function main(asked: string | undefined): Promise<void> {
	if (asked === 'keep') {
		const found = Object.fromEntries(modelledSdks.map((sdk) => [sdk.packageName, keptOf(sdk, installedFolder(sdk.packageName))]));
		await writeFile(keptModels, `${JSON.stringify(found, undefined, '\t')}\n`);
		return;
	}
	const kept = JSON.parse(await readFile(keptModels, 'utf8')) as Readonly<Record<string, KeptSdk>>;
	const folder = await mkdtemp(join(tmpdir(), 'sdk-drift-'));
	try {
		let lines = 0;
		for (const sdk of modelledSdks) {
			lines += await report(sdk, kept[sdk.packageName] ?? { version: 'none', apis: {} }, folder);
		}
		say('\nHuawei Cloud publishes no package for Service Tickets: its pages are the only source.');
		process.exitCode = lines === 0 ? 0 : 1;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

main(process.argv[2]).catch((error: unknown) => {
	say(`\n${String(error)}`);
	process.exitCode = 1;
});
