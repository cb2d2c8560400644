/** What a page carries from one request to the next: sealed, so that only this trigger can read or make it. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'crypto';
import { z } from 'zod';

/** Keys of one trigger, derived from the lasting secret of its credential. */
export interface PageKeys {
	/** Seals what pages carry. */
	readonly seal: Buffer;
	/** Makes names for the memory, which so holds no contact and no code. */
	readonly name: Buffer;
	/** Signs proofs for other services. */
	readonly proof: Buffer;
}

/** Whose keys they are: another trigger, node or resource has others, so that none takes what another has sealed. */
export interface Place {
	readonly workflow: string;
	readonly node: string;
	readonly resource: string;
}

/** The text that stands for a place, in derivations and in the memory. */
export const placeName = ({ workflow, node, resource }: Place): string => JSON.stringify([workflow, node, resource]);

/** Derives the keys by HKDF (RFC 5869) with SHA-256. */
export function keysFrom(secret: string, place: Place): PageKeys {
	const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, placeName(place), `cloud-verification ${use} 1`, 32));
	return { seal: derived('seal'), name: derived('name'), proof: derived('proof') };
}

/** A name for something that must not stand in the memory itself. */
export const hiddenName = ({ name }: Pick<PageKeys, 'name'>, ...parts: readonly string[]): string =>
	createHmac('sha256', name).update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** A name that nobody can guess. */
export const freshName = (): string => randomBytes(12).toString('base64url');

const texts = z.record(z.string(), z.string());

const said = z.object({
	word: z.string(),
	filling: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
	field: z.string().optional(),
});

const contact = z.union([
	z.object({ kind: z.literal('phone'), country: z.string(), dialling: z.string(), digits: z.string() }),
	z.object({ kind: z.literal('email'), address: z.string(), country: z.string().optional(), dialling: z.string().optional() }),
]);

/** What each kind of page carries. A seal of one kind opens no other. */
const carried = {
	/** What a person has entered on the first page, and what is said of it. */
	contact: z.object({ entries: texts, said: said.optional() }),
	/** To whom a code was sent, when, and what is said on the page for it. */
	code: z.object({
		reference: z.string(),
		contact,
		entries: texts,
		/** Time in ms since 1970. */
		sentAt: z.number(),
		/** When another code may be asked for. */
		againAt: z.number(),
		/** Whether nobody knows if the message went out. */
		perhaps: z.boolean().optional(),
		said: said.optional(),
	}),
	/** How it ended. */
	end: z.object({
		how: z.enum(['verified', 'help']),
		at: z.number(),
		shown: z.string(),
		reference: z.string(),
		title: z.string().optional(),
		text: z.string().optional(),
	}),
} as const;

/** A kind of page. */
export type PageKind = keyof typeof carried;

/** What a kind of page carries. */
export type Carried<Kind extends PageKind> = z.infer<(typeof carried)[Kind]>;

/** What is said to the person: the name of a text, what is filled into it, and the field that it is about. */
export type Said = z.infer<typeof said>;

/** A contact as it was read. */
export type Contact = z.infer<typeof contact>;

const version = 1;
const headLength = 1 + 12 + 16;

/** A page is good for so long, in ms: its address stays in histories and logs. */
export const longestVisit = 24 * 3600 * 1000;

/** Longer texts were never sealed here: all own fields, filled to the brim, are shorter. */
export const longestSeal = 400_000;

/** What is sealed: the content of a page, and when it was made, in ms since 1970. */
const envelope = z.object({ at: z.number(), content: z.unknown() });

/** Seals what a page of a kind carries, by AES-256-GCM. */
export function sealed<Kind extends PageKind>(keys: PageKeys, kind: Kind, content: Carried<Kind>): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce).setAAD(Buffer.from(kind));
	const body = Buffer.concat([cipher.update(JSON.stringify({ at: Date.now(), content }), 'utf8'), cipher.final()]);
	return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body]).toString('base64url');
}

function opened(keys: PageKeys, kind: PageKind, text: string): unknown {
	if (text.length > longestSeal || !/^[\w-]+$/.test(text)) return undefined;
	const bytes = Buffer.from(text, 'base64url');
	if (bytes.length <= headLength || bytes[0] !== version) return undefined;
	try {
		const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(1, 13), { authTagLength: 16 })
			.setAAD(Buffer.from(kind))
			.setAuthTag(bytes.subarray(13, headLength));
		const body = Buffer.concat([decipher.update(bytes.subarray(headLength)), decipher.final()]);
		const { at, content } = envelope.parse(JSON.parse(body.toString('utf8')));
		return Date.now() - at > longestVisit ? undefined : content;
	} catch {
		return undefined;
	}
}

/** Opens what was sealed for a kind of page; undefined for anything else, whatever it is, and for what is too old. */
export function openCode(keys: PageKeys, text: string): Carried<'code'> | undefined {
	const content = carried.code.safeParse(opened(keys, 'code', text)).data;
	/* A clock that was set back must not make anybody wait for as long. */
	const ahead = Math.max(0, (content?.sentAt ?? 0) - Date.now());
	return content && { ...content, sentAt: content.sentAt - ahead, againAt: content.againAt - ahead };
}

/** What a page that is only shown carries: its kind is found out by trying. */
export type AnyCarried =
	| { readonly kind: 'contact'; readonly content: Carried<'contact'> }
	| { readonly kind: 'code'; readonly content: Carried<'code'> }
	| { readonly kind: 'end'; readonly content: Carried<'end'> };

/** Opens what was sealed for any kind of page. */
export function openAny(keys: PageKeys, text: string): AnyCarried | undefined {
	const code = openCode(keys, text);
	if (code !== undefined) return { kind: 'code', content: code };
	const first = carried.contact.safeParse(opened(keys, 'contact', text)).data;
	if (first !== undefined) return { kind: 'contact', content: first };
	const end = carried.end.safeParse(opened(keys, 'end', text)).data;
	return end === undefined ? undefined : { kind: 'end', content: end };
}
