/** The example workflows as they stand in their files, read without an n8n. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { alibabaCloud } from '../../nodes/AlibabaCloud/vendor';
import type { Journey } from '../../nodes/engine/words/journey';
import type { Operation, Vendor } from '../../nodes/engine/words/operation';
import { huaweiCloud } from '../../nodes/HuaweiCloud/vendor';
import { tencentCloud } from '../../nodes/TencentCloud/vendor';

/** A node as n8n keeps it. */
export interface Node {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, { readonly id: string }>>;
}

type Wires = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<ReadonlyArray<{ readonly node: string }> | null>>>>>;

/** A workflow as n8n exports it. */
export interface Workflow {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly Node[];
	readonly connections: Wires;
}

const folder = join(__dirname, '..', '..', 'workflows');

/** Each workflow with the name of its file. */
export const workflowFiles = readdirSync(folder).map((file) => [
	file,
	JSON.parse(readFileSync(join(folder, file), 'utf8')) as Workflow,
] as const);

/** What stands before the name of each node of this package. */
export const prefix = 'n8n-nodes-cloud-verification.';

const vendors: Readonly<Record<string, Vendor>> = Object.fromEntries(
	[tencentCloud, alibabaCloud, huaweiCloud].map((vendor) => [vendor.name, vendor as Vendor]),
);

/** Whether a node is a note on the canvas. */
export const isNote = ({ type }: Node): boolean => type === 'n8n-nodes-base.stickyNote';

/** The vendor that a node asks; undefined for n8n's own nodes. */
export const vendorOf = ({ type }: Node): Vendor | undefined => vendors[type.replace(prefix, '').replace(/(?:Tool|Trigger)$/, '')];

/** Whether a node serves pages. */
export const isTrigger = ({ type }: Node): boolean => type.startsWith(prefix) && type.endsWith('Trigger');

/** The journey that a trigger is set to, if its vendor has it. */
export const journeyOf = (node: Node): Journey | undefined =>
	vendorOf(node)?.journeys?.find(({ resource }) => resource === node.parameters['resource']);

/** The operation that a node asks for, if its vendor has it. */
export const operationOf = (node: Node): Operation | undefined =>
	vendorOf(node)?.operations.find(
		(one) => one.resource.value === node.parameters['resource'] && one.value === node.parameters['operation'],
	);

/** A node by its name. @throws Error where there is none. */
export function nodeOf({ name: workflow, nodes }: Workflow, name: string): Node {
	const found = nodes.find((node) => node.name === name);
	if (found === undefined) throw new Error(`"${workflow}" has no node "${name}".`);
	return found;
}

/** The names of the nodes behind an output. */
export const behind = ({ connections }: Workflow, name: string, output: number): readonly string[] =>
	(connections[name]?.['main']?.[output] ?? []).map(({ node }) => node);

/** What n8n makes of a parameter: the value of its one expression, texts around expressions filled in, or the text. */
export function resolved(parameter: unknown, known: Readonly<Record<string, unknown>>): unknown {
	if (typeof parameter !== 'string' || !parameter.startsWith('=')) return parameter;
	const text = parameter.slice(1);
	const names = Object.keys(known);
	const evaluate = (code: string): unknown => compileFunction(`return (${code}\n)`, names)(...names.map((name) => known[name])) as unknown;
	const whole = /^\{\{([\s\S]*)\}\}$/.exec(text)?.[1];
	if (whole?.includes('{{') === false) return evaluate(whole);
	return text.replace(/\{\{([\s\S]*?)\}\}/g, (_, code: string) => String(evaluate(code)));
}

/** The items that each node gave, and their parameters, as expressions ask for them. */
export const given =
	(workflow: Workflow, items: Readonly<Record<string, unknown>>) =>
	(name: string): unknown => ({
		params: nodeOf(workflow, name).parameters,
		first: () => ({ json: items[name] }),
	});

interface Assignment {
	readonly name: string;
	readonly value: unknown;
}

/** What a Set node puts out for an item. */
export function assigned(workflow: Workflow, name: string, known: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	const { assignments } = nodeOf(workflow, name).parameters['assignments'] as { readonly assignments: readonly Assignment[] };
	return Object.fromEntries(assignments.map((one) => [one.name, resolved(one.value, known)]));
}

interface Rule {
	readonly outputKey: string;
	readonly conditions: { readonly conditions: ReadonlyArray<{ readonly leftValue: string }> };
}

/** The name of the output by which an item leaves a Switch node. */
export function switched(workflow: Workflow, name: string, known: Readonly<Record<string, unknown>>): string {
	const { rules, options } = nodeOf(workflow, name).parameters as {
		readonly rules: { readonly values: readonly Rule[] };
		readonly options: { readonly renameFallbackOutput: string };
	};
	const met = rules.values.find(({ conditions }) =>
		conditions.conditions.every(({ leftValue }) => resolved(leftValue, known) === true),
	);
	return met?.outputKey ?? options.renameFallbackOutput;
}

/** Every text in a parameter, however deep, without the ids that n8n gives to its parts. */
export function workflowText(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => (key === 'id' ? [] : workflowText(entry)));
}
