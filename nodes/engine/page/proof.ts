/** A proof that a contact was verified, for a service that was not there: a JSON Web Token (RFC 7519), HS256, short-lived. */
import { createHmac } from 'crypto';
import { contactName } from './contact';
import { type Contact, freshName, type PageKeys, type Place } from './seal';

/** How long a proof is good, in seconds. */
export const proofLife = 300;

const part = (value: object): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');

/** Signs that a contact was verified at a time, given in ms since 1970. */
export function proofOf({ proof }: PageKeys, { workflow, resource }: Place, contact: Contact, now: number): string {
	const issued = Math.floor(now / 1000);
	const claims = {
		iss: `n8n:${workflow}`,
		sub: contactName(contact),
		kind: contact.kind,
		resource,
		iat: issued,
		exp: issued + proofLife,
		jti: freshName(),
	};
	const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
	return `${body}.${createHmac('sha256', proof).update(body).digest('base64url')}`;
}
