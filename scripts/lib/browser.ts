/** A Chromium without a window: the one of the npm package `@sparticuz/chromium`, or one of the person's own. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { machineCache, root } from '../prepare/folders';
import { once } from '../prepare/once';

const run = promisify(execFile);

/** Environment variable with the path of a Chromium or Chrome to use instead. */
const ownBrowser = 'CHROMIUM';

const { version } = JSON.parse(
	readFileSync(join(root, 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8'),
) as { version: string };

const folder = join(machineCache, `chromium-${version}`);

/**
 * Unpacks the browser into the folder for temporary files that it is told. The package brings the shared
 * libraries too, and unpacks them where it takes the machine for one without any.
 */
const unpackScript = "require('@sparticuz/chromium').executablePath()";
const machineWithoutLibraries = { AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };

/** Fonts of the machine, and the one of the package for a machine without any. */
const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${folder}/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks the browser once for this machine. */
async function unpacked(): Promise<string> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			`The npm package @sparticuz/chromium has no browser for ${process.platform} ${process.arch}.\n` +
				`Install Chromium or Chrome and name its program in the environment variable ${ownBrowser}.`,
		);
	}
	await once(folder, 'Waiting for another process that unpacks Chromium', async (partial) => {
		const env = { ...process.env, ...machineWithoutLibraries, TMPDIR: partial };
		await run(process.execPath, ['-e', unpackScript], { cwd: root, env });
		await writeFile(join(partial, 'fonts.conf'), fonts);
	});
	return folder;
}

/** How a browser is started. */
interface Launch {
	readonly executablePath: string;
	readonly env: Record<string, string>;
}

async function launchOf(): Promise<Launch> {
	const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
	const env = Object.fromEntries(inherited);
	const own = process.env[ownBrowser];
	if (own !== undefined && own !== '') return { executablePath: own, env };
	const home = await unpacked();
	return {
		executablePath: join(home, 'chromium'),
		env: { ...env, LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') },
	};
}

/**
 * Starts the browser.
 *
 * @throws Error that says what to install when there is none that runs here.
 */
export async function openBrowser(): Promise<Browser> {
	const { executablePath, env } = await launchOf();
	try {
		return await chromium.launch({
			executablePath,
			env,
			headless: true,
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
		});
	} catch (error) {
		throw new Error(
			`The browser ${executablePath} does not run on this machine.\n` +
				`Install Chromium or Chrome and name its program in the environment variable ${ownBrowser}.`,
			{ cause: error },
		);
	}
}
