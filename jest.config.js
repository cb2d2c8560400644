/** Every test project runs in Node; TypeScript is compiled by swc, types are checked by `npm run typecheck`. */
const common = {
	testEnvironment: 'node',
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }],
	},
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	setupFiles: ['<rootDir>/test/support/seed.ts'],
};

/** What runs before the first and after the last test of a project, and around each of its files. */
const stage = {
	e2e: {
		globalSetup: '<rootDir>/test/e2e/setup.ts',
		globalTeardown: '<rootDir>/test/e2e/teardown.ts',
		setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
	},
};

module.exports = {
	projects: ['unit', 'contract', 'engine', 'e2e'].map((name) => ({
		...common,
		displayName: name,
		testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
		...stage[name],
	})),
	testTimeout: 30_000,
	/* Jest leaves a core free by default, which is one half of a machine with two. */
	maxWorkers: '100%',
};
