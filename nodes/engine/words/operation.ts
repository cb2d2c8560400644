/**
 * The words in which a vendor and its documented APIs are declared.
 *
 * A declaration stands as close to the vendor's page as code can: a person holds the two side by side.
 * From it come the form, the check of the values, the request, the routing of the answer, the list of
 * error codes, the sandbox's behaviour and the reference in docs/.
 */
import type { AnswerField, Field } from './fields';
import type { Advice, ErrorCodes, ErrorFamily } from './errorCodes';
import type { Journey } from './journey';

export type * from './fields';
export type * from './errorCodes';
export type * from './readings';

/**
 * What a call does in the world.
 *
 * - `message`: a message goes out to a person; it costs money and must not be repeated unasked.
 * - `write`: something is changed (a code is used up, an account is created); not repeated either.
 * - `read`: nothing changes; it may be repeated.
 */
export type Effect = 'message' | 'write' | 'read';

/** What a group of operations works on, such as the customers of a partner. */
export interface Resource {
	/** Public name, such as `partnerCustomer`. */
	readonly value: string;
	/** Label in title case, such as `Partner Customer`. */
	readonly name: string;
	/** What it is for, one sentence without a full stop. */
	readonly about: string;
}

/** What the position of a page counts, and from where: pages of documentation often leave it open. */
export interface PositionReading {
	readonly counts: 'entries' | 'pages';
	/** The position of the first entry or page. */
	readonly first: 0 | 1;
}

/** How the vendor pages a list. */
export interface Paging {
	/** Wire name of the page size field. */
	readonly limit: string;
	/** Wire name of the field that moves on. */
	readonly position: string;
	/** The largest page that is asked for. */
	readonly pageSize: number;
	/** Where the total number of entries stands in the answer's data. */
	readonly total?: string;
	/** The ways in which the vendor's page can be read, the likeliest first; tried until the total is reached. */
	readonly readings: readonly [PositionReading, ...PositionReading[]];
}

/** Operations whose answer is a list: one item comes out for each entry. */
export interface Listing {
	/** Where the entries stand in the answer's data, such as `PhoneEmailList`. */
	readonly entries: string;
	/** How the vendor pages; all entries come in one answer when left out. */
	readonly paging?: Paging;
}

/**
 * One documented API.
 *
 * @typeParam Api - how the vendor addresses an API (service, version, action; or method and path).
 */
export interface Operation<Api = unknown> {
	readonly resource: Resource;
	/** Public name, such as `sendCode`. */
	readonly value: string;
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
	/** Documented seconds between two messages to one contact. */
	readonly contactSeconds?: number;
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
			/** The vendor's own words in such an answer. */
			readonly said?: string;
	  };

/** Values of one item by wire name, checked and of the type that the vendor wants. */
export type Values = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** Credential fields as n8n decrypted them. */
export type CredentialFields = Readonly<Record<string, unknown>>;

/** How a credential's token is known to be refused, and replaced. */
export interface TokenRenewal {
	/**
	 * Whether the vendor itself refused the token, so that nothing was done. Never true of an answer that a proxy on
	 * the way could have written.
	 */
	isRefused(answer: VendorAnswer): boolean;
	/** The fields without their token: signing with them gets another one first. */
	without(fields: CredentialFields): CredentialFields;
	/** Whether a token for these very fields is still awaited: then nothing that they sign has gone out. */
	isAwaited(fields: CredentialFields): boolean;
}

/** The time that a credential signs with. */
export interface SigningClock {
	/**
	 * Takes over the vendor's own time for all that these fields sign from now on in this process.
	 *
	 * @param time - the vendor's, in ms since 1970.
	 * @returns false where it is the time that is signed already, so that something else is wrong.
	 */
	correct(fields: CredentialFields, time: number): boolean;
}

/** A way in which a node may sign, when the vendor has several. */
export interface CredentialChoice {
	/** Credential type, such as `tencentCloudApi`. */
	readonly type: string;
	/** Value of the parameter `authentication`. */
	readonly value: string;
	/** Label in title case. */
	readonly name: string;
	/** How a refused token is known and replaced, where the credential signs with one. */
	readonly token?: TokenRenewal;
	/** The time that it signs with, where the vendor looks at it. */
	readonly clock?: SigningClock;
	/**
	 * Names of the fields that hold a key, token or password: their values are cut out of every text that leaves.
	 * Every field whose name speaks of such a thing when left out.
	 */
	readonly secrets?: readonly string[];
	/** Names of the fields that say whose account it is, for the pace; all fields when left out. */
	readonly account?: readonly string[];
	/** Name of the lasting secret from which the keys of the trigger's pages are derived. */
	readonly pageSecret?: string;
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
	/** What the trigger's pages can prove; the first is the default. */
	readonly journeys?: readonly Journey[];
	/** Codes that any operation may answer. */
	readonly commonCodes: ErrorCodes;
	/**
	 * Families that go before an operation's own: throttling, permissions and faults are never about a value,
	 * whatever words stand in the message.
	 */
	readonly firstFamilies?: readonly ErrorFamily[];
	/** How codes are read that no list names; the first that fits. */
	readonly families: readonly ErrorFamily[];
	/** The name under which a code stands in the lists, where a vendor writes one code in several ways. */
	readonly nameInLists?: (code: string) => string;
	/**
	 * By what the vendor knows a request that it has seen, and refuses it: then a request whose answer was lost can be
	 * sent again without being carried out twice.
	 */
	readonly singleUse?: {
		/** Header that holds the request's mark. */
		readonly header: string;
		/** The code that says that the mark was seen. */
		readonly seenCode: string;
	};
	/** Why this credential cannot call this operation; undefined when it can. */
	refuses?(operation: Operation<Api>, credential: CredentialFields): Advice | undefined;
	/** The documented request. */
	request(operation: Operation<Api>, values: Values, credential: CredentialFields): VendorRequest;
	/**
	 * Reads the vendor's envelope. Never throws, whatever the answer is.
	 *
	 * @param operation - what was asked: its declaration says what an answer carries.
	 */
	read(answer: VendorAnswer, operation: Operation<Api>): Verdict;
}
