/** The line that n8n draws below a node, as an expression over the parameters. */
import type { Vendor } from '../words/operation';

/**
 * Operation and resource as the form shows them, such as `Send Code: Partner Customer`; nothing for what is not
 * declared. Written as text with its braces apart, because two closing ones in a row end an n8n expression.
 */
export function subtitleOf({ operations }: Vendor): string {
	const lines = operations.map(({ resource, value: operation, name }) => [`${resource.value} ${operation}`, `${name}: ${resource.name}`]);
	const drawn = JSON.stringify(Object.fromEntries(lines));
	return `={{ (${drawn})[$parameter["resource"] + " " + $parameter["operation"]] || "" }}`;
}

/** The line below a trigger: what a person proves. */
export function triggerSubtitleOf({ operations }: Vendor): string {
	const names = Object.fromEntries(operations.map(({ resource }) => [resource.value, resource.name]));
	return `={{ (${JSON.stringify(names)})[$parameter["resource"]] || "" }}`;
}
