/** A vendor's message, cut to what a person needs of it. */

/** Where vendors begin to echo what was signed, which can hold tokens and phone numbers. */
const echo =
	/\b(?:server\s{1,3})?(?:canonical[\s_-]{0,3}(?:request|string)|string[\s_-]{0,3}to[\s_-]{0,3}sign)|\b(?:authorization|x-auth-token)["']?\s{0,3}[:=]|-HMAC-SHA256[\s,]{1,3}(?:credential|access)=/i;

/** What only a machine reads: hashes, signatures and tokens. */
const machineTexts = /\b[0-9a-f]{64}\b|[\w+/=-]{100,}/gi;

const longestMessage = 500;
const longestName = 200;

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** On one line, without control characters. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

/** Signs at the end that led over to what was cut off. */
function withoutLead(text: string): string {
	let end = text.length;
	while (end > 0 && /[\s,;:([{"'|.-]/.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

/** A vendor's message without the echo of the signed request, control characters and excess length. */
export function readable(message: string): string {
	const at = message.search(echo);
	const kept = at < 0 ? message : withoutLead(message.slice(0, at));
	return shortened(onOneLine(kept.replace(machineTexts, '***')), longestMessage);
}

/** A name that the vendor gave, such as a code or a request ID, at a length that can be shown. */
export const readableName = (name: string): string => shortened(onOneLine(name), longestName);
