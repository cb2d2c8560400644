/** What comes back that is no documented answer, and what leaves n8n byte for byte. */
import type { ServerResponse } from 'node:http';
import type { INodeParameters } from 'n8n-workflow';
import { type Cloud, clouds } from '../support/clouds';
import { runNode } from '../support/engine';
import { json, type Seen, serve } from '../support/parcel';
import { sampleParameters } from '../support/samples';

const sends = clouds.flatMap((cloud) =>
	cloud.vendor.operations
		.filter(({ effect }) => effect === 'message')
		.map((operation) => ({ name: `${cloud.vendor.displayName}, ${operation.resource.name}, ${operation.name}`, cloud, operation })),
);

async function runAgainst(
	cloud: Cloud,
	parameters: INodeParameters,
	answer: (seen: Seen, response: ServerResponse) => void,
) {
	const server = await serve(answer);
	const result = await runNode({ node: cloud.node, parameters, credentials: [cloud.credential(server.url)] });
	await server.close();
	return { ...result, seen: server.seen };
}

/** Requests that the vendor can tell apart: one with a mark that it has seen is not carried out again. */
const requestsAmong = ({ vendor: { singleUse } }: Cloud, seen: readonly Seen[]): number =>
	singleUse === undefined ? seen.length : new Set(seen.map(({ headers }) => headers[singleUse.header])).size;

describe.each(sends)('$name', ({ cloud, operation }) => {
	const parameters = { ...sampleParameters(operation), options: { timeout: 1 } };

	it.each([
		['an HTML page under 502', 'Local.UnreadableAnswer', 502, (response: ServerResponse) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>Bad gateway</html>')],
		['an HTML page under 200', 'Local.UnreadableAnswer', 200, (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Welcome</html>')],
		['half a JSON', 'Local.UnreadableAnswer', 200, (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"Response":{"Requ')],
		['nothing under 200', 'Local.UnreadableAnswer', 200, (response: ServerResponse) => response.writeHead(200).end()],
		['a JSON of another make', 'Local.UnreadableAnswer', 200, (response: ServerResponse) => { json(response, [1, null, 'x']); }],
		['a redirect', 'Local.Redirected', 302, (response: ServerResponse) => response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end()],
	] as const)('%s is a vendor fault whose outcome is open, asked for once', async (_what, code, httpStatus, answer) => {
		const { outputs, seen } = await runAgainst(cloud, parameters, (_seen, response) => answer(response));
		expect(requestsAmong(cloud, seen)).toBe(1);
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code, category: 'vendorFault', maybeSent: true, httpStatus });
		expect(outputs[0]).toEqual([]);
	});

	it('no answer in time is asked for once and may have been sent', async () => {
		const { outputs, seen } = await runAgainst(cloud, parameters, () => undefined);
		expect(seen).toHaveLength(1);
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code: 'Local.Timeout', maybeSent: true });
	});

	it('a connection that breaks after the request is asked for once and may have been sent', async () => {
		const { outputs, seen } = await runAgainst(cloud, parameters, (_seen, response) => response.destroy());
		expect(requestsAmong(cloud, seen)).toBe(1);
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code: 'Local.ConnectionLost', maybeSent: true });
	});

	it('a connection that never came about sent nothing', async () => {
		const closed = await serve(() => undefined);
		await closed.close();
		const { outputs } = await runNode({ node: cloud.node, parameters, credentials: [cloud.credential(closed.url)] });
		expect(outputs[4]?.[0]?.json['failure']).toMatchObject({ code: 'Local.NoConnection', maybeSent: false });
	});

	it('a refusal under HTTP 401 is not signed and sent a second time', async () => {
		const { outputs, seen } = await runAgainst(cloud, parameters, (_seen, response) => {
			response.writeHead(401).end('who are you');
		});
		expect(seen).toHaveLength(1);
		expect(outputs.flat()[0]?.json['failure']).toMatchObject({ httpStatus: 401 });
	});
});

describe('a credential that cannot sign', () => {
	it.each(sends)('leaves by Fix Account with the reason and without a request: $name', async ({ cloud, operation }) => {
		const server = await serve(() => undefined);
		const { type, values } = cloud.credential(server.url);
		const emptied = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name === 'site' || name === 'endpoint' ? value : '']));
		const { outputs } = await runNode({ node: cloud.node, parameters: sampleParameters(operation), credentials: [{ type, values: emptied }] });
		await server.close();
		expect(server.seen).toEqual([]);
		expect(outputs[3]?.[0]?.json['failure']).toMatchObject({ code: 'Local.CredentialRefused', category: 'fixAccount', maybeSent: false });
		expect((outputs[3]?.[0]?.json['failure'] as { message: string }).message).toMatch(/The credential's field '.+' is empty/);
	});
});

describe('a message of the vendor', () => {
	it('that names the key or echoes what was signed is shown without both', async () => {
		const [cloud] = clouds;
		const operation = cloud.vendor.operations.find(({ effect }) => effect === 'message');
		if (!operation) throw new Error('Nothing sends');
		const { outputs } = await runAgainst(cloud, sampleParameters(operation), (_seen, response) => {
			cloud.refuse(response, 'AuthFailure.SignatureFailure', 'Key AKIDsecretid: signature differs, canonicalRequest: POST|/|x-token:abc');
		});
		expect(outputs[3]?.[0]?.json['failure']).toMatchObject({ message: 'Key ***: signature differs' });
	});
});

describe('the bytes that leave', () => {
	it('are those that were signed, with any text in them', async () => {
		const [cloud] = clouds;
		const operation = cloud?.vendor.operations.find(({ resource, value: name }) => resource.value === 'driveAdministrator' && name === 'sendCode');
		if (!cloud || !operation) throw new Error('Tencent Cloud has no such operation');
		const parameters = { ...sampleParameters(operation), additionalFields: { instanceId: ' 企业网盘 "é" \\ 𝄞 %2B+*~ ' } };
		const { seen, outputs } = await runAgainst(cloud, parameters, (_seen, response) => cloud.succeed(response));
		expect(outputs[0]).toHaveLength(1);
		const [one] = seen;
		expect(JSON.parse(one?.body ?? '')).toMatchObject({ InstanceId: '企业网盘 "é" \\ 𝄞 %2B+*~' });
		expect(one?.headers).toMatchObject({ host: 'smh.intl.tencentcloudapi.com', 'content-type': 'application/json', 'x-tc-action': 'SendSmsCode' });
		expect(Number(one?.headers['content-length'])).toBe(Buffer.byteLength(one?.body ?? ''));
	});
});
