/** The tests as they are, over sources in which one place is changed: the environment says which. */
const { join } = require('node:path');
const { projects, testTimeout } = require('../../jest.config.js');

const root = join(__dirname, '..', '..');

module.exports = {
	rootDir: root,
	testTimeout,
	projects: projects
		.filter(({ displayName }) => displayName !== 'e2e')
		.map(({ transform, ...project }) => ({
			...project,
			rootDir: root,
			// Without them each run looks through all of node_modules first.
			roots: ['credentials', 'nodes', 'test'].map((folder) => join(root, folder)),
			transform: { '^.+\\.ts$': [join(__dirname, 'transform.js'), Object.values(transform)[0][1]] },
		})),
};
