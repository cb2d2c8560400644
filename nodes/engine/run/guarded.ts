/** One message, past its guards: each may keep it from going out, and none keeps it away that was not sent. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { cancelSignalOf } from '../call/caller';
import { type Begun, begin } from '../call/contactPace';
import { accountOf } from '../call/pace';
import { pause } from '../call/pause';
import { contactsOf } from '../input/contact';
import type { ReadItem } from '../input/item';
import type { Setup } from '../input/setup';
import { failedHere } from '../judge/judge';
import type { Finding, FoundFailure } from '../judge/outcome';
import type { CredentialFields, Operation, Values } from '../words/operation';
import type { MessageCount } from './messageCount';
import type { Progress } from './progress';
import type { SendOnceKeys } from './sendOnce';

/** What guards a run's messages. */
interface Guards {
	readonly context: IExecuteFunctions;
	readonly setup: Setup;
	readonly messages: MessageCount;
	readonly keys: SendOnceKeys;
	readonly progress: Progress;
}

/** One message. */
interface Message {
	readonly operation: Operation;
	readonly item: ReadItem;
	readonly values: Values;
	/** Of the credential, by which the account is known whose messages are counted together for a contact. */
	readonly fields: CredentialFields;
}

/** A guard that let the message pass, and what it is told of its end. */
interface Passed {
	end(sent: boolean): Promise<void> | void;
}

const isRefused = (passed: Passed | FoundFailure): passed is FoundFailure => 'failure' in passed;

/** Whether it is certain that no message went out. */
const isUnsent = (found: Finding): boolean => !found.success && !found.note.maybeDone;

/** Who sends to whom: an account and an operation have a pace of their own with each contact. */
function contactNamed({ setup: { vendor, credential } }: Guards, { operation, values, fields }: Message): readonly string[] {
	const contacts = contactsOf(operation, values).map(({ name }) => name);
	return [vendor.name, operation.resource.value, operation.value, accountOf(credential, fields), ...contacts];
}

async function pastCooldown(run: Guards, message: Message): Promise<Passed | FoundFailure> {
	const { operation, item } = message;
	const { cooldown, longestWait } = item.guards;
	if (cooldown <= 0) return { end: () => undefined };
	const contact = contactNamed(run, message);
	for (let waited = 0; ; ) {
		const begun: { readonly message: Begun } | { readonly wait: number } = begin(contact, cooldown);
		if ('message' in begun) {
			return {
				end: (sent) => {
					if (sent) begun.message.sent();
					else begun.message.notSent();
				},
			};
		}
		waited += begun.wait;
		if (waited > longestWait * 1000) {
			return failedHere(operation, 'Local.Cooldown', { retryAfterSeconds: Math.ceil(begun.wait / 1000) });
		}
		run.progress.waits(begun.wait, 'its contact');
		if (!(await pause(begun.wait, cancelSignalOf(run.context)))) return failedHere(operation, 'Local.NotStarted');
	}
}

async function pastKey(run: Guards, { operation, item }: Message): Promise<Passed | FoundFailure> {
	const { sendOnceKey } = item.guards;
	if (sendOnceKey === undefined) return { end: () => undefined };
	const key = JSON.stringify([operation.resource.value, operation.value, sendOnceKey]);
	const recorded = await run.keys.record(key);
	if (recorded === 'before') return failedHere(operation, 'Local.SentBefore');
	if (recorded === 'unknown') return failedHere(operation, 'Local.KeyNotRecorded');
	return {
		end: async (sent) => {
			if (!sent) await run.keys.takeBack(key);
		},
	};
}

/**
 * Sends a message past the guards of its item and of its run. The key is recorded when the message has its turn: of a
 * process that is killed, none may stay used whose message was still waiting.
 *
 * @param send - sends it, unless what it asks right before finds something, and says what became of it.
 */
export async function guarded(run: Guards, message: Message, send: (before: () => Promise<Finding | undefined>) => Promise<Finding>): Promise<Finding> {
	const refused = await run.messages.begin();
	if (refused !== undefined) return failedHere(message.operation, refused);
	const passed: Passed[] = [];
	const call: { asked: boolean; found: Finding | undefined } = { asked: false, found: undefined };
	const past = async (guard: typeof pastKey): Promise<FoundFailure | undefined> => {
		const next = await guard(run, message);
		if (isRefused(next)) return next;
		passed.push(next);
		return undefined;
	};
	try {
		const held = await past(pastCooldown);
		if (held !== undefined) return held;
		const came = await send(async () => {
			const used = await past(pastKey);
			call.asked = used === undefined;
			return used;
		});
		if (call.asked) call.found = came;
		return came;
	} finally {
		const sent = call.asked && (call.found === undefined || !isUnsent(call.found));
		for (const guard of passed.reverse()) await guard.end(sent);
		run.messages.end(call.found);
	}
}
