/**
 * For every answer that an API documents, a recipient that provokes it.
 *
 * A recipient is made from the names of API and answer alone, so that it stays the same when others are added:
 * a workflow that was built with it keeps working.
 */
import type { Cloud, RefusalOnDemand, ServedApi } from './cloud';
import { type Fault, faults } from './faults';

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
	/** Number that provokes it; whatever stands in front of it does not matter. */
	readonly phone?: string;
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

/** 1999 and seven digits. */
const numberFor = (seed: string, round: number): string =>
	`1999${String((hash(seed) + round) % 10_000_000).padStart(7, '0')}`;

function freeNumber(seed: string, taken: Set<string>): string {
	for (let round = 0; ; round += 1) {
		const number = numberFor(seed, round);
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

function recipientsOf(cloud: Cloud, api: ServedApi, taken: Set<string>): Recipient[] {
	const operation = words(api.key.split('.')[1] ?? api.key);
	return demandsOf(api).map(({ id, demand }) => ({
		vendor: cloud.name,
		operation: api.key,
		api: api.label,
		id,
		demand,
		...(api.takes.phone ? { phone: freeNumber(`${cloud.name}/${api.key}/${id}`, taken) } : {}),
		...(api.takes.email ? { email: `${localPart(id)}@${operation}.refused.example` } : {}),
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

/** Finds what a recipient provokes. */
export class RecipientBook {
	readonly all: readonly Recipient[];
	private readonly byContact: ReadonlyMap<string, Recipient>;

	constructor(clouds: readonly Cloud[]) {
		this.all = clouds.flatMap(listRecipients);
		const entries = this.all.flatMap((recipient) =>
			[...(recipient.phone === undefined ? [] : [recipient.phone]), ...addressesOf(recipient)].map(
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
		const plain = contact.includes('@') ? contact.trim().toLowerCase() : contact.replace(/\D/g, '').slice(-11);
		return this.byContact.get(this.key(vendor, operation, plain));
	}
}
