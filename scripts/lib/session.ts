/** n8n's REST interface as its editor uses it, signed in as the owner. */

/** The login of the local n8n. It is seen by this machine alone, so it may stand here. */
export const owner = {
	email: 'owner@example.com',
	password: 'Local-Sandbox-1',
	firstName: 'Local',
	lastName: 'Owner',
} as const;

/** Signed in. */
export interface Session {
	/**
	 * Asks n8n and answers the `data` of what it said.
	 *
	 * @param path - below /rest, such as `/workflows/x`
	 * @throws Error with n8n's own words when it refuses.
	 */
	readonly ask: (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;
	/** Reads a JSON file that n8n serves to its editor, such as `/types/nodes.json`. */
	readonly read: (path: string) => Promise<unknown>;
}

/** One request; the cookie is n8n's own word for who asks. */
const send = async (url: string, method: string, path: string, body: unknown, cookie: string): Promise<Response> =>
	await fetch(`${url}/rest${path}`, {
		method,
		headers: { 'content-type': 'application/json', cookie },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});

const cookieOf = (response: Response): string =>
	response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';', 1).join(''))
		.join('; ');

/**
 * Signs in with the local login, making the owner's account when n8n has none yet.
 *
 * @param url - of n8n, without a slash at the end
 * @returns undefined when the person has given the owner another login
 */
export async function signIn(url: string): Promise<Session | undefined> {
	const { email, password } = owner;
	let entry = await send(url, 'POST', '/login', { emailOrLdapLoginId: email, password }, '');
	if (!entry.ok) entry = await send(url, 'POST', '/owner/setup', owner, '');
	if (!entry.ok) return undefined;
	const cookie = cookieOf(entry);
	return {
		ask: async (method, path, body) => {
			const response = await send(url, method, path, body, cookie);
			const text = await response.text();
			if (!response.ok) throw new Error(`n8n refused ${method} ${path} (${String(response.status)}): ${text}`);
			return (JSON.parse(text) as { data: unknown }).data;
		},
		read: async (path) => await (await fetch(`${url}${path}`, { headers: { cookie } })).json(),
	};
}
