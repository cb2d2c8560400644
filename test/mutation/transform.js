/** Compiles as the tests do, after putting the change of `MUTANT` into the file that it names. */
const { createTransformer } = require('@swc/jest');

/** @type {{ path: string, start: number, end: number, text: string }} */
const mutant = JSON.parse(process.env.MUTANT ?? '{}');

const changed = (source, path) =>
	path === mutant.path ? source.slice(0, mutant.start) + mutant.text + source.slice(mutant.end) : source;

module.exports = {
	createTransformer: (options) => {
		const swc = createTransformer(options);
		return {
			...swc,
			process: (source, path, given) => swc.process(changed(source, path), path, given),
			getCacheKey: (source, path, given) => swc.getCacheKey(changed(source, path), path, given),
		};
	},
};
