/** Keeps secrets and, where asked for, contacts out of what leaves the node. */

/** Where vendors begin to echo what was signed, which can hold tokens and phone numbers. */
const echo = /\W*\b(?:server\s+)?(?:canonical[\s_-]*(?:request|string)|string[\s_-]*to[\s_-]*sign)\b/i;

const longestMessage = 500;

/** A vendor's message without the echo of the signed request, control characters and excess length. */
export function cutEchoes(message: string): string {
	const at = message.search(echo);
	const kept = (at < 0 ? message : message.slice(0, at)).replace(/[\p{Cc}\s]+/gu, ' ').trim();
	return kept.length > longestMessage ? `${kept.slice(0, longestMessage)}…` : kept;
}

/**
 * A contact of which enough is left to recognise it: `188****8888`, `n***@example.com`.
 */
export function masked(contact: string): string {
	const at = contact.lastIndexOf('@');
	if (at > 0) return `${contact.slice(0, 1)}***${contact.slice(at)}`;
	if (contact.length < 8) return '****';
	return `${contact.slice(0, 3)}****${contact.slice(-4)}`;
}

/** Texts to replace: what stands there now, and what takes its place. */
export type Replacements = ReadonlyMap<string, string>;

const boundary = /[\p{L}\p{N}]/u;

/** Replaces whole occurrences only, so that a short code does not tear unrelated numbers apart. */
function replaceWhole(text: string, from: string, to: string): string {
	let result = '';
	let position = 0;
	for (;;) {
		const at = text.indexOf(from, position);
		if (at < 0) return result + text.slice(position);
		const before = text.charAt(at - 1);
		const after = text.charAt(at + from.length);
		const whole = !boundary.test(before) && !boundary.test(after);
		result += text.slice(position, at) + (whole ? to : from);
		position = at + from.length;
	}
}

const replaceIn = (text: string, replacements: Replacements): string =>
	[...replacements].reduce((current, [from, to]) => (from === '' ? current : replaceWhole(current, from, to)), text);

/**
 * A copy of any JSON value with every occurrence of the given texts replaced, in keys' values, in lists and
 * in numbers that read like one of the texts.
 */
export function replaceDeep(value: unknown, replacements: Replacements): unknown {
	if (replacements.size === 0) return value;
	if (typeof value === 'string') return replaceIn(value, replacements);
	if (typeof value === 'number') return replacements.get(String(value)) ?? value;
	if (Array.isArray(value)) return value.map((entry) => replaceDeep(entry, replacements));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaceDeep(entry, replacements)]));
	}
	return value;
}
