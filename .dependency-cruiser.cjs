/**
 * The order of the rooms, held by test/unit/house.test.ts: an import goes to a room above in the list or to the
 * same room, never down, and nowhere in a circle. Types count like values.
 */
const { engineRooms } = require('./scripts/rooms.js');

/** From the bottom of everything to its top; a room may use what stands before it. */
const rooms = [
	'credentials/signing',
	'credentials/huaweiIam',
	'credentials',
	...engineRooms.map((room) => `nodes/engine/${room}`),
];

/** Files right in a room: the rooms inside `credentials` are rooms of their own. */
const inside = (room) => (room === 'credentials' ? '^credentials/[^/]+$' : `^${room}/`);

const downward = rooms.slice(0, -1).map((room, index) => ({
	name: `${room} imports nothing that stands after it`,
	severity: 'error',
	from: { path: inside(room) },
	to: { path: rooms.slice(index + 1).map(inside) },
}));

/** The vendors' folders, each of which knows the words alone and no other vendor. */
const vendors = ['AlibabaCloud', 'HuaweiCloud', 'TencentCloud'];

const strangers = vendors.map((vendor) => ({
	name: `${vendor} imports nothing of another vendor`,
	severity: 'error',
	from: { path: `^nodes/${vendor}/` },
	to: { path: `^nodes/(?!engine/|${vendor}/)` },
}));

const declarations = {
	name: 'declarations are made of words alone: only the faces that n8n sees use the other rooms of the engine',
	severity: 'error',
	from: { path: '^nodes/(?!engine/)', pathNot: '\\.node\\.ts$' },
	to: { path: '^nodes/engine/(?!words/)' },
};

const engineKnowsNoVendor = {
	name: 'the engine imports nothing of a vendor',
	severity: 'error',
	from: { path: '^nodes/engine/' },
	to: { path: '^nodes/(?!engine/)' },
};

const credentialsKnowNoNodes = {
	name: 'credentials import nothing of nodes',
	severity: 'error',
	from: { path: '^credentials/' },
	to: { path: '^nodes/' },
};

const signingKnowsNoN8n = {
	name: 'signing imports nothing but Node.js itself',
	severity: 'error',
	from: { path: '^credentials/signing/' },
	to: { pathNot: ['^credentials/signing/', '^(node:)?crypto$'] },
};

const judgingKnowsNoN8n = {
	name: 'words and judge know nothing of n8n',
	severity: 'error',
	from: { path: '^nodes/engine/(words|judge)/' },
	to: { path: 'node_modules/n8n-' },
};

const drawingAsksNobody = {
	name: 'drawing the form loads neither call nor run; only the lists that ask the vendor do',
	severity: 'error',
	from: { path: '^nodes/engine/form/', pathNot: '^nodes/engine/form/lists\\.ts$' },
	to: { path: '^nodes/engine/(call|run)/', reachable: true },
};

const listsRunNothing = {
	name: 'the lists of the form ask through call and run nothing',
	severity: 'error',
	from: { path: '^nodes/engine/form/' },
	to: { path: '^nodes/engine/run/', reachable: true },
};

const pagesStandBesideTheForm = {
	name: 'pages are served without what draws the form and what runs the items',
	severity: 'error',
	from: { path: '^nodes/engine/page/' },
	to: { path: '^nodes/engine/(run|form)/', reachable: true },
};

const publishedIsAlone = {
	name: 'what is published imports nothing of what is not',
	severity: 'error',
	from: { path: '^(nodes|credentials)/' },
	to: { path: '^(sandbox|scripts|test|workflows)/' },
};

/** n8n gives these to a package that has no dependencies of its own. */
const givenByN8n = ['n8n-workflow', 'luxon', 'lodash', 'zod'];

/** What the build puts into the published files, with its licence; each is imported in one file alone. */
const builtIn = ['countries-list', 'libphonenumber-js'];
const builtInHere = ['^nodes/engine/words/countries\\.ts$', '^nodes/engine/input/phoneLibrary\\.ts$'];

const oneDoorForEach = {
	name: 'what is built in is imported in one file alone',
	severity: 'error',
	from: { path: '^(nodes|credentials)/', pathNot: builtInHere },
	to: { path: `node_modules/(${builtIn.join('|')})/` },
};

const drawingReadsNoNumbers = {
	name: 'drawing the form does not load what reads phone numbers',
	severity: 'error',
	from: { path: '^nodes/engine/form/' },
	to: { path: '^nodes/engine/input/phoneLibrary\\.ts$', reachable: true },
};

const nothingToInstall = {
	name: 'what is published needs nothing that would have to be installed beside n8n',
	severity: 'error',
	from: { path: '^(nodes|credentials)/' },
	to: { pathNot: ['^(nodes|credentials)/', '^(node:)?crypto$', `node_modules/(${[...givenByN8n, ...builtIn].join('|')})/`] },
};

const noCircle = { name: 'no circle', severity: 'error', from: {}, to: { circular: true } };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...downward,
		...strangers,
		declarations,
		engineKnowsNoVendor,
		credentialsKnowNoNodes,
		signingKnowsNoN8n,
		judgingKnowsNoN8n,
		drawingAsksNobody,
		listsRunNothing,
		pagesStandBesideTheForm,
		publishedIsAlone,
		nothingToInstall,
		oneDoorForEach,
		drawingReadsNoNumbers,
		noCircle,
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(dist|\\.cache)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.check.json' },
		moduleSystems: ['cjs', 'es6'],
	},
};
