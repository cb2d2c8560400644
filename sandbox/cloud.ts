/** What a cloud of the sandbox is: the words that the vendor-neutral parts and the three clouds share. */
import type { Setting } from './settings';

/** A request as it arrived. */
export interface Received {
	readonly method: string;
	/** Name of the host in the header Host, in lower case, without the port. */
	readonly host: string;
	/** The path as written, not decoded. */
	readonly path: string;
	/** The query as written, without the question mark. */
	readonly query: string;
	/** Values by lower-case name; of a header sent twice, both, with a comma between them. */
	readonly headers: Readonly<Record<string, string>>;
	/** The very bytes. */
	readonly body: Buffer;
}

/** What goes back. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** A refusal with the vendor's code. */
export interface Refusal {
	readonly code: string;
	readonly message: string;
	/** HTTP status; the cloud's own for this code when left out. */
	readonly status?: number;
	/** Seconds after which the caller may try again, where the vendor says so in a header. */
	readonly retryAfterSeconds?: number;
	/** Another form of the envelope than the usual one. */
	readonly form?: EnvelopeForm;
}

/** A form in which a vendor may answer beside JSON. */
export type EnvelopeForm = 'xml';

/** Thrown by the parts of a cloud where a request is refused. */
export class Refused extends Error {
	constructor(readonly refusal: Refusal) {
		super(`${refusal.code}: ${refusal.message}`);
	}
}

/** Why a request is not even looked at: its length, its form, or something in the sandbox that broke over it. */
export type Trouble = 'tooLong' | 'unreadable' | 'broken';

/** Throws {@link Refused}. */
export function refuse(code: string, message: string, more: Omit<Refusal, 'code' | 'message'> = {}): never {
	throw new Refused({ code, message, ...more });
}

/** A documented refusal that can be had on demand, in one of the forms in which it comes. */
export interface RefusalOnDemand {
	/** Unique within the API: the code, and what sets this form apart from others of the code. */
	readonly id: string;
	readonly code: string;
	readonly status: number;
	/** Words that the vendor's message has in this form. */
	readonly text?: string;
	readonly form?: EnvelopeForm;
	/** What the code means. */
	readonly about: string;
	/** What a workflow should do next, as the declaration has it. */
	readonly category?: string;
}

/** An API that a cloud answers. */
export interface ServedApi {
	/** Its name in this sandbox, such as `partnerCustomer.sendCode`. */
	readonly key: string;
	/** The vendor's name of it, such as `SendVerifyCode`. */
	readonly label: string;
	/** Documented requests a second. */
	readonly perSecond: number;
	/** Parameters that hold a person's number or address, whose value can ask for a refusal or a fault. */
	readonly contacts: readonly string[];
	/** Whether a contact may be a phone number, with its dialling code or beside it, and whether it may be a mail address. */
	readonly takes: { readonly phone: 'none' | 'whole' | 'national'; readonly email: boolean };
	readonly refusals: readonly RefusalOnDemand[];
}

/** A request that passed the gate: who asked is known, and what for. */
export interface Admitted {
	readonly api: ServedApi;
	/** Parameters by wire name. */
	readonly values: Readonly<Record<string, unknown>>;
	/** What carries the call out; throws {@link Refused}. */
	carryOut(): object;
}

/** A code on its way to a person. */
export interface Outbound {
	/** The vendor's name of the API that sent it. */
	readonly api: string;
	readonly channel: 'sms' | 'voice' | 'email';
	/** Number with dialling code, or mail address. */
	readonly recipient: string;
	readonly code: string;
	readonly text: string;
}

/** What the clouds are given. */
export interface Desk {
	/** The time in milliseconds since 1970. */
	now(): number;
	/** Delivers a code to the inbox. */
	send(message: Outbound): void;
}

/** One value of a credential, as the inbox page shows it. */
export interface KeyValue {
	/** The field's name in the credential's form. */
	readonly label: string;
	readonly value: string;
}

/** What a cloud knows, with what to enter where. */
export interface KnownKey {
	readonly name: string;
	readonly values: readonly KeyValue[];
	/** The credential that it is entered in, by the name that n8n shows; none where it is no key. */
	readonly credential?: string;
	/** Fields of the credential that take the sandbox's address. */
	readonly endpoints?: readonly string[];
}

/** One vendor on localhost. Its state lasts until it is made anew. */
export interface Cloud {
	/** Public name, such as `tencentCloud`. */
	readonly name: string;
	readonly displayName: string;
	readonly apis: readonly ServedApi[];
	readonly keys: readonly KnownKey[];
	readonly settings: readonly Setting[];
	/** Whether a request is for this vendor, by its host. */
	owns(received: Received): boolean;
	/** Checks address, key, signature and clock. Throws {@link Refused}. */
	admit(received: Received): Admitted;
	/** The refusal of a request that is not even looked at. */
	turnAway(trouble: Trouble): Refusal;
	/** The refusal of a caller who asks faster than documented. */
	tooFast(api: ServedApi): Refusal;
	/** The vendor's envelope around an answer. */
	succeed(data: object, admitted: Admitted): Reply;
	/** The vendor's envelope around a refusal. */
	refuse(refusal: Refusal, received: Received): Reply;
}

/** Makes a cloud in its first state. */
export type CloudMaker = (desk: Desk) => Cloud;

/** A reply in JSON. */
export const jsonReply = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
	status,
	headers: { 'content-type': 'application/json', ...headers },
	body: JSON.stringify(body),
});

/** Whether a value is an object with names. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
