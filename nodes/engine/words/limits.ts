/** Bounds that the form shows and a run holds. */

/** Wait for an answer, in seconds: the usual one, and the least and most that a person may set. */
export const timeoutSeconds = { usual: 30, least: 1, most: 300 } as const;

/** Items that are worked on side by side: the usual number, and the least and most that a person may set. */
export const concurrencyBounds = { usual: 20, least: 1, most: 100 } as const;

/** Seconds for which a contact gets no other message: the usual number of who takes the option, and its bounds. */
export const cooldownSeconds = { usual: 60, least: 0, most: 86_400 } as const;

/** Seconds for which an item waits until its contact may get another message: the usual number, and its bounds. */
export const longestWaitSeconds = { usual: 10, least: 0, most: 300 } as const;

/** Entries of a list unless the person sets another number. */
export const usualLimit = 50;
