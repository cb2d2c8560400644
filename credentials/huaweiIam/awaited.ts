/** Whether a token is being fetched for the fields of one request. */

/**
 * Stands on the fields themselves while it is so. Nodes and credentials may be loaded from files of their own, which
 * share no module, but they share the symbol and the object: n8n hands the very same one to preAuthentication and
 * authenticate.
 */
const mark = Symbol.for('n8n-nodes-cloud-verification.tokenAwaited');

/** Marks the fields while the work goes on. It is no field: a copy of the fields has no mark. */
export async function whileAwaited<T>(fields: object, work: () => Promise<T>): Promise<T> {
	Reflect.defineProperty(fields, mark, { value: true, configurable: true, enumerable: false });
	try {
		return await work();
	} finally {
		Reflect.deleteProperty(fields, mark);
	}
}

/** Whether a token for these very fields is still awaited: then nothing that they sign has gone out. */
export const isAwaited = (fields: object): boolean => Object.hasOwn(fields, mark);
