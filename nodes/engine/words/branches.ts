/** The ways in which a node branches, and what its outputs are called. Saved workflows rely on both. */
import type { Category } from './errorCodes';

/** How a node branches: the parameter `branchOn`. */
export type BranchOn = 'category' | 'successOrError' | 'errorCode' | 'none';

/** One output of the person's own, in mode `errorCode`. */
export interface Route {
	readonly name: string;
	/** Codes, `*` standing for any text. */
	readonly codes: readonly string[];
}

/** Outputs of a mode in order. n8n keeps wires by position, so entries are only ever appended. */
export const outputsOfMode: Readonly<Record<BranchOn, readonly string[]>> = {
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

/** Whether a value is one of the categories. */
export const isCategory = (value: unknown): value is Category =>
	typeof value === 'string' && Object.hasOwn(categoryLabels, value);

/** Labels of the outputs, those of the routes included. */
export const outputLabels = (branchOn: BranchOn, routes: readonly Route[]): readonly string[] =>
	branchOn === 'errorCode' ? [...outputsOfMode.errorCode, ...routes.map(({ name }) => name)] : outputsOfMode[branchOn];

/** Whether a text is one of the modes. */
export const isBranchOn = (value: unknown): value is BranchOn =>
	typeof value === 'string' && Object.hasOwn(outputsOfMode, value);
