/** `npm run pictures`: takes the pictures of the README anew, from n8n's editor as it runs. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './prepare/folders';
import { say, step } from './prepare/steps';
import { openBrowser } from './lib/browser';
import { executeWorkflow, openNode, openWorkflow, signInToEditor } from './lib/editor';
import { takePagePictures } from './lib/pagePictures';
import { anyPort } from './lib/ports';
import { type Session, signIn } from './lib/session';
import { untilStopped } from './lib/stopping';
import { prepareTogether } from './lib/cloudsAndN8n';

const pictures = join(root, 'docs', 'images');

/** Takes the pictures of an n8n that runs: the canvas after a run, the node's form, and a trigger with its pages. */
async function take(url: string, session: Session, sandboxUrl: string): Promise<void> {
	const browser = await openBrowser();
	try {
		const page = await signInToEditor(browser, url);
		await openWorkflow(page, url, 'tencentPartner01');
		await executeWorkflow(page);
		await page.screenshot({ path: join(pictures, 'tencent-canvas.png') });
		await openNode(page, 'Send Partner Customer Code');
		await page.screenshot({ path: join(pictures, 'tencent-form.png') });
		await takePagePictures({ browser, editor: page, n8nUrl: url, session, sandboxUrl, folder: pictures });
	} finally {
		await browser.close();
	}
}

untilStopped(async (signal) => {
	await mkdir(pictures, { recursive: true });
	const folder = await mkdtemp(join(tmpdir(), 'n8n-pictures-'));
	const place = { folder, signal, n8nPort: await anyPort(), brokerPort: await anyPort(), sandboxPort: 0 };
	const { n8n, sandbox } = await step('Putting the package into a new n8n', async () => await prepareTogether(place));
	try {
		const program = await step('Starting n8n', async () => await n8n.start());
		try {
			const session = await signIn(n8n.url);
			if (session === undefined) throw new Error('n8n refused the login of the pictures.');
			await step('Taking the pictures', async () => {
				await take(n8n.url, session, sandbox.url);
			});
		} finally {
			await program.stop();
		}
		say(`The pictures are in ${pictures}.`);
	} finally {
		await sandbox.close();
		await rm(folder, { recursive: true, force: true });
	}
});
