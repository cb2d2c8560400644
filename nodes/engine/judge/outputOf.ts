/** The output that an outcome leaves by. */
import { type BranchOn, categoryLabels, outputsOfMode, type Route } from '../words/branches';
import type { Outcome } from './outcome';
import type { Vendor } from '../words/operation';
import { fits, nameInListsOf } from './readCode';

/** The route of a code. A code picked as the lists spell it stands for every spelling of the vendor. */
function routeOf(vendor: Vendor, routes: readonly Route[], code: string): number {
	const spellings = [code, nameInListsOf(vendor, code)];
	const picked = (pattern: string) => [pattern, nameInListsOf(vendor, pattern)];
	const named = routes.findIndex(({ codes }) => codes.flatMap(picked).some((one) => spellings.includes(one)));
	if (named >= 0) return named;
	return routes.findIndex(({ codes }) => codes.flatMap(picked).some((pattern) => spellings.some((one) => fits(pattern, one))));
}

/** The position of the output that an outcome leaves by. Position 0 is for what the vendor confirmed alone. */
export function outputOf(
	vendor: Vendor,
	outcome: Outcome,
	{ branchOn, routes }: { readonly branchOn: BranchOn; readonly routes: readonly Route[] },
): number {
	if (outcome.success) return 0;
	const { code, category } = outcome.failure;
	switch (branchOn) {
		case 'category':
			return outputsOfMode.category.indexOf(categoryLabels[category]);
		case 'successOrError':
			return 1;
		case 'errorCode': {
			const route = routeOf(vendor, routes, code);
			return route < 0 ? 1 : outputsOfMode.errorCode.length + route;
		}
		case 'none':
			return 0;
	}
}
