/**
 * Short words for declarations, so that an operation reads like the vendor's page: one line for a parameter,
 * one line for an error code.
 */
import { inReadingOrder } from './order';
import type {
	AnswerField,
	Choice,
	ChoiceField,
	Circumstances,
	ErrorCode,
	ErrorFamily,
	ErrorMeaning,
	FlagField,
	IntegerField,
	ListField,
	Operation,
	Paging,
	PositionReading,
	TextField,
} from './operation';

type Rest<F, Given extends keyof F> = Omit<F, Given | 'type' | 'wire' | 'label' | 'about' | 'required'> & {
	/** Optional when left out. */
	readonly required?: boolean;
};

/**
 * Gives a declaration its type. Whoever declares follows the vendor's page; a field that decides how another one is
 * read comes before that one, in the form as in the check.
 */
export const declare = <Api>(operation: Operation<Api>): Operation<Api> => ({
	...operation,
	fields: inReadingOrder(operation.fields),
});

/** A text parameter: name on the wire, label in the form, what it is, limits. */
export const text = (wire: string, label: string, about: string, rest: Rest<TextField, never> = {}): TextField => ({
	type: 'text',
	wire,
	label,
	about,
	...rest,
	required: rest.required ?? false,
});

/** A parameter with documented values. */
export const choice = (
	wire: string,
	label: string,
	about: string,
	choices: readonly Choice[],
	rest: Rest<ChoiceField, 'choices'> = {},
): ChoiceField => ({ type: 'choice', wire, label, about, choices, ...rest, required: rest.required ?? false });

/** A whole-number parameter. */
export const integer = (
	wire: string,
	label: string,
	about: string,
	rest: Rest<IntegerField, never> = {},
): IntegerField => ({ type: 'integer', wire, label, about, ...rest, required: rest.required ?? false });

/** A yes-or-no parameter; `about` starts with "Whether". */
export const flag = (wire: string, label: string, about: string, rest: Rest<FlagField, never> = {}): FlagField => ({
	type: 'flag',
	wire,
	label,
	about,
	...rest,
	required: rest.required ?? false,
});

/** A parameter that takes several texts. */
export const list = (wire: string, label: string, about: string, rest: Rest<ListField, never> = {}): ListField => ({
	type: 'list',
	wire,
	label,
	about,
	...rest,
	required: rest.required ?? false,
});

/** A field of the answer. */
export const answer = (
	wire: string,
	type: AnswerField['type'],
	about: string,
	rest: Omit<AnswerField, 'wire' | 'type' | 'about'> = {},
): AnswerField => ({ wire, type, about, ...rest });

type CodeRest = Partial<Omit<ErrorCode, 'category' | 'happened' | 'todo'>>;

/** The recipient, the code or another value must change; nothing was sent. */
export const fixInput = (happened: string, todo: string, rest: CodeRest = {}): ErrorCode => ({
	category: 'fixInput',
	happened,
	todo,
	maybeSent: false,
	...rest,
});

/** Refused for now, nothing was sent. `seconds` is undefined where the vendor names no wait. */
export const retryLater = (
	seconds: number | undefined,
	happened: string,
	todo: string,
	rest: CodeRest = {},
): ErrorCode => ({
	category: 'retryLater',
	happened,
	todo,
	maybeSent: false,
	...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
	...rest,
});

/** Key, permission, subscription, quota, balance or allowlist; nothing was sent. */
export const fixAccount = (happened: string, todo: string, rest: CodeRest = {}): ErrorCode => ({
	category: 'fixAccount',
	happened,
	todo,
	maybeSent: false,
	...rest,
});

/** The vendor failed. A message may be out unless `maybeSent` says otherwise. */
export const vendorFault = (happened: string, todo: string, rest: CodeRest = {}): ErrorCode => ({
	category: 'vendorFault',
	happened,
	todo,
	maybeSent: true,
	...rest,
});

/** Readings of a list's position in the order in which they are tried, such as `'entries 0'`. */
export const readings = (
	...ways: readonly [`${PositionReading['counts']} ${PositionReading['first']}`, ...Array<`${PositionReading['counts']} ${PositionReading['first']}`>]
): Paging['readings'] => {
	const known = {
		'entries 0': { counts: 'entries', first: 0 },
		'entries 1': { counts: 'entries', first: 1 },
		'pages 0': { counts: 'pages', first: 0 },
		'pages 1': { counts: 'pages', first: 1 },
	} as const;
	const [likeliest, ...others] = ways;
	return [known[likeliest], ...others.map((way) => known[way])];
};

/** A family of codes: the pattern, what it means, and under which circumstances. */
export const family = (pattern: string, meaning: ErrorMeaning, circumstances: Circumstances = {}): ErrorFamily => ({
	pattern,
	...meaning,
	...circumstances,
});
