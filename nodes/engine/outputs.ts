/** The outputs that a node shows, and the one that an outcome leaves by. */
import { fits } from './codes';
import type { Category } from './operation';
import type { Outcome } from './outcome';

/** How a node branches: the parameter `branchOn`. */
export type BranchOn = 'category' | 'successOrError' | 'errorCode' | 'none';

/** One output of the person's own, in mode `errorCode`. */
export interface Route {
	readonly name: string;
	/** Codes, `*` standing for any text. */
	readonly codes: readonly string[];
}

/** Outputs of a mode in order. n8n keeps wires by position, so entries are only ever appended. */
const labels: Readonly<Record<BranchOn, readonly string[]>> = {
	category: ['Success', 'Fix Input', 'Retry Later', 'Fix Account', 'Vendor Fault'],
	successOrError: ['Success', 'Error'],
	errorCode: ['Success', 'Other'],
	none: ['Success'],
};

/** The label of each category, as on the output. */
export const categoryLabels: Readonly<Record<Category, string>> = {
	fixInput: 'Fix Input',
	retryLater: 'Retry Later',
	fixAccount: 'Fix Account',
	vendorFault: 'Vendor Fault',
};

/** Labels of the outputs, those of the routes included. */
export const outputLabels = (branchOn: BranchOn, routes: readonly Route[]): readonly string[] =>
	branchOn === 'errorCode' ? [...labels.errorCode, ...routes.map(({ name }) => name)] : labels[branchOn];

/** Whether a text is one of the modes. */
export const isBranchOn = (value: unknown): value is BranchOn =>
	typeof value === 'string' && Object.hasOwn(labels, value);

/** The position of the output that an outcome leaves by. Position 0 is for what the vendor confirmed alone. */
export function outputOf(outcome: Outcome, branchOn: BranchOn, routes: readonly Route[]): number {
	if (outcome.success) return 0;
	const { code, category } = outcome.failure;
	switch (branchOn) {
		case 'category':
			return labels.category.indexOf(categoryLabels[category]);
		case 'successOrError':
			return 1;
		case 'errorCode': {
			const named = routes.findIndex(({ codes }) => codes.includes(code));
			const route = named >= 0 ? named : routes.findIndex(({ codes }) => codes.some((pattern) => fits(pattern, code)));
			return route < 0 ? 1 : labels.errorCode.length + route;
		}
		case 'none':
			return 0;
	}
}

const drawn = (names: readonly string[]): string =>
	`[ ${names.map((name) => `{ "type": "main", "displayName": ${JSON.stringify(name)} }`).join(', ')} ]`;

/**
 * The `outputs` expression of a node. Written as text, because what a compiler makes of a function can
 * silently come out as no outputs at all: two closing braces in a row end an n8n expression.
 */
export const outputsExpression: `={{${string}}}` = `={{ ({
	"successOrError": ${drawn(labels.successOrError)},
	"errorCode": ${drawn(labels.errorCode)}.concat((($parameter["routes"] || {})["values"] || []).map((route) => ({ "type": "main", "displayName": String(route["name"] || "Unnamed") }))),
	"none": ${drawn(labels.none)}
})[$parameter["branchOn"]] || ${drawn(labels.category)} }}`;
