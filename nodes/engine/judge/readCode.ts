/** Reads an error code: the operation's own list first, then the vendor's common list, then its families. */
import type { Circumstances, ErrorCode, ErrorMeaning, Operation, Vendor } from '../words/operation';

/** What a code means, and a remark where no list names it. */
export interface CodeReading {
	readonly meaning: ErrorMeaning;
	/** Stands in brackets behind the meaning. */
	readonly remark?: string;
}

/** A code with the circumstances that may change its meaning. */
export interface AnsweredCode {
	readonly code: string;
	readonly message?: string;
	readonly httpStatus?: number | undefined;
}

/** Whether a code fits a pattern in which `*` stands for any text. Whole code, with case. */
export function fits(pattern: string, code: string): boolean {
	const parts = pattern.split('*');
	const [first = '', ...others] = parts;
	if (others.length === 0) return code === pattern;
	const last = others.pop() ?? '';
	if (!code.startsWith(first) || !code.endsWith(last)) return false;
	let from = first.length;
	for (const part of others) {
		const at = code.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return code.length - last.length >= from;
}

function holds({ statuses, texts }: Circumstances, { message = '', httpStatus }: AnsweredCode): boolean {
	const words = message.toLowerCase();
	return (
		(statuses === undefined || (httpStatus !== undefined && statuses.includes(httpStatus))) &&
		(texts === undefined || texts.some((text) => words.includes(text.toLowerCase())))
	);
}

function withVariant(documented: ErrorCode, answered: AnsweredCode): ErrorMeaning {
	const { variants = [], ...meaning } = documented;
	return { ...meaning, ...variants.find((variant) => holds(variant, answered)) };
}

/** The name under which a vendor's lists carry a code, where it writes one code in several ways. */
export const nameInListsOf = (vendor: Vendor, code: string): string => vendor.nameInLists?.(code) ?? code;

/** Looks a code up. Never fails: what no list and no family knows is a vendor fault whose outcome is open. */
export function readCode(vendor: Vendor, operation: Operation, answered: AnsweredCode): CodeReading {
	const name = nameInListsOf(vendor, answered.code);
	const documented = [operation.codes, vendor.commonCodes].find((codes) => Object.hasOwn(codes, name))?.[name];
	if (documented !== undefined) return { meaning: withVariant(documented, answered) };
	const family = [...(vendor.firstFamilies ?? []), ...(operation.families ?? []), ...vendor.families].find(
		(candidate) => fits(candidate.pattern, name) && holds(candidate, answered),
	);
	if (family !== undefined) {
		const { pattern, ...meaning } = family;
		return {
			meaning,
			remark: `${vendor.displayName} does not list this code for this call; it is read like ${pattern}`,
		};
	}
	return {
		meaning: {
			category: 'vendorFault',
			happened: `${vendor.displayName} refused the call with a code that it does not document`,
			todo: 'Look at the code and the message, and ask the vendor with the request ID',
			maybeSent: true,
			cause: 'temporarily-unavailable',
		},
		remark: 'it is treated as a vendor fault whose outcome is open',
	};
}
