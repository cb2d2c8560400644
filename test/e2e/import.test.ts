import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Credential, type Imported, type Workflow, importExamples } from '../../scripts/lib/examples';
import { type Access, enterStage } from '../support/stage';

/** Milliseconds for the commands of one import. */
const patience = 120_000;

let stage: Access;
let record: string;

beforeAll(async () => {
	stage = await enterStage();
	record = await mkdtemp(join(tmpdir(), 'n8n-import-'));
});

afterAll(async () => {
	await rm(record, { recursive: true });
});

/** A workflow of one note. */
function workflow(id: string, content: string): Workflow {
	const note = { name: 'Note', type: 'n8n-nodes-base.stickyNote', parameters: { content } };
	const drawn = { id: 'a', typeVersion: 1, position: [0, 0] };
	return { id, name: id, nodes: [{ ...note, ...drawn }], connections: {} };
}

const credential = (endpoint: string): Credential => ({
	id: 'importKey01',
	name: 'Key',
	type: 'tencentCloudApi',
	data: { secretId: 'id', secretKey: 'key', endpoint },
});

/** What a checkout brings: two workflows with the text, and a credential with the endpoint. */
const bring = async (text: string, endpoint: string): Promise<Imported> =>
	await importExamples(stage.n8n, record, {
		workflows: [workflow('importLeft01', text), workflow('importOwn01', text)],
		credentials: [credential(endpoint)],
	});

const noteOf = async (id: string): Promise<unknown> => {
	const { nodes } = (await stage.session.ask('GET', `/workflows/${id}`)) as Workflow;
	return nodes[0]?.parameters['content'];
};

const endpointOf = async (): Promise<unknown> => {
	const { data } = (await stage.session.ask('GET', '/credentials/importKey01?includeData=true')) as Credential;
	return data['endpoint'];
};

test('the first start brings everything', async () => {
	expect(await bring('first', 'http://127.0.0.1:1')).toEqual({ brought: ['Key', 'importLeft01', 'importOwn01'], kept: [] });
	expect([await noteOf('importLeft01'), await noteOf('importOwn01'), await endpointOf()]).toEqual([
		'first',
		'first',
		'http://127.0.0.1:1',
	]);
}, patience);

test('a start with nothing new brings nothing', async () => {
	expect(await bring('first', 'http://127.0.0.1:1')).toEqual({ brought: [], kept: [] });
}, patience);

test('a start with something new replaces what the person left alone, and keeps what they changed', async () => {
	const own = (await stage.session.ask('GET', '/workflows/importOwn01')) as Workflow & { readonly versionId: string };
	await stage.session.ask('PATCH', '/workflows/importOwn01', {
		versionId: own.versionId,
		nodes: workflow('importOwn01', 'my own').nodes,
		connections: {},
	});
	expect(await bring('second', 'http://127.0.0.1:2')).toEqual({ brought: ['Key', 'importLeft01'], kept: ['importOwn01'] });
	expect([await noteOf('importLeft01'), await noteOf('importOwn01'), await endpointOf()]).toEqual([
		'second',
		'my own',
		'http://127.0.0.1:2',
	]);
}, patience);

test('what the person changed stays theirs at every later start', async () => {
	await bring('third', 'http://127.0.0.1:2');
	expect([await noteOf('importLeft01'), await noteOf('importOwn01')]).toEqual(['third', 'my own']);
}, patience);
