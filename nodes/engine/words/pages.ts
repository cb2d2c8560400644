/** What the trigger's form shows and its pages hold. */

/** Labels of the trigger's outputs. n8n keeps wires by position, so entries are only ever appended. */
export const triggerOutputs = ['Verified', 'Needs Help'] as const;

/** Kinds of fields that an operator can put on the first page, with their labels. */
export const ownFieldTypes = {
	checkbox: 'Checkbox',
	date: 'Date',
	dropdown: 'Dropdown',
	email: 'Email',
	number: 'Number',
	text: 'Text',
	textarea: 'Text of Several Lines',
} as const;

/** A kind of field on the first page. */
export type OwnFieldType = keyof typeof ownFieldTypes;

/** Whether a text is one of the kinds. */
export const isOwnFieldType = (type: unknown): type is OwnFieldType => typeof type === 'string' && Object.hasOwn(ownFieldTypes, type);

/** Labels of what an operator writes for the pages, by the name of the parameter: the form and what is said of it use the same. */
export const pageLabels = {
	path: 'Path',
	pageTitle: 'Title',
	pageText: 'Text',
	formFields: 'Own Fields',
	endingTitle: 'Ending Title',
	endingText: 'Ending Text',
	redirectUrl: 'Redirect URL',
	countries: 'Allowed Countries',
} as const;

/** Whether a parameter is one of them. */
export const hasPageLabel = (name: string): name is keyof typeof pageLabels => Object.hasOwn(pageLabels, name);

/** How much a page lets through: where the operator sets nothing, and the least and most that can be set. */
export const pageLimits = {
	/** Seconds between two codes to one contact. */
	cooldown: { usual: 60, least: 30, most: 3600 },
	/** Codes to one contact in a day. */
	perContact: { usual: 5, least: 1, most: 50 },
	/** Codes that one address of the internet may ask for in an hour. */
	perAddress: { usual: 20, least: 1, most: 10_000 },
	/** Codes in a day to numbers that differ in their last four digits alone. */
	perPrefix: { usual: 100, least: 1, most: 100_000 },
	/** Codes of the trigger in a day. */
	perDay: { usual: 1000, least: 1, most: 1_000_000 },
	/** Tries for one code. */
	tries: { usual: 5, least: 1, most: 10 },
} as const;

/** One of the limits. */
export type PageLimit = keyof typeof pageLimits;

/** All limits of a trigger. */
export type PageLimits = Readonly<Record<PageLimit, number>>;
