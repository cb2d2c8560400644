/** `npm start`: the sandbox and a real n8n, until Ctrl-C. */
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkoutCache } from './prepare/folders';
import { Stop, say, step } from './prepare/steps';
import { exampleWorkflows } from './lib/examples';
import { formPath, hasForm, publishForm } from './lib/forms';
import { freePorts } from './lib/ports';
import { owner, type Session, signIn } from './lib/session';
import { untilStopped } from './lib/stopping';
import { type Together, prepareTogether } from './lib/cloudsAndN8n';

const folder = resolve(process.env['N8N_USER_FOLDER'] ?? join(checkoutCache, 'n8n'));

/** Says which process uses the folder, so that no second n8n opens the same database. */
const runningFile = join(folder, 'running.json');

const preferred = (variable: string, usual: number): number => Number(process.env[variable] ?? usual);

/** Refuses to start beside another start in the same folder. */
function checkAlone(): void {
	let other: { pid: number; url: string };
	try {
		other = JSON.parse(readFileSync(runningFile, 'utf8')) as typeof other;
		process.kill(other.pid, 0);
	} catch {
		return;
	}
	throw new Stop(
		`n8n already runs with the data in ${folder}: ${other.url}\nOpen it, or end it with Ctrl-C where it runs.`,
	);
}

/** Publishes the pages that have just come into n8n; what a person has unpublished stays so. */
async function publishForms({ n8n, imported }: Together, session: Session): Promise<void> {
	const forms = (await exampleWorkflows()).filter((workflow) => hasForm(workflow) && imported.brought.includes(workflow.name));
	if (forms.length === 0) return;
	await step('Publishing the workflows with pages', async () => {
		for (const form of forms) await publishForm(n8n.url, session, form);
	});
}

/** What to open, and with which login. */
async function greet(together: Together): Promise<void> {
	const { sandbox, n8n, imported } = together;
	const known = await signIn(n8n.url);
	if (known !== undefined) await publishForms(together, known);
	for (const name of imported.kept) {
		say(`"${name}" has a new version. Yours was changed and stays as it is; the new one is in the checkout.`);
	}
	say('');
	say(`n8n        ${n8n.url}`);
	say(known === undefined ? 'login      your own' : `login      ${owner.email}  ${owner.password}`);
	say(`inbox      ${sandbox.url}/   what the sandbox "sent", and a recipient for every documented answer`);
	for (const form of (await exampleWorkflows()).filter(hasForm)) say(`page       ${n8n.url}/form/${formPath(form)}`);
	say(`data       ${folder}`);
	say('');
	say('Open a page as a visitor would; the codes arrive in the inbox. Or open n8n, sign in, pick one of the other workflows, and press Execute workflow.');
	say('Ctrl-C ends all of it; your workflows are kept.');
}

/** Runs both until the signal says to stop, or n8n ends by itself. */
async function run(signal: AbortSignal): Promise<void> {
	checkAlone();
	const ports = await freePorts({
		n8nPort: preferred('N8N_PORT', 5678),
		brokerPort: preferred('N8N_RUNNERS_BROKER_PORT', 5679),
		sandboxPort: preferred('SANDBOX_PORT', 8787),
	});
	const place = { folder, signal, ...ports };
	const together = await step('Putting the package, credentials and workflows into n8n', async () =>
		await prepareTogether(place),
	);
	try {
		await writeFile(runningFile, JSON.stringify({ pid: process.pid, url: together.n8n.url }));
		const program = await step('Starting n8n', async () => await together.n8n.start());
		try {
			await greet(together);
			await program.ended;
		} finally {
			await program.stop();
		}
		throw new Stop(`n8n ended by itself (${String(await program.ended)}). Its last lines:\n${program.lastLines()}`);
	} finally {
		await together.sandbox.close();
		await rm(runningFile, { force: true });
	}
}

/** What helps when n8n itself does not get on with its data. */
const advice =
	`n8n keeps its data in ${folder}. If this happens again, set N8N_USER_FOLDER to another folder, ` +
	'or take that one away: the workflows that you made are in it.';

untilStopped(async (signal) => {
	try {
		await run(signal);
	} catch (error) {
		if (error instanceof Stop || !(error instanceof Error)) throw error;
		throw new Stop(`${error.message}\n${advice}`);
	}
});
