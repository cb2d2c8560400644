/** Recipients of the sandbox that provoke a documented answer or a fault, as items of a workflow. */
import type { Recipient } from '../../../sandbox/recipients';
import type { Sandbox } from '../../../sandbox/server';
import type { Item } from './traffic';
import type { Send } from './workflow';

/** A number without a dialling code of its own begins with one of a single digit. */
function itemFor({ phone, diallingCode }: Recipient): readonly Item[] {
	if (phone === undefined) return [];
	return [diallingCode === undefined ? { area: phone.slice(0, 1), phone: phone.slice(1) } : { area: diallingCode, phone }];
}

/**
 * The recipients that provoke something in an API.
 *
 * @param only - id of an answer or name of a fault; all of them when left out
 */
export const provokersOf = (sandbox: Sandbox, { api }: Send, only?: string): readonly Item[] =>
	sandbox
		.recipients()
		.filter((recipient) => recipient.api === api && (only === undefined || recipient.id === only))
		.flatMap(itemFor);
