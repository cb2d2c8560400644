const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { join } = require('node:path');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');
const { putBuiltIn } = require('./scripts/builtIn.js');
const { compile } = require('./scripts/compile.js');

const run = promisify(execFile);
const bin = (name) => join(__dirname, 'node_modules', '.bin', name);

const clean = () => rm(join(__dirname, 'dist'), { recursive: true, force: true });

/** Icons and codex files stand beside the compiled node, where n8n looks for them. */
const assets = () =>
	src(['nodes/**/*.svg', 'nodes/**/*.node.json', 'credentials/**/*.svg'], { base: '.', encoding: false }).pipe(
		dest('dist'),
	);

/** The reference in docs/, from the declarations. */
const docs = async () => {
	await run(bin('tsx'), [join(__dirname, 'scripts', 'docs.ts')], { cwd: __dirname });
};

exports.clean = clean;
exports.docs = docs;
exports.build = series(clean, parallel(series(compile, putBuiltIn), assets));
exports.default = exports.build;
