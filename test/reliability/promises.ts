/** What the package promises of scenarios, beside what is promised of each. */
import type { Promised } from '../../scripts/lib/scenarios/scenario';

/** All sent, and recorded as sent. */
export const everyoneReached: Promised = {
	text: 'every recipient got a message, and n8n says so',
	holds: ({ items, sent, successes }) => sent === items && successes === items,
};

/** The pace kept what the cloud would have refused. */
export const noneTooFast: Promised = { text: 'the cloud refused nothing as too fast', holds: ({ tooFast }) => tooFast === 0 };

/** No request but one for each item, beside so many others and those that were refused as too fast. */
export const requestsBeside = (others: number): Promised => ({
	text: `a request for each item, and ${String(others)} others`,
	holds: ({ items, requests, tooFast }) => requests - tooFast === items + others,
});

/** From the first to the last message at the documented rate, in seconds. */
const idealOf = (messages: number, perSecond: number): number => (messages - 1) / perSecond;

/** The time that the documented rate asks for, and hardly more. */
export const withinIdeal = (perSecond: number, share: number): Promised => ({
	text: `from the first to the last message at most ${String(share)} of the time that ${String(perSecond)} a second take`,
	holds: ({ sent, seconds }) => seconds <= share * idealOf(sent, perSecond),
});

/** How much of the documented rate was used at the least. */
export const rateUsed = (perSecond: number, share: number): Promised => ({
	text: `at least ${String(share * 100)} % of the documented rate was used`,
	holds: ({ sent, seconds }) => idealOf(sent, perSecond) >= share * seconds,
});
