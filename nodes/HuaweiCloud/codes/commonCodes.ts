/** The codes that any operation on Service Tickets may answer: the service's own, the gateway's, and those of IAM. */
import type { ErrorCodes } from '../../engine/words/operation';
import { gatewayCodes } from './gatewayCodes';
import { identityCodes } from './identityCodes';
import { ticketCodes } from './ticketCodes';

/** Codes of the service, of the gateway in front of it, and of Identity and Access Management. */
export const commonCodes = { ...ticketCodes, ...gatewayCodes, ...identityCodes } satisfies ErrorCodes;

/**
 * The gateway writes one number with several prefixes: `APIG.`, `APIGW.` where cloud services share it, `APIC.`
 * in ROMA Connect. The lists here use `APIG.`.
 */
export const nameInLists = (code: string): string => code.replace(/^(?:APIGW|APIC)\./, 'APIG.');
