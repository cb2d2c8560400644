/** Markup in which every text is escaped, because a text can get into it in one way only. */

/** Markup, no text. */
export class Markup {
	constructor(readonly source: string) {}
}

/** What can stand in markup. */
export type Part = Markup | string | number | undefined | readonly Part[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

function sourceOf(part: Part): string {
	if (part instanceof Markup) return part.source;
	if (part === undefined) return '';
	return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.map(sourceOf).join('');
}

/** Markup with texts, which are escaped, and other markup in it. */
export const markup = (literals: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
	new Markup(literals.reduce((source, literal, index) => source + sourceOf(parts[index - 1]) + literal));

/** Lines of the operator's text as lines of the page. */
export const lines = (text: string): Markup => markup`${text.split(/\r?\n/).map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))}`;

/** A text with a contact in it, whose digits stand from left to right in every language. */
export const withContact = (text: string, contact: string): Markup => {
	const [before = '', ...after] = text.split('{contact}');
	return markup`${before}${after.map((rest) => markup`<bdi dir="ltr" class="contact">${contact}</bdi>${rest}`)}`;
};
