/** n8n as the scenarios meet it, whether it runs in one process or in several. */
import type { Sandbox } from '../../../sandbox/server';
import type { Session } from '../session';

/** An n8n that runs. */
export interface Place {
	/** Signed in. */
	readonly session: Session;
	/** Address under which webhooks are taken, without a slash at the end. */
	readonly webhookUrl: string;
	/** Executions that wait or run, whether n8n's database answers or not. */
	readonly jobs: () => Promise<number>;
	/** Resolves when every process says of itself that it is ready. */
	readonly ready: () => Promise<void>;
}

/** Everything that runs while scenarios run. */
export interface Stage<P extends Place = Place> {
	readonly place: P;
	readonly sandbox: Sandbox;
	/** Ids of the credentials in n8n, by type. */
	readonly credentials: ReadonlyMap<string, string>;
	readonly signal: AbortSignal;
}
