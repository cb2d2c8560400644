/** Bounds that the form shows and a run holds. */

/** Wait for an answer, in seconds: the usual one, and the least and most that a person may set. */
export const timeoutSeconds = { usual: 30, least: 1, most: 300 } as const;

/** Items that are worked on side by side: the usual number, and the least and most that a person may set. */
export const concurrencyBounds = { usual: 10, least: 1, most: 100 } as const;

/** Entries of a list unless the person sets another number. */
export const usualLimit = 50;
