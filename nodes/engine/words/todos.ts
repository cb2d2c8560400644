/** What a person is told to do after more than one vendor's codes, so that the same advice has the same words. */

/** Where it is open whether a call took effect. Fits sends, changes and reads alike. */
export const beforeRepeating = 'Find out whether the call took effect before you run it again';

/** Where the request went to an address that does not serve it. */
export const checkAddress = "Check 'Site' and 'Endpoint' in the credential";

/** Where something between n8n and the vendor changed the request. */
export const checkProxy = 'Check that a proxy leaves requests as they are, then run the item again';

/** Where the vendor found the request too old or too new. */
export const setClock = 'Set the clock of that machine right, then run the item again';

/** Beside {@link setClock}: the vendor refused the time and did nothing. */
export const clockRefused = { clockRefused: true } as const;

/** Where the vendor allows so many requests a second. */
export const slowDown = 'Wait a second, then run the item again';

/** Where the vendor's message alone says which value it is. */
export const correctNamed = 'Correct the value that the message names';

/** Where a value is missing and the vendor's message alone says which. */
export const fillInNamed = 'Fill in the value that the message names';

/** Where the vendor's message alone says what is wrong. */
export const changeNamed = 'Read the message and change what it names';

/** Where something is busy or down that mostly comes back by itself. */
export const waitALittle = 'Wait a little, then run the item again';

/** Where a limit is reached whose window only the message may tell. */
export const readAndWait = 'Read the message, wait, then run the item again';

/** Where a received code is wrong. Every operation that takes one labels it so. */
export const enterLastCode = "Enter the code of the last message in 'Verification Code', or send a new one";

/** n8n's word for a refused key, token or password. */
export const credentialInvalid = { cause: 'credential-invalid' } as const;
