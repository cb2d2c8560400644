/** Ends what the end-to-end tests ran on; jest calls it after the last of them. */

const steps: (() => Promise<void>)[] = [];

/** Adds something to be ended. What was added last is ended first. */
export const atTheEnd = (step: () => Promise<void>): void => {
	steps.unshift(step);
};

export default async function teardown(): Promise<void> {
	for (const step of steps) await step();
}
