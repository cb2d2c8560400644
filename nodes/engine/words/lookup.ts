/** What the parameters of a node choose among a vendor's declarations. */
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
