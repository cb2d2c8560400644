/** The documented values in a request, as a vendor reads them. */
import type { Seen } from './parcel';

/** Values by wire name: of the query, the JSON body and the headers that a declaration names. */
export function sentValues({ path, headers, body }: Seen): Record<string, unknown> {
	const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
	const shown = { 'X-Language': headers['x-language'], 'X-Time-Zone': headers['x-time-zone'] };
	const named = Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
	return { ...query, ...(body === '' ? {} : (JSON.parse(body) as Record<string, unknown>)), ...named };
}
