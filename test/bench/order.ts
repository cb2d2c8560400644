/** The order of the page: what is smallest first; what is not named here follows by name. */
const first = ['signature', 'authenticate', 'loading', 'item', 'limit', 'size', 'queue', 'pages'];

const place = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);

/** The names of measurements in the order in which they are taken and stand on the page. */
export const measurementOrder = (names: readonly string[]): string[] =>
	[...names].sort((one, other) => place(one) - place(other) || one.localeCompare(other));
