/** The output that an outcome leaves by. */
import { type BranchOn, categoryLabels, outputsOfMode, type Route } from '../words/branches';
import type { Outcome } from './outcome';
import { fits } from './readCode';

/** The position of the output that an outcome leaves by. Position 0 is for what the vendor confirmed alone. */
export function outputOf(outcome: Outcome, branchOn: BranchOn, routes: readonly Route[]): number {
	if (outcome.success) return 0;
	const { code, category } = outcome.failure;
	switch (branchOn) {
		case 'category':
			return outputsOfMode.category.indexOf(categoryLabels[category]);
		case 'successOrError':
			return 1;
		case 'errorCode': {
			const named = routes.findIndex(({ codes }) => codes.includes(code));
			const route = named >= 0 ? named : routes.findIndex(({ codes }) => codes.some((pattern) => fits(pattern, code)));
			return route < 0 ? 1 : outputsOfMode.errorCode.length + route;
		}
		case 'none':
			return 0;
	}
}
