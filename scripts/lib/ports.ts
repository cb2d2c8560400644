/** Ports of this machine that nobody uses. */
import { createServer } from 'node:net';

/** How many ports after the preferred one are tried. */
const tries = 100;

/** Listens on a port for a moment and answers its number; 0 lets the system choose. Undefined when it is taken. */
const listened = async (port: number, host: string | undefined): Promise<number | undefined> =>
	await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => {
			resolve(undefined);
		});
		server.listen({ port, host, exclusive: true }, () => {
			const address = server.address();
			server.close(() => {
				resolve(typeof address === 'object' ? address?.port : undefined);
			});
		});
	});

/** Whether a port is free on this machine's own address and on all of its addresses. */
async function isFree(port: number): Promise<boolean> {
	return (await listened(port, '127.0.0.1')) !== undefined && (await listened(port, undefined)) !== undefined;
}

/**
 * For each preferred port that port when it is free, else the next free one after it; no port twice.
 *
 * @throws Error when none of the next hundred is free.
 */
export async function freePorts<Name extends string>(
	preferred: Readonly<Record<Name, number>>,
): Promise<Record<Name, number>> {
	const given = new Map<string, number>();
	for (const [name, first] of Object.entries<number>(preferred)) {
		let port = first;
		while (port < first + tries && ([...given.values()].includes(port) || !(await isFree(port)))) port += 1;
		if (port === first + tries) {
			throw new Error(`No port from ${String(first)} to ${String(port - 1)} is free. End what uses them.`);
		}
		given.set(name, port);
	}
	return Object.fromEntries(given) as Record<Name, number>;
}

/** Any free port, for runs that nobody looks at. */
export async function anyPort(): Promise<number> {
	const port = await listened(0, '127.0.0.1');
	if (port === undefined) throw new Error('This machine gives no free port.');
	return port;
}
