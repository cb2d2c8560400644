import { once } from 'node:events';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { freePorts } from '../../scripts/lib/ports';

let server: Server;
let taken: number;

beforeEach(async () => {
	server = createServer();
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	({ port: taken } = server.address() as AddressInfo);
});

afterEach(async () => {
	server.close();
	await once(server, 'close');
});

test('a port that is taken gives way to a later one', async () => {
	const { n8n } = await freePorts({ n8n: taken });
	expect(n8n).toBeGreaterThan(taken);
});

test('two that give way to the same port get two', async () => {
	const { n8n, broker } = await freePorts({ n8n: taken, broker: taken + 1 });
	expect(broker).not.toBe(n8n);
});
