/**
 * The n8n and the sandbox that the end-to-end tests run on: how a test gets at them. Each worker of jest has a
 * pair of its own and runs one file at a time, so that what a file sends, demands, publishes or frees is seen by no other.
 */
import { sandboxCredentials } from '../../scripts/lib/cloudsAndN8n';
import { n8nAt, type N8n } from '../../scripts/lib/n8n';
import { type Session, signIn } from '../../scripts/lib/session';

const variable = 'END_TO_END_STAGE';

/** What a test must know to reach them. */
export interface Stage {
	readonly folder: string;
	readonly n8nPort: number;
	readonly brokerPort: number;
	readonly sandboxUrl: string;
}

/** Tells the processes of the tests where all is: one stage for each worker. */
export const publishStages = (stages: readonly Stage[]): void => {
	process.env[variable] = JSON.stringify(stages);
};

/** The stage of the worker that asks; jest numbers its workers from 1. */
function ownStage(): Stage {
	const stages = JSON.parse(process.env[variable] ?? '[]') as readonly Stage[];
	const stage = stages[Number(process.env['JEST_WORKER_ID']) - 1];
	if (stage === undefined) throw new Error('No n8n runs for the tests. Run them with "npm test".');
	return stage;
}

/** A test's own access. */
export interface Access {
	readonly n8n: N8n;
	readonly session: Session;
	readonly sandboxUrl: string;
	/** Frees every limit of the sandbox and empties its inbox. */
	readonly resetSandbox: () => Promise<void>;
}

/** A credential that an earlier file made would be offered, or even chosen, in the editor of the next one. */
async function leaveOwnCredentials(session: Session, sandboxUrl: string): Promise<void> {
	const own = sandboxCredentials(sandboxUrl).map(({ id }) => id);
	const all = (await session.ask('GET', '/credentials')) as ReadonlyArray<{ readonly id: string }>;
	for (const { id } of all) if (!own.includes(id)) await session.ask('DELETE', `/credentials/${id}`);
}

/** Signs in to the n8n of this worker, and takes away what earlier files left of credentials. */
export async function enterStage(): Promise<Access> {
	const stage = ownStage();
	const n8n = n8nAt({ ...stage, port: stage.n8nPort, signal: new AbortController().signal });
	const session = await signIn(n8n.url);
	if (session === undefined) throw new Error('n8n refused the login of the tests.');
	await leaveOwnCredentials(session, stage.sandboxUrl);
	return {
		n8n,
		session,
		sandboxUrl: stage.sandboxUrl,
		resetSandbox: async () => {
			await fetch(`${stage.sandboxUrl}/sandbox/reset`, { method: 'POST' });
		},
	};
}
