/** What comes of a request: the page to show, and the item that starts the workflow where there is one. */
import type { IDataObject } from 'n8n-workflow';
import type { Carried } from './seal';

/** Outputs of the trigger, by position. Saved workflows rely on it. */
export const outputOf = { verified: 0, needsHelp: 1 } as const;

/** An item that starts the workflow. */
export interface Start {
	readonly output: (typeof outputOf)[keyof typeof outputOf];
	readonly json: IDataObject;
}

/** The page that comes next. */
export type Step = { readonly start?: Start | undefined } & (
	| { readonly page: 'contact'; readonly content: Carried<'contact'> }
	| { readonly page: 'code'; readonly content: Carried<'code'> }
	| { readonly page: 'end'; readonly content: Carried<'end'> }
	/** Nothing can be shown: the trigger is not in order, or something broke. */
	| { readonly page: 'stop' }
);
