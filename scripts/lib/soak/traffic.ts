/** Mixed traffic: every vendor, every documented answer and fault, expiring tokens, thrown failures, cancelled executions. */
import { request } from 'node:http';
import type { Sandbox } from '../../../sandbox/server';
import type { Session } from '../session';
import { executionsOf, hasEnded } from '../executionList';
import { provokersOf } from '../scenarios/provokers';
import { alibabaSend, huaweiTokenSend, sendWith, tencentSend } from '../scenarios/sends';
import { type Item, itemsFrom } from '../scenarios/traffic';
import { bringCredentials, type Published, publish, type Send } from '../scenarios/workflow';

/** Items in one call of a webhook. */
const batch = 20;

/** How many of them provoke a documented answer or a fault. */
const provoking = 6;

/** Seconds that the node waits for an answer, so that the fault without one takes no longer. */
const timeout = 2;

/** Milliseconds between two calls of a lane, which leave the machine to others. */
const breath = 150;

/** Milliseconds after which an execution that is to be cancelled is. */
const cancelAfter = 500;

/** Requests that a token of Huawei Cloud serves before it is refused. */
const requestsPerToken = 50;

/** A kind of execution. */
interface Kind {
	readonly name: string;
	readonly send: Send;
	readonly branchOn?: 'none';
	/** Answers on demand that its recipients provoke; every documented one when left out. */
	readonly only?: string;
	readonly cancelled?: true;
}

const kinds: readonly Kind[] = [
	{ name: 'Tencent Cloud', send: tencentSend },
	{ name: 'Huawei Cloud, expiring tokens', send: huaweiTokenSend },
	{ name: 'Alibaba Cloud', send: alibabaSend },
	{ name: 'Tencent Cloud, failures thrown', send: tencentSend, branchOn: 'none' },
	{ name: 'Huawei Cloud, cancelled', send: huaweiTokenSend, only: 'no-answer', cancelled: true },
];

/** Nothing is kept of the executions, so that the database is not what is measured. */
const settings = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none', saveExecutionProgress: false };

/** Calls a webhook over a connection of its own and answers the HTTP status; 0 where none came. */
const call = async (url: string, items: readonly Item[]): Promise<number> =>
	await new Promise((resolve) => {
		const outgoing = request(url, { method: 'POST', agent: false, headers: { 'content-type': 'application/json' } }, (answer) => {
			answer.resume();
			answer.once('close', () => { resolve(answer.statusCode ?? 0); });
		});
		outgoing.once('error', () => { resolve(0); });
		outgoing.end(JSON.stringify({ recipients: items }));
	});

const after = async (ms: number): Promise<void> => { await new Promise((resolve) => setTimeout(resolve, ms)); };

/** A kind whose workflow is published. */
interface Ready extends Kind {
	readonly workflow: Published;
	/** Recipients that provoke something. */
	readonly provokers: readonly Item[];
}

/** What went through so far. */
export interface Passed {
	readonly items: number;
	readonly executions: number;
	readonly cancelled: number;
	/** Calls that n8n did not take, by HTTP status; a thrown failure is answered with 500, and is none of them. */
	readonly refused: number;
}

/** The traffic, which can be begun and ended again and again. */
export class Mixture {
	private passed: Passed = { items: 0, executions: 0, cancelled: 0, refused: 0 };
	private next = 0;
	private going = false;
	private lanes: readonly Promise<void>[] = [];

	private constructor(
		private readonly url: string,
		private readonly session: Session,
		private readonly ready: readonly Ready[],
	) {}

	/** Puts credentials and workflows into n8n. */
	static async prepare(url: string, session: Session, sandbox: Sandbox): Promise<Mixture> {
		sandbox.set('huaweiCloud', 'requestsPerToken', requestsPerToken);
		const credentials = await bringCredentials(session, sandbox.url);
		const ready: Ready[] = [];
		for (const kind of kinds) {
			const { name, branchOn, cancelled, send } = kind;
			const more = branchOn === undefined ? send : sendWith(send, { branchOn });
			const manner = { options: { timeout }, again: false, whenDone: cancelled !== true, settings };
			const workflow = await publish(session, name, more, credentials.get(send.credential) ?? '', manner);
			ready.push({ ...kind, workflow, provokers: provokersOf(sandbox, kind.send, kind.only) });
		}
		return new Mixture(url, session, ready);
	}

	/** What went through so far. */
	get soFar(): Passed {
		return this.passed;
	}

	private count(more: Partial<Passed>): void {
		const { items = 0, executions = 0, cancelled = 0, refused = 0 } = more;
		const { passed } = this;
		this.passed = {
			items: passed.items + items,
			executions: passed.executions + executions,
			cancelled: passed.cancelled + cancelled,
			refused: passed.refused + refused,
		};
	}

	private itemsFor({ provokers, cancelled }: Ready): readonly Item[] {
		const picked = Array.from({ length: cancelled === true ? batch : provoking }, (_, index) => provokers[(this.next * provoking + index) % provokers.length]);
		const asked = picked.filter((item) => item !== undefined);
		const ordinary = itemsFrom((this.next * batch) % 900_000, batch - asked.length);
		return [...asked, ...ordinary];
	}

	/** Has n8n end what is under way of a workflow, as its button Stop does. */
	private async cancel({ workflow }: Ready): Promise<void> {
		await after(cancelAfter);
		const executions = await executionsOf(this.session, workflow.id).catch(() => []);
		for (const execution of executions) {
			if (hasEnded(execution)) continue;
			const stopped = await this.session.ask('POST', `/executions/${execution.id}/stop`).then(() => 1, () => 0);
			this.count({ cancelled: stopped });
		}
	}

	private async one(): Promise<void> {
		const kind = this.ready[this.next % this.ready.length];
		if (kind === undefined) return;
		const items = this.itemsFor(kind);
		this.next += 1;
		const status = await call(`${this.url}/webhook/${kind.workflow.path}`, items);
		const isTaken = status === 200 || (status === 500 && kind.branchOn === 'none');
		this.count(isTaken ? { items: items.length, executions: 1 } : { refused: 1 });
		if (kind.cancelled === true) await this.cancel(kind);
	}

	private async lane(): Promise<void> {
		while (this.going) {
			await this.one();
			await after(breath);
		}
	}

	/** Begins, with so many calls side by side. */
	begin(lanes: number): void {
		this.going = true;
		this.lanes = Array.from({ length: lanes }, async () => { await this.lane(); });
	}

	/** Ends when the calls under way are answered. */
	async end(): Promise<void> {
		this.going = false;
		await Promise.all(this.lanes);
	}
}
