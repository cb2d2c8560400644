/** Keeps secrets and, where asked for, contacts out of what leaves the node: one way for every text and every value. */
import { digitsIn } from '../words/digits';
import { type DataRecord, isRecord } from '../words/records';
import { replaceNumbers, type SoughtNumber } from './digitRuns';
import { encodingsOf, escapedPattern } from './encodings';
import { type ItemSecrets, isNumber, masked, shortestAnywhere, shortestSecret } from './secrets';

/** Data in which nothing secret is left, no deeper than a workflow can carry. */
export type CleanValue = string | number | boolean | null | Date | CleanValue[] | { [name: string]: CleanValue };

/** What cleans one item's texts and data. */
export interface Cleaner {
	/** Any text that leaves. */
	text(text: string): string;
	/** A copy of any data, whatever it holds. Never throws. */
	record(value: DataRecord): Record<string, CleanValue>;
	/** Whether a copy would differ: then the data as it came must not be shown. */
	changes(value: DataRecord): boolean;
}

/** Deeper data is replaced by a word: n8n itself cannot carry what is nested without end. */
const deepest = 100;

const hidden = '***';

/** A function over texts that changes nothing where there is nothing to look for. */
type Replace = (text: string) => string;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Replaces texts wherever they stand, the longest first; short ones only where no letter or digit of theirs stands beside them. */
function literals(shownBy: ReadonlyMap<string, string>): Replace {
	const patterns = [...shownBy.keys()]
		.sort((one, other) => other.length - one.length)
		.map((text) => (text.length < shortestAnywhere ? `(?<![a-z\\d])${escaped(text)}(?![a-z\\d])` : escaped(text)));
	if (patterns.length === 0) return (text) => text;
	const pattern = new RegExp(patterns.join('|'), 'gi');
	return (text) => text.replace(pattern, (found) => shownBy.get(found.toLowerCase()) ?? hidden);
}

/** Signs with which every escape begins. */
const escapeSigns = /[%&\\]/;

/** Replaces texts of which any sign may be escaped. Texts without an escape are left to {@link literals}. */
function escapes(texts: readonly string[], shown: (text: string) => string): Replace {
	const sought = [...texts]
		.sort((one, other) => other.length - one.length)
		.flatMap((text) => {
			const pattern = escapedPattern(text);
			return pattern === undefined ? [] : [{ pattern: new RegExp(pattern, 'giu'), shows: shown(text) }];
		});
	return (text) =>
		escapeSigns.test(text) ? sought.reduce((left, { pattern, shows }) => left.replace(pattern, () => shows), text) : text;
}

const byEncoding = (texts: readonly string[], shown: (text: string) => string, least: number): Array<readonly [string, string]> =>
	texts.flatMap((text) =>
		encodingsOf(text)
			.filter((encoded) => encoded.length >= least)
			.map((encoded) => [encoded.toLowerCase(), shown(text)] as const),
	);

/** Replaces keys, tokens and passwords of a credential. */
export function keyReplacer(keys: readonly string[]): Replace {
	const replaceLiterals = literals(new Map(byEncoding(keys, () => hidden, shortestAnywhere)));
	const replaceEscaped = escapes(keys, () => hidden);
	return (text) => replaceEscaped(replaceLiterals(text));
}

function itemReplacer({ codes, contacts }: ItemSecrets): Replace {
	const written = (texts: readonly string[]) =>
		texts.map((text) => text.trim()).filter((text) => text.length >= shortestSecret);
	const numbers = (texts: readonly string[], kind: SoughtNumber['kind']): SoughtNumber[] =>
		written(texts).filter(isNumber).map((text) => ({ digits: digitsIn(text), kind }));
	const otherTexts = (texts: readonly string[]) => written(texts).filter((text) => !isNumber(text));
	const long = (text: string) => text.length >= shortestAnywhere;
	const replaceLiterals = literals(
		new Map([
			...byEncoding(written(contacts).filter(long), masked, shortestAnywhere),
			...byEncoding(written(codes).filter(long), () => hidden, shortestAnywhere),
			...otherTexts(codes).filter((text) => !long(text)).map((text) => [text.toLowerCase(), hidden] as const),
		]),
	);
	const replaceContacts = escapes(written(contacts).filter(long), masked);
	const replaceCodes = escapes(written(codes).filter(long), () => hidden);
	const soughtCodes = numbers(codes, 'code');
	const soughtContacts = numbers(contacts, 'contact');
	return (text) => {
		const literal = replaceCodes(replaceContacts(replaceLiterals(text)));
		return replaceNumbers(replaceNumbers(literal, soughtCodes, () => hidden), soughtContacts, masked);
	};
}

/** What stands for data that cannot be shown. */
const standIns = { deep: '[nested too deep]', circular: '[refers to itself]', unreadable: '[cannot be read]' } as const;

/** Copies data while it cleans it. One for each value that leaves, because it remembers what it has met. */
class Copy {
	private readonly met = new Map<object, CleanValue>();
	/** Whether something was replaced. */
	changed = false;

	constructor(
		private readonly replace: Replace,
		private readonly secrets: ItemSecrets,
	) {}

	/** @param name - the name under which the value stands; empty in a list. */
	value(value: unknown, name: string, depth: number, maskAll: boolean): CleanValue {
		if (typeof value === 'string') return this.text(value, maskAll);
		if (typeof value === 'number' || typeof value === 'bigint') return this.number(value, name, maskAll);
		if (typeof value === 'boolean') return value;
		if (typeof value !== 'object' || value === null) return null;
		const known = this.met.get(value);
		if (known !== undefined) return known;
		if (depth >= deepest) return this.standIn('deep');
		this.met.set(value, standIns.circular);
		const copy = this.guarded(value, depth, maskAll);
		this.met.set(value, copy);
		return copy;
	}

	/** Every entry of an object; one that cannot be read is replaced by a word. */
	entries(value: object, depth: number, maskAll: boolean): Record<string, CleanValue> {
		const copied = Object.keys(value).map((name): [string, CleanValue] => {
			const mask = maskAll || this.secrets.contactNames.has(name);
			return [this.text(name, false), this.guardedEntry(value, name, depth, mask)];
		});
		return Object.fromEntries(copied);
	}

	/** A number is a secret where its digits are many enough to say so, or where it stands under the secret's name. */
	private number(value: number | bigint, name: string, maskAll: boolean): CleanValue {
		const text = String(value);
		const plain = typeof value === 'number' ? value : text;
		const own = maskAll || text.length >= shortestAnywhere || this.secrets.codeNames.has(name.toLowerCase());
		const shown = own ? this.text(text, maskAll) : text;
		return shown === text ? plain : shown;
	}

	private text(text: string, mask: boolean): string {
		const shown = mask ? masked(text) : this.replace(text);
		this.changed ||= shown !== text;
		return shown;
	}

	private standIn(reason: keyof typeof standIns): string {
		this.changed = true;
		return standIns[reason];
	}

	private guarded(value: object, depth: number, maskAll: boolean): CleanValue {
		try {
			if (value instanceof Date) return new Date(value.getTime());
			if (Array.isArray(value)) return Array.from(value, (entry) => this.value(entry, '', depth + 1, maskAll));
			const written: unknown = Reflect.get(value, 'toJSON');
			if (typeof written === 'function') return this.value(Reflect.apply(written, value, []), '', depth + 1, maskAll);
			return this.entries(value, depth, maskAll);
		} catch {
			return this.standIn('unreadable');
		}
	}

	private guardedEntry(value: object, name: string, depth: number, maskAll: boolean): CleanValue {
		try {
			return this.value(Reflect.get(value, name), name, depth + 1, maskAll);
		} catch {
			return this.standIn('unreadable');
		}
	}
}

/**
 * Makes the cleaner of an item.
 *
 * @param replaceKeys - from {@link keyReplacer}, which a whole run can share.
 */
export function cleanerFor(secrets: ItemSecrets, replaceKeys: Replace): Cleaner {
	const replaceOwn = itemReplacer(secrets);
	const replace: Replace = (text) => replaceOwn(replaceKeys(text));
	const copied = (value: DataRecord) => {
		const copy = new Copy(replace, secrets);
		const cleaned = copy.value(value, '', 0, false);
		return { changed: copy.changed, record: isRecord(cleaned) && !(cleaned instanceof Date) ? { ...cleaned } : {} };
	};
	return {
		text: replace,
		record: (value) => copied(value).record,
		changes: (value) => copied(value).changed,
	};
}
