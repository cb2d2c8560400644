/** The time of a test, which stands still until it is let pass. */

/** Sets the time to now. `jest.restoreAllMocks()` lets it go on by itself again. */
export function stoppedClock(): { readonly pass: (ms: number) => void } {
	let now = Date.now();
	jest.spyOn(Date, 'now').mockImplementation(() => now);
	return {
		pass: (ms) => {
			now += ms;
		},
	};
}
