/**
 * For every answer that an API documents, a recipient that provokes it.
 *
 * A recipient is made from the names of API and answer alone, so that it stays the same when others are added:
 * a workflow that was built with it keeps working.
 */
import type { Cloud, RefusalOnDemand, ServedApi } from './cloud';
import { type Fault, faults } from './faults';
import { fictionDiallingCode, fictionDigits, fictionDomain, fictionNumber } from './fiction';

/** What a recipient provokes. */
export type Demand =
	| { readonly refusal: RefusalOnDemand; readonly fault?: undefined }
	| { readonly fault: Fault; readonly refusal?: undefined };

/** A line of the list of recipients. */
export interface Recipient {
	/** Public name of the vendor. */
	readonly vendor: string;
	readonly operation: string;
	/** The vendor's name of the API. */
	readonly api: string;
	/** What to ask for in a switch. */
	readonly id: string;
	readonly demand: Demand;
	/** Number that provokes it, as the API takes it; what stands in front of its last ten digits does not matter. */
	readonly phone?: string;
	/** Dialling code, for the field that the API has for it. */
	readonly diallingCode?: string;
	/** Address that provokes it. */
	readonly email?: string;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
	return value;
}

const words = (name: string): string =>
	name
		.replace(/([a-z\d])([A-Z])/g, '$1-$2')
		.replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
		.replace(/[^A-Za-z\d.]+/g, '-')
		.toLowerCase();

const localPart = (id: string): string => id.split(' ').map(words).join('.').slice(0, 64);

function freeNumber(seed: string, taken: Set<string>): string {
	for (let round = 0; ; round += 1) {
		const number = fictionNumber(hash(seed) + round);
		if (!taken.has(number)) {
			taken.add(number);
			return number;
		}
	}
}

interface Named {
	readonly id: string;
	readonly demand: Demand;
}

const demandsOf = ({ refusals }: ServedApi): Named[] => [
	...refusals.map((refusal) => ({ id: refusal.id, demand: { refusal } })),
	...faults.map((fault) => ({ id: fault.name, demand: { fault } })),
];

function phoneFor({ takes }: ServedApi, seed: string, taken: Set<string>): Pick<Recipient, 'phone' | 'diallingCode'> {
	if (takes.phone === 'none') return {};
	const number = freeNumber(seed, taken);
	return takes.phone === 'whole' ? { phone: `${fictionDiallingCode}${number}` } : { phone: number, diallingCode: fictionDiallingCode };
}

function recipientsOf(cloud: Cloud, api: ServedApi, taken: Set<string>): Recipient[] {
	const operation = words(api.key.split('.')[1] ?? api.key);
	return demandsOf(api).map(({ id, demand }) => ({
		vendor: cloud.name,
		operation: api.key,
		api: api.label,
		id,
		demand,
		...phoneFor(api, `${cloud.name}/${api.key}/${id}`, taken),
		...(api.takes.email ? { email: `${localPart(id)}@${operation}.${fictionDomain}` } : {}),
	}));
}

/** Every recipient of a cloud. */
export function listRecipients(cloud: Cloud): Recipient[] {
	const taken = new Set<string>();
	return cloud.apis.flatMap((api) => recipientsOf(cloud, api, taken));
}

/** `name@refused.example` provokes the answer in every operation, `name@send-code.refused.example` in one. */
const addressesOf = ({ email }: Recipient): string[] =>
	email === undefined ? [] : [email, email.replace(/@[^.]+\./, '@')];

/** What a number is known by, however much stands in front of it. */
const numberIn = (contact: string): string => contact.replace(/\D/g, '').slice(-fictionDigits);

/** Finds what a recipient provokes. */
export class RecipientBook {
	readonly all: readonly Recipient[];
	private readonly byContact: ReadonlyMap<string, Recipient>;

	constructor(clouds: readonly Cloud[]) {
		this.all = clouds.flatMap(listRecipients);
		const entries = this.all.flatMap((recipient) =>
			[...(recipient.phone === undefined ? [] : [numberIn(recipient.phone)]), ...addressesOf(recipient)].map(
				(contact) => [this.key(recipient.vendor, recipient.operation, contact), recipient] as const,
			),
		);
		this.byContact = new Map(entries);
	}

	private key(vendor: string, operation: string, contact: string): string {
		return `${vendor} ${operation} ${contact}`;
	}

	/** What a number or address provokes in an API; undefined for an ordinary one. */
	find(vendor: string, operation: string, contact: unknown): Recipient | undefined {
		if (typeof contact !== 'string') return undefined;
		const plain = contact.includes('@') ? contact.trim().toLowerCase() : numberIn(contact);
		return this.byContact.get(this.key(vendor, operation, plain));
	}
}
