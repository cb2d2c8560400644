/** What the parameters of a node choose among a vendor's declarations. */
import type { Field } from './fields';
import { filledBy, type Journey } from './journey';
import type { CredentialChoice, Operation, Vendor } from './operation';

/** The operation of these public names; undefined where the vendor declares none. */
export const operationNamed = (
	{ operations }: Vendor,
	names: { readonly resource: string; readonly operation: string },
): Operation | undefined =>
	operations.find(({ resource, value: operation }) => resource.value === names.resource && operation === names.operation);

/** The credential that the parameter `authentication` names; the vendor's first where it names none. */
export const credentialNamed = ({ credentials }: Vendor, authentication: string): CredentialChoice =>
	credentials.find(({ value }) => value === authentication) ?? credentials[0];

/** The journey of a resource; undefined where the vendor declares none. */
export const journeyNamed = ({ journeys = [] }: Vendor, resource: string): Journey | undefined =>
	journeys.find((journey) => journey.resource === resource);

/** Fields of a journey's two calls that the operator sets: all that the journey does not fill itself. */
export function operatorFields(vendor: Vendor, journey: Journey): readonly Field[] {
	const filled = filledBy(journey);
	const { resource } = journey;
	const calls = [journey.send, journey.complete].map((operation) => operationNamed(vendor, { resource, operation }));
	const fields = new Map<string, Field>();
	for (const field of calls.flatMap((call) => call?.fields ?? [])) {
		const before = fields.get(field.wire);
		if (!filled.has(field.wire) && (before === undefined || (field.required && !before.required))) fields.set(field.wire, field);
	}
	return [...fields.values()];
}
