/** Makes what a cloud serves out of a vendor's declarations. */
import type { ErrorCode, ErrorCodes, ErrorVariant, Field, Operation, Vendor } from '../nodes/engine/words/operation';
import type { RefusalOnDemand, ServedApi } from './cloud';

/** How a cloud reads its vendor's declarations. */
export interface Dialect<Api> {
	/** The vendor's name of an API, such as `SendVerifyCode`. */
	label(operation: Operation<Api>): string;
	/** HTTP statuses under which a code comes. */
	statuses(code: string, meaning: ErrorCode, operation: Operation<Api>): readonly number[];
	/** The field that holds a number's dialling code, where an API has one for it. */
	readonly diallingCodeField: string;
}

interface Form {
	readonly status: number;
	readonly text?: string;
	readonly category: string;
}

function formsOfVariant(variant: ErrorVariant, meaning: ErrorCode, statuses: readonly number[]): Form[] {
	const category = variant.category ?? meaning.category;
	const texts = variant.texts ?? [undefined];
	return (variant.statuses ?? statuses.slice(0, 1)).flatMap((status) =>
		texts.map((text) => ({ status, category, ...(text === undefined ? {} : { text }) })),
	);
}

function refusalsOf(code: string, meaning: ErrorCode, statuses: readonly number[]): RefusalOnDemand[] {
	const variants = meaning.variants ?? [];
	const covered = new Set(variants.filter(({ texts }) => texts === undefined).flatMap((variant) => variant.statuses ?? []));
	const plain = statuses.filter((status) => !covered.has(status)).map((status) => ({ status, category: meaning.category }));
	const forms: Form[] = [...plain, ...variants.flatMap((variant) => formsOfVariant(variant, meaning, statuses))];
	const several = new Set(forms.map(({ status }) => status)).size > 1;
	return forms.map(({ status, text, category }) => ({
		id: [code, ...(several ? [String(status)] : []), ...(text === undefined ? [] : [text])].join(' '),
		code,
		status,
		category,
		about: meaning.happened,
		...(text === undefined ? {} : { text }),
	}));
}

/** Every form of every code, in the order of the list. */
export const refusalsFor = (codes: ErrorCodes, statuses: (code: string, meaning: ErrorCode) => readonly number[]): RefusalOnDemand[] =>
	Object.entries(codes).flatMap(([code, meaning]) => refusalsOf(code, meaning, statuses(code, meaning)));

const phone = '12025550100';
const email = 'name@example.com';

function takes(field: Field, example: string): boolean {
	if (field.type !== 'text') return false;
	const formats = field.formatBy === undefined ? [field.format] : Object.values(field.formatBy.formats);
	return formats.some((format) => (format === undefined ? example === phone : format.test(example)));
}

const isRecipient = (field: Field): boolean => field.type === 'text' && field.contact === true;

function served<Api>(vendor: Vendor<Api>, operation: Operation<Api>, dialect: Dialect<Api>): ServedApi {
	const contacts = operation.fields.filter(isRecipient);
	const isApart = operation.fields.some(({ wire }) => wire === dialect.diallingCodeField);
	/* The operation's own codes stand first, and its reading of a common code wins. */
	const codes = { ...operation.codes, ...vendor.commonCodes, ...operation.codes };
	return {
		key: `${operation.resource.value}.${operation.value}`,
		label: dialect.label(operation),
		perSecond: operation.perSecond,
		contacts: contacts.map(({ wire }) => wire),
		takes: {
			phone: !contacts.some((field) => takes(field, phone)) ? 'none' : isApart ? 'national' : 'whole',
			email: contacts.some((field) => takes(field, email)),
		},
		refusals: refusalsFor(codes, (code, meaning) => dialect.statuses(code, meaning, operation)),
	};
}

/** One served API for each declared operation, the operation's own codes before the common ones. */
export const servedApis = <Api>(vendor: Vendor<Api>, dialect: Dialect<Api>): readonly ServedApi[] =>
	vendor.operations.map((operation) => served(vendor, operation, dialect));
