/** Changes that no test can notice, because they change nothing that anybody could see. */
import type { Mutant } from './mutants';

/** Such a change and why it is none. */
export interface Equivalent {
	readonly file: string;
	readonly what: string;
	readonly why: string;
}

/** Looked at one by one. */
export const equivalents: readonly Equivalent[] = [];

/** Why a change is none; undefined for a real one. */
export const whyEquivalent = ({ file, what }: Mutant): string | undefined =>
	equivalents.find((one) => file.endsWith(one.file) && one.what === what)?.why;
