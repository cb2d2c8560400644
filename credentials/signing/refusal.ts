/** Refusals before a byte leaves, and the credential fields that they are mostly about. */

/** Credential fields as n8n decrypted them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A request that this package does not sign. The message says why and what to do; it holds no key, token or
 * password, and nothing of the request but its host.
 */
export class SigningRefusal extends Error {
	override readonly name = 'SigningRefusal';

	/**
	 * @param passing - true when the same request may be signed later without a change, because what was needed for
	 * it could not be had just now.
	 * @param retryAfterSeconds - how long it takes at least until then, where that is known.
	 */
	constructor(
		message: string,
		readonly passing = false,
		readonly retryAfterSeconds?: number,
	) {
		super(message);
	}
}

/** A field without the spaces and line ends that copying leaves around it; empty when it is not a text. */
export function textOf(fields: Fields, name: string): string {
	const value = fields[name];
	return typeof value === 'string' ? value.trim() : '';
}

/** Whether a field's value can stand in a header: visible ASCII. */
const visible = /^[\x21-\x7e]+$/;

/**
 * A key or token that must be there.
 *
 * @param label - the field as the form names it.
 * @throws SigningRefusal when it is empty, or has characters that no key has.
 */
export function keyOf(fields: Fields, name: string, label: string): string {
	const value = textOf(fields, name);
	if (value === '') {
		throw new SigningRefusal(`The credential's field '${label}' is empty. Open the credential and fill it in.`);
	}
	return printable(value, label);
}

/** Like {@link keyOf} for a key or token that may be left empty. */
export const optionalKeyOf = (fields: Fields, name: string, label: string): string => {
	const value = textOf(fields, name);
	return value === '' ? '' : printable(value, label);
};

function printable(value: string, label: string): string {
	if (visible.test(value)) return value;
	throw new SigningRefusal(
		`The credential's field '${label}' has a space, a line end or a letter outside ASCII inside it. ` +
			'Copy the value again from the console.',
	);
}
