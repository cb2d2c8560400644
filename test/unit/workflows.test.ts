import { type Node, isNote, isTrigger, journeyOf, operationOf, prefix, workflowFiles as workflows } from '../support/workflowFiles';

/** Width and height on the canvas, with the name below a node. */
function boxOf(node: Node): { left: number; top: number; right: number; bottom: number } {
	const [left, top] = node.position;
	const { width, height } = node.parameters;
	const size = isNote(node) ? [Number(width), Number(height)] : [96, 128];
	return { left, top, right: left + (size[0] ?? 0), bottom: top + (size[1] ?? 0) };
}

function overlap(one: Node, other: Node): boolean {
	const [a, b] = [boxOf(one), boxOf(other)];
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

test('ids of workflows and of their nodes are unique', () => {
	const ids = workflows.flatMap(([, { id, nodes }]) => [id, ...nodes.map((node) => node.id)]);
	expect(new Set(ids).size).toBe(ids.length);
});

describe.each(workflows)('%s', (_file, { nodes, connections }) => {
	const ours = nodes.filter(({ type }) => type.startsWith(prefix));

	test('has nodes that come with n8n or with this package, and no other', () => {
		const foreign = nodes.filter(({ type }) => !/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./.test(type) && !type.startsWith(prefix));
		expect(foreign.map(({ type }) => type)).toEqual([]);
		expect(ours.length).toBeGreaterThan(0);
	});

	test('asks for operations that the nodes have, with keys of the sandbox', () => {
		for (const node of ours) {
			const { operation, resource } = node.parameters;
			if (isTrigger(node)) expect({ node: node.name, proves: journeyOf(node)?.resource }).toEqual({ node: node.name, proves: resource });
			expect({ node: node.name, declared: operationOf(node)?.value }).toEqual({ node: node.name, declared: operation });
			expect(Object.values(node.credentials ?? {}).map(({ id }) => id)).toEqual([expect.stringMatching(/^sandbox/)]);
		}
	});

	test("leaves n8n's own settings of each node alone", () => {
		for (const node of nodes) {
			for (const setting of ['onError', 'alwaysOutputData', 'retryOnFail', 'continueOnFail', 'disabled']) {
				expect({ node: node.name, setting, set: setting in node }).toEqual({ node: node.name, setting, set: false });
			}
		}
	});

	test('leads each outcome somewhere', () => {
		const outputs: Readonly<Record<string, number>> = { category: 5, successOrError: 2, errorCode: 2, none: 1 };
		for (const { name, type, parameters } of ours.filter((node) => !node.type.endsWith('Tool') && !isTrigger(node))) {
			const wired = (connections[name]?.['main'] ?? []).filter((wires) => (wires ?? []).length > 0).length;
			const least = outputs[String(parameters['branchOn'] ?? 'category')];
			expect({ name, type, wired: wired >= (least ?? 0) }).toEqual({ name, type, wired: true });
		}
	});

	test('leads both outputs of a trigger somewhere', () => {
		for (const { name } of ours.filter(isTrigger)) {
			expect((connections[name]?.['main'] ?? []).map((wires) => (wires ?? []).length > 0)).toEqual([true, true]);
		}
	});

	test('names its nodes in title case, and wires lead to nodes that it has', () => {
		const names = new Set(nodes.map(({ name }) => name));
		const small = /^(a|an|and|at|by|for|in|of|on|or|the|to|with)$/;
		for (const name of [...names].filter((one) => !one.startsWith('When clicking'))) {
			const lower = name.split(' ').filter((word, index) => /^[a-z]/.test(word) && (index === 0 || !small.test(word)));
			expect({ name, lower }).toEqual({ name, lower: [] });
		}
		const targets = Object.values(connections).flatMap((kinds) => Object.values(kinds).flat(2).map((wire) => wire?.node ?? ''));
		expect([...targets, ...Object.keys(connections)].filter((name) => !names.has(name))).toEqual([]);
	});

	test('explains itself in notes, and nothing lies upon anything', () => {
		expect(nodes.filter(isNote).length).toBeGreaterThan(1);
		const pairs = nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => [one, other] as const));
		expect(pairs.filter(([one, other]) => overlap(one, other)).map(([one, other]) => `${one.name} and ${other.name}`)).toEqual([]);
	});
});
