/** Small changes to a source, each of which some test must notice. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/prepare/folders';

/** One change to one file. */
export interface Mutant {
	/** Within the checkout. */
	readonly file: string;
	readonly line: number;
	readonly start: number;
	readonly end: number;
	/** What stands there instead. */
	readonly text: string;
	/** The change in words, such as `trim() is left out`. */
	readonly what: string;
}

/** A change without its place in a file. */
export interface Change {
	readonly node: ts.Node;
	/** In place of the whole node, unless `start` and `end` say less. */
	readonly text: string;
	readonly what: string;
	readonly start?: number;
	readonly end?: number;
}

/** Which changes a node lends itself to. */
export type Changes = (node: ts.Node) => readonly Change[];

/** Every change of a file. */
export function mutantsOf(file: string, changes: Changes): Mutant[] {
	const text = readFileSync(join(root, file), 'utf8');
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
	const found: Mutant[] = [];
	const walk = (node: ts.Node): void => {
		for (const change of changes(node)) {
			const start = change.start ?? change.node.getStart();
			const { line } = source.getLineAndCharacterOfPosition(start);
			found.push({ file, line: line + 1, start, end: change.end ?? change.node.getEnd(), text: change.text, what: change.what });
		}
		node.forEachChild(walk);
	};
	walk(source);
	return found;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** The expression that a value stands in, on one line. */
const around = ({ parent }: ts.Node): string => ` in ${parent.getText().replace(/\s+/g, ' ').slice(0, 60)}`;

/** Calls that do something to a value that a careless hand may leave out. */
const steps = new Set(['toLowerCase', 'toUpperCase', 'trim', 'sort', 'filter', 'map', 'replace', 'replaceAll', 'slice', 'padStart', 'update']);

const turned: ReadonlyMap<ts.SyntaxKind, string> = new Map([
	[ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
	[ts.SyntaxKind.LessThanToken, '>='],
	[ts.SyntaxKind.GreaterThanEqualsToken, '<'],
	[ts.SyntaxKind.GreaterThanToken, '<='],
	[ts.SyntaxKind.AmpersandAmpersandToken, '||'],
	[ts.SyntaxKind.BarBarToken, '&&'],
	[ts.SyntaxKind.PlusToken, '+ "~" +'],
]);

/** Words in a refusal are held elsewhere; types and imports do nothing. */
const isOutside = (node: ts.Node): boolean =>
	ts.isImportDeclaration(node.parent) ||
	ts.isTypeNode(node.parent) ||
	ts.findAncestor(node, (above) => ts.isNewExpression(above) && above.expression.getText() === 'SigningRefusal') !== undefined;

/** A step, sign, order, comparison or text that is another: the changes for code that signs. */
export const changesOfSteps: Changes = (node) => {
	if (ts.isStringLiteral(node)) {
		return isOutside(node) ? [] : [{ node, text: quoted(`${node.text}~`), what: `text ${node.getText()} is another${around(node)}` }];
	}
	if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
		if (node.text === '' || isOutside(node) || ts.findAncestor(node, ts.isTypeNode) !== undefined) return [];
		const start = node.getStart() + 1;
		return [{ node, start, end: start, text: '~', what: `text ${node.rawText ?? node.text} is another` }];
	}
	if (ts.isNumericLiteral(node)) return [{ node, text: String(Number(node.text) + 1), what: `${node.text} is one more${around(node)}` }];
	if (ts.isRegularExpressionLiteral(node)) {
		return [
			{ node, text: '/(?!)/g', what: `${node.text} fits nothing` },
			{ node, text: '/^/g', what: `${node.text} fits everything` },
		];
	}
	if (ts.isBinaryExpression(node)) {
		const { operatorToken: operator } = node;
		const other = turned.get(operator.kind);
		if (other !== undefined) return isOutside(node) ? [] : [{ node: operator, text: other, what: `${operator.getText()} is turned` }];
		if (operator.kind !== ts.SyntaxKind.QuestionQuestionToken) return [];
		return [{ node, text: `(${node.right.getText()})`, what: `${node.getText()}: the second always` }];
	}
	if (ts.isConditionalExpression(node)) {
		return [{ node: node.condition, text: `!(${node.condition.getText()})`, what: `${node.condition.getText()}: the other way round` }];
	}
	if (ts.isIfStatement(node)) {
		return [{ node: node.expression, text: `!(${node.expression.getText()})`, what: `if ${node.expression.getText()}: the other way round` }];
	}
	if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
		const { expression, name } = node.expression;
		return steps.has(name.text) ? [{ node, text: expression.getText(), what: `${name.text}() is left out` }] : [];
	}
	if (node.kind === ts.SyntaxKind.TrueKeyword && !isOutside(node)) return [{ node, text: 'false', what: 'true is false' }];
	return [];
};

/** The changes within some functions of a file only. */
export const within = (names: readonly string[], changes: Changes): Changes => (node) =>
	ts.findAncestor(node, (above) => ts.isFunctionDeclaration(above) && names.includes(above.name?.text ?? '')) === undefined
		? []
		: changes(node);
