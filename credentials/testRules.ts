/** How a credential's test explains what the vendor answered. */
import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';

/**
 * For the field that says where requests go: n8n's own word for an address that cannot be reached is shown as it is,
 * before any rule is looked at.
 */
export const unreachableWords =
	"When the credential's test says only ENOTFOUND, ECONNREFUSED or ETIMEDOUT, n8n could not reach this address, or the vendor's own where it is empty: check it, and the network and proxy of the machine.";

/** What some codes of the answer mean for the key, and what to do: whole sentences. */
export type Explanation = readonly [codes: ReadonlyArray<string | number>, message: string];

const rule = (key: string, value: unknown, message: string): IAuthenticateRuleResponseSuccessBody => ({
	type: 'responseSuccessBody',
	properties: { key, value, message },
});

/**
 * The rules of a credential test, tried in order.
 *
 * n8n's rules can only name what must not be there, and n8n shows their text only for an answer whose HTTP status
 * says success, or is ignored. Hence the last two: any code at all, and no sign of the vendor.
 *
 * @param places - where the vendor's answer carries its code, such as `Response.Error.Code`.
 * @param sign - what every answer of the vendor has, such as `RequestId`.
 */
export const testRules = (
	vendor: string,
	places: readonly string[],
	sign: string,
	explanations: readonly Explanation[],
	otherwise: string,
): IAuthenticateRuleResponseSuccessBody[] => [
	...explanations.flatMap(([codes, message]) =>
		codes.flatMap((value) => places.map((place) => rule(place, value, message))),
	),
	// Every text's constructor is called String, and every number's Number: this holds for whatever code is there.
	...places.flatMap((place) =>
		['String', 'Number'].map((type) => rule(`${place}.constructor.name`, type, otherwise)),
	),
	rule(sign, undefined, `What answered is not ${vendor}. Check 'Endpoint', and any proxy on the way.`),
];
