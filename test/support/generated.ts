/** What tests sign by the thousand: how many, and of what. */
import fc from 'fast-check';

/** Requests for each property; `SIGNED_REQUESTS=200000` signs as many. */
export const signedRequests = Number(process.env['SIGNED_REQUESTS'] ?? 2000);

/** Milliseconds that a test of so many requests may take. */
export const patience = 30_000 + signedRequests * 10;

/** Texts that one encoding or another gets wrong. */
const awkward = fc.constantFrom('', '+', '++', '*', ' ', '%', '~', '%2A', '%7e', 'a+b c', "!'()", '你好', '😀', 'é', '&=?#/', '\n', '[0]');

/** A value that a person may type. */
export const anyText = fc.oneof(awkward, fc.string({ unit: 'grapheme' }), fc.string());

/** The name of a parameter in any writing. */
export const anyName = fc.oneof(
	fc.stringMatching(/^[A-Za-z][A-Za-z0-9._-]{0,11}$/),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
);

/** A value as it stands in a header. */
export const headerValue = fc.stringMatching(/^[\x21-\x7e]([\x20-\x7e]{0,18}[\x21-\x7e])?$/);

/** A key or token: visible ASCII. */
export const keyText = fc.stringMatching(/^[\x21-\x7e]{8,40}$/);

/** A second in which somebody signs, in ms since 1970. */
export const anyClock = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }).map((seconds) => seconds * 1000);

/** A JSON body. */
export const jsonBody = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
