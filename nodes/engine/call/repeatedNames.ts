/** JSON in which an object has one name twice can be read in two ways, so that nobody knows what the vendor said. */

/** Texts, and the signs that open and close objects and lists. A text without an end is read once, as one that ends with what was sent. */
const tokens = /"(?:[^"\\]|\\.)*"?|[{}[\]:]/g;

function nameOf(quoted: string): string {
	try {
		return String(JSON.parse(quoted));
	} catch {
		return quoted;
	}
}

/**
 * Whether some object in a JSON text has one name twice. Reads however deep the text is nested, in time that grows
 * with its length alone; says nothing about texts that are no JSON.
 */
export function hasRepeatedNames(text: string): boolean {
	const open: Array<Set<string> | undefined> = [];
	let last = '';
	for (const [token] of text.matchAll(tokens)) {
		if (token === '{') open.push(new Set());
		else if (token === '[') open.push(undefined);
		else if (token === '}' || token === ']') open.pop();
		else if (token === ':') {
			const names = open.at(-1);
			const name = nameOf(last);
			if (names?.has(name) === true) return true;
			names?.add(name);
		} else last = token;
	}
	return false;
}
