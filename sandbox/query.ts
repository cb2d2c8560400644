/** Reads a query as a server does. */

const decoded = (text: string): string => {
	const spaced = text.replaceAll('+', ' ');
	try {
		return decodeURIComponent(spaced);
	} catch {
		return spaced;
	}
};

/** Names and values, decoded, in the order of the query; `+` is a space, as in a form. */
export const pairsOf = (query: string): Array<readonly [string, string]> =>
	query
		.split('&')
		.filter((part) => part !== '')
		.map((part) => {
			const at = part.indexOf('=');
			return at < 0 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
		});
