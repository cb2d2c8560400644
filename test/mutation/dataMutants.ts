/** Changes to what is declared: fields, values, addresses, categories, reasons to repeat. */
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/prepare/folders';
import type { Change, Changes } from './mutants';

/** The words of declarations, for changes that need one that their file does not import. */
const words = `require('${join(root, 'nodes', 'engine', 'words', 'declare')}')`;

const calleeOf = (node: ts.Node): string => (ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : '');

const otherTypes: Readonly<Record<string, string>> = { text: 'integer', choice: 'text', integer: 'text', flag: 'text', list: 'text' };
const otherAnswers: Readonly<Record<string, string>> = { string: 'integer', integer: 'string', boolean: 'string', object: 'string', array: 'string' };

/** The properties that make up an address or an effect, such as `action: 'SendSmsCode'`. */
const addresses = new Set(['action', 'service', 'version', 'method', 'path', 'host']);

const property = (node: ts.Node): string => (ts.isPropertyAssignment(node) ? node.name.getText() : '');

const changesOfAddress = (node: ts.PropertyAssignment): Change[] => {
	const inApi = ts.findAncestor(node, (above) => property(above) === 'api') !== undefined;
	const { initializer } = node;
	if (!ts.isStringLiteral(initializer)) return [];
	if (inApi && addresses.has(property(node))) return [{ node: initializer, text: `'${initializer.text}X'`, what: `${property(node)} ${initializer.text} is another` }];
	if (property(node) !== 'effect') return [];
	return [{ node: initializer, text: initializer.text === 'read' ? "'message'" : "'read'", what: `effect ${initializer.text} is another` }];
};

/** A field's name, type, need and values; an answer's name and type; an API's address and effect. */
export const changesOfDeclarations: Changes = (node) => {
	if (ts.isPropertyAssignment(node)) {
		if (property(node) === 'required') {
			const other = node.initializer.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true';
			return [{ node: node.initializer, text: other, what: `required is ${other}` }];
		}
		const inChoices = ts.findAncestor(node, (above) => calleeOf(above) === 'choice') !== undefined;
		if (property(node) === 'value' && inChoices && ts.isLiteralExpression(node.initializer)) {
			const { initializer } = node;
			const text = ts.isNumericLiteral(initializer) ? String(Number(initializer.text) + 7) : `'${initializer.text}X'`;
			return [{ node: initializer, text, what: `value ${initializer.text} is another` }];
		}
		return changesOfAddress(node);
	}
	const callee = calleeOf(node);
	if (!ts.isCallExpression(node)) return [];
	const [wire, type] = node.arguments;
	if (wire === undefined || !ts.isStringLiteral(wire)) return [];
	const renamed = { node: wire, text: `'${wire.text}X'`, what: `${callee} ${wire.text} has another name` };
	const otherType = otherTypes[callee];
	if (callee === 'cams') return [renamed];
	if (otherType !== undefined) return [renamed, { node: node.expression, text: `${words}.${otherType}`, what: `${callee} ${wire.text} is of type ${otherType}` }];
	if (callee !== 'answer' || type === undefined || !ts.isStringLiteral(type)) return [];
	return [renamed, { node: type, text: `'${otherAnswers[type.text] ?? 'string'}'`, what: `answer ${wire.text} is of another type` }];
};

/** One category of a code becomes the next. */
const nextCategory: Readonly<Record<string, string>> = {
	fixInput: 'fixAccount',
	fixAccount: 'vendorFault',
	vendorFault: 'fixInput',
	retryLater: 'fixInput',
};

/** The meaning of a code that is written as an object. */
const changesOfMeaning = (node: ts.PropertyAssignment): Change[] => {
	const { initializer } = node;
	const next = ts.isStringLiteral(initializer) ? nextCategory[initializer.text] : undefined;
	const code = property(node.parent.parent);
	if (property(node) === 'category' && next !== undefined) return [{ node: initializer, text: `'${next}'`, what: `${code} is ${next}` }];
	if (property(node) !== 'maybeSent') return [];
	const other = initializer.kind === ts.SyntaxKind.TrueKeyword ? 'false' : 'true';
	return [{ node: initializer, text: other, what: `${code}: maybeSent is ${other}` }];
};

/** A code's category, and whether a message may be out. */
export const changesOfCategories: Changes = (node) => {
	if (ts.isPropertyAssignment(node)) return changesOfMeaning(node);
	const callee = calleeOf(node);
	const next = nextCategory[callee];
	if (next === undefined || !ts.isCallExpression(node)) return [];
	const given = callee === 'retryLater' ? node.arguments.slice(1) : node.arguments;
	const text = `${words}.${next}(${given.map((argument) => argument.getText()).join(', ')})`;
	const [code] = ts.isPropertyAssignment(node.parent) ? [property(node.parent)] : [''];
	return [{ node, text, what: `${code === '' ? callee : `${code}, ${callee},`} is ${next}` }];
};

/** A row of the table of repetitions: left out, for other calls, less often, for no reason or always. */
export const changesOfRepetitions: Changes = (node) => {
	if (!ts.isObjectLiteralExpression(node) || !ts.isArrayLiteralExpression(node.parent)) return [];
	const declaration = ts.findAncestor(node, ts.isVariableDeclaration);
	if (declaration?.name.getText() !== 'repetitions') return [];
	const because = node.properties.find((entry) => property(entry) === 'because');
	const row = `row "${(because as ts.PropertyAssignment | undefined)?.initializer.getText().slice(1, 40) ?? ''}..."`;
	const end = node.parent.getText().includes('},') ? node.getEnd() + 1 : node.getEnd();
	const leftOut: Change = { node, text: '', end, what: `${row} is left out` };
	const others = node.properties.flatMap((entry): Change[] => {
		if (!ts.isPropertyAssignment(entry)) return [];
		const { initializer } = entry;
		switch (property(entry)) {
			case 'effects':
				return initializer.getText() === 'all'
					? ["['read']", "['write', 'read']", "['message', 'read']"].map((text) => ({ node: initializer, text, what: `${row}: effects are ${text}` }))
					: [{ node: initializer, text: 'all', what: `${row}: effects are all` }];
			case 'most':
				return [{ node: initializer, text: '0', what: `${row}: most is 0` }, { node: initializer, text: String(Number(initializer.getText()) === 1 ? 2 : 1), what: `${row}: most is another` }];
			case 'applies':
				return ['true', 'false'].map((text) => ({ node: initializer, text: `() => ${text}`, what: `${row}: applies is always ${text}` }));
			case 'remedy':
			case 'same':
				return [{ node: entry, text: '', end: entry.getEnd() + 1, what: `${row}: ${property(entry)} is left out` }];
			default:
				return [];
		}
	});
	return [leftOut, ...others];
};
