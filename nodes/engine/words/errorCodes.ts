/** What an error code means: the words in which a vendor's failures are declared. */

/** What the workflow should do next after a failure. The outputs of a node are made of these. */
export type Category = 'fixInput' | 'retryLater' | 'fixAccount' | 'vendorFault';

/** Why a call failed, in n8n's own words; n8n shows it and backs off by it. */
export type FailureCause =
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid'
	| 'node-defect';

/** When a reading of an error code holds. */
export interface Circumstances {
	/** HTTP statuses under which it holds; any when left out. */
	readonly statuses?: readonly number[];
	/** Words of the vendor's message, compared without case, one of which must occur; any when left out. */
	readonly texts?: readonly string[];
}

/** One side of an error code that changes with the HTTP status or with words in the vendor's message. */
export interface ErrorVariant extends Partial<ErrorMeaning>, Circumstances {}

/** What a person is told about whatever went astray. */
export interface Advice {
	/** What happened, in plain words; one sentence without a full stop. */
	readonly happened: string;
	/** What to do about it; one sentence without a full stop. */
	readonly todo: string;
}

/** What a person is told about an error code, and what the workflow does with it. */
export interface ErrorMeaning extends Advice {
	readonly category: Category;
	/** Whether a message may be on its way although this code came back. Asked only of `message` operations. */
	readonly maybeSent: boolean;
	/** How long to wait before another try, in seconds, where the vendor's documentation says so. */
	readonly retryAfterSeconds?: number;
	/** Wire name of the field that the code is about, such as `PhoneNum`. */
	readonly field?: string;
	/** True for a refusal of the time that was signed. */
	readonly clockRefused?: boolean;
	/** n8n's word for the cause, where the category alone does not tell it. */
	readonly cause?: FailureCause;
}

/** A documented error code. */
export interface ErrorCode extends ErrorMeaning {
	/** Looked through in order before the code's own meaning. */
	readonly variants?: readonly ErrorVariant[];
}

/** A family of codes, such as `AuthFailure.*`: how a code is read that the vendor's lists do not name. */
export interface ErrorFamily extends ErrorMeaning, Circumstances {
	/** A code with `*` for any text, such as `Throttling*`. Compared with case, whole code. */
	readonly pattern: string;
}

/** Documented codes by the vendor's own name. */
export type ErrorCodes = Readonly<Record<string, ErrorCode>>;
