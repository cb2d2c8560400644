/** The outputs that n8n draws, as an expression over the parameters. */
import { outputsOfMode } from '../words/branches';

const drawn = (names: readonly string[]): string =>
	`[ ${names.map((name) => `{ "type": "main", "displayName": ${JSON.stringify(name)} }`).join(', ')} ]`;

/**
 * The `outputs` expression of a node. Written as text, because what a compiler makes of a function can
 * silently come out as no outputs at all: two closing braces in a row end an n8n expression.
 */
export const outputsExpression: `={{${string}}}` = `={{ ({
	"successOrError": ${drawn(outputsOfMode.successOrError)},
	"errorCode": ${drawn(outputsOfMode.errorCode)}.concat((($parameter["routes"] || {})["values"] || []).map((route) => ({ "type": "main", "displayName": String(route["name"] || "Unnamed") }))),
	"none": ${drawn(outputsOfMode.none)}
})[$parameter["branchOn"]] || ${drawn(outputsOfMode.category)} }}`;
