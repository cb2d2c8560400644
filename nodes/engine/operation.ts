/**
 * The words in which a vendor's documented APIs are declared.
 *
 * A declaration stands as close to the vendor's page as code can: a person holds the two side by side.
 * From it come the form, the check of the values, the request, the routing of the answer, the list of
 * error codes, the sandbox's behaviour and the reference in docs/.
 */

/** What the workflow should do next after a failure. The outputs of a node are made of these. */
export type Category = 'fixInput' | 'retryLater' | 'fixAccount' | 'vendorFault';

/**
 * What a call does in the world.
 *
 * - `message`: a message goes out to a person; it costs money and must not be repeated unasked.
 * - `write`: something is changed (a code is used up, an account is created); not repeated either.
 * - `read`: nothing changes; it may be repeated.
 */
export type Effect = 'message' | 'write' | 'read';

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

/** What a person is told about an error code, and what the workflow does with it. */
export interface ErrorMeaning {
	readonly category: Category;
	/** What happened, in plain words; one sentence without a full stop. */
	readonly meaning: string;
	/** What to do about it; one sentence without a full stop. */
	readonly todo: string;
	/** Whether a message may be on its way although this code came back. Asked only of `message` operations. */
	readonly maybeSent: boolean;
	/** How long to wait before another try, in seconds, where the vendor's documentation says so. */
	readonly retryAfterSeconds?: number;
	/** Wire name of the field that the code is about, such as `PhoneNum`. */
	readonly field?: string;
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

/** One of a field's allowed values. */
export interface Choice {
	/** The value on the wire. */
	readonly value: string | number;
	/** The label in the form, in title case. */
	readonly name: string;
	/** A sentence below the label. */
	readonly about?: string;
}

/** A form that a text may have to have. `test` answers undefined when the text has it. */
export interface TextFormat {
	/** What is allowed, as it reads after "must be", such as `1 to 32 digits`. */
	readonly allowed: string;
	/** Whether the text has the form. */
	readonly test: (text: string) => boolean;
}

/** Where a field travels. The vendor's own place (body or query) when left out. */
export type FieldPlace = 'header' | 'query' | 'body';

/** Where the form finds the values to pick from: another operation of the same vendor. */
export interface FieldSource {
	/** Name of the list method, unique within the vendor, such as `searchCountryCodes`. */
	readonly method: string;
}

interface FieldBase {
	/** The vendor's name of the parameter, such as `PhoneNum`. */
	readonly wire: string;
	/** The label in the form, in title case. */
	readonly label: string;
	/** What the parameter is, one sentence without a full stop. */
	readonly about: string;
	readonly required: boolean;
	/** A value as the vendor's page shows it; becomes the placeholder. */
	readonly example?: string;
	readonly place?: FieldPlace;
	/** True for what must not be shown again: passwords and received codes. */
	readonly secret?: boolean;
	/** True for the phone number or address of a person; the switch Mask Contact covers it. */
	readonly contact?: boolean;
	/** Lets the person pick from the account's own values. */
	readonly source?: FieldSource;
}

/** A text, sent as a JSON string. */
export interface TextField extends FieldBase {
	readonly type: 'text';
	/** Fewest and most characters. */
	readonly length?: readonly [number, number];
	/** Allowed form. */
	readonly format?: TextFormat;
	/** Allowed form by the value of another field: wire name, then format by that field's value. */
	readonly formatBy?: { readonly field: string; readonly formats: Readonly<Record<string, TextFormat>> };
	/** Values that the vendor's page refuses. */
	readonly refused?: readonly string[];
	/** Wire name of the field that must hold the same text (a repeated password). */
	readonly sameAs?: string;
	/** True where spaces at the ends belong to the value, as in a password. */
	readonly verbatim?: boolean;
	readonly default?: string;
}

/** One of documented values, sent as the type that the choices have. */
export interface ChoiceField extends FieldBase {
	readonly type: 'choice';
	readonly choices: readonly Choice[];
	readonly default?: string | number;
}

/** A whole number, sent as a JSON number. */
export interface IntegerField extends FieldBase {
	readonly type: 'integer';
	/** Least and greatest value. */
	readonly range?: readonly [number, number];
	readonly default?: number;
}

/** True or false, sent as a JSON boolean. */
export interface FlagField extends FieldBase {
	readonly type: 'flag';
	readonly default?: boolean;
}

/** A list of texts, entered with commas between them, sent as a JSON array. */
export interface ListField extends FieldBase {
	readonly type: 'list';
	/** Most entries. */
	readonly most?: number;
}

/** One documented request parameter. */
export type Field = TextField | ChoiceField | IntegerField | FlagField | ListField;

/** One documented field of the answer. */
export interface AnswerField {
	/** The vendor's name, with dots and `[]` for what is inside, such as `Data[].Code`. */
	readonly wire: string;
	readonly type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
	readonly about: string;
	/** True for the phone number or address of a person; the switch Mask Contact covers it. */
	readonly contact?: boolean;
	/** A value as the vendor's page shows it; simulated answers carry it. */
	readonly example?: unknown;
	/** True for what stays when an answer of many fields is simplified. */
	readonly main?: boolean;
}

/** What a group of operations works on, such as the customers of a partner. */
export interface Resource {
	/** Public name, such as `partnerCustomer`. */
	readonly value: string;
	/** Label in title case, such as `Partner Customer`. */
	readonly name: string;
	/** What it is for, one sentence without a full stop. */
	readonly about: string;
}

/** Operations whose answer is a list: one item comes out for each entry. */
export interface Listing {
	/** Where the entries stand in the answer's data, such as `PhoneEmailList`. */
	readonly entries: string;
	/** How the vendor pages; all entries come in one answer when left out. */
	readonly paging?: {
		/** Wire name of the page size field. */
		readonly limit: string;
		/** Wire name of the field that moves on. */
		readonly position: string;
		/** Whether the position counts entries or pages. */
		readonly counts: 'entries' | 'pages';
		/** The position of the first page. */
		readonly first: number;
		/** The largest page that is asked for. */
		readonly pageSize: number;
		/** Where the total number of entries stands in the answer's data. */
		readonly total?: string;
	};
}

/**
 * One documented API.
 *
 * @typeParam Api - how the vendor addresses an API (service, version, action; or method and path).
 */
export interface Operation<Api = unknown> {
	readonly resource: Resource;
	/** Public name, such as `sendCode`. */
	readonly operation: string;
	/** Label in title case, such as `Send Code`. */
	readonly name: string;
	/** What a person reads when picking an action: sentence case, no article, names the object. */
	readonly action: string;
	/** What the call does and costs, one sentence without a full stop. */
	readonly about: string;
	/** A remark that stands in the form above the fields, where the call is easily misunderstood. */
	readonly notice?: string;
	readonly api: Api;
	/** The vendor's page. */
	readonly page: string;
	readonly effect: Effect;
	/** Documented requests a second. */
	readonly perSecond: number;
	readonly fields: readonly Field[];
	readonly answer: readonly AnswerField[];
	/** Codes of the API's own page. */
	readonly codes: ErrorCodes;
	/** How codes are read for this API alone that no list names; looked through before the vendor's families. */
	readonly families?: readonly ErrorFamily[];
	readonly listing?: Listing;
}

/** What leaves the node: an absolute address and the very bytes to sign. */
export interface VendorRequest {
	readonly method: 'GET' | 'POST';
	/** Absolute, with the query already encoded. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** The body as sent; none when left out. */
	readonly body?: string;
}

/** What came back, before anybody judged it. */
export interface VendorAnswer {
	readonly status: number;
	/** Header values by lower-case name. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body as text. */
	readonly text: string;
	/** The body as JSON; undefined when it is not JSON. */
	readonly json: unknown;
}

/** What the vendor's envelope says. */
export type Verdict =
	| { readonly ok: true; readonly requestId?: string; readonly data: Readonly<Record<string, unknown>> }
	| {
			readonly ok: false;
			readonly requestId?: string;
			readonly code: string;
			readonly message: string;
			/** A wait that the answer itself asks for, in seconds. */
			readonly retryAfterSeconds?: number;
	  }
	/** Not the vendor's envelope: HTML, half a JSON, a redirect, or an envelope that contradicts itself. */
	| {
			readonly ok: undefined;
			readonly requestId?: string;
			/** What came instead, in plain words without a full stop, where it can be said. */
			readonly happened?: string;
	  };

/** Values of one item by wire name, checked and of the type that the vendor wants. */
export type Values = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Credential fields as n8n decrypted them. */
export type CredentialFields = Readonly<Record<string, unknown>>;

/** A way in which a node may sign, when the vendor has several. */
export interface CredentialChoice {
	/** Credential type, such as `tencentCloudApi`. */
	readonly type: string;
	/** Value of the parameter `authentication`. */
	readonly value: string;
	/** Label in title case. */
	readonly name: string;
	/** True when a refused token (HTTP 401) is renewed and the request signed and sent once more. */
	readonly renewsToken?: boolean;
}

/**
 * What the engine must know of a vendor.
 *
 * @typeParam Api - how the vendor addresses an API.
 */
export interface Vendor<Api = unknown> {
	/** Public name, such as `tencentCloud`. */
	readonly name: string;
	/** The vendor's own name, such as `Tencent Cloud`. */
	readonly displayName: string;
	/** The first is the default. The parameter `authentication` is shown when there are several. */
	readonly credentials: readonly [CredentialChoice, ...CredentialChoice[]];
	readonly operations: ReadonlyArray<Operation<Api>>;
	/** Codes that any operation may answer. */
	readonly commonCodes: ErrorCodes;
	/** How codes are read that no list names; the first that fits. */
	readonly families: readonly ErrorFamily[];
	/** The name under which a code stands in the lists, where a vendor writes one code in several ways. */
	readonly listedCode?: (code: string) => string;
	/** Why this credential cannot call this operation; undefined when it can. */
	refuses?(
		operation: Operation<Api>,
		credential: CredentialFields,
	): { readonly meaning: string; readonly todo: string } | undefined;
	/** The documented request. */
	request(operation: Operation<Api>, values: Values, credential: CredentialFields): VendorRequest;
	/** Reads the vendor's envelope. Never throws. */
	read(answer: VendorAnswer): Verdict;
}
