/** The onboarding workflows: who starts them by Verified, whatever the vendor or the network answers, and what their nodes then hold. */
import type { ServerResponse } from 'node:http';
import type { INodeType } from 'n8n-workflow';
import { AlibabaCloudTrigger } from '../../../nodes/AlibabaCloud/AlibabaCloudTrigger.node';
import { forgetAll } from '../../../nodes/engine/page/memory';
import { simulate, simulatedCodes } from '../../../nodes/engine/judge/simulate';
import type { Operation } from '../../../nodes/engine/words/operation';
import { operationNamed } from '../../../nodes/engine/words/lookup';
import { HuaweiCloudTrigger } from '../../../nodes/HuaweiCloud/HuaweiCloudTrigger.node';
import { TencentCloudTrigger } from '../../../nodes/TencentCloud/TencentCloudTrigger.node';
import { type Cloud, clouds } from '../../support/clouds';
import { serve } from '../../support/parcel';
import { openSite, type Site } from '../../support/site';
import { look, press, type Seen, title } from '../../support/visitor';
import { assigned, isTrigger, journeyOf, type Node, vendorOf, type Workflow, workflowFiles } from '../../support/workflowFiles';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual<object>('n8n-workflow'), sleep: async () => await Promise.resolve() }));

type Answer = (response: ServerResponse) => void;

const triggers: Readonly<Record<string, INodeType>> = {
	alibabaCloud: new AlibabaCloudTrigger(),
	huaweiCloud: new HuaweiCloudTrigger(),
	tencentCloud: new TencentCloudTrigger(),
};

/** A workflow with what its trigger asks. */
interface Onboarding {
	readonly workflow: Workflow;
	readonly trigger: Node;
	readonly node: INodeType;
	readonly cloud: Cloud;
	readonly send: Operation;
	readonly complete: Operation;
}

function onboardingOf(workflow: Workflow): Onboarding {
	const trigger = workflow.nodes.find(isTrigger);
	const journey = trigger && journeyOf(trigger);
	const cloud = trigger && clouds.find(({ vendor }) => vendor.name === vendorOf(trigger)?.name);
	const named = (operation = '') => cloud && journey && operationNamed(cloud.vendor, { resource: journey.resource, operation });
	const [send, complete] = [named(journey?.send), named(journey?.complete)];
	const node = cloud && triggers[cloud.vendor.name];
	if (!trigger || !cloud || !send || !complete || !node) throw new Error(`"${workflow.name}" has no trigger whose calls are declared.`);
	return { workflow, trigger, node, cloud, send, complete };
}

const onboardings = workflowFiles.filter(([file]) => file.startsWith('onboard-')).map(([file, workflow]) => [file, onboardingOf(workflow)] as const);

/** What no vendor answers: proxies, half of an answer, none. */
const faults: Readonly<Record<string, Answer>> = {
	'a page of a proxy under 502': (response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>Bad gateway</html>'),
	'a page of a proxy under 200': (response) => response.writeHead(200, { 'Content-Type': 'text/html', 'X-Request-Id': 'r' }).end('<html>Sign in</html>'),
	'a proxy that wants a login': (response) => response.writeHead(401, { 'Content-Type': 'text/html' }).end('<html>Who are you?</html>'),
	'a proxy that throttles': (response) => response.writeHead(429, { 'Retry-After': '2' }).end('slow down'),
	'half of an answer': (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"Code":"OK","Response":{"Requ'),
	'nothing under 200': (response) => response.writeHead(200).end(),
	'a redirect': (response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/elsewhere' }).end(),
	'a connection that breaks': (response) => response.destroy(),
	'success of another service': (response) => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"success":true,"verified":true}'),
};

/** What the person does besides entering the code. */
const filled = {
	contact: '202 555 0123',
	country: 'US',
	accountEmail: 'customer@example.com',
	newPassword: 'Sample-Pass!1',
	newPasswordAgain: 'Sample-Pass!1',
};

/** What a person reads of values: none is empty or a word of the language. */
function expectReadable(values: Readonly<Record<string, unknown>>): void {
	for (const [name, value] of Object.entries(values)) {
		expect([name, value]).toEqual([name, expect.stringMatching(/\S/)]);
		expect([name, value]).toEqual([name, expect.not.stringMatching(/undefined|null|NaN|\[object|\{\{/)]);
	}
}

describe.each(onboardings)('%s', (_file, { workflow, trigger, node, cloud, send, complete }) => {
	let answer: Answer;
	let site: Site;
	let close: () => Promise<void>;
	let asked = 0;

	const yes: Answer = (response) => {
		const found = simulate(cloud.vendor, complete, 'success');
		cloud.succeed(response, found.success ? found.data : {});
	};

	beforeAll(async () => {
		const server = await serve((_seen, response) => {
			asked += 1;
			answer(response);
		});
		const parameters = trigger.parameters as Parameters<typeof openSite>[0]['parameters'];
		site = await openSite({ node, parameters, credentials: [cloud.credential(server.url)], workflowId: workflow.id });
		close = async () => {
			await site.close();
			await server.close();
		};
	});

	afterAll(async () => {
		await close();
	});

	/** A person who asks for a code, which the vendor answers in some way. */
	async function begin(answered: Answer): Promise<Seen> {
		forgetAll();
		site.started.length = 0;
		answer = answered;
		return await press(await look(site.url), 'send', filled);
	}

	/** A person who has a code and enters it, which the vendor answers in some way. */
	async function check(page: Seen, answered: Answer): Promise<Seen> {
		forgetAll();
		site.started.length = 0;
		answer = answered;
		return await press(page, 'check', { ...filled, code: '123456' });
	}

	async function withCode(): Promise<Seen> {
		const page = await begin(yes);
		expect(title(page)).toBe('Enter the code');
		return page;
	}

	const started = () => site.started.map(({ output }) => output);
	const holds = (name: string) => assigned(workflow, name, { $json: site.started[0]?.json });

	/** Nobody is verified; where the operator is told, the message is whole. Answers how often that was. */
	async function nobodyIsVerified(answers: ReadonlyArray<readonly [string, Answer]>): Promise<number> {
		const page = await withCode();
		let told = 0;
		for (const [name, answered] of answers) {
			for (const [step, goes] of [['the sending', begin], ['the code', (how: Answer) => check(page, how)]] as const) {
				const before = asked;
				await goes(answered);
				expect([name, step, asked > before]).toEqual([name, step, true]);
				expect([name, step, started()]).toEqual([name, step, started().length === 0 ? [] : [1]]);
				if (started().length === 0) continue;
				told += 1;
				expectReadable(holds('Message to Operator'));
			}
		}
		return told;
	}

	test('starts by Verified when the vendor said yes, and What to Do Then holds all that it names', async () => {
		await check(await withCode(), yes);
		expect(started()).toEqual([0]);
		const values = holds('What to Do Then');
		expect(values).toMatchObject({ contact: '+12025550123', reference: expect.stringMatching(/^[\w-]{8}$/) as string });
		expectReadable(values);
		expect(JSON.stringify(site.started)).not.toMatch(/123456|Sample-Pass/);
	});

	test('no documented refusal starts it by Verified, and each that the operator hears of makes a whole message', async () => {
		const codes = new Set([send, complete].flatMap((operation) => simulatedCodes(cloud.vendor, operation)));
		const refusals = [...codes].map((code): [string, Answer] => [code, (response) => {
			cloud.refuse(response, code, '');
		}]);
		expect(await nobodyIsVerified(refusals)).toBeGreaterThan(10);
	});

	test('no page of a proxy, no half of an answer and no broken connection starts it by Verified', async () => {
		expect(await nobodyIsVerified(Object.entries(faults))).toBeGreaterThan(10);
	});

	test('the message to the operator says who, at which step, the code, what to do, and both references', async () => {
		const denied: Answer = (response) => {
			cloud.refuse(response, 'Denied.ByNobody', 'The caller is not let in for +12025550123', 403);
		};
		const page = await withCode();
		for (const [step, goes] of [['sending', begin], ['with the code', (how: Answer) => check(page, how)]] as const) {
			await goes(denied);
			expect(started()).toEqual([1]);
			const message = holds('Message to Operator');
			const { failure, reference, requestId } = site.started[0]?.json as { failure: { code: string; explanation: string }; reference: string; requestId: string };
			for (const part of ['+12****0123', step, failure.code, failure.explanation, reference, requestId]) expect(message['text']).toContain(part);
			expect(message['subject']).toBe(`+12****0123 needs help: ${failure.code}`);
			expect(JSON.stringify(message)).not.toMatch(/5550123|123456|Sample-Pass/);
		}
	});
});
