/** What happens beside the traffic of a scenario, wherever n8n runs. */
import { until } from '../../scripts/lib/forms';
import type { Happening } from '../../scripts/lib/scenarios/scenario';
import type { Traffic } from '../../scripts/lib/scenarios/traffic';
import type { Send } from '../../scripts/lib/scenarios/workflow';

/** Milliseconds that the traffic gets to come as far as a happening waits for. */
const patience = 180_000;

/** Messages after which something happens in the middle of a batch. */
const inTheMiddle = 50;

/** Waits until so many recipients were sent to. */
export async function untilSent(traffic: Traffic, recipients: number): Promise<void> {
	await until(`Message ${String(recipients)}`, async () => await Promise.resolve(traffic.sentSoFar() >= recipients ? true : undefined), patience);
}

/** The cloud answers some calls in another way, from the middle of the batch on. */
export const answered =
	({ node, operation }: Send, answer: { readonly code: string } | { readonly fault: string }, times = 1): Happening =>
	async ({ sandbox }, traffic) => {
		await untilSent(traffic, inTheMiddle);
		sandbox.answerNext({ vendor: node, operation, times, ...answer });
		return [];
	};

/** The cloud throttles a call every half a second, as it does where others use the same account. */
export const throttled =
	({ node, operation }: Send, code: string, times: number): Happening =>
	async ({ sandbox }, traffic) => {
		for (let count = 1; count <= times; count += 1) {
			await untilSent(traffic, count * 5);
			sandbox.answerNext({ vendor: node, operation, code });
		}
		return [];
	};

/** The cloud refuses one recipient in the middle of a batch whose workflow stops at that, and a person presses Retry in n8n. */
export const stoppedAndRetried =
	(send: Send, code: string): Happening =>
	async (stage, traffic) => {
		await answered(send, { code })(stage, traffic);
		const stopped = await traffic.firstEnd();
		const retried = await traffic.retry(stopped.id);
		return [`n8n ended the execution with "${stopped.status}", and the one of Retry with "${retried}"`];
	};

/** A person stops the execution in the middle, and presses Retry. */
export const cancelled: Happening = async (_stage, traffic) => {
	await untilSent(traffic, inTheMiddle);
	await traffic.stop();
	const stopped = await traffic.firstEnd();
	const sent = traffic.sentSoFar();
	const retried = await traffic.retry(stopped.id);
	const { outcomes } = await traffic.figures();
	return [
		`n8n ended the execution with "${stopped.status}" when ${String(sent)} messages were out`,
		`Retry ended with "${retried}", ${String(traffic.sentSoFar() - sent)} more messages, and ${String(outcomes)} outcomes`,
	];
};

/** Nobody knows of anything, and all are handed over once more. */
export const givenAgain: Happening = async (_stage, traffic) => {
	await traffic.postAgain();
	await traffic.settled();
	return ['All recipients were handed over once more'];
};

/** Those of whom n8n has no outcome are handed over once more. */
export const lostGivenAgain: Happening = async (_stage, traffic) => {
	const count = await traffic.postLost();
	await traffic.settled();
	return [`n8n had no outcome of ${String(count)} recipients, and these were handed over once more`];
};
