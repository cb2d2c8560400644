/** Query strings, written so strictly that no server and no signer can read them in two ways. */

/**
 * Percent-encodes by RFC 3986: everything but `A-Z a-z 0-9 - _ . ~`, in UTF-8 and upper-case hexadecimal.
 *
 * @throws URIError for half of a surrogate pair; the check of the parameters refuses such texts before.
 */
export const percentEncode = (text: string): string =>
	encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** `name=value` joined with `&` in the given order; the empty string when there are none. */
export const queryString = (pairs: ReadonlyArray<readonly [string, string]>): string =>
	pairs.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join('&');
