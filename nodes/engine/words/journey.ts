/**
 * The words in which a journey is declared: how a person proves a contact on pages of the trigger, from the contact to
 * the vendor's yes. Fields of the two calls that a journey does not name are the operator's to set.
 */

interface ContactBase {
	/** Values that tell the vendor what kind of contact it is, by wire name. */
	readonly fixed?: Readonly<Record<string, string | number>>;
	/** Wire name of the field that takes the dialling code. */
	readonly countryCode?: string;
}

/** A contact that is a phone number. */
export interface PhoneContact extends ContactBase {
	readonly kind: 'phone';
	/** Wire name of the field that takes the number. */
	readonly wire: string;
	/**
	 * How the number is written into its field: within the country, as `countryCode` says which; with the dialling code
	 * in front (`85251234567`); or with a dot behind the dialling code (`+852.51234567`), without any for the country
	 * whose dialling code is `bare`.
	 */
	readonly writing: 'national' | 'international' | 'dotted';
	/** The dialling code, in digits, in front of which `dotted` writes nothing. */
	readonly bare?: string;
	/** Wire name of the field that takes the country as ISO code of two letters. */
	readonly country?: string;
}

/** A contact that is a mail address. */
export interface EmailContact extends ContactBase {
	readonly kind: 'email';
	/** Wire name of the field that takes the address. */
	readonly wire: string;
}

/** What a password must be like, as the page says it. */
export interface PasswordRule {
	readonly least: number;
	readonly most: number;
	/** One of these has to be in it. */
	readonly symbols: string;
}

/** What the page asks of the person besides the contact and the code. */
export interface AskedOfPerson {
	readonly wire: string;
	/** An address that the vendor writes to, or a password that the person makes up and that nothing keeps. */
	readonly as: 'accountEmail' | 'newPassword';
	/** Wire name of the field in which a password is repeated. */
	readonly twin?: string;
	readonly rule?: PasswordRule;
}

/**
 * What a page can say of a code of the vendor that needs words of its own; a failure without them gets its category's.
 * None of them tells whether a number or address is known to somebody: whoever types one in could ask for that.
 */
export type PersonWord = 'contactRefused' | 'countryRefused' | 'emailRefused' | 'sentJustNow' | 'tooManyCodes' | 'triesUsedUp';

/** How a person proves one kind of contact: a call that sends a code, and a call that completes with it. */
export interface Journey {
	/** Public name of the resource that both calls belong to. */
	readonly resource: string;
	/** Public name of the operation that sends the code. */
	readonly send: string;
	/** Public name of the operation that completes with the code. */
	readonly complete: string;
	/** Public name of an operation that reads: asked once at publishing, to see that key and account are in order. */
	readonly probe?: string;
	readonly contacts: readonly [PhoneContact | EmailContact, ...Array<PhoneContact | EmailContact>];
	readonly code: {
		/** Wire name of the completing call's field that takes the code. */
		readonly wire: string;
		/** How many digits a code has, where the vendor says so: the page then sends a complete one by itself. */
		readonly digits?: number;
	};
	/** Asked together with the contact; goes out with the completing call. */
	readonly asksFirst?: readonly AskedOfPerson[];
	/** Asked together with the code, and kept nowhere. */
	readonly asksWithCode?: readonly AskedOfPerson[];
	/** Words for the person, by the vendor's code. */
	readonly words?: Readonly<Record<string, PersonWord>>;
}

/** Wire names of all that a journey fills itself, so that nobody else sets it. */
export function filledBy({ contacts, code, asksFirst = [], asksWithCode = [] }: Journey): ReadonlySet<string> {
	const ofContacts = contacts.flatMap((contact) => [
		contact.wire,
		contact.countryCode,
		contact.kind === 'phone' ? contact.country : undefined,
		...Object.keys(contact.fixed ?? {}),
	]);
	const asked = [...asksFirst, ...asksWithCode].flatMap(({ wire, twin }) => [wire, twin]);
	return new Set([...ofContacts, code.wire, ...asked].filter((wire) => wire !== undefined));
}
