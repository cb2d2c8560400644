/** The guards of a send: what keeps a message from going out although the vendor would take it. */
import type { IExecuteFunctions } from 'n8n-workflow';
import { cooldownSeconds, longestWaitSeconds } from '../words/limits';
import { optionsCollection } from '../words/names';
import type { Operation, Values } from '../words/operation';
import { notAllowedIn, readCountries } from './allowedCountries';
import { readNumber, type ReadOption } from './numberOption';
import { rawParameter } from './parameters';
import { asText, invalid, type ItemRefusal, mustBe, unresolved } from './refusals';

/** How one message is guarded. */
export interface ItemGuards {
	/** Seconds for which a contact gets no other message; none at 0. */
	readonly cooldown: number;
	/** Longest time, in seconds, for which an item waits until its contact may get another message. */
	readonly longestWait: number;
	/** A message with a key that was used before is not sent. */
	readonly sendOnceKey: string | undefined;
}

/** What a send without any guard has: the vendor's own rule alone. */
export const unguarded = (operation: Operation | undefined): ItemGuards => ({
	cooldown: operation?.contactSeconds ?? 0,
	longestWait: longestWaitSeconds.usual,
	sendOnceKey: undefined,
});

const keyLabel = 'Send Once Key';

/** A key that is chosen and empty would let everything through, or nothing: neither is meant. */
function readKey(context: IExecuteFunctions, itemIndex: number): ReadOption<string | undefined> {
	const raw = rawParameter(context, `${optionsCollection}.sendOnceKey`, itemIndex);
	if ('unresolved' in raw) return { refusal: unresolved('sendOnceKey', keyLabel) };
	if (raw.given === null || raw.given === undefined) return { value: undefined };
	const text = asText(raw.given)?.trim();
	if (text === undefined) return { refusal: invalid('sendOnceKey', mustBe(keyLabel, 'text')) };
	if (text !== '') return { value: text };
	const happened = `'${keyLabel}' is empty for this item`;
	return { refusal: { code: 'Local.MissingParameter', field: 'sendOnceKey', happened, todo: 'Check the expression that should give it, or remove the option' } };
}

/**
 * Reads the guards of one item. Throws nothing: what makes no sense is a refusal beside them.
 *
 * @param values - checked; a refusal of the country needs them.
 */
export function readGuards(
	context: IExecuteFunctions,
	itemIndex: number,
	operation: Operation,
	values: Values,
): { readonly guards: ItemGuards; readonly refusal: ItemRefusal | undefined } {
	const usual = unguarded(operation);
	const number = (name: string, label: string, bounds: { readonly least: number; readonly most: number }, otherwise: number) =>
		readNumber(context, itemIndex, { path: `${optionsCollection}.${name}`, ...bounds, label, usual: otherwise });
	const cooldown = number('cooldown', 'Cooldown per Contact (Seconds)', cooldownSeconds, usual.cooldown);
	const longestWait = number('longestWait', 'Longest Wait for Contact (Seconds)', longestWaitSeconds, usual.longestWait);
	const key = readKey(context, itemIndex);
	const countries = readCountries(context, itemIndex);
	const refused = [cooldown, longestWait, key, countries].find((read) => 'refusal' in read);
	const refusal = refused !== undefined && 'refusal' in refused ? refused.refusal : undefined;
	const allowed = 'value' in countries ? countries.value : undefined;
	return {
		guards: {
			/* The vendor's own rule holds whatever the person sets. */
			cooldown: Math.max('value' in cooldown ? cooldown.value : 0, usual.cooldown),
			longestWait: 'value' in longestWait ? longestWait.value : usual.longestWait,
			sendOnceKey: 'value' in key ? key.value : undefined,
		},
		refusal: refusal ?? (allowed === undefined ? undefined : notAllowedIn(allowed, operation, values)),
	};
}
