/** Reads a refusal in XML, in which Alibaba Cloud's gateway answers some requests, as strictly as one in JSON. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (text: string): string =>
	text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);

/** The element in which a refusal stands. */
const rootName = 'Error';

const declaration = /^<\?xml\s[^<>]*\?>/;
const elementName = /^[A-Za-z_][\w.-]*/;

/** The name in a tag such as `Code` or `Code lang="en"`; undefined where the tag is none. */
function nameIn(tag: string): string | undefined {
	const name = elementName.exec(tag)?.[0];
	const rest = tag.slice(name?.length ?? 0);
	return rest === '' || (/^\s/.test(rest) && !rest.includes('<')) ? name : undefined;
}

/** The texts right below the root. Every step answers whether what it took in may stand where it stands. */
class Refusal {
	/** By name; empty for an element that holds others. */
	readonly texts = new Map<string, string>();
	private readonly open: string[] = [];
	private pieces: string[] = [];
	private isDone = false;

	/** Whether the root was opened and closed. */
	get isWhole(): boolean {
		return this.isDone;
	}

	text(piece: string): boolean {
		if (this.open.length < 2) return piece.trim() === '';
		if (this.open.length === 2) this.pieces.push(piece);
		return true;
	}

	tag(tag: string): boolean {
		if (tag.startsWith('/')) return this.end(tag.slice(1).trimEnd());
		const isEmpty = tag.endsWith('/');
		const name = nameIn(isEmpty ? tag.slice(0, -1) : tag);
		return name !== undefined && this.start(name) && (!isEmpty || this.end(name));
	}

	private start(name: string): boolean {
		if (this.open.length === 0 && (this.isDone || name !== rootName)) return false;
		if (this.open.length === 1 && this.texts.has(name)) return false;
		if (this.open.length === 2) this.texts.set(this.open[1] ?? '', '');
		this.open.push(name);
		return true;
	}

	private end(name: string): boolean {
		if (this.open.pop() !== name) return false;
		if (this.open.length === 0) this.isDone = true;
		if (this.open.length !== 1) return true;
		if (!this.texts.has(name)) this.texts.set(name, this.pieces.join('').trim());
		this.pieces = [];
		return true;
	}
}

/** Where a stretch that began ends, and whether it may stand there. */
interface Stretch {
	readonly end: number;
	readonly isFine: boolean;
}

/** Takes in the text, comment or tag that begins at a position; undefined where it never ends. */
function step(xml: string, at: number, refusal: Refusal): Stretch | undefined {
	if (xml[at] !== '<') {
		const next = xml.indexOf('<', at);
		const end = next < 0 ? xml.length : next;
		return { end, isFine: refusal.text(decoded(xml.slice(at, end))) };
	}
	if (xml.startsWith('<![CDATA[', at)) {
		const end = xml.indexOf(']]>', at + 9);
		return end < 0 ? undefined : { end: end + 3, isFine: refusal.text(xml.slice(at + 9, end)) };
	}
	if (xml.startsWith('<!--', at)) {
		const end = xml.indexOf('-->', at + 4);
		return end < 0 ? undefined : { end: end + 3, isFine: true };
	}
	const end = xml.indexOf('>', at);
	return end < 0 ? undefined : { end: end + 1, isFine: refusal.tag(xml.slice(at + 1, end)) };
}

/**
 * The texts of the elements right below `Error`, by their names. Takes time in proportion to the length of the text,
 * whatever stands in it.
 *
 * @returns undefined for anything but one whole `Error` in which no name stands twice: a page, half an answer, XML
 * with a document type.
 */
export function readXml(text: string): Readonly<Record<string, string>> | undefined {
	const xml = text.trim().replace(declaration, '');
	const refusal = new Refusal();
	let at = 0;
	while (at < xml.length) {
		const taken = step(xml, at, refusal);
		if (taken?.isFine !== true) return undefined;
		at = taken.end;
	}
	return refusal.isWhole ? Object.fromEntries(refusal.texts) : undefined;
}
