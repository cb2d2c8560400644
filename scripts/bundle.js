/**
 * dist/ as n8n loads it: at every start, in every process, whether the nodes run or not.
 *
 * Finding, opening and compiling some hundred and fifty small files took 40 ms and more. So all nodes share one
 * file, which is loaded when the first of them works, all credentials another, and what n8n wants to know of a
 * node at its start, the description, lies beside the node as JSON, which is read far faster than code.
 */
const { copyFile, mkdir, writeFile } = require('node:fs/promises');
const { basename, join } = require('node:path');
const { build } = require('esbuild');

const root = join(__dirname, '..');
const dist = join(root, 'dist');

/** `dist/nodes/X/X.node.js` -> `X`: the class that n8n looks for in the file. */
const classOf = (file) => basename(file).split('.', 1).join('');

/** Compiles sources into one file that exports all of their classes. */
const together = async (files, outfile) => {
	const sources = files.map((file) => file.replace(/^dist/, '.').replace(/\.js$/, ''));
	await build({
		stdin: { contents: sources.map((source) => `export * from '${source}';`).join('\n'), resolveDir: root, loader: 'ts' },
		outfile,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		external: ['n8n-workflow', 'luxon'],
		logLevel: 'warning',
	});
	return require(outfile);
};

const methodText = (kind, name) =>
	`\t\t\t${kind}: { ${name.map((one) => `${one}(...given) { return work().methods.${kind}.${one}.apply(this, given); }`).join(', ')} },`;

/** The file that n8n loads for a node. */
const nodeText = (name, { methods = {} }) => `'use strict';
/** The node as n8n loads it; how it works is loaded when it first does. */
let made;
const work = () => (made ??= new (require('../../nodes.js').${name})());

class ${name} {
	constructor() {
		this.description = require('./description.json');
		this.methods = {
${Object.entries(methods).map(([kind, functions]) => methodText(kind, Object.keys(functions))).join('\n')}
		};
	}

	execute() {
		return work().execute.call(this);
	}
}

exports.${name} = ${name};
`;

const writeNode = async (file, NodeType) => {
	const folder = join(root, file, '..');
	const node = new NodeType();
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'description.json'), JSON.stringify(node.description));
	await writeFile(join(root, file), nodeText(classOf(file), node));
};

const writeCredential = async (file) => {
	await mkdir(join(root, file, '..'), { recursive: true });
	await writeFile(join(root, file), `'use strict';\nexports.${classOf(file)} = require('../credentials.js').${classOf(file)};\n`);
};

/** Writes dist/ for what package.json names. */
async function bundle({ nodes, credentials }) {
	const made = await together(nodes, join(dist, 'nodes.js'));
	await together(credentials, join(dist, 'credentials.js'));
	await Promise.all([
		...nodes.map((file) => writeNode(file, made[classOf(file)])),
		...credentials.map(writeCredential),
		/* Its data is part of nodes.js, and its licence wants to go along. */
		copyFile(join(root, 'node_modules', 'countries-list', 'LICENSE'), join(dist, 'countries-list.LICENSE')),
	]);
}

exports.bundle = bundle;
