/** Reads the few flat values of an XML answer. Alibaba Cloud's gateway can refuse a request in XML. */

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (text: string): string =>
	text.replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);

/** The text between the first `<name>` and the `</name>` behind it. */
function textOf(xml: string, name: string): string | undefined {
	const opening = `<${name}>`;
	const start = xml.indexOf(opening);
	const end = start < 0 ? -1 : xml.indexOf(`</${name}>`, start);
	if (end < 0) return undefined;
	const inner = xml.slice(start + opening.length, end).trim();
	return inner.startsWith('<![CDATA[') && inner.endsWith(']]>') ? inner.slice(9, -3) : decoded(inner);
}

/**
 * The named elements' texts; those that are not there are left out.
 *
 * @returns nothing for a text that does not begin like XML.
 */
export function readXml(text: string, names: readonly string[]): Readonly<Record<string, string>> {
	const xml = text.trimStart();
	if (!xml.startsWith('<')) return {};
	const found = names.map((name) => [name, textOf(xml, name)] as const);
	return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
